//! Who is held responsible, and how.

use std::ops::Range;

use super::{Stated, anchored, sentence};
use crate::model::{Anchored, Responsibility};
use crate::suggest::lexicon::{Circumstances, WordClass, WordList};
use crate::suggest::proposal::Tier;
use crate::suggest::rules::{Governed, Mood};
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

/// Who is held responsible, and how.
#[derive(Clone, Debug)]
pub(in crate::suggest) struct Responsible {
    pub who: Stated<Anchored<String>>,
    pub how: Responsibility,
}

/// Nouns of those who do harm.
const AGENTS: WordList = WordList::of(
    "forces army troops soldiers police gunmen militants rebels fighters insurgents guerrillas military militia \
    militias regime government coalition gunman attackers attacker terrorists warplanes jets helicopters aircraft \
    warplane navy settlers gang gangs extremists jihadists group commandos",
);

/// Adjectives of those who do harm, before what they do it with: "government shelling".
const SIDES: WordList =
    WordList::of("regime government coalition rebel army opposition insurgent guerrilla militant police military");

/// Who the sentence of `count` holds responsible.
pub(in crate::suggest) fn responsible(tagged: &TaggedText<'_>, count: &Governed) -> Option<Responsible> {
    let own = sentence(tagged, count);
    let found = by_agent(tagged, count, &own)
        .or_else(|| subject(tagged, count, &own))
        .or_else(|| of_attack(tagged, count, &own))?;
    let (at, tier) = found;
    let is_suspected =
        (own.start.max(at.start.saturating_sub(2))..at.end).any(|at| tagged.is_one_of(at, &["suspected", "alleged"]));
    let how = match count.mood {
        Mood::Denied => Responsibility::Denied,
        // Others say so: who speaks for themselves declares, and that an editor sees from the source.
        _ => Responsibility::Suspected,
    };
    let at =
        if is_suspected && tagged.is_one_of(at.start, &["suspected", "alleged"]) { at.start + 1..at.end } else { at };
    Some(Responsible { who: Stated { value: anchored(tagged, &at)?, at, tier }, how })
}

/// "killed by gunmen".
fn by_agent(tagged: &TaggedText<'_>, count: &Governed, own: &Range<usize>) -> Option<(Range<usize>, Tier)> {
    let behind = count.governor.end..own.end.min(count.governor.end + 8);
    // "wounded in raids by Russian aircraft": the nearest "by" before an agent names it.
    let agent_of = |by: usize| {
        let agents = (by + 1..own.end.min(by + 8)).take_while(|&at| !stops(tagged, at) && tagged.word(at) != "by");
        agents.filter(|&at| tagged.is_in(at, &AGENTS)).last()
    };
    let (by, agent) = behind.filter(|&at| tagged.word(at) == "by").find_map(|by| Some((by, agent_of(by)?)))?;
    Some((skip_article(tagged, by + 1)..agent + 1, Tier::Likely))
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
        .find(|&at| tagged.is_in(at, &AGENTS))?;
    let mut start = agent;
    while start > first && is_of_name(tagged, start - 1) {
        start -= 1;
    }
    Some((start..agent + 1, Tier::Likely))
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

fn stops(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_barrier(at) || tagged.word(at) == "," || tagged.is_finite(at)
}

fn is_of_name(tagged: &TaggedText<'_>, at: usize) -> bool {
    let is_capital = tagged.words.word(at).chars().next().is_some_and(char::is_uppercase);
    tagged.kind(at) == Some(TokenKind::Word)
        && !stops(tagged, at)
        && (is_capital && !tagged.is(at, WordClass::Determiner)
            || tagged.is(at, WordClass::Adjective)
            || tagged.is_in(at, &SIDES))
}

fn skip_article(tagged: &TaggedText<'_>, at: usize) -> usize {
    at + usize::from(tagged.is_one_of(at, &["the", "a", "an"]))
}
