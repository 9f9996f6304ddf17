use crate::model::{Change, Time};

/// One change as it was made: what the journal writes and replays.
///
/// Each entry carries the very change that was applied, also for undo and
/// redo, so that replaying needs nothing but the project that it began with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it came about.
    pub kind: EntryKind,
    /// The step's name within a sentence: "mark as quote".
    pub step: String,
    /// What was applied.
    pub change: Change,
    /// When; for people to read, never to order by.
    pub time: Time,
}

/// How a change came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// An edit that is a step of its own.
    Do,
    /// An edit that joined the step before it, as typing in one field does.
    Join,
    /// A step taken back.
    Undo,
    /// A step made again.
    Redo,
}
