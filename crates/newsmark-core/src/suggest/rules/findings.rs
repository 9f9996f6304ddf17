use std::ops::Range;

use newsmark_figures::Unit;

use super::super::lexicon::{EventRole, EventWord, Meaning};
use super::super::tagged::TaggedText;
use super::governed::{Bond, Governed, Part};
use super::verb_group::Mood;
use crate::model::DisplacementTerm;

/// What the rules found, with the rule at hand.
#[derive(Default)]
pub(super) struct Findings {
    /// What was found so far.
    pub found: Vec<Governed>,
    /// The name of the rule at hand.
    pub rule: &'static str,
}

impl Findings {
    /// Adds that `event` at `governor` is said of mention `n`, where the two fit.
    pub fn push(
        &mut self,
        tagged: &TaggedText<'_>,
        n: usize,
        event: &EventWord,
        governor: Range<usize>,
        mood: Mood,
        bond: Bond,
    ) {
        self.push_part(tagged, n, event, governor, mood, bond, None);
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one finding, which every rule has at hand")]
    pub fn push_part(
        &mut self,
        tagged: &TaggedText<'_>,
        n: usize,
        event: &EventWord,
        governor: Range<usize>,
        mood: Mood,
        bond: Bond,
        part: Option<Part>,
    ) {
        // "took refuge", "lost their lives": the word that it needs belongs to it.
        let is_needed = |at: &usize| event.needs(tagged.word(*at));
        let needed = (governor.end..governor.end + 2).find(is_needed).filter(|_| event.role != EventRole::Count);
        let governor = governor.start..needed.map_or(governor.end, |at| at + 1);
        if fits(event, tagged, n) {
            let (meaning, is_weak, rule) = (event.meaning, event.is_weak, self.rule);
            self.found.push(Governed { mention: n, governor, meaning, mood, rule, bond, is_weak, part });
        }
    }
}

/// Whether what happened can be said of mention `n`: people are hurt, dwellings destroyed.
fn fits(event: &EventWord, tagged: &TaggedText<'_>, n: usize) -> bool {
    let meaning = event.meaning;
    let mention = &tagged.mentions[n];
    let unit = mention.reading.unit;
    let last = mention.phrase.end - 1;
    // Whom nobody kills may still move: "17 million boxes arrived".
    let is_of_things = !meaning.is_harm()
        && event.is_weak
        && unit == Unit::Unspecified
        && last >= mention.figure.end
        && !tagged.names_persons(tagged.word(last))
        && tagged.events(last).next().is_none()
        && tagged.word(last) != "others";
    match meaning {
        _ if is_of_things => false,
        _ if meaning.is_of_housing() => unit == Unit::Dwelling,
        Meaning::Movement(DisplacementTerm::Evacuated) => true,
        _ => unit != Unit::Dwelling,
    }
}
