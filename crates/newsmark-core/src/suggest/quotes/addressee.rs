//! Whom words were said to: "told **reporters**", "said to **the council**", "in an interview with **state radio**".

use std::ops::Range;

use super::frame::Frame;
use crate::suggest::fields::Stated;
use crate::suggest::lexicon::{WordClass, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::words::TokenKind;

/// Forms of verbs whose object hears what is said.
const TELLS: WordList = WordList::of(
    "told tell tells telling informed informs informing assured assures assuring reassured reminded reminds \
    reminding notified notifies notifying briefed addressed addressing texted emailed",
);

/// Forms of verbs whose object hears it where no words stand between: "warned residents", but "warned that".
const MAY_TELL: WordList = WordList::of(
    "warned warns warning urged urges urging asked asks asking advised advises advising ordered orders \
    ordering begged implored instructed promised promises answered thanked",
);

/// What one speaks in before somebody: "in an interview **with** the paper", "in a letter **to** the court".
const OCCASIONS: WordList = WordList::of(
    "interview interviews conversation letter letters email e-mail memo message messages speech address \
    statement remarks testimony note call briefing text report appeal plea",
);

/// Longest name of somebody who is told: "the upper house of the regional parliament".
const LONGEST: usize = 9;

/// Pronouns of those who hear.
const OBJECTS: WordList = WordList::of("him her them me us you");

/// Whom the words of `frame` were said to.
pub(super) fn addressee(frame: &Frame<'_, '_>) -> Option<Stated<Range<usize>>> {
    let told = frame.cue_in(&TELLS).map(|at| (at, Tier::Likely));
    let told = told.or_else(|| frame.cue_in(&MAY_TELL).map(|at| (at, Tier::Possible)));
    if let Some((at, tier)) = told
        && let Some(whom) = listener(frame, at + 1)
    {
        return Some(Stated { value: whom.clone(), at: whom, tier });
    }
    // "said to reporters", "speaking to the BBC", "in an interview with the paper".
    let cue = frame.cue.clone()?;
    frame.tokens.iter().copied().find_map(|at| {
        let tagged = frame.tagged;
        let is_after_cue = at == cue.end && tagged.word(at) == "to" && !frame.is_source(at);
        let is_speaking = tagged.word(at) == "to" && at > 0 && tagged.is_one_of(at - 1, &["speaking", "talking"]);
        let is_occasion =
            tagged.is_one_of(at, &["with", "to"]) && at > 0 && tagged.is_in(at - 1, &OCCASIONS) && !frame.is_source(at);
        let whom = (is_after_cue || is_speaking || is_occasion).then(|| listener(frame, at + 1)).flatten()?;
        Some(Stated { value: whom.clone(), at: whom, tier: Tier::Likely })
    })
}

/// The noun phrase from token `first` on, of somebody who can hear; `None` where none begins there.
fn listener(frame: &Frame<'_, '_>, first: usize) -> Option<Range<usize>> {
    let tagged = frame.tagged;
    if tagged.is_in(first, &OBJECTS) {
        return frame.has(first).then_some(first..first + 1);
    }
    let mut end = first;
    let mut heard = None;
    while end < first + LONGEST && frame.has(end) && !frame.is_source(end) {
        if hears(frame, end) {
            heard = Some(end + 1);
        } else if !may_precede(frame, end, heard.is_some()) {
            break;
        }
        end += 1;
    }
    heard.map(|end| first..end)
}

/// Whether token `at` names somebody: a person, a body, an outlet, a name.
fn hears(frame: &Frame<'_, '_>, at: usize) -> bool {
    use WordClass::{Organisation, Person, Role, Title};
    let tagged = frame.tagged;
    if tagged.kind(at) != Some(TokenKind::Word) {
        return false;
    }
    match tagged.class(at) {
        Some(Role | Person | Organisation | Title) => true,
        Some(_) => tagged.is_in(at, &OUTLETS),
        None => tagged.is_in(at, &OUTLETS) || tagged.words.word(at).starts_with(char::is_uppercase),
    }
}

/// Whether token `at` can stand in the name of somebody, ahead of its noun or between two.
fn may_precede(frame: &Frame<'_, '_>, at: usize, has_head: bool) -> bool {
    use WordClass::{Adjective, Determiner, Noun, Possessive};
    let tagged = frame.tagged;
    let is_joint = has_head && tagged.is_one_of(at, &["of", "and", "'s", "’s", "for"]) && hears_soon(frame, at + 1);
    let is_listed = matches!(tagged.class(at), Some(Adjective | Determiner | Possessive | Noun));
    let is_plain = tagged.kind(at) == Some(TokenKind::Word)
        && tagged.class(at).is_none()
        && tagged.verb_form(at).is_none()
        && !tagged.is_adverbial(at);
    is_joint || (!has_head || tagged.words.word(at).starts_with(char::is_uppercase)) && (is_listed || is_plain)
}

/// Whether somebody is named within the next words.
fn hears_soon(frame: &Frame<'_, '_>, at: usize) -> bool {
    // "of the Tarn", "and their families".
    (at..at + 3).any(|at| frame.has(at) && hears(frame, at))
}

/// Nouns of outlets, with the names of agencies that articles name without one.
pub(super) const OUTLETS: WordList = WordList::of(
    "radio television tv newspaper newspapers paper magazine channel network broadcaster station agency \
    website daily weekly podcast programme reuters afp bbc cnn ap npr",
);

#[cfg(test)]
mod tests {
    use crate::model::Details;
    use crate::suggest::quotes::tests::quotes;

    fn addressee(text: &str) -> String {
        let (_, found) = quotes(text);
        let of = |details: &Details| match details {
            Details::Quotes(record) => record.addressee.as_ref().map(|words| words.value.clone()),
            _ => None,
        };
        found.iter().find_map(|proposal| of(&proposal.details)).unwrap_or_default()
    }

    #[test]
    fn who_is_told_is_the_addressee() {
        for (text, expected) in [
            ("“The bridge will stay closed all week,” the mayor told reporters.", "reporters"),
            ("“The bridge will stay closed all week,” the mayor told the Tarn Gazette on Monday.", "the Tarn Gazette"),
            ("The mayor told the town council that the bridge was closed.", "the town council"),
            ("“We saw the water rise all night,” Ana Orlo told me.", "me"),
            ("“We saw the water rise all night,” Ana Orlo said in an interview with state radio.", "state radio"),
            ("“We saw the water rise all night,” Ana Orlo said in a letter to the governor.", "the governor"),
        ] {
            assert_eq!(addressee(text), expected, "{text}");
        }
    }

    #[test]
    fn whoever_only_stands_by_is_no_addressee() {
        for text in [
            "“The bridge will stay closed all week,” the mayor said.",
            "“The bridge will stay closed all week,” said Ana Orlo, the mayor of Tarn.",
            "The mayor warned that the bridge was closed.",
            "“Where has the water come from this time?” asked Ana Orlo.",
        ] {
            assert_eq!(addressee(text), "", "{text}");
        }
    }
}
