use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Anchored, Attribution, Id, Placing, Term};
use crate::model::{self, AnnotationId, FieldPath, Medium, QuoteKind};
use crate::store::CodePoints;

/// See [`model::Quotes`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Quotes<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    kind: Term<QuoteKind>,
    #[serde(skip_serializing_if = "is_unknown")]
    attribution: Attribution<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    addressee: Option<Anchored<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    medium: Term<Medium>,
    #[serde(skip_serializing_if = "is_unknown")]
    inside: Option<Id<AnnotationId>>,
}

impl<'a> Quotes<'a> {
    /// The record with its offsets in code points.
    pub fn of(record: &'a model::Quotes, index: &CodePoints) -> Quotes<'a> {
        Quotes {
            kind: Term(record.kind),
            attribution: Attribution::of(&record.attribution, index),
            addressee: Anchored::of_known(&record.addressee, index),
            medium: Term(record.medium),
            inside: record.inside.map(Id),
        }
    }

    /// The record in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Quotes {
        model::Quotes {
            kind: self.kind.0,
            attribution: self.attribution.into_model(placing),
            addressee: self.addressee.map(|words| placing(FieldPath::Addressee, words)),
            medium: self.medium.0,
            inside: self.inside.map(|id| id.0),
        }
    }
}
