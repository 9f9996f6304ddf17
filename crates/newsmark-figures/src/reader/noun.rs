//! What a number counts.

use crate::Unit;

use super::token::Token;
use super::word::{Form, Word};

/// What stands after a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub unit: Unit,
    /// The token after the noun, or after the number where none follows.
    pub end: usize,
}

/// So many words of no list may stand between a number and its noun.
// "300 mostly rural families": beyond two such words the noun belongs to another phrase.
const MOST_UNKNOWN: usize = 2;

/// What the number that ends before token `end` counts. `is_plural`: whether
/// more than one is meant, so that a singular noun only describes the next.
///
/// # Limitations
/// An unknown word is the noun where no known one follows near; its unit stays unspecified.
pub(super) fn counted(tokens: &[Token], end: usize, is_plural: bool) -> Counted {
    let nothing = Counted { unit: Unit::Unspecified, end };
    let Some(first) = tokens.get(end) else { return nothing };
    if matches!(first.word, Word::Percent | Word::Mark('%' | '٪' | '﹪' | '％')) {
        return Counted { unit: Unit::Percent, end: end + 1 };
    }
    let mut at = end;
    let is_of = first.word == Word::Of;
    if is_of {
        at += 1;
        let skipped = |token: &Token| matches!(token.word, Word::The | Word::Possessive) && token.spaced;
        at += usize::from(tokens.get(at).is_some_and(skipped));
    }
    match noun(tokens, at, is_plural) {
        Some(found) => found,
        // "200 of that" names no noun.
        None if is_of => nothing,
        None => fallback(tokens, end),
    }
}

/// The known noun within the words that may describe it.
fn noun(tokens: &[Token], from: usize, is_plural: bool) -> Option<Counted> {
    let (mut at, mut n_unknown) = (from, 0);
    let mut found: Option<Counted> = None;
    loop {
        let token = tokens.get(at).filter(|token| token.spaced || at > from);
        let Some(token) = token else { return found };
        match token.word {
            // "one counts people"
            Word::Noun(_, Form::Plural) if !is_plural && n_unknown > 0 => return found,
            Word::Noun(unit, form) => {
                let is_described = found.is_some_and(|before| !(unit == Unit::Other && before.unit == Unit::Person));
                if found.is_none() || (form == Form::Plural && is_described) {
                    found = Some(Counted { unit, end: at + 1 });
                }
                // "two police officers", "300 family homes"
                let describes = is_plural && matches!(form, Form::Singular | Form::Collective) && token.is_latin;
                if !describes {
                    return found;
                }
            }
            _ if found.is_some() => return found,
            Word::Period { .. } => return Some(Counted { unit: Unit::Other, end: at + 1 }),
            Word::Adjective | Word::PersonAdjective | Word::Label => {}
            Word::Unknown if n_unknown < MOST_UNKNOWN => {
                if token.is_demonym {
                    found = Some(Counted { unit: Unit::Person, end: at + 1 });
                }
                n_unknown += 1;
            }
            // "opposition-held"
            // A hyphenated adjective is one word, though it is three tokens.
            Word::Mark('-' | '‑') if at > from && !token.spaced => n_unknown -= usize::from(n_unknown > 0),
            _ => return None,
        }
        at += 1;
    }
}

/// The adjectives after a number and the word after them, whatever it is.
fn fallback(tokens: &[Token], end: usize) -> Counted {
    let (mut at, mut unit) = (end, Unit::Unspecified);
    while let Some(token) = tokens.get(at).filter(|token| token.spaced && at < end + 2) {
        match token.word {
            Word::PersonAdjective => unit = Unit::Person,
            Word::Adjective => {}
            _ => break,
        }
        at += 1;
    }
    let is_noun = |token: &&Token| token.spaced && matches!(token.word, Word::Unknown | Word::Label | Word::Street);
    at += usize::from(tokens.get(at).filter(is_noun).is_some());
    Counted { unit, end: at }
}
