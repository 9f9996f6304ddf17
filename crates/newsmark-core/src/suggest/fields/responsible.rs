//! Who is held responsible, and how.

use std::ops::Range;

use super::agent::{agent_from, is_agent, is_of_name, is_person, stops};
use super::blame::blame;
use super::{Stated, anchored, sentence};
use crate::model::{Anchored, Responsibility};
use crate::suggest::lexicon::{Circumstances, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::rules::{Governed, Mood};
use crate::suggest::tagged::TaggedText;

/// Who is held responsible, and how.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Responsible {
    pub who: Stated<Anchored<String>>,
    pub how: Responsibility,
}

/// Adjectives of those who do harm, before what they do it with: "government shelling".
const SIDES: WordList =
    WordList::of("regime government coalition rebel army opposition insurgent guerrilla militant police military");

/// Who the sentence of `count` holds responsible.
pub(in crate::suggest) fn responsible(tagged: &TaggedText<'_>, count: &Governed) -> Option<Responsible> {
    let own = sentence(tagged, count);
    let suspected = |(at, tier)| (at, tier, Responsibility::Suspected);
    let (at, tier, how) = by_agent(tagged, count, &own)
        .or_else(|| subject(tagged, count, &own))
        .map(suspected)
        .or_else(|| blame(tagged, &own).map(|(at, how)| (at, Tier::Likely, how)))
        .or_else(|| of_attack(tagged, count, &own).map(suspected))?;
    let is_suspected =
        (own.start.max(at.start.saturating_sub(2))..at.end).any(|at| tagged.is_one_of(at, &["suspected", "alleged"]));
    let how = match count.mood {
        Mood::Denied => Responsibility::Denied,
        // Others say so: who speaks for themselves declares, and that an editor sees from the source.
        _ => how,
    };
    let at =
        if is_suspected && tagged.is_one_of(at.start, &["suspected", "alleged"]) { at.start + 1..at.end } else { at };
    Some(Responsible { who: Stated { value: anchored(tagged, &at)?, at, tier }, how })
}

/// "killed by gunmen".
fn by_agent(tagged: &TaggedText<'_>, count: &Governed, own: &Range<usize>) -> Option<(Range<usize>, Tier)> {
    let behind = count.governor.end..own.end.min(count.governor.end + 8);
    // "wounded in raids by Russian aircraft": the nearest "by" before an agent names it.
    behind.filter(|&at| tagged.word(at) == "by").find_map(|by| {
        let is_told = by == count.governor.end;
        agent_from(tagged, by + 1, own.end, is_told).map(|at| (at, Tier::Likely))
    })
}

/// "Government forces killed 12".
fn subject(tagged: &TaggedText<'_>, count: &Governed, own: &Range<usize>) -> Option<(Range<usize>, Tier)> {
    if count.rule != "active" {
        return None;
    }
    let first = own.start.max(count.governor.start.saturating_sub(5));
    let agent = (first..count.governor.start)
        .rev()
        .take_while(|&at| !stops(tagged, at))
        // "Front members recently murdered": persons right before the verb and its adverbs.
        .find(|&at| {
            is_agent(tagged, at) || is_person(tagged, at) && is_right_before(tagged, at, count.governor.start)
        })?;
    let mut start = agent;
    while start > own.start && is_of_name(tagged, start - 1) {
        start -= 1;
    }
    Some((start..agent + 1, Tier::Likely))
}

fn is_right_before(tagged: &TaggedText<'_>, at: usize, verb: usize) -> bool {
    (at + 1..verb).all(|between| tagged.is_adverbial(between))
}

/// "in Russian air strikes", "regime shelling".
fn of_attack(tagged: &TaggedText<'_>, count: &Governed, own: &Range<usize>) -> Option<(Range<usize>, Tier)> {
    let words = Circumstances::english();
    let near = own.start.max(count.governor.start.saturating_sub(20))..own.end.min(count.governor.end + 20);
    near.clone().find_map(|at| {
        if !tagged.is_in(at, &SIDES) && !is_nationality(tagged, at) {
            return None;
        }
        let pair = format!("{} {}", tagged.word(at + 1), tagged.word(at + 2));
        let is_attack = words.cause(tagged.word(at + 1)).is_some()
            || words.cause(&pair).is_some()
            || tagged.is_one_of(
                at + 1,
                &["raid", "raids", "strike", "strikes", "attack", "attacks", "warplanes", "helicopters", "aircraft"],
            );
        let mut start = at;
        while start > own.start + 1 && is_of_name(tagged, start - 1) {
            start -= 1;
        }
        (is_attack && at + 1 < own.end).then(|| (start..at + 1, Tier::Likely))
    })
}

/// An adjective of a country, as far as its letters tell: "Russian", "Israeli", "Turkish".
fn is_nationality(tagged: &TaggedText<'_>, at: usize) -> bool {
    let word = tagged.words.word(at);
    let is_capital = word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let ends = ["ian", "ish", "ese", "eli", "aqi", "ean", "can", "ench", "ani"];
    is_capital && ends.iter().any(|end| word.ends_with(end))
}
