use std::sync::Arc;

use super::{Annotation, AnnotationId, Card, Part, Source, SourceId};

/// Something that two people changed in different ways and a merge could not decide.
///
/// Ours stands in the project; whole values of the others are kept, so that
/// either can still be taken and nothing of either is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// An annotation that both changed, or that they deleted and we changed.
    Annotation {
        /// Its id.
        id: AnnotationId,
        /// The parts that both changed; none where they deleted it.
        parts: Vec<Part>,
        /// What it was before; `None` where it was not there.
        base: Option<Arc<Annotation>>,
        /// What it is there; `None` where it was deleted there.
        theirs: Option<Arc<Annotation>>,
    },
    /// An annotation that we deleted and they changed: theirs stands in the project.
    DeletedHere {
        /// Its id.
        id: AnnotationId,
        /// What it was before; `None` where that is not known.
        base: Option<Arc<Annotation>>,
    },
    /// A source that both changed, or one changed and the other deleted; it is
    /// not in the project where we deleted it.
    Source {
        /// What it was before; `None` where that is not known.
        base: Option<Source>,
        /// What it is there; `None` where it was deleted there.
        theirs: Option<Source>,
    },
    /// The article's card.
    Card {
        /// What it was before; `None` where that is not known.
        base: Option<Box<Card>>,
        /// What it is there.
        theirs: Box<Card>,
    },
}

impl Conflict {
    /// The annotation that it is about.
    pub fn annotation(&self) -> Option<AnnotationId> {
        match self {
            Conflict::Annotation { id, .. } | Conflict::DeletedHere { id, .. } => Some(*id),
            Conflict::Source { .. } | Conflict::Card { .. } => None,
        }
    }

    /// The source that it is about.
    pub fn source(&self) -> Option<SourceId> {
        match self {
            // One of the two is always there: what neither has is in no conflict.
            Conflict::Source { base, theirs } => theirs.as_ref().or(base.as_ref()).map(|source| source.id),
            Conflict::Annotation { .. } | Conflict::DeletedHere { .. } | Conflict::Card { .. } => None,
        }
    }

    /// The annotations that it keeps.
    pub(super) fn kept(&self) -> impl Iterator<Item = &Arc<Annotation>> {
        let (base, theirs) = match self {
            Conflict::Annotation { base, theirs, .. } => (base.as_ref(), theirs.as_ref()),
            Conflict::DeletedHere { base, .. } => (base.as_ref(), None),
            Conflict::Source { .. } | Conflict::Card { .. } => (None, None),
        };
        base.into_iter().chain(theirs)
    }
}
