//! The toll itself: "the death toll rose to 17", "the number of dead stands at 40".

use super::super::lexicon::{EventRole, EventWord, WordList};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::verb_group::Mood;

/// Farthest that the number stands from the toll, in tokens: "the toll from the five-year war at as high as 470,000".
const FARTHEST: usize = 16;

/// Words right before the number of a toll.
const BEFORE: WordList = WordList::of(
    "to at of is was were are stands stood reached reaches hit hits passed passes exceeded surpassed topped tops as \
    past above beyond exceeds be been totalled",
);

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    let is_toll = event.role == EventRole::Toll && !is_other_toll(tagged, at);
    let is_number_of = is_number_of(tagged, at, event);
    if !is_toll && !is_number_of {
        return;
    }
    let end = tagged.sentence(at).end.min(at + FARTHEST);
    let mut behind = at + 1;
    while behind < end {
        if tagged.is_barrier(behind) {
            return;
        }
        if let Some(n) = tagged.mention_from(behind) {
            let is_reached = tagged.is_in(behind - 1, &BEFORE)
                || tagged.is_adverbial(behind - 1) && tagged.is_in(behind - 2, &BEFORE)
                || tagged.word(behind - 1) == "high";
            // "rose from 12 to 15": the number that it came from is the earlier toll.
            if is_reached && tagged.word(behind - 1) != "from" {
                findings.push(tagged, n, event, at..behind, mood(tagged, at + 1, behind), Bond::Said);
                return;
            }
            behind = tagged.mentions[n].phrase.end;
            continue;
        }
        behind += 1;
    }
}

/// A toll that counts no dead: "a toll road", "an injury toll" is one of injured and named by its own noun.
fn is_other_toll(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_one_of(at + 1, &["road", "roads", "booth", "plaza", "bridge", "free"])
        || tagged.word(at.saturating_sub(1)) == "highway"
}

/// "the number of people killed", "the number of dead".
fn is_number_of(tagged: &TaggedText<'_>, at: usize, event: &EventWord) -> bool {
    let is_countable = matches!(event.role, EventRole::Act | EventRole::State | EventRole::Count | EventRole::Event);
    let first = tagged.sentence(at).start;
    let nearby = (first..at).rev().take(6);
    is_countable
        && event.form.is_none_or(|form| form != super::super::lexicon::VerbForm::Ing)
        && nearby.take_while(|&at| !tagged.is_barrier(at)).any(|at| {
            tagged.is_one_of(at, &["number", "total", "numbers"])
                && tagged.is_one_of(at + 1, &["of"])
                && tagged.mention_at(at).is_none()
        })
}

fn mood(tagged: &TaggedText<'_>, from: usize, to: usize) -> Mood {
    let mut mood = Mood::Real;
    for at in from..to {
        mood = mood.max(match tagged.word(at) {
            "could" | "would" => Mood::Unreal,
            "may" | "might" => Mood::Possible,
            "will" | "expected" => Mood::Future,
            "feared" => Mood::Feared,
            _ => Mood::Real,
        });
    }
    mood
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn the_number_of_a_toll_is_counted() {
        likely(&[
            "\
The death toll rose to 17.
    ^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
The death toll stands at at least 70.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
The number of people killed has reached 85.
                     ^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
The toll rose from 12 to 15 overnight.
                         ^^ Casualties",
        ]);
    }

    #[test]
    fn other_tolls_are_none() {
        nothing_likely(&["The toll road has 12 lanes.", "The toll could rise to 40.", "The count stands at 12 votes."]);
    }
}
