//! The only count of people near a word of movement that governs none: "260,000 people have, so they say, had to flee".

use super::super::lexicon::{EventRole, EventWord};
use super::super::tagged::TaggedText;
use super::governed::{Bond, Governed};
use super::verb_group::{Mood, VerbGroup};
use newsmark_figures::Unit;

/// Farthest that the word stands from the count, in tokens.
const FARTHEST: usize = 12;

/// Fewer people than this near such a word are people of the story as a rule.
const LEAST: u64 = 50;

/// `found` with what only stands near. It is never more than a hint, as nothing says that the two belong together.
pub(super) fn with_nearby(tagged: &TaggedText<'_>, mut found: Vec<Governed>) -> Vec<Governed> {
    let mut is_governed = vec![false; tagged.mentions.len()];
    let mut governs = std::collections::HashSet::new();
    for one in &found {
        is_governed[one.mention] = true;
        governs.extend(one.governor.clone());
    }
    for (n, mention) in tagged.mentions.iter().enumerate() {
        let counts_people = matches!(mention.reading.unit, Unit::Person | Unit::Household);
        if is_governed[n] || !counts_people || mention.number().is_none_or(|number| number < LEAST) {
            continue;
        }
        let end = tagged.sentence(mention.phrase.start).end.min(mention.phrase.end + FARTHEST);
        let near =
            (mention.phrase.end..end).take_while(|&at| !tagged.is_barrier(at) && tagged.mention_at(at).is_none());
        let word = near.filter(|at| !governs.contains(at)).find_map(|at| {
            let is_sure = |event: &&EventWord| {
                !event.is_weak
                    && !event.meaning.is_harm()
                    && !event.meaning.is_of_housing()
                    && event.role != EventRole::Event
            };
            let event = tagged.events(at).find(is_sure)?;
            (VerbGroup::of(tagged, at).mood <= Mood::Alleged || tagged.word(at) == "flee").then_some((at, event))
        });
        if let Some((at, event)) = word {
            let (meaning, rule) = (event.meaning, "nearby");
            let governor = at..at + 1;
            found.push(Governed {
                mention: n,
                governor,
                meaning,
                mood: Mood::Real,
                rule,
                bond: Bond::Attribute,
                is_weak: true,
                part: None,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::suggest::testing::nothing_likely;

    #[test]
    fn what_only_stands_near_is_a_hint() {
        nothing_likely(&[
            "About 260,000 people have beenforced to flee.",
            "About 260,000 people live in a town from which others fled.",
        ]);
    }
}
