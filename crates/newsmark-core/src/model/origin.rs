use super::{Part, Person};

/// Whose a part of an annotation was before several projects became one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The part.
    pub part: Part,
    /// Whose it was.
    pub person: Person,
}
