//! An adjective: "27 people dead", "12 were missing".

use super::super::lexicon::{EventRole, EventWord};
use super::super::tagged::TaggedText;
use super::findings::Findings;
use super::governed::Bond;
use super::passive::described;
use super::subject::subjects;
use super::verb_group::VerbGroup;

pub(super) fn find(tagged: &TaggedText<'_>, at: usize, event: &'static EventWord, findings: &mut Findings) {
    if event.role != EventRole::State {
        return;
    }
    let group = VerbGroup::of(tagged, at);
    if let Some(n) = tagged.mention_at(at) {
        let mention = &tagged.mentions[n];
        let bond = if at + 1 == mention.phrase.end { Bond::Postposed } else { Bond::Attribute };
        if at > mention.figure.start {
            findings.push(tagged, n, event, at..at + 1, group.mood, bond);
        }
    } else if group.has_be {
        for n in subjects(tagged, group.tokens.start) {
            findings.push(tagged, n, event, group.tokens.clone(), group.mood, Bond::Said);
        }
    } else if let Some(n) = described(tagged, group.tokens.start) {
        findings.push(tagged, n, event, group.tokens.clone(), group.mood, Bond::Postposed);
    }
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::{likely, nothing_likely};

    #[test]
    fn an_adjective_behind_or_of_its_noun_is_said_of_it() {
        likely(&[
            "\
The raid left 27 people dead.
              ^^^^^^^^^^^^^^ Casualties",
            "\
Twelve dead, 30 wounded.
^^^^^^^^^^^ Casualties
             ^^^^^^^^^^ Casualties",
            "\
Five miners were still missing.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
            "\
Around 2,000 people were left homeless.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Displacement",
            "\
Nearly 60 people were feared dead.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Casualties",
        ]);
    }

    #[test]
    fn dead_things_are_nobody() {
        nothing_likely(&[
            "Two dead batteries lay there.",
            "The match was a dead heat after 12 rounds.",
            "Three missing pages turned up.",
            "It was the 3rd dead end.",
        ]);
    }
}
