//! From a mark to the fields that words state and it does not hold.

use std::mem::discriminant;

use super::account::{account_fields, around};
use super::article_proposals::ArticleProposals;
use super::bare_count::bare_count;
use super::carried::carried_fields;
use super::field_proposal::{FieldProposal, ProposedValue};
use super::marked::{figure_span, holder, smallest_around};
use super::of_mark::proposal_of;
use super::proposal::{Proposal, Tier};
use crate::model::{
    Annotation, AnnotationId, AttributionPart, Category, Details, FieldPath, FieldValue, FigurePart, Item, PlacePart,
    Project, QuoteKind, RecordList, ScopeKind, Span, WhenPart,
};

/// See [`ArticleProposals::fields_of`].
pub(super) fn fields_of(stated: &ArticleProposals, project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
    let mark_of = |proposed: AnnotationId| {
        let other = stated.all.iter().find(|other| other.id == proposed)?;
        holder(project, other)
    };
    let of_mark = proposal_of(stated, mark);
    let bare = if of_mark.is_none() { bare_count(&stated.article, mark) } else { None };
    let own = of_mark.as_ref().map(|of_mark| of_mark.proposal).or(bare.as_ref());
    let mut found = Vec::new();
    if let Some(own) = own {
        found.extend(plain_fields(own, mark, mark_of));
        part_of_larger(project, own, mark, &mut found);
        found.extend(items(own, mark));
        // Of two counts in a marked sentence either may be meant.
        if of_mark.is_some_and(|of_mark| !of_mark.is_alone) {
            found.iter_mut().for_each(|field| field.tier = Tier::Possible);
        }
    }
    found.extend(kind_of_quote(stated, mark, &found));
    found.extend(account_fields(stated, project, mark, own));
    // What the words say of a day or place goes before what the mark before says.
    let is_stated =
        |field: &FieldProposal| found.iter().any(|own| discriminant(&own.field) == discriminant(&field.field));
    let carried: Vec<_> = carried_fields(project, mark).into_iter().filter(|field| !is_stated(field)).collect();
    found.extend(carried);
    let order = FieldPath::of(mark.category());
    found.sort_by_key(|field| order.iter().position(|path| *path == field.field).unwrap_or(order.len()));
    found
}

/// Makes what is proposed of how a count stands to others that of a part, where a larger mark is around it.
fn part_of_larger(project: &Project, own: &Proposal, mark: &Annotation, found: &mut Vec<FieldProposal>) {
    let is_free = |details: &Details| {
        let scope = details.scope().unwrap_or_default();
        scope.of.is_none() && matches!(scope.kind, ScopeKind::Event | ScopeKind::Unspecified)
    };
    if !is_free(&own.details) || mark.details.scope().is_none_or(|scope| scope.kind != ScopeKind::Unspecified) {
        return;
    }
    let Some(whole) = smallest_around(project, own, Some(mark)) else { return };
    let called = project.called(whole).unwrap_or_default();
    let kind = FieldValue::Choice(ScopeKind::VOCABULARY, ScopeKind::PartOf as usize);
    found.retain(|field| field.field != FieldPath::Scope);
    for (field, value) in [(FieldPath::Scope, kind), (FieldPath::ScopeOf, FieldValue::Mark(Some(whole)))] {
        found.push(FieldProposal {
            why: format!("it stands within {called}"),
            ..field_proposal(own, field, ProposedValue::Value(value))
        });
    }
}

/// How much of a quotation stands within marks, where no proposal of it says so.
fn kind_of_quote(stated: &ArticleProposals, mark: &Annotation, found: &[FieldProposal]) -> Option<FieldProposal> {
    let field = FieldPath::Kind;
    let is_unknown = mark.details.field(field).is_some_and(|value| value.is_unknown());
    if mark.category() != Category::Quotes || !is_unknown || found.iter().any(|other| other.field == field) {
        return None;
    }
    let around = around(stated, mark).filter(|found| found.kind != QuoteKind::Unspecified)?;
    let value = ProposedValue::Value(FieldValue::Choice(QuoteKind::VOCABULARY, around.kind as usize));
    // The marks were found around other words than were marked.
    let (tier, why, rule) = (Tier::Possible, around.why(stated.text()), "attribution".to_owned());
    Some(FieldProposal { field, value, at: None, tier, why, rule })
}

