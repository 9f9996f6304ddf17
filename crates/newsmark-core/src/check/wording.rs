use std::borrow::Cow;

use crate::model::{Annotation, Span, Text};

/// The words of `text`: runs of letters and digits, in lower case, without Arabic vowel signs and tatweel.
pub(super) fn words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let runs = text.split(|c: char| !c.is_alphanumeric() && !is_sign(c));
    runs.map(bare).filter(|word| !word.is_empty())
}

fn is_sign(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{652}')
}

/// A run as it is compared. Most stand in the text just so: a library's checks go through millions of them, and
/// none of those is copied.
fn bare(run: &str) -> Cow<'_, str> {
    let is_bare =
        |c: char| if c.is_ascii() { !c.is_ascii_uppercase() } else { !is_sign(c) && c.to_lowercase().eq([c]) };
    if run.chars().all(is_bare) {
        return Cow::Borrowed(run);
    }
    Cow::Owned(run.chars().filter(|c| !is_sign(*c)).flat_map(char::to_lowercase).collect())
}

/// Whether one of `wanted` stands among the words of `text`.
pub(super) fn has_any(text: &str, wanted: &[&str]) -> bool {
    words(text).any(|word| is_any(&word, wanted))
}

/// The first of the words of `text` that is one of `wanted`.
pub(super) fn first_of<'t>(text: &'t str, wanted: &[&str]) -> Option<Cow<'t, str>> {
    words(text).find(|word| is_any(word, wanted))
}

/// Whether a word is one of `wanted`, an Arabic one also behind up to two of the
/// prefixes و ف ب ل ك, the article ال, or both.
pub(super) fn is_any(word: &str, wanted: &[&str]) -> bool {
    // Nothing else has prefixes.
    if !word.starts_with(|c: char| !c.is_ascii()) {
        return wanted.contains(&word);
    }
    let mut rest = word;
    // The word itself, then with one and with two prefixes taken off.
    for _ in 0..3 {
        if wanted.contains(&rest) || rest.strip_prefix("ال").is_some_and(|bare| wanted.contains(&bare)) {
            return true;
        }
        // ل and ال are written as لل.
        if rest.strip_prefix("لل").is_some_and(|bare| wanted.contains(&bare)) {
            return true;
        }
        let Some(shorter) = rest.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']) else { return false };
        rest = shorter;
    }
    false
}

/// The words of an annotation's spans, one string.
pub(super) fn marked(text: &Text, annotation: &Annotation) -> String {
    annotation.spans.iter().map(|span| text.words(span)).collect::<Vec<_>>().join(" ")
}

/// How far before and after a mark its clause is looked at, in bytes.
// About two lines: the sentence of a count is rarely longer, and a text without full stops must not be read to its end
// for every mark.
const NEAR: usize = 160;

/// The mark with what stands before and after it in the same sentence, as far as that is near.
pub(super) fn clause<'t>(text: &'t Text, annotation: &Annotation) -> &'t str {
    let (start, end) = (annotation.spans.start(), annotation.spans.end());
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '؟' | '\n' | '\r');
    let from = text.ceil_char_boundary(start.saturating_sub(NEAR));
    let before = &text[from.min(start)..start];
    let begins = before.rfind(ends).map_or(from.min(start), |at| from + at + 1);
    let to = text.floor_char_boundary((end + NEAR).min(text.len())).max(end);
    let after = &text[end..to];
    let stops = after.find(ends).map_or(to, |at| end + at);
    &text[begins..stops]
}

/// The longest that words are quoted in a sentence, in characters.
// Two quotations have to find room in one line of the list of problems.
const LONGEST: usize = 40;

/// Words within a sentence: in quotation marks, on one line, cut where they are long.
pub(super) fn quoted(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(cut);
        line.truncate(line.trim_end().len());
        line.push('…');
    }
    format!("“{line}”")
}

/// Whether `span` lies within one of an annotation's spans.
pub(super) fn encloses(annotation: &Annotation, span: Span) -> bool {
    annotation.spans.iter().any(|own| own.encloses(span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;

    #[test]
    fn an_arabic_word_is_known_behind_its_prefixes_and_vowel_signs() {
        for text in ["مدنيين", "المدنيين", "والمدنيين", "للمدنيين", "مَدَنِيّين"]
        {
            assert!(has_any(text, &["مدنيين"]), "{text}");
        }
        assert!(!has_any("المدينة", &["مدنيين"]));
        assert!(has_any("Casualties were high", &["casualties"]));
    }

    #[test]
    fn a_clause_ends_with_its_sentence() {
        let project = project("He left. Since 2011, 12 have died here. More\n                     ^^ Casualties");
        let annotation = project.annotations().get(0).unwrap();
        assert_eq!(clause(&project.article().text, annotation), " Since 2011, 12 have died here");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(quoted("a few\nwords"), "“a few words”");
        assert_eq!(quoted(&"word ".repeat(20)).chars().count(), 42);
    }
}
