//! A verb whose subject bears it: "at least 12 people died", "4,300 people fled".

use super::super::lexicon::{EventRole, EventWord, VerbForm};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::passive::described;
use super::subject::subjects;
use super::verb_group::{Mood, VerbGroup};

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    if event.role != EventRole::Undergo {
        return;
    }
    if let Some(n) = tagged.mention_at(at) {
        // "7,300 collapsed houses".
        let is_within = at > tagged.mentions[n].figure.start && event.form == Some(VerbForm::Past);
        if is_within && !event.is_weak {
            findings.push(tagged, n, event, at..at + 1, Mood::Real, Bond::Attribute);
        }
        return;
    }
    let group = VerbGroup::of(tagged, at);
    let is_alone = group.tokens.len() == 1;
    if event.form == Some(VerbForm::Ing) && !group.has_be {
        // "12 people fleeing the fire": beyond its neighbour nobody knows who does it.
        if let Some(n) = described(tagged, group.tokens.start) {
            findings.push(tagged, n, event, at..at + 1, group.mood, Bond::Postposed);
        }
        return;
    }
    // A base form by itself is a noun or a wish, but for headlines: "Thousands flee".
    if event.form == Some(VerbForm::Base) && is_alone && described(tagged, at).is_none() {
        return;
    }
    for n in subjects(tagged, group.tokens.start) {
        findings.push(tagged, n, event, group.tokens.clone(), group.mood, Bond::Said);
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely, said};

    #[test]
    fn the_subject_that_bears_it_is_counted() {
        likely(&[
            "\
At least 12 people died.
^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Two climbers who fell into a crevasse have died.
^^^^^^^^^^^^ Casualties",
            "\
Some 4,300 people fled the valley.
^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
More than 200 families took refuge in a school.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
Some 400 families are sleeping in the bus station.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
Among the guests were 25 men who died in the mine.
                      ^^^^^^^^^^^^^^^ Casualties",
            "\
The strike left 40 people dying.
                ^^^^^^^^^^^^^^^ Casualties",
        ]);
    }

    #[test]
    fn idioms_and_the_living_are_not_likely() {
        nothing_likely(&[
            "Thousands marched through the capital.",
            "They are dying to see the 12 finalists.",
            "Two ministers will arrive on Friday.",
            "The 11 players left the field.",
            "Some 300 fans camped in the park for the night of the match.",
            "Four goals died with him, the fans joked.",
            "A steady stream of 300 people came to inspect their homes.",
        ]);
    }

    #[test]
    fn residents_who_left_may_have_fled() {
        assert_eq!(said("Some 500 villagers had left since Monday."), ["500 ForcedToFlee Event"]);
        assert_eq!(said("Some 500 villagers had left their tools in the barn."), Vec::<String>::new());
    }
}
