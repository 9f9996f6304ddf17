//! When, where, by whose account, and how a count stands to others.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::bare;
use super::unknown::is_unknown;
use super::{Anchored, Id, Placing, Term};
use crate::model::{
    self, AnnotationId, AttributionPart, Certainty, Dimension, FieldPath, PlacePart, Precision, ScopeKind, SourceId,
    WhenPart,
};
use crate::store::CodePoints;

/// See [`model::When`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct When<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    text: Anchored<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    date: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_unknown")]
    precision: Term<Precision>,
}

/// See [`model::Place`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Place<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    text: Anchored<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "is_unknown")]
    country: Cow<'a, str>,
}

/// See [`model::Scope`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Scope {
    #[serde(skip_serializing_if = "is_unknown")]
    kind: Term<ScopeKind>,
    #[serde(skip_serializing_if = "is_unknown")]
    of: Option<Id<AnnotationId>>,
    #[serde(skip_serializing_if = "Option::is_none", with = "bare")]
    by: Option<Term<Dimension>>,
}

/// See [`model::Attribution`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Attribution<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    source: Option<Id<SourceId>>,
    #[serde(skip_serializing_if = "is_unknown")]
    words: Option<Anchored<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    cue: Option<Anchored<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    certainty: Term<Certainty>,
    #[serde(skip_serializing_if = "is_unknown")]
    via: Cow<'a, str>,
}

impl<'a> When<'a> {
    /// The time with its offsets in code points; `None` where all of it is unknown.
    pub fn of(when: &'a model::When, index: &CodePoints) -> Option<When<'a>> {
        let written = When {
            text: Anchored::of_any(&when.text, index),
            date: Cow::Borrowed(&when.date),
            precision: Term(when.precision),
        };
        (!is_unknown(&written)).then_some(written)
    }

    /// The time in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::When {
        model::When {
            text: self.text.known().map(|text| placing(FieldPath::When(WhenPart::Text), text)),
            date: self.date.into_owned(),
            precision: self.precision.0,
        }
    }
}

impl<'a> Place<'a> {
    /// The place with its offsets in code points; `None` where all of it is unknown.
    pub fn of(place: &'a model::Place, index: &CodePoints) -> Option<Place<'a>> {
        let written = Place {
            text: Anchored::of_any(&place.text, index),
            name: Cow::Borrowed(&place.name),
            country: Cow::Borrowed(&place.country),
        };
        (!is_unknown(&written)).then_some(written)
    }

    /// The place in the model; `path` names its parts.
    pub fn into_model(self, path: fn(PlacePart) -> FieldPath, placing: Placing<'_, 'a>) -> model::Place {
        model::Place {
            text: self.text.known().map(|text| placing(path(PlacePart::Text), text)),
            name: self.name.into_owned(),
            country: self.country.into_owned(),
        }
    }
}

impl Scope {
    /// The scope as the file writes it.
    pub fn of(scope: model::Scope) -> Scope {
        let by = Some(Term(scope.by)).filter(|by| !is_unknown(by));
        Scope { kind: Term(scope.kind), of: scope.of.map(Id), by }
    }

    /// The scope in the model.
    pub fn into_model(self) -> model::Scope {
        let by = self.by.unwrap_or_default().0;
        model::Scope { kind: self.kind.0, of: self.of.map(|id| id.0), by }
    }

    /// The field that version 1 has not, where it is there.
    pub(super) fn later_field(&self) -> Option<FieldPath> {
        self.by.map(|_| FieldPath::ScopeBy)
    }
}

impl<'a> Attribution<'a> {
    /// The attribution with its offsets in code points.
    pub fn of(attribution: &'a model::Attribution, index: &CodePoints) -> Attribution<'a> {
        Attribution {
            source: attribution.source.map(Id),
            words: Anchored::of_known(&attribution.words, index),
            cue: Anchored::of_known(&attribution.cue, index),
            certainty: Term(attribution.certainty),
            via: Cow::Borrowed(&attribution.via),
        }
    }

    /// The attribution in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Attribution {
        model::Attribution {
            source: self.source.map(|id| id.0),
            words: self.words.map(|words| placing(FieldPath::Attribution(AttributionPart::Words), words)),
            cue: self.cue.map(|cue| placing(FieldPath::Attribution(AttributionPart::Cue), cue)),
            certainty: self.certainty.0,
            via: self.via.into_owned(),
        }
    }
}
