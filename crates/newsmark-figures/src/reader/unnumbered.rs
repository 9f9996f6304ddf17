//! Phrases without a number: none, many, the rest.

use crate::{Convention, Qualifier, Unit};

use super::kin::{one_noun, one_person};
use super::lexicon::{LEXICON, Particle};
use super::noun::counted;
use super::phrase::{Phrase, exact, span};
use super::reading::Reading;
use super::token::Token;
use super::unread::Unread;
use super::word::{Meaning, Word};

/// "no one", "no reports of casualties", "a number of civilians", "the rest".
pub(super) fn fixed(tokens: &[Token], first: usize, floor: usize) -> Option<Phrase> {
    let (meaning, end) = LEXICON.phrase_from(tokens, first)?;
    match meaning {
        Meaning::Zero(unit) => {
            let counted = counted(tokens, end, true);
            let is_of =
                tokens.get(end).is_some_and(|token| token.word == Word::Of) && counted.unit != Unit::Unspecified;
            let (unit, end) = if is_of { (counted.unit, counted.end) } else { (unit, end) };
            exact(tokens, first, end, 0, unit)
        }
        Meaning::NotReported => {
            let counted = counted(tokens, end, true);
            Some(Phrase { at: span(tokens, first, counted.end)?, end: counted.end, read: Err(Unread::NotReported) })
        }
        Meaning::Many => unknown_plural(tokens, first, end),
        Meaning::Rest { is_articled: false } => rest(tokens, first, end),
        Meaning::Rest { is_articled: true } => {
            // Looked for before the rest, as most of "the" stands before something else.
            let article = first.checked_sub(1).filter(|the| *the >= floor && tokens[*the].word == Word::The)?;
            if tokens[first].spaced { rest(tokens, article, end) } else { None }
        }
        _ => None,
    }
}

/// The rest, whose words are the tokens `first` up to `end`, and what it is of.
fn rest(tokens: &[Token], first: usize, end: usize) -> Option<Phrase> {
    let is_of = tokens.get(end).is_some_and(|token| token.word == Word::Of);
    let whole = counted(tokens, end, true);
    let is_pronoun = tokens.get(end + 1).is_some_and(|token| token.word == Word::Pronoun);
    // "the rest of the day" is no rest of a count.
    if is_of && !is_pronoun && !matches!(whole.unit, Unit::Person | Unit::Household | Unit::Dwelling) {
        return None;
    }
    let is_noun = is_of || whole.unit != Unit::Unspecified;
    let (unit, end) = if is_noun { (whole.unit, whole.end) } else { (Unit::Unspecified, end) };
    let at = span(tokens, first, end)?;
    let read =
        Reading { qualifier: Qualifier::Residual, convention: Convention::Derived, ..Reading::none(at.clone(), unit) };
    Some(Phrase { at, end, read: Ok(read) })
}

fn unknown_plural(tokens: &[Token], first: usize, end: usize) -> Option<Phrase> {
    let counted = counted(tokens, end, true);
    let at = span(tokens, first, counted.end)?;
    let read = Reading { qualifier: Qualifier::UnknownPlural, ..Reading::none(at.clone(), counted.unit) };
    Some(Phrase { at, end: counted.end, read: Ok(read) })
}

/// "many people", but not "how many" nor "as many as".
pub(super) fn many(tokens: &[Token], at: usize) -> Option<Phrase> {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let particles = [Particle::How, Particle::As, Particle::So, Particle::Too];
    // "how many people" asks, and "as many as 40" limits the number that follows.
    let is_asked = before.is_some_and(|token| particles.iter().any(|particle| LEXICON.is(token.id, *particle)));
    // "many a man", "many dozens"
    let is_other = tokens.get(at + 1).is_some_and(|next| matches!(next.word, Word::A | Word::Plural(..)));
    (!is_asked && !is_other).then(|| unknown_plural(tokens, at, at + 1)).flatten()
}

/// "no civilians", "not a single soldier".
pub(super) fn none(tokens: &[Token], at: usize) -> Option<Phrase> {
    // "not" alone negates anything; only before "a single soldier" it counts.
    if tokens[at].word == Word::Not {
        let is_one = tokens.get(at + 1).is_some_and(|next| next.word == Word::Cardinal(1));
        let end = if is_one { one_noun(tokens, at + 2) } else { one_person(tokens, at + 1) }?;
        return exact(tokens, at, end, 0, Unit::Person);
    }
    let next = tokens.get(at + 1).filter(|next| next.spaced && !matches!(next.word, Word::Of | Word::Percent))?;
    let counted = counted(tokens, at + 1, true);
    let is_count = matches!(counted.unit, Unit::Person | Unit::Household | Unit::Dwelling);
    // "no man's land"
    let is_owner = tokens.get(counted.end).is_some_and(|token| matches!(token.word, Word::Mark('\'' | '’')));
    let is_noun = counted.end > at + 1 && next.word != Word::Adjective || counted.end > at + 2;
    (is_count && is_noun && !is_owner).then(|| exact(tokens, at, counted.end, 0, counted.unit)).flatten()
}
