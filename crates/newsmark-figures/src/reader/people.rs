//! Phrases of people told one by one, with those told together with them.

use crate::{Qualifier, Unit};

use super::amount::Size;
use super::kin::{arabic_person, one_person, with_kin};
use super::lexicon::{LEXICON, Particle};
use super::phrase::{Phrase, exact, span};
use super::qualifier::{after, before, limited, stronger};
use super::token::Token;
use super::word::Word;

/// How many people "a woman" or "an elderly couple" at token `at` are, and the token after the noun.
pub(super) fn one_or_couple(tokens: &[Token], at: usize) -> Option<(u64, usize)> {
    let one = one_person(tokens, at).map(|end| (1, end));
    one.or_else(|| couple(tokens, at).map(|end| (2, end)))
}

/// The token after "a couple" or "an elderly couple" where their kin follow.
fn couple(tokens: &[Token], at: usize) -> Option<usize> {
    let described = tokens.get(at + 1).is_some_and(|token| matches!(token.word, Word::Adjective | Word::Unknown));
    let couple = at + 1 + usize::from(described);
    let is_couple = tokens.get(couple).is_some_and(|token| LEXICON.is(token.id, Particle::Couple));
    // "a couple" alone is as often two things; with children it is two people.
    (is_couple && with_kin(tokens, couple + 1).is_some()).then_some(couple + 1)
}

/// "a woman", and those told together with her.
pub(super) fn people(tokens: &[Token], first: usize, n_people: u64, end: usize) -> Option<Phrase> {
    let (n_kin, end) = with_kin(tokens, end).unwrap_or((0, end));
    let mut found = exact(tokens, first, end, n_people.checked_add(n_kin)?, Unit::Person)?;
    if let Ok(read) = &mut found.read {
        read.added = (n_kin > 0).then_some((n_people, n_kin));
    }
    Some(found)
}

/// "شخصان", with what limits it.
pub(super) fn told_singly(tokens: &[Token], at: usize, floor: usize, unit: Unit) -> Option<Phrase> {
    let (n_people, n_kin, mut end) = arabic_person(tokens, at)?;
    let before = before(tokens, at, floor);
    let (mut first, mut qualifier) = (at, None);
    if before.opens.is_none() {
        (first, qualifier) = (before.first, before.qualifier);
    }
    if let Some((limit, after)) = after(tokens, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let at = span(tokens, first, end)?;
    let size = Size::Exact(n_people.checked_add(n_kin)?);
    let mut read = limited(at.clone(), qualifier.unwrap_or(Qualifier::Exact), size, unit, at.clone())?;
    read.added = (n_kin > 0).then_some((n_people, n_kin));
    Some(Phrase { at, end, read: Ok(read) })
}
