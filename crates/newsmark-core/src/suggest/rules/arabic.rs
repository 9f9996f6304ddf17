//! Arabic: the verb or noun of harm stands before the number, the counted noun behind it.

use super::super::lexicon::{EventRole, EventWord, EventWords};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::verb_group::Mood;

/// Farthest that a number stands behind its verb or noun, in tokens: "قتل في القصف على المدينة 12 شخصا".
const FARTHEST: usize = 8;

/// Finds what the words of `events` are said of.
pub(super) fn find(tagged: &TaggedText<'_>, events: &'static EventWords, findings: &mut Findings) {
    for at in 0..tagged.words.tokens().len() {
        let Some(event) = event(tagged, events, at) else { continue };
        let end = tagged.sentence(at).end;
        let mood = mood(tagged, at);
        match event.role {
            EventRole::Act | EventRole::Event => {
                if let Some(n) = subject_before(tagged, at).filter(|_| event.role == EventRole::Act) {
                    findings.push(tagged, n, event, at..at + 1, mood, Bond::Said);
                    continue;
                }
                let behind = (at + 1..end.min(at + FARTHEST)).take_while(|&behind| !stops(tagged, events, behind));
                if let Some(n) = behind.filter_map(|behind| tagged.mention_from(behind)).next() {
                    findings.push(tagged, n, event, at..at + 1, mood, Bond::Said);
                }
            }
            _ => {
                let n = tagged.mention_at(at).or_else(|| {
                    let before = at.checked_sub(1)?;
                    tagged.mention_at(before).filter(|&n| tagged.mentions[n].phrase.end == at)
                });
                if let Some(n) = n {
                    findings.push(tagged, n, event, at..at + 1, mood, Bond::Postposed);
                }
            }
        }
    }
}

/// The mention right before a verb that agrees with it: "5 آلاف شخص نزحوا", "300 عائلة نزحت", and in a relative clause "الذين نزحوا".
/// A verb after "and" begins a clause with a subject of its own behind it.
fn subject_before(tagged: &TaggedText<'_>, at: usize) -> Option<usize> {
    const RELATIVES: [&str; 6] = ["الذين", "الذي", "التي", "ممن", "اللواتي", "كانوا"];
    let word = tagged.word(at);
    let agrees = ["وا", "ت", "ن"].iter().any(|end| word.ends_with(end)) && !word.starts_with(['و', 'ف']);
    let mut before = at.checked_sub(1)?;
    if tagged.is_one_of(before, &RELATIVES) && tagged.mention_at(before).is_none() {
        before = before.checked_sub(1)?;
    }
    let is_in_sentence = tagged.sentence(before) == tagged.sentence(at);
    tagged.mention_at(before).filter(|&n| agrees && is_in_sentence && tagged.mentions[n].phrase.end == before + 1)
}

/// The event word at token `at`, with or without a conjunction or preposition written to it.
fn event(tagged: &TaggedText<'_>, events: &'static EventWords, at: usize) -> Option<&'static EventWord> {
    let word = tagged.word(at);
    let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
    let found = events.of(word).first().or_else(|| events.of(bare).first());
    // The article makes a noun of it that something else is said of: "المصابين".
    found.or_else(|| {
        let noun = bare.strip_prefix("ال")?;
        events.of(noun).iter().find(|event| event.role == EventRole::Event)
    })
}

fn stops(tagged: &TaggedText<'_>, events: &'static EventWords, at: usize) -> bool {
    tagged.is_barrier(at) || event(tagged, events, at).is_some_and(|event| event.role != EventRole::Count)
}

fn mood(tagged: &TaggedText<'_>, at: usize) -> Mood {
    let Some(before) = at.checked_sub(1) else { return Mood::Real };
    match tagged.word(before) {
        "لم" | "لا" | "دون" => Mood::Negated,
        "نفي" | "نفت" => Mood::Denied,
        "سوف" | "قد" if tagged.word(at).starts_with('ي') => Mood::Possible,
        "ان" if tagged.word(at).starts_with('ي') => Mood::Unreal,
        _ => Mood::Real,
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Article, Card, Category, Project, Text};
    use crate::suggest::proposals;

    #[test]
    fn arabic_verbs_and_nouns_govern_the_number_behind_them() {
        let text =
            "قُتل 12 مدنيًا وأصيب 30 آخرون في قصف على بلدة كارسا. ونزح نحو 4000 شخص. مقتل ثلاثة صحفيين. لم يقتل 5 جنود.";
        let card = Card { language: "ar".to_owned(), ..Card::default() };
        let text = Text::new(text.to_owned());
        let found = proposals(&Project::new(Article { text: text.clone(), card }));
        let words: Vec<_> = found.iter().map(|one| (one.category(), text.words(one.spans.as_slice()[0]))).collect();
        let expected = [
            (Category::Casualties, "قُتل 12 مدنيًا"),
            (Category::Casualties, "أصيب 30 آخرون"),
            (Category::Displacement, "نزح نحو 4000 شخص"),
            (Category::Casualties, "مقتل ثلاثة صحفيين"),
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn arabic_verbs_govern_the_number_that_they_agree_with_before_them() {
        for (text, expected) in [
            ("قال مسؤول إن 5000 شخص نزحوا من القرية.", "5000 شخص نزحوا"),
            ("نحو 300 عائلة نزحت من البلدة.", "نحو 300 عائلة نزحت"),
            ("قالت البلدية إن 400 شخص ممن نزحوا عادوا.", "400 شخص ممن نزحوا"),
        ] {
            let card = Card { language: "ar".to_owned(), ..Card::default() };
            let text = Text::new(text.to_owned());
            let found = proposals(&Project::new(Article { text: text.clone(), card }));
            let words: Vec<_> = found.iter().map(|one| (one.category(), text.words(one.spans.as_slice()[0]))).collect();
            assert_eq!(words, [(Category::Displacement, expected)]);
        }
    }
}
