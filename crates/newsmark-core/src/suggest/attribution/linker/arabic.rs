//! «…» with an Arabic cue beside it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::suggest::words::{TokenKind, Words};

use super::super::{AttributionParts, SourceLink};
use super::draft::{Draft, owners, unattributed_quotations};

/// The cues with their classes.
const CUES: &str = include_str!("../../../../assets/cues.ar.tsv");

static CLASSES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    CUES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).collect()
});

/// A cue stands within so many words of the quotation: after it "قالت", before it "قال" and who.
const REACH: usize = 12;

/// Marks, a verb of the list and words between them that name who speaks: «…»، قالت سيدة. Nothing else has that shape.
const SURE: f64 = 0.92;

/// Marks and a verb of the list without who speaks.
const UNNAMED: f64 = 0.7;

/// Attributes quotations beside an Arabic cue; the words between a cue before and its quotation, or after a cue behind
/// it up to the next mark, are the source.
pub fn link(words: &Words, drafts: &mut Vec<Draft>) {
    for quotation in unattributed_quotations(words, &owners(words, drafts)) {
        let paragraph = words.paragraphs().partition_point(|paragraph| paragraph.end <= quotation.start);
        let Some(paragraph) = words.paragraphs().get(paragraph) else { continue };
        let before = quotation.start.saturating_sub(REACH).max(paragraph.start)..quotation.start;
        let after = quotation.end..(quotation.end + REACH).min(paragraph.end);
        let is_cue = |at: &usize| is_cue(words.word(*at));
        let (cue, source) = if let Some(cue) = before.clone().rev().find(is_cue) {
            (cue, named(words, cue + 1..before.end))
        } else if let Some(cue) = after.clone().find(is_cue) {
            (cue, named(words, cue + 1..after.end))
        } else {
            continue;
        };
        let link = if source.is_some() { SourceLink::ByCue } else { SourceLink::Unnamed };
        let probability = if source.is_some() { SURE } else { UNNAMED };
        let parts = AttributionParts { source, cue: Some(cue..cue + 1), content: vec![quotation] };
        drafts.push(Draft { parts, link, probability, evidence: None });
    }
}

/// The class of an Arabic cue, with or without "and" before it and vowel signs in it.
fn is_cue(word: &str) -> bool {
    let bare: String = word.chars().filter(|letter| !matches!(letter, '\u{64B}'..='\u{652}')).collect();
    let without_and = bare.strip_prefix(['و', 'ف']).unwrap_or(&bare);
    CLASSES.contains_key(bare.as_str()) || CLASSES.contains_key(without_and)
}

/// The words of a range up to its first mark; behind a clause that only tells of who speaks, those up to the next:
/// «…»، قالت التي فقدت بيتها، أمينة الحسن.
fn named(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    const RELATIVES: [&str; 8] = ["التي", "الذي", "الذين", "اللواتي", "وهي", "وهو", "وهم", "وقد"];
    let is_mark = |at: &usize| words.tokens()[*at].kind != TokenKind::Word;
    let start = range.clone().find(|at| !is_mark(at) || words.word(*at) != "،" && words.word(*at) != ",")?;
    let mut range = if start < range.end && is_mark(&range.start) && !RELATIVES.contains(&words.word(start)) {
        range
    } else {
        start..range.end
    };
    if RELATIVES.contains(&words.word(range.start))
        && let Some(mark) = range.clone().find(is_mark)
        && matches!(words.word(mark), "،" | ",")
        && range.contains(&(mark + 1))
        && !is_mark(&(mark + 1))
    {
        range.start = mark + 1;
    }
    let end = range.clone().find(|at| words.tokens()[*at].kind != TokenKind::Word).unwrap_or(range.end);
    (range.start < end).then_some(range.start..end)
}

#[cfg(test)]
mod tests {
    use crate::model::Text;
    use crate::suggest::Words;
    use crate::suggest::attribution::quotations_alone;

    #[test]
    fn who_speaks_stands_behind_a_clause_that_tells_of_them() {
        for (text, expected) in [
            ("«لم يبق في القرية أحد بعد الفيضان»، قالت سيدة من السكان.", "سيدة من السكان"),
            ("«لم يبق في القرية أحد بعد الفيضان»، قالت التي فقدت بيتها، أمينة الحسن.", "أمينة الحسن"),
            ("«لم يبق في القرية أحد بعد الفيضان»، قالت، وهي تبكي، أمينة الحسن.", "أمينة الحسن"),
        ] {
            let text = Text::new(text.to_owned());
            let found = quotations_alone(&Words::of(&text));
            assert_eq!(found[0].source.map(|source| text.words(source)), Some(expected));
        }
    }
}
