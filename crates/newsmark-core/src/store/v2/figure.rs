use serde::{Deserialize, Serialize};

use super::bare;
use super::unknown::is_unknown;
use super::{Anchored, Placing, Size, Term};
use crate::model::{self, Convention, FieldPath, FigurePart, Qualifier, Unit};
use crate::store::CodePoints;

/// See [`model::Figure`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Figure<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    text: Anchored<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    qualifier: Term<Qualifier>,
    #[serde(skip_serializing_if = "is_unknown")]
    low: Option<u64>,
    #[serde(skip_serializing_if = "is_unknown")]
    best: Option<u64>,
    #[serde(skip_serializing_if = "is_unknown")]
    high: Option<u64>,
    #[serde(skip_serializing_if = "is_unknown")]
    unit: Term<Unit>,
    #[serde(skip_serializing_if = "is_unknown")]
    household_size: Option<Size>,
    #[serde(skip_serializing_if = "is_unknown")]
    convention: Term<Convention>,
    #[serde(skip_serializing_if = "Option::is_none", with = "bare")]
    pub(super) of: Option<Denominator<'a>>,
}

/// See [`model::Denominator`]; a field of version 2.
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields, default)]
pub(in crate::store) struct Denominator<'a> {
    #[serde(skip_serializing_if = "is_unknown")]
    text: Anchored<'a>,
    #[serde(skip_serializing_if = "is_unknown")]
    best: Option<u64>,
}

impl<'a> Figure<'a> {
    /// The figure with its offsets in code points; `None` where all of it is unknown.
    pub fn of(figure: &'a model::Figure, index: &CodePoints) -> Option<Figure<'a>> {
        let written = Figure {
            text: Anchored::of_any(&figure.text, index),
            qualifier: Term(figure.qualifier),
            low: figure.low,
            best: figure.best,
            high: figure.high,
            unit: Term(figure.unit),
            household_size: figure.household_size.map(Size),
            convention: Term(figure.convention),
            of: Denominator::of(&figure.of, index),
        };
        (!is_unknown(&written)).then_some(written)
    }

    /// The figure in the model; `path` names its parts.
    pub fn into_model(self, path: impl Fn(FigurePart) -> FieldPath, placing: Placing<'_, 'a>) -> model::Figure {
        model::Figure {
            text: self.text.known().map(|text| placing(path(FigurePart::Text), text)),
            qualifier: self.qualifier.0,
            low: self.low,
            best: self.best,
            high: self.high,
            unit: self.unit.0,
            household_size: self.household_size.map(|size| size.0),
            convention: self.convention.0,
            of: self.of.unwrap_or_default().into_model(path, placing),
        }
    }
}

impl<'a> Denominator<'a> {
    fn of(whole: &'a model::Denominator, index: &CodePoints) -> Option<Denominator<'a>> {
        let written = Denominator { text: Anchored::of_any(&whole.text, index), best: whole.best };
        (!is_unknown(&written)).then_some(written)
    }

    fn into_model(self, path: impl Fn(FigurePart) -> FieldPath, placing: Placing<'_, 'a>) -> model::Denominator {
        let text = self.text.known().map(|text| placing(path(FigurePart::OfText), text));
        model::Denominator { text, best: self.best }
    }
}
