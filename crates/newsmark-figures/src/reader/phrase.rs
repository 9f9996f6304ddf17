//! One number phrase: where it stands, and what is read of it.

use std::ops::Range;

use crate::Unit;

use super::line::Line;
use super::reading::Reading;
use super::unread::Unread;

/// A number phrase of a line.
pub(super) struct Phrase {
    /// Its words, with what it counts.
    pub at: Range<usize>,
    /// The token after it.
    pub end: usize,
    pub read: Result<Reading, Unread>,
}

/// A reading of the tokens `first` up to `end`, of a number that is just itself.
pub(super) fn exact(line: Line<'_>, first: usize, end: usize, value: u64, unit: Unit) -> Option<Phrase> {
    let at = span(line, first, end)?;
    Some(Phrase { at: at.clone(), end, read: Ok(Reading::exact(at, value, unit)) })
}

/// The bytes of the tokens `first` up to `end`; `None` where they are none.
pub(super) fn span(line: Line<'_>, first: usize, end: usize) -> Option<Range<usize>> {
    let (start, end) = (line.get(first)?.start, line.get(end.checked_sub(1)?)?.end);
    (start < end).then_some(start..end)
}
