//! The words that name those who do harm.

use std::ops::Range;

use crate::suggest::lexicon::{WordClass, WordList};
use crate::suggest::tagged::TaggedText;
use crate::suggest::words::TokenKind;

/// Nouns of those who do harm.
const AGENTS: WordList = WordList::of(
    "forces army troops soldiers soldier police policeman policemen gunmen militants rebels fighters insurgents guerrillas \
    military militia militias regime government coalition gunman attackers attacker terrorists terrorist warplanes jets helicopters \
    aircraft warplane navy settlers gang gangs extremists jihadists group commandos traffickers assassins killers hitmen bandits robbers \
    sniper snipers bomber bombers kidnappers paramilitaries paratroopers squad squads marines separatists elements guerrilla mercenaries",
);

/// Nouns that name them only where a "by" makes them those who did it.
const PERSONS: WordList = WordList::of(
    "men individuals members officers officer agents persons youths teenagers assailants intruders patrol unit",
);

/// A name of more words is one that was read wrong: "the armed wing of the national liberation front".
const LONGEST: usize = 9;

/// Whether token `at` is a noun of those who do harm.
pub(super) fn is_agent(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_in(at, &AGENTS)
}

/// Whether token `at` is a noun of persons who may have done it.
pub(super) fn is_person(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_in(at, &PERSONS)
}

/// Those who do harm as they are named from token `from` on, before token `end`; a name that no list knows where
/// `is_told` says that the words before it can only be followed by who did it.
pub(super) fn agent_from(tagged: &TaggedText<'_>, from: usize, end: usize, is_told: bool) -> Option<Range<usize>> {
    // "by alleged members of the front": how sure it is that they were is no part of who they are.
    const UNSURE: WordList = WordList::of("the a an alleged suspected presumed unidentified unknown hired");
    let start = (from..end).find(|&at| !tagged.is_in(at, &UNSURE)).unwrap_or(from);
    let phrase = start
        ..(start..end.min(start + LONGEST)).find(|&at| ends_phrase(tagged, at)).unwrap_or(end.min(start + LONGEST));
    let is_head = |at: usize| tagged.is_in(at, &AGENTS) || is_told && tagged.is_in(at, &PERSONS);
    // "men wearing uniforms", "terrorists on the payroll": the first noun of its kind and those that go on with it.
    if let Some(first) = phrase.clone().find(|&at| is_head(at)) {
        let last = (first..phrase.end).take_while(|&at| is_head(at)).last()?;
        return Some(phrase.start..last + 1);
    }
    let link = |at: usize| tagged.is_one_of(at, &["of", "and", "-"]);
    let name = phrase.start..(phrase.clone()).find(|&at| !link(at) && !is_of_name(tagged, at)).unwrap_or(phrase.end);
    let last = name.clone().rev().find(|&at| !link(at))?;
    let is_name =
        tagged.words.word(name.start).starts_with(char::is_uppercase) && !tagged.is(name.start, WordClass::Time);
    (is_told && is_name).then_some(name.start..last + 1)
}

/// Those who do harm as they are named right before token `end`, not before token `first`.
pub(super) fn agent_before(tagged: &TaggedText<'_>, first: usize, end: usize, is_told: bool) -> Option<Range<usize>> {
    let mut last = end;
    while last > first && (tagged.is_adverbial(last - 1) || tagged.is_be(last - 1) || tagged.is_have(last - 1)) {
        last -= 1;
    }
    let mut start = last;
    while start > first && last - start < LONGEST && is_of_name(tagged, start - 1) {
        start -= 1;
    }
    let has_agent = (start..last).any(|at| tagged.is_in(at, &AGENTS));
    // The first word of a sentence is written as a name is.
    let is_name =
        is_told && (start..last).any(|at| tagged.words.word(at).starts_with(char::is_uppercase) && at > first);
    (start < last && (has_agent || is_name)).then_some(start..last)
}

/// Whether token `at` can stand in the name of those who do harm.
pub(super) fn is_of_name(tagged: &TaggedText<'_>, at: usize) -> bool {
    use WordClass::{Adjective, Noun, Organisation, Person, Role, Title};
    let is_capital = tagged.words.word(at).chars().next().is_some_and(char::is_uppercase);
    let is_noun = matches!(tagged.class(at), None | Some(Adjective | Noun | Organisation | Person | Role | Title));
    let is_listed = tagged.is(at, Adjective) || tagged.is_in(at, &AGENTS) || tagged.is(at, WordClass::Organisation);
    tagged.kind(at) == Some(TokenKind::Word)
        && is_noun
        && (is_capital || is_listed)
        && !stops(tagged, at)
        && tagged.mention_at(at).is_none()
        && !crate::suggest::lexicon::is_time_word(tagged.word(at))
}

/// Whether token `at` cannot belong to the clause of those before it.
pub(super) fn stops(tagged: &TaggedText<'_>, at: usize) -> bool {
    tagged.is_barrier(at) || tagged.word(at) == "," || tagged.is_finite(at)
}

fn ends_phrase(tagged: &TaggedText<'_>, at: usize) -> bool {
    let is_preposition = tagged.is(at, WordClass::Preposition) && tagged.word(at) != "of";
    stops(tagged, at)
        || is_preposition
        || tagged.is(at, WordClass::Relative)
        || tagged.is(at, WordClass::Auxiliary)
        || tagged.kind(at) != Some(TokenKind::Word) && tagged.word(at) != "-"
}
