//! What the attributions of an article state of a mark for which no rule proposes anything.

use super::article_proposals::ArticleProposals;
use super::attribution::{FoundAttribution, LIKELY};
use super::field_proposal::{FieldProposal, ProposedValue};
use super::marked::shared;
use super::proposal::Tier;
use crate::model::{Anchored, Annotation, AttributionPart, Category, FieldPath, FieldValue, QuoteKind, Span};

/// The name of the rule that reads a field off the attribution of its words.
const RULE: &str = "attribution";

/// The attribution of the words of `mark`: the one whose content has most of them, of several as good the surest.
pub(super) fn attribution_of<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<&'s FoundAttribution> {
    let common = |found: &FoundAttribution| shared(found.content.as_slice(), mark.spans.as_slice());
    let around = stated.reported.iter().filter(|found| common(found) > 0);
    around.max_by(|one, other| {
        common(one).cmp(&common(other)).then_with(|| one.probability.total_cmp(&other.probability))
    })
}

/// Who said it, with which word and within what marks, where that is unknown in `mark`.
pub(super) fn attributed_fields(
    stated: &ArticleProposals,
    mark: &Annotation,
    source_row: impl Fn(&str) -> Option<ProposedValue>,
) -> Vec<FieldProposal> {
    let Some(found) = attribution_of(stated, mark) else { return Vec::new() };
    let text = &stated.text;
    let tier = if found.probability >= LIKELY { Tier::Likely } else { Tier::Possible };
    let proposed = |field, value, at| {
        let is_unknown = mark.details.field(field).is_some_and(|value| value.is_unknown());
        let why = found.why(text);
        is_unknown.then(|| FieldProposal { field, value, at, tier, why, rule: RULE.to_owned() })
    };
    let words = |part, at: Option<Span>| {
        let value = FieldValue::Words(Some(Anchored::taken(text, at?)));
        proposed(FieldPath::Attribution(part), ProposedValue::Value(value), at)
    };
    let named = found.speaker.or(found.source);
    let row = named.and_then(|named| {
        let row = source_row(&Anchored::taken(text, named).value)?;
        proposed(FieldPath::Attribution(AttributionPart::Source), row, Some(named))
    });
    let is_quote = mark.category() == Category::Quotes && found.kind != QuoteKind::Unspecified;
    let kind = FieldValue::Choice(QuoteKind::VOCABULARY, found.kind as usize);
    let kind = is_quote.then(|| proposed(FieldPath::Kind, ProposedValue::Value(kind), None)).flatten();
    let all = [kind, row, words(AttributionPart::Words, found.source), words(AttributionPart::Cue, found.cue)];
    all.into_iter().flatten().collect()
}
