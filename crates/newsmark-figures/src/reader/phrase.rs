//! One number phrase: what limits it, how many, and of what.

use std::ops::Range;

use crate::Unit;

use super::number::number;
use super::people::{one_or_couple, people, told_singly};
use super::reading::Reading;
use super::token::Token;
use super::unnumbered::{fixed, many, none};
use super::unread::Unread;
use super::word::Word;

/// A number phrase of a line.
pub(super) struct Phrase {
    /// Its words, with what it counts.
    pub at: Range<usize>,
    /// The token after it.
    pub end: usize,
    pub read: Result<Reading, Unread>,
}

/// The number phrase whose number begins with token `at`; what limits it may
/// stand before, but not before token `floor`.
pub(super) fn phrase(tokens: &[Token], at: usize, floor: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    if let Some(found) = fixed(tokens, at, floor) {
        return Some(found);
    }
    match token.word {
        Word::No | Word::Not => none(tokens, at),
        Word::Many => many(tokens, at),
        Word::A if let Some((n_people, end)) = one_or_couple(tokens, at) => people(tokens, at, n_people, end),
        Word::Noun(unit, _) => told_singly(tokens, at, floor, unit),
        Word::A
        | Word::Digits(_)
        | Word::Cardinal(_)
        | Word::Scale(_)
        | Word::TwoOrScale(_)
        | Word::Plural(..)
        | Word::Few { .. }
        | Word::Half => number(tokens, at, floor),
        _ => None,
    }
}

/// A reading of the tokens `first` up to `end`, of a number that is just itself.
pub(super) fn exact(tokens: &[Token], first: usize, end: usize, value: u64, unit: Unit) -> Option<Phrase> {
    let at = span(tokens, first, end)?;
    Some(Phrase { at: at.clone(), end, read: Ok(Reading::exact(at, value, unit)) })
}

/// The bytes of the tokens `first` up to `end`; `None` where they are none.
pub(super) fn span(tokens: &[Token], first: usize, end: usize) -> Option<Range<usize>> {
    let (start, end) = (tokens.get(first)?.start, tokens.get(end.checked_sub(1)?)?.end);
    (start < end).then_some(start..end)
}
