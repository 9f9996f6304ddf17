//! What limits a number, before and after it.

use std::ops::Range;

use crate::{Convention, Qualifier, Unit};

use super::amount::Size;
use super::line::Line;
use super::reading::Reading;
use super::word::{Flag, Meaning, Word};

/// What stands before a number and belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    /// The first token of it, else of the number.
    pub first: usize,
    pub qualifier: Option<Qualifier>,
    /// Whether the number is the first of two, as after "between" or "from".
    pub opens: Option<Opening>,
    /// Whether the words can hardly mean anything else.
    pub is_sure: bool,
}

impl Before {
    /// Nothing before token `number`.
    pub(super) fn none(number: usize) -> Before {
        Before { first: number, qualifier: None, opens: None, is_sure: true }
    }
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
pub(super) fn before(line: Line<'_>, number: usize, floor: usize) -> Before {
    let mut before = Before::none(number);
    for _ in 0..MOST_PHRASES {
        let Some((meaning, first)) = line.phrase_before(before.first, floor) else { break };
        if !is_joined(line, before.first) {
            break;
        }
        match meaning {
            Meaning::Before { qualifier, is_sure } => {
                before.qualifier = stronger(before.qualifier, qualifier);
                before.is_sure &= is_sure;
            }
            Meaning::BeforeOfToll(qualifier) if follows_toll(line, first, floor) => {
                before.qualifier = stronger(before.qualifier, qualifier);
            }
            Meaning::Between => {
                return Before { first, opens: Some(Opening::Between), ..before };
            }
            Meaning::From => {
                let opens = if follows_change(line, first, floor) { Opening::Change } else { Opening::From };
                return Before { first, opens: Some(opens), ..before };
            }
            _ => break,
        }
        before.first = first;
    }
    before
}

/// Whether what limits a number may end right before token `at`: a space parts words, a sign stands at its number
/// (">300"), as some Arabic words do, and digits run into the word before where a space was lost ("between159,000").
fn is_joined(line: Line<'_>, at: usize) -> bool {
    let is_after_mark = at > 0 && matches!(line.word(at - 1), Word::Mark(_));
    line.is_spaced(at) || is_after_mark || matches!(line.word(at), Word::Digits(_))
}

/// Whether the sentence tells of a change before token `first`: "rose", "raised".
fn follows_change(line: Line<'_>, first: usize, floor: usize) -> bool {
    line[first.saturating_sub(FAR).max(floor)..first].iter().any(|token| matches!(token.word, Word::Change))
}

/// Whether the clause tells before token `first` of a toll or of who is counted: "the toll has passed".
fn follows_toll(line: Line<'_>, first: usize, floor: usize) -> bool {
    let clause = line[first.saturating_sub(FAR).max(floor)..first].iter().rev();
    let mut clause = clause.take_while(|token| !matches!(token.word, Word::Mark('.' | ';' | '!' | '?')));
    clause.any(|token| token.has(Flag::Toll))
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

/// The qualifier that begins with token `at`, and the token after it: "or more", "+", "-odd".
pub(super) fn after(line: Line<'_>, at: usize) -> Option<(Qualifier, usize)> {
    let token = line.get(at)?;
    let (Meaning::After(qualifier), end) = line.phrase_from(at)? else { return None };
    // A sign belongs to the number that it is written together with.
    if token.spaced == matches!(token.word, Word::Mark(_)) {
        return None;
    }
    // "12 people at least 5 of whom": of the number that follows.
    let is_of_next = line.word(end).is_number() || matches!(line.word(end), Word::A);
    let goes_on = line.is_joining_hyphen(end);
    (!is_of_next && !goes_on).then_some((qualifier, end))
}

/// A number as its qualifier limits it (the table of the number reader). Of
/// "dozens" a least is known only: "up to dozens" gives no number.
pub(super) fn limited(
    at: Range<usize>,
    qualifier: Option<Qualifier>,
    size: Size,
    unit: Unit,
    words: Range<usize>,
) -> Option<Reading> {
    let (value, convention) = match size {
        Size::Exact(value) => (value, Convention::Literal),
        Size::Vague(value, convention) => (value, convention),
        Size::About(value) => (value, Convention::Dictionary),
        _ => return None,
    };
    let none = Reading::none(at, unit);
    let is_vague = convention != Convention::Literal;
    let n = Some(value);
    let qualifier = qualifier.filter(|qualifier| *qualifier != Qualifier::Exact).unwrap_or(match size {
        Size::Vague(..) => Qualifier::VaguePlural,
        Size::About(_) => Qualifier::Approximately,
        _ => Qualifier::Exact,
    });
    let (low, best, high) = match qualifier {
        Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::VaguePlural => (n, n, None),
        // How far off "about" may be is not said, and no rule of thumb is put in its place.
        Qualifier::Approximately => (None, n, None),
        Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly if matches!(size, Size::Vague(..)) => {
            return Some(Reading { qualifier: Qualifier::UnknownPlural, ..none });
        }
        Qualifier::AtMost | Qualifier::LessThan => (None, None, n),
        // "nearly 40" is not 40 yet: the number is the most that it can be.
        Qualifier::Nearly => (None, n, n),
        _ => (n, n, n),
    };
    Some(Reading { qualifier, low, best, high, convention, vague: is_vague.then_some(words), ..none })
}
