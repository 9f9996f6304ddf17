use std::sync::Arc;

use super::{Annotation, AnnotationId, Card, Conflict, DismissedProposal, ProjectSettings, SignOff, Sources, Unplaced};

/// The only way in which a project changes.
///
/// [`Project::apply`](super::Project::apply) answers each with its inverse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new annotation.
    Insert(Arc<Annotation>),
    /// An annotation taken away.
    Remove(AnnotationId),
    /// The annotation of the same id becomes this one.
    Replace(Arc<Annotation>),
    /// The article's card becomes this one.
    ReplaceCard(Box<Card>),
    /// The table of sources becomes this one.
    ReplaceSources(Sources),
    /// The project's settings become these.
    ReplaceSettings(ProjectSettings),
    /// The list of sign-offs becomes this one.
    ReplaceSignOffs(Vec<Arc<SignOff>>),
    /// The list of what a merge could not decide becomes this one.
    ReplaceConflicts(Vec<Conflict>),
    /// The list of proposals that editors did not want becomes this one.
    ReplaceDismissedProposals(Vec<Arc<DismissedProposal>>),
    /// An annotation without a place is kept.
    InsertUnplaced(Arc<Unplaced>),
    /// An annotation without a place is let go.
    RemoveUnplaced(AnnotationId),
    /// All of these, in order; where one cannot be applied, none is.
    Batch(Vec<Change>),
}

/// A change that does not fit the project; the project is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// The id is taken.
    #[error("an annotation {0} is there already")]
    Taken(AnnotationId),
    /// No annotation has the id.
    #[error("there is no annotation {0}")]
    Absent(AnnotationId),
    /// A span ends beyond the text.
    #[error("annotation {0} stands outside the article")]
    Outside(AnnotationId),
}
