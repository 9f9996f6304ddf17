use serde::{Deserialize, Serialize};

use super::unknown::is_unknown;
use super::{Attribution, Figure, Place, Placing, Scope, Term, When};
use crate::model::{self, DisplacementCause, DisplacementTerm, FieldPath, FigureRole, Measure};
use crate::store::CodePoints;

/// See [`model::Displacement`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Displacement<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    term: Term<DisplacementTerm>,
    #[serde(skip_serializing_if = "is_unknown")]
    measure: Term<Measure>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) figure: Option<Figure<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    cause: Term<DisplacementCause>,
    #[serde(skip_serializing_if = "is_unknown")]
    from: Option<Place<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    to: Option<Place<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    when: Option<When<'a>>,
    #[serde(skip_serializing_if = "is_unknown")]
    role: Term<FigureRole>,
    #[serde(skip_serializing_if = "is_unknown")]
    pub(super) scope: Scope,
    #[serde(skip_serializing_if = "is_unknown")]
    attribution: Attribution<'a>,
}

impl<'a> Displacement<'a> {
    /// The record with its offsets in code points.
    pub fn of(record: &'a model::Displacement, index: &CodePoints) -> Displacement<'a> {
        Displacement {
            term: Term(record.term),
            measure: Term(record.measure),
            figure: Figure::of(&record.figure, index),
            cause: Term(record.cause),
            from: Place::of(&record.from, index),
            to: Place::of(&record.to, index),
            when: When::of(&record.when, index),
            role: Term(record.role),
            scope: Scope::of(record.scope),
            attribution: Attribution::of(&record.attribution, index),
        }
    }

    /// The record in the model.
    pub fn into_model(self, placing: Placing<'_, 'a>) -> model::Displacement {
        model::Displacement {
            term: self.term.0,
            measure: self.measure.0,
            figure: self.figure.unwrap_or_default().into_model(FieldPath::Figure, placing),
            cause: self.cause.0,
            from: self.from.unwrap_or_default().into_model(FieldPath::From, placing),
            to: self.to.unwrap_or_default().into_model(FieldPath::To, placing),
            when: self.when.unwrap_or_default().into_model(placing),
            role: self.role.0,
            scope: self.scope.into_model(),
            attribution: self.attribution.into_model(placing),
        }
    }
}