/// The fields in no list whose value stands in the proposal and not in the mark.
fn plain_fields(
    proposal: &Proposal,
    mark: &Annotation,
    mark_of: impl Fn(AnnotationId) -> Option<AnnotationId>,
) -> Vec<FieldProposal> {
    let mut found = Vec::new();
    for path in FieldPath::of(mark.category()).into_iter().filter(|path| !is_of_account(*path)) {
        let is_unknown = mark.details.field(path).is_some_and(|value| value.is_unknown());
        let Some(value) = proposal.details.field(path).filter(|value| is_unknown && !value.is_unknown()) else {
            continue;
        };
        if let Some(value) = within_project(&proposal.details, path, value, &mark_of) {
            found.push(field_proposal(proposal, path, ProposedValue::Value(value)));
        }
    }
    found
}

/// Whether a field says by whose account a mark is: these are proposed together, as they belong together.
fn is_of_account(path: FieldPath) -> bool {
    use AttributionPart::{Cue, Source, Words};
    matches!(path, FieldPath::Attribution(Source | Words | Cue))
}

/// The value in terms of the project, where `mark_of` gives the mark that holds a proposal. Where another proposal is
/// named that no mark holds, the field is not proposed: that mark is to be made first.
fn within_project(
    details: &Details,
    path: FieldPath,
    value: FieldValue,
    mark_of: impl Fn(AnnotationId) -> Option<AnnotationId>,
) -> Option<FieldValue> {
    let of = details.scope().and_then(|scope| scope.of);
    match (path, value) {
        (_, FieldValue::Mark(Some(other))) => Some(FieldValue::Mark(Some(mark_of(other)?))),
        (FieldPath::Scope, value) => of.is_none_or(|of| mark_of(of).is_some()).then_some(value),
        (_, value) => Some(value),
    }
}

/// The items of lists that the mark has none alike of.
fn items(proposal: &Proposal, mark: &Annotation) -> Vec<FieldProposal> {
    let mut found = Vec::new();
    for &list in RecordList::of(mark.category()) {
        let marked: Vec<Item> =
            mark.details.items(list).into_iter().filter_map(|id| mark.details.item(list, id)).collect();
        for id in proposal.details.items(list) {
            let (Some(item), Some(&field)) = (proposal.details.item(list, id), list.fields(id).first()) else {
                continue;
            };
            if !marked.iter().any(|other| are_alike(&item, other)) {
                found.push(field_proposal(proposal, field, ProposedValue::Item(item)));
            }
        }
    }
    found
}

/// Whether two items are of the same people.
fn are_alike(one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Group(one), Item::Group(other)) => (one.who, &one.other) == (other.who, &other.other),
        (Item::NamedVictim(one), Item::NamedVictim(other)) => {
            let name = |words: &Option<crate::model::Anchored<String>>| words.as_ref().map(|name| name.value.clone());
            name(&one.name) == name(&other.name)
        }
        _ => false,
    }
}

/// What is proposed of one field, with the words and the tier that the proposal gives it.
fn field_proposal(proposal: &Proposal, field: FieldPath, value: ProposedValue) -> FieldProposal {
    let noted = proposal.fields.iter().find(|noted| noted.field == field);
    let noted = noted.or_else(|| proposal.fields.iter().find(|noted| noted.field == follows_from(field)));
    FieldProposal {
        field,
        at: noted.and_then(|noted| noted.at).or_else(|| own_words(&proposal.details, field)),
        // What happened is as sure as the proposal; when and where it did is not less so for that.
        tier: noted.map_or(Tier::Possible, |noted| noted.tier).max(if is_of_event(field) {
            proposal.tier
        } else {
            Tier::Likely
        }),
        why: noted.map(|noted| noted.why.clone()).unwrap_or_default(),
        rule: proposal.rule.clone(),
        value,
    }
}

fn is_of_event(field: FieldPath) -> bool {
    use FieldPath::{Harm, Kind, Measure, Scope, ScopeOf, Severity, Term};
    matches!(field, Harm | Severity | Term | Measure | Scope | ScopeOf | Kind)
}

/// The field whose words a field without words of its own is read from.
fn follows_from(field: FieldPath) -> FieldPath {
    match field {
        FieldPath::Figure(_) => FieldPath::Figure(FigurePart::Text),
        FieldPath::When(_) => FieldPath::When(WhenPart::Text),
        FieldPath::Where(_) => FieldPath::Where(PlacePart::Text),
        FieldPath::From(_) => FieldPath::From(PlacePart::Text),
        FieldPath::To(_) => FieldPath::To(PlacePart::Text),
        FieldPath::ScopeOf => FieldPath::Scope,
        other => other,
    }
}

fn own_words(details: &Details, field: FieldPath) -> Option<Span> {
    match details.field(field) {
        Some(FieldValue::Words(Some(words))) => words.anchor?.at,
        _ if matches!(field, FieldPath::Figure(_)) => figure_span(details),
        _ => None,
    }
}
