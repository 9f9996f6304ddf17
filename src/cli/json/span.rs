use serde::Serialize;

use crate::model::{Anchored, Span};
use crate::store::CodePoints;

/// A span in code points, half-open, with its words.
#[derive(Serialize)]
pub(super) struct SpanJson<'p> {
    pub start: usize,
    pub end: usize,
    pub text: &'p str,
}

impl<'p> SpanJson<'p> {
    pub fn of(points: &'p CodePoints, span: Span) -> SpanJson<'p> {
        let (start, end) = points.range(span);
        SpanJson { start, end, text: points.text().words(span) }
    }
}

/// A value, the words it rests on and where they stand.
#[derive(Serialize)]
pub(super) struct AnchoredJson<'p> {
    value: &'p str,
    words: Option<&'p str>,
    at: Option<SpanJson<'p>>,
}

impl<'p> AnchoredJson<'p> {
    pub fn of(points: &'p CodePoints, anchored: &'p Anchored<String>) -> AnchoredJson<'p> {
        let anchor = anchored.anchor.as_ref();
        AnchoredJson {
            value: &anchored.value,
            words: anchor.map(|anchor| anchor.words.as_str()),
            at: anchor.and_then(|anchor| anchor.at).map(|span| SpanJson::of(points, span)),
        }
    }
}
