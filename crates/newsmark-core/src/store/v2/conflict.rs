use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Anchored, Annotation, Card, Id, PartName, Source};
use crate::model::{self, AnnotationId};
use crate::store::CodePoints;

/// See [`model::Conflict`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) enum Conflict<'a> {
    /// See [`model::Conflict::Annotation`].
    Annotation {
        /// Its id.
        id: Id<AnnotationId>,
        /// The parts that both changed.
        parts: Vec<PartName>,
        /// What it was before.
        base: Option<Box<Annotation<'a>>>,
        /// What it is there.
        theirs: Option<Box<Annotation<'a>>>,
    },
    /// See [`model::Conflict::DeletedHere`].
    DeletedHere {
        /// Its id.
        id: Id<AnnotationId>,
        /// What it was before.
        base: Option<Box<Annotation<'a>>>,
    },
    /// See [`model::Conflict::Source`].
    Source {
        /// What it was before.
        base: Option<Source<'a>>,
        /// What it is there.
        theirs: Option<Source<'a>>,
    },
    /// See [`model::Conflict::Card`].
    Card {
        /// What it was before.
        base: Option<Box<Card<'a>>>,
        /// What it is there.
        theirs: Box<Card<'a>>,
    },
}

impl<'a> Conflict<'a> {
    /// The conflict with its offsets in code points.
    pub fn of(conflict: &'a model::Conflict, index: &'a CodePoints) -> Conflict<'a> {
        let annotation = |kept: &'a Option<Arc<model::Annotation>>| {
            kept.as_ref().map(|annotation| Box::new(Annotation::of(annotation, index)))
        };
        let card = |card: &'a model::Card| Box::new(Card::of(card, Anchored::of(&card.title, index)));
        match conflict {
            model::Conflict::Annotation { id, parts, base, theirs } => Conflict::Annotation {
                id: Id(*id),
                parts: parts.iter().copied().map(PartName).collect(),
                base: annotation(base),
                theirs: annotation(theirs),
            },
            model::Conflict::DeletedHere { id, base } => Conflict::DeletedHere { id: Id(*id), base: annotation(base) },
            model::Conflict::Source { base, theirs } => {
                Conflict::Source { base: base.as_ref().map(Source::of), theirs: theirs.as_ref().map(Source::of) }
            }
            model::Conflict::Card { base, theirs } => {
                Conflict::Card { base: base.as_deref().map(card), theirs: card(theirs) }
            }
        }
    }

    /// The conflict in the model; `place` finds where an annotation stands. What
    /// something was before is left out where it has no place.
    ///
    /// # Errors
    /// What `place` says of their annotation.
    pub fn into_model<E>(
        self,
        index: &CodePoints,
        mut place: impl FnMut(Annotation<'a>) -> Result<model::Annotation, E>,
    ) -> Result<model::Conflict, E> {
        let card = |card: Card<'a>| Box::new(card.into_model(|title| title.into_model(index)));
        Ok(match self {
            Conflict::Annotation { id, parts, base, theirs } => model::Conflict::Annotation {
                id: id.0,
                parts: parts.into_iter().map(|part| part.0).collect(),
                base: base.and_then(|base| place(*base).ok()).map(Arc::new),
                theirs: theirs.map(|theirs| place(*theirs).map(Arc::new)).transpose()?,
            },
            Conflict::DeletedHere { id, base } => {
                model::Conflict::DeletedHere { id: id.0, base: base.and_then(|base| place(*base).ok()).map(Arc::new) }
            }
            Conflict::Source { base, theirs } => {
                model::Conflict::Source { base: base.map(Source::into_model), theirs: theirs.map(Source::into_model) }
            }
            Conflict::Card { base, theirs } => {
                model::Conflict::Card { base: base.map(|base| card(*base)), theirs: card(*theirs) }
            }
        })
    }
}
