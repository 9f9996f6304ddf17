use super::{CommentId, Person, Time};

/// What somebody said about an annotation.
///
/// The comments of an annotation are one thread, in the order in which they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its name for as long as the project lives.
    pub id: CommentId,
    /// Who wrote it.
    pub author: Person,
    /// When; for people to read, never to order by.
    pub time: Time,
    /// The words.
    pub text: String,
}
