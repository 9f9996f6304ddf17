use serde::Serialize;

use super::known;
use super::span::AnchoredJson;
use crate::model::{Anchored, Attribution, Details, Figure, Place};
use crate::store::CodePoints;

/// A record with its fields by the names of their paths, nested: `figure.text` is `{"figure": {"text": …}}`.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum DetailsJson<'p> {
    Casualties {
        harm: &'static str,
        figure: Option<TextJson<'p>>,
        victims: &'static str,
    },
    Displacement {
        term: &'static str,
        figure: Option<TextJson<'p>>,
        from: Option<TextJson<'p>>,
        to: Option<TextJson<'p>>,
    },
    Quotes {
        kind: &'static str,
        attribution: AttributionJson<'p>,
    },
    Claims {
        statement: Option<&'p str>,
        attribution: AttributionJson<'p>,
        verification: &'static str,
    },
}

/// A figure or a place: what has words.
#[derive(Serialize)]
pub(super) struct TextJson<'p> {
    text: AnchoredJson<'p>,
}

#[derive(Serialize)]
pub(super) struct AttributionJson<'p> {
    words: Option<AnchoredJson<'p>>,
    cue: Option<AnchoredJson<'p>>,
}

impl<'p> DetailsJson<'p> {
    pub fn of(points: &'p CodePoints, details: &'p Details) -> DetailsJson<'p> {
        let text = |text: &'p Anchored<String>| TextJson { text: AnchoredJson::of(points, text) };
        let figure = |figure: &'p Option<Figure>| figure.as_ref().map(|figure| text(&figure.text));
        let place = |place: &'p Option<Place>| place.as_ref().map(|place| text(&place.text));
        let words = |words: &'p Option<Anchored<String>>| words.as_ref().map(|words| AnchoredJson::of(points, words));
        let attribution = |by: &'p Attribution| AttributionJson { words: words(&by.words), cue: words(&by.cue) };
        match details {
            Details::Casualties(record) => DetailsJson::Casualties {
                harm: record.harm.name(),
                figure: figure(&record.figure),
                victims: record.victims.name(),
            },
            Details::Displacement(record) => DetailsJson::Displacement {
                term: record.term.name(),
                figure: figure(&record.figure),
                from: place(&record.from),
                to: place(&record.to),
            },
            Details::Quotes(record) => {
                DetailsJson::Quotes { kind: record.kind.name(), attribution: attribution(&record.attribution) }
            }
            Details::Claims(record) => DetailsJson::Claims {
                statement: known(&record.statement),
                attribution: attribution(&record.attribution),
                verification: record.verification.name(),
            },
        }
    }
}
