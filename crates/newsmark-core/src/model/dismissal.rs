use super::{FieldPath, Person};

/// An editor's decision that a warning is none.
///
/// It holds for the very sentence that the warning said, so that a warning that
/// comes to say something else is there again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    /// The problem's kind, as reports name it.
    pub kind: String,
    /// The field that it is about.
    pub field: Option<FieldPath>,
    /// What it said.
    pub why: String,
    /// Why it may be passed over.
    pub reason: String,
    /// Who decided so.
    pub by: Person,
}
