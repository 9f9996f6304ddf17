//! A noun that is counted: "12 deaths", "more than 30 cases of poisoning".

use super::super::lexicon::{EventRole, EventWord, WordClass};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::verb_group::{Mood, VerbGroup};

/// Words between a number and the noun that it counts: "three more confirmed civilian deaths".
const LONGEST: usize = 4;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    if event.role != EventRole::Count {
        return;
    }
    let Some(n) = counted(tagged, at) else { return };
    let mention = &tagged.mentions[n];
    // "the 1999 shooting death": a noun in the singular counts one, but for "30 cases of poisoning".
    let is_singular = !tagged.word(at).ends_with('s') && !tagged.is_one_of(mention.phrase.end - 1, &["cases", "case"]);
    if is_singular && mention.number().is_some_and(|number| number > 1) {
        return;
    }
    let mood = mood(tagged, mention.phrase.start);
    // "30 hostages" describes whom something else may be said of, "30 deaths" does not.
    let bond = if event.is_weak { Bond::Attribute } else { Bond::Postposed };
    findings.push(tagged, n, event, at..at + 1, mood, bond);
}

fn counted(tagged: &TaggedText<'_>, at: usize) -> Option<usize> {
    if let Some(n) = tagged.mention_at(at) {
        let mention = &tagged.mentions[n];
        return (at >= mention.figure.end && at + 1 == mention.phrase.end).then_some(n);
    }
    let mut before = at.checked_sub(1)?;
    while at - before <= LONGEST && tagged.mention_at(before).is_none() {
        let is_linked = tagged.word(before) == "of" && tagged.is_one_of(before.checked_sub(1)?, &["cases", "case"]);
        let is_of_noun = matches!(
            tagged.class(before),
            None | Some(
                WordClass::Adjective | WordClass::Noun | WordClass::Person | WordClass::Role | WordClass::Organisation
            )
        );
        if !is_linked && !is_of_noun && !tagged.is_adverbial(before)
            || tagged.is_barrier(before)
            || tagged.word(before) == ","
        {
            return None;
        }
        before = before.checked_sub(1)?;
    }
    let is_in_sentence = tagged.sentence(before) == tagged.sentence(at);
    tagged.mention_at(before).filter(|_| is_in_sentence)
}

/// The mood of the verb that a counted noun is the object of: "will cause 12 deaths".
fn mood(tagged: &TaggedText<'_>, start: usize) -> Mood {
    let first = tagged.sentence(start).start;
    let verb = (first..start).rev().take(3).find(|&at| tagged.verb_form(at).is_some());
    verb.map_or(Mood::Real, |verb| VerbGroup::of(tagged, verb).mood)
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn deaths_and_injuries_are_counted() {
        likely(&[
            "\
The ministry confirmed 12 deaths and 30 injuries.
                       ^^^^^^^^^ Casualties
                                     ^^^^^^^^^^^ Casualties",
            "\
Doctors treated more than 30 cases of chlorine poisoning.
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Rescuers recovered seven bodies.
                   ^^^^^^^^^^^^ Casualties",
            "\
The war caused 34,000 displacements.
               ^^^^^^^^^^^^^^^^^^^^ Displacement",
        ]);
    }

    #[test]
    fn a_year_and_what_may_come_are_no_count() {
        nothing_likely(&[
            "The 1999 shooting death was never solved.",
            "A storm like this could cause 300 deaths.",
            "Two celestial bodies passed.",
        ]);
    }
}
