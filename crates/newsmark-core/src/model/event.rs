use super::{Part, Person, Time};

/// What became of an annotation from one save to the next.
///
/// Events are derived where a save begins and only ever added, so that undo
/// never takes away what a file has told. One without changes, at the head of
/// a history, is the marking of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it was saved; for people to read, never to order by.
    pub time: Time,
    /// Who saved, or at the head of a history who marked the words.
    pub person: Person,
    /// What differs.
    pub changes: Vec<Changed>,
}

/// A part of an annotation that differs from what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which one.
    pub part: Part,
    /// What a person read there before; empty where it was unknown.
    pub before: String,
    /// What a person reads there since; empty where it is unknown.
    pub after: String,
}
