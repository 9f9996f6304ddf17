use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Details, Dismissal, Id, Name, Placing, Term};
use crate::model::{self, AnnotationId, Status};
use crate::store::CodePoints;

/// An annotation, placed or not, as the file writes it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Annotation<'a> {
    /// Its id.
    pub id: Id<AnnotationId>,
    /// Where it stands, or is said to have stood, in code points.
    pub at: Vec<(usize, usize)>,
    /// The words it covers, a string a span.
    pub words: Vec<Cow<'a, str>>,
    /// What it says.
    pub details: Details<'a>,
    /// How far it has come.
    #[serde(default)]
    pub status: Term<Status>,
    /// Who made it.
    pub author: Name<'a>,
    /// The editor's own words about it.
    #[serde(default)]
    pub note: Cow<'a, str>,
    /// Warnings that an editor decided are none.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub dismissed: Vec<Dismissal<'a>>,
}

impl<'a> Annotation<'a> {
    /// The annotation with offsets in code points and the words it covers.
    pub fn of(annotation: &'a model::Annotation, index: &'a CodePoints) -> Annotation<'a> {
        Annotation {
            id: Id(annotation.id),
            at: annotation.spans.iter().map(|span| index.range(span)).collect(),
            words: annotation.spans.iter().map(|span| Cow::Borrowed(index.text().words(span))).collect(),
            details: Details::of(&annotation.details, index),
            status: Term(annotation.status),
            author: Name(Cow::Borrowed(&annotation.author)),
            note: Cow::Borrowed(&annotation.note),
            dismissed: annotation.dismissed.iter().map(Dismissal::of).collect(),
        }
    }

    /// An annotation without a place, with the words and the place it once had.
    pub fn of_unplaced(unplaced: &'a model::Unplaced, index: &'a CodePoints) -> Annotation<'a> {
        Annotation {
            id: Id(unplaced.id),
            at: unplaced.claimed.clone(),
            words: unplaced.words.iter().map(|words| Cow::Borrowed(words.as_str())).collect(),
            details: Details::of(&unplaced.details, index),
            status: Term(unplaced.status),
            author: Name(Cow::Borrowed(&unplaced.author)),
            note: Cow::Borrowed(&unplaced.note),
            dismissed: unplaced.dismissed.iter().map(Dismissal::of).collect(),
        }
    }

    /// The annotation at `spans`; `placing` finds the words of its fields.
    pub fn placed(self, spans: model::Spans, placing: Placing<'_, 'a>) -> model::Annotation {
        model::Annotation {
            id: self.id.0,
            details: self.details.into_model(placing),
            spans,
            status: self.status.0,
            author: self.author.0.into_owned(),
            note: self.note.into_owned(),
            dismissed: self.dismissed.into_iter().map(Dismissal::into_model).collect(),
        }
    }

    /// The annotation as one without a place; `placing` finds the words of its fields.
    pub fn unplaced(self, placing: Placing<'_, 'a>) -> model::Unplaced {
        model::Unplaced {
            words: self.words.into_iter().map(Cow::into_owned).collect(),
            claimed: self.at,
            id: self.id.0,
            details: self.details.into_model(placing),
            status: self.status.0,
            author: self.author.0.into_owned(),
            note: self.note.into_owned(),
            dismissed: self.dismissed.into_iter().map(Dismissal::into_model).collect(),
        }
    }
}
