use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Anchored, Details, Id, Name, Term};
use crate::model::{self, Status};
use crate::store::CodePoints;

/// An annotation, placed or not, as the file writes it.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Annotation<'a> {
    /// Its id.
    pub id: Id,
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
}

impl<'a> Annotation<'a> {
    /// The annotation with offsets in code points and the words it covers.
    pub fn of(annotation: &'a model::Annotation, index: &'a CodePoints) -> Annotation<'a> {
        Annotation {
            id: Id(annotation.id),
            at: annotation.spans.iter().map(|span| index.range(span)).collect(),
            words: annotation.spans.iter().map(|span| Cow::Borrowed(index.text().words(span))).collect(),
            details: Details::of(&annotation.details, |value| Anchored::of(value, index)),
            status: Term(annotation.status),
            author: Name(Cow::Borrowed(&annotation.author)),
            note: Cow::Borrowed(&annotation.note),
        }
    }

    /// An annotation without a place, with the words and the place it once had.
    pub fn of_unplaced(unplaced: &'a model::Unplaced, index: &'a CodePoints) -> Annotation<'a> {
        Annotation {
            id: Id(unplaced.id),
            at: unplaced.claimed.clone(),
            words: unplaced.words.iter().map(|words| Cow::Borrowed(words.as_str())).collect(),
            details: Details::of(&unplaced.details, |value| Anchored::of(value, index)),
            status: Term(unplaced.status),
            author: Name(Cow::Borrowed(&unplaced.author)),
            note: Cow::Borrowed(&unplaced.note),
        }
    }

    /// The annotation at `spans`; `details` converts its record.
    pub fn placed(
        self,
        spans: model::Spans,
        details: impl FnOnce(&model::Spans, Details<'a>) -> model::Details,
    ) -> model::Annotation {
        model::Annotation {
            id: self.id.0,
            details: details(&spans, self.details),
            spans,
            status: self.status.0,
            author: self.author.0.into_owned(),
            note: self.note.into_owned(),
        }
    }

    /// The annotation as one without a place; `details` converts its record.
    pub fn unplaced(self, details: impl FnOnce(Details<'a>) -> model::Details) -> model::Unplaced {
        model::Unplaced {
            words: self.words.into_iter().map(Cow::into_owned).collect(),
            claimed: self.at,
            id: self.id.0,
            details: details(self.details),
            status: self.status.0,
            author: self.author.0.into_owned(),
            note: self.note.into_owned(),
        }
    }
}
