use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Anchored, Term};
use crate::model::{self, DisplacementTerm, FieldPath, Harm, QuoteKind, Verification, Victims};

/// The record of an annotation, named by its category.
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
pub enum Details<'a> {
    /// See [`model::Casualties`].
    Casualties(Casualties<'a>),
    /// See [`model::Displacement`].
    Displacement(Displacement<'a>),
    /// See [`model::Quotes`].
    Quotes(Quotes<'a>),
    /// See [`model::Claims`].
    Claims(Claims<'a>),
}

/// See [`model::Casualties`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Casualties<'a> {
    #[serde(default)]
    harm: Term<Harm>,
    #[serde(default)]
    figure: Option<Figure<'a>>,
    #[serde(default)]
    victims: Term<Victims>,
}

/// See [`model::Displacement`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Displacement<'a> {
    #[serde(default)]
    term: Term<DisplacementTerm>,
    #[serde(default)]
    figure: Option<Figure<'a>>,
    #[serde(default)]
    from: Option<Place<'a>>,
    #[serde(default)]
    to: Option<Place<'a>>,
}

/// See [`model::Quotes`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Quotes<'a> {
    #[serde(default)]
    kind: Term<QuoteKind>,
    #[serde(default)]
    attribution: Attribution<'a>,
}

/// See [`model::Claims`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Claims<'a> {
    #[serde(default)]
    statement: Cow<'a, str>,
    #[serde(default)]
    attribution: Attribution<'a>,
    #[serde(default)]
    verification: Term<Verification>,
}

/// See [`model::Figure`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Figure<'a> {
    text: Anchored<'a>,
}

/// See [`model::Place`].
#[derive(Clone, Debug, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Place<'a> {
    text: Anchored<'a>,
}

/// See [`model::Attribution`].
#[derive(Clone, Debug, Default, Serialize, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Attribution<'a> {
    #[serde(default)]
    words: Option<Anchored<'a>>,
    #[serde(default)]
    cue: Option<Anchored<'a>>,
}

impl<'a> Details<'a> {
    /// The record as the file writes it; `anchored` converts the offsets.
    pub fn of(details: &'a model::Details, anchored: impl Fn(&'a model::Anchored<String>) -> Anchored<'a>) -> Self {
        let figure = |figure: &'a Option<model::Figure>| figure.as_ref().map(|f| Figure { text: anchored(&f.text) });
        let place = |place: &'a Option<model::Place>| place.as_ref().map(|p| Place { text: anchored(&p.text) });
        let attribution = |attribution: &'a model::Attribution| Attribution {
            words: attribution.words.as_ref().map(&anchored),
            cue: attribution.cue.as_ref().map(&anchored),
        };
        match details {
            model::Details::Casualties(record) => Details::Casualties(Casualties {
                harm: Term(record.harm),
                figure: figure(&record.figure),
                victims: Term(record.victims),
            }),
            model::Details::Displacement(record) => Details::Displacement(Displacement {
                term: Term(record.term),
                figure: figure(&record.figure),
                from: place(&record.from),
                to: place(&record.to),
            }),
            model::Details::Quotes(record) => {
                Details::Quotes(Quotes { kind: Term(record.kind), attribution: attribution(&record.attribution) })
            }
            model::Details::Claims(record) => Details::Claims(Claims {
                statement: Cow::Borrowed(&record.statement),
                attribution: attribution(&record.attribution),
                verification: Term(record.verification),
            }),
        }
    }

    /// The record in the model; `anchored` finds the words of the field it is told.
    pub fn into_model(
        self,
        mut anchored: impl FnMut(FieldPath, Anchored<'a>) -> model::Anchored<String>,
    ) -> model::Details {
        match self {
            Details::Casualties(record) => model::Details::Casualties(model::Casualties {
                harm: record.harm.0,
                figure: figure(record.figure, &mut anchored),
                victims: record.victims.0,
            }),
            Details::Displacement(record) => model::Details::Displacement(model::Displacement {
                term: record.term.0,
                figure: figure(record.figure, &mut anchored),
                from: place(FieldPath::FromText, record.from, &mut anchored),
                to: place(FieldPath::ToText, record.to, &mut anchored),
            }),
            Details::Quotes(record) => model::Details::Quotes(model::Quotes {
                kind: record.kind.0,
                attribution: attribution(record.attribution, &mut anchored),
            }),
            Details::Claims(record) => model::Details::Claims(model::Claims {
                statement: record.statement.into_owned(),
                attribution: attribution(record.attribution, &mut anchored),
                verification: record.verification.0,
            }),
        }
    }
}

fn figure<'a>(
    figure: Option<Figure<'a>>,
    anchored: &mut impl FnMut(FieldPath, Anchored<'a>) -> model::Anchored<String>,
) -> Option<model::Figure> {
    figure.map(|figure| model::Figure { text: anchored(FieldPath::FigureText, figure.text) })
}

fn place<'a>(
    path: FieldPath,
    place: Option<Place<'a>>,
    anchored: &mut impl FnMut(FieldPath, Anchored<'a>) -> model::Anchored<String>,
) -> Option<model::Place> {
    place.map(|place| model::Place { text: anchored(path, place.text) })
}

fn attribution<'a>(
    attribution: Attribution<'a>,
    anchored: &mut impl FnMut(FieldPath, Anchored<'a>) -> model::Anchored<String>,
) -> model::Attribution {
    model::Attribution {
        words: attribution.words.map(|words| anchored(FieldPath::AttributionWords, words)),
        cue: attribution.cue.map(|cue| anchored(FieldPath::AttributionCue, cue)),
    }
}
