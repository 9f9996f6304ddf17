use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Name, Path};
use crate::model::{self, Part};

/// See [`model::Dismissal`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Dismissal<'a> {
    kind: Cow<'a, str>,
    field: Option<Path>,
    why: Cow<'a, str>,
    reason: Cow<'a, str>,
    by: Name<'a>,
}

impl<'a> Dismissal<'a> {
    /// The dismissal as the file writes it.
    pub fn of(dismissal: &'a model::Dismissal) -> Dismissal<'a> {
        Dismissal {
            kind: Cow::Borrowed(&dismissal.kind),
            field: dismissal.field.map(Path),
            why: Cow::Borrowed(&dismissal.why),
            reason: Cow::Borrowed(&dismissal.reason),
            by: Name::of(&dismissal.by),
        }
    }

    /// The part of the annotation that it is about.
    pub(super) fn part(&self) -> Option<Part> {
        self.field.map(|path| Part::Field(path.0))
    }

    /// The dismissal in the model.
    pub fn into_model(self) -> model::Dismissal {
        model::Dismissal {
            kind: self.kind.into_owned(),
            field: self.field.map(|path| path.0),
            why: self.why.into_owned(),
            reason: self.reason.into_owned(),
            by: self.by.into_model(),
        }
    }
}
