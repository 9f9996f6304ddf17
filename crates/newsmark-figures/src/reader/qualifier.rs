//! What limits a number, before and after it.

use std::ops::Range;

use crate::{Convention, Qualifier, Unit};

use super::amount::Size;
use super::lexicon::LEXICON;
use super::reading::Reading;
use super::token::Token;
use super::word::{Meaning, Word};

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// The first token of it, else of the number.
    pub first: usize,
    pub qualifier: Option<Qualifier>,
    /// Whether the number is the first of two, as after "between" or "from".
    pub opens: Option<Opening>,
}

/// What opens a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// "and" comes before the second number.
    Between,
    /// "to" does.
    From,
    /// "rose from": the two numbers are no range.
    Change,
}

/// So many phrases are read one before the other: "at least some 40".
const MOST_PHRASES: usize = 3;

/// So many tokens before "from" may tell that something changed: "raised the toll twice, from 7 to 9".
const FAR: usize = 9;

/// What stands before token `number`, none of it before token `floor`.
pub(super) fn before(tokens: &[Token], number: usize, floor: usize) -> Before {
    let mut before = Before { first: number, qualifier: None, opens: None };
    for _ in 0..MOST_PHRASES {
        let is_joined = tokens.get(before.first).is_some_and(|token| token.spaced);
        let Some((meaning, first)) = LEXICON.phrase_before(tokens, before.first, floor).filter(|_| is_joined) else {
            break;
        };
        match meaning {
            Meaning::Before(qualifier) => before.qualifier = stronger(before.qualifier, qualifier),
            Meaning::Between => {
                return Before { first, opens: Some(Opening::Between), ..before };
            }
            Meaning::From => {
                let clause = &tokens[first.saturating_sub(FAR).max(floor)..first];
                let is_change = clause.iter().any(|token| token.word == Word::Change);
                let opens = if is_change { Opening::Change } else { Opening::From };
                return Before { first, opens: Some(opens), ..before };
            }
            _ => break,
        }
        before.first = first;
    }
    before
}

/// Of a qualifier and one beside it: "at least about 40" is at least 40.
pub(super) fn stronger(inner: Option<Qualifier>, outer: Qualifier) -> Option<Qualifier> {
    match inner {
        None | Some(Qualifier::Exact) => Some(outer),
        // "at least about 40" says a bound, which "about" does not take away.
        Some(Qualifier::Approximately) if outer != Qualifier::Exact => Some(outer),
        _ => inner,
    }
}

/// The qualifier that begins with token `at`, and the token after it: "or more", "+".
pub(super) fn after(tokens: &[Token], at: usize) -> Option<(Qualifier, usize)> {
    let token = tokens.get(at)?;
    if token.word == Word::Mark('+') && !token.spaced {
        return Some((Qualifier::MoreThan, at + 1));
    }
    let (Meaning::After(qualifier), end) = LEXICON.phrase_from(tokens, at).filter(|_| token.spaced)? else {
        return None;
    };
    // "12 people at least 5 of whom": of the number that follows.
    let follows = tokens.get(end).map(|next| next.word);
    let is_of_next = matches!(follows, Some(Word::Digits(_) | Word::Cardinal(_) | Word::Scale(_) | Word::A));
    (!is_of_next).then_some((qualifier, end))
}

/// A number as its qualifier limits it (the table of the number reader). Of
/// "dozens" a least is known only: "up to dozens" gives no number.
pub(super) fn limited(
    at: Range<usize>,
    qualifier: Qualifier,
    size: Size,
    unit: Unit,
    words: Range<usize>,
) -> Option<Reading> {
    let (value, convention) = match size {
        Size::Exact(value) => (value, Convention::Literal),
        Size::Vague(value, convention) => (value, convention),
        _ => return None,
    };
    let none = Reading::none(at, unit);
    let is_vague = convention != Convention::Literal;
    let n = Some(value);
    let (qualifier, low, best, high) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan => (qualifier, n, n, None),
        // How far off "about" may be is not said, and no rule of thumb is put in its place.
        Qualifier::Approximately => (qualifier, None, n, None),
        Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly if is_vague => {
            return Some(Reading { qualifier: Qualifier::UnknownPlural, ..none });
        }
        Qualifier::AtMost | Qualifier::LessThan => (qualifier, None, None, n),
        // "nearly 40" is not 40 yet: the number is the most that it can be.
        Qualifier::Nearly => (qualifier, None, n, n),
        _ if is_vague => (Qualifier::VaguePlural, n, n, None),
        _ => (Qualifier::Exact, n, n, n),
    };
    Some(Reading { qualifier, low, best, high, convention, vague: is_vague.then_some(words), ..none })
}
