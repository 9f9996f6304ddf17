use serde::Serialize;
use serde_json::{Value, json};

use super::details::details;
use super::each::Each;
use super::span::SpanJson;
use crate::model::Span;
use crate::store::CodePoints;
use crate::suggest::{Proposal, ProposedField};

#[derive(Serialize)]
struct SuggestionJson<'p> {
    id: String,
    category: &'static str,
    at: Vec<SpanJson<'p>>,
    rule: &'p str,
    why: &'p str,
    basis: Vec<SpanJson<'p>>,
    probability: f64,
    tier: &'static str,
    details: Value,
    fields: Vec<FieldJson<'p>>,
}

#[derive(Serialize)]
struct FieldJson<'p> {
    field: String,
    at: Option<SpanJson<'p>>,
    tier: &'static str,
    why: Option<&'p str>,
}

#[derive(Serialize)]
struct SuggestJson<'p, S> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'p Value>,
    suggestions: S,
    maker: &'p str,
    article: Value,
}

/// The document of the proposals of a text by one program, with the id of its line where it came in a stream.
pub(super) fn suggestions<'p>(
    id: Option<&'p Value>,
    maker: &'p str,
    points: &'p CodePoints,
    found: &'p [Proposal],
) -> impl Serialize + 'p {
    SuggestJson {
        id,
        suggestions: Each(move || found.iter().map(move |proposal| suggestion(points, proposal))),
        maker,
        article: json!({"sha256": points.text().sha256().to_string()}),
    }
}

fn suggestion<'p>(points: &'p CodePoints, proposal: &'p Proposal) -> SuggestionJson<'p> {
    let spans = |spans: &[Span]| spans.iter().map(|span| SpanJson::of(points, *span)).collect();
    SuggestionJson {
        id: proposal.id.to_string(),
        category: proposal.category().name(),
        at: spans(proposal.spans.as_slice()),
        rule: &proposal.rule,
        why: &proposal.why,
        basis: spans(&proposal.basis),
        // Two decimals: more would tell of nothing but arithmetic.
        probability: (proposal.probability * 100.0).round() / 100.0,
        tier: proposal.tier.name(),
        details: details(points, &proposal.details),
        fields: proposal.fields.iter().map(|field| field_json(points, field)).collect(),
    }
}

fn field_json<'p>(points: &'p CodePoints, field: &'p ProposedField) -> FieldJson<'p> {
    FieldJson {
        field: field.field.to_string(),
        at: field.at.map(|span| SpanJson::of(points, span)),
        tier: field.tier.name(),
        why: super::known(&field.why),
    }
}
