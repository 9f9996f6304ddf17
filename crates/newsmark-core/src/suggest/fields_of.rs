//! From a mark to the fields that words state and it does not hold.

use std::sync::Arc;

use super::article_proposals::ArticleProposals;
use super::attributed::attributed_fields;
use super::field_proposal::{FieldProposal, ProposedValue};
use super::marked::{figure_span, holder, holds};
use super::proposal::{Proposal, Tier};
use super::source_row::source_row;
use crate::model::{
    Annotation, AnnotationId, AttributionPart, Details, FieldPath, FieldValue, FigurePart, Item, PlacePart, Project,
    RecordList, Span, WhenPart,
};

/// See [`ArticleProposals::fields_of`].
pub(super) fn fields_of(stated: &ArticleProposals, project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
    let mut found = attributed_fields(stated, mark, |name| source_row(project.sources(), name));
    let mark_of = |proposed: AnnotationId| {
        let other = stated.all.iter().find(|other| other.id == proposed)?;
        holder(project, other)
    };
    if let Some(proposal) = of_mark(stated, mark) {
        let mut own = plain_fields(proposal, mark, mark_of);
        own.extend(items(proposal, mark));
        // What a rule proposes of the figure itself goes before what is only said around it.
        found.retain(|field| own.iter().all(|own| own.field != field.field));
        found.extend(own);
    }
    let order = FieldPath::of(mark.category());
    found.sort_by_key(|field| order.iter().position(|path| *path == field.field).unwrap_or(order.len()));
    found
}

/// The proposal that `mark` is of; of several the one that says the same harm or term, then the one nearest to its start.
fn of_mark<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<&'s Proposal> {
    let end = stated.all.partition_point(|proposal| proposal.spans.start() < mark.spans.end());
    let is_of_it = |proposal: &&Arc<Proposal>| {
        let is_near = proposal.category() == mark.category() && proposal.spans.end() > mark.spans.start();
        is_near && holds(mark, proposal)
    };
    let differs = |proposal: &Proposal| {
        let says = |path| (mark.details.field(path), proposal.details.field(path));
        [FieldPath::Harm, FieldPath::Term].into_iter().any(|path| match says(path) {
            (Some(marked), Some(proposed)) => !marked.is_unknown() && marked != proposed,
            _ => false,
        })
    };
    let distance = |proposal: &Proposal| proposal.spans.start().abs_diff(mark.spans.start());
    let near = stated.all[..end].iter().filter(is_of_it).map(|proposal| &**proposal);
    near.min_by_key(|proposal| (differs(proposal), distance(proposal)))
}

/// The fields in no list whose value stands in the proposal and not in the mark.
fn plain_fields(
    proposal: &Proposal,
    mark: &Annotation,
    mark_of: impl Fn(AnnotationId) -> Option<AnnotationId>,
) -> Vec<FieldProposal> {
    let mut found = Vec::new();
    for path in FieldPath::of(mark.category()) {
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
        tier: noted.map_or(Tier::Possible, |noted| noted.tier).max(proposal.tier),
        why: noted.map(|noted| noted.why.clone()).unwrap_or_default(),
        rule: proposal.rule.clone(),
        value,
    }
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
        FieldPath::Attribution(AttributionPart::Source) => FieldPath::Attribution(AttributionPart::Words),
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

#[cfg(test)]
mod tests {
    use crate::model::{Annotation, Text};
    use crate::model::{AnnotationId, Category, Change, Person, Span};
    use crate::suggest::testing::unmarked;
    use crate::suggest::{ArticleProposals, FieldProposal, ProposedValue};

    /// The proposed fields of a mark of `words` in a text, as `path=value`.
    fn proposed(text: &str, words: &str, category: Category) -> Vec<String> {
        let mut project = unmarked(text);
        let start = text.find(words).unwrap();
        let span = Span::new(start, start + words.len()).unwrap();
        let author = Person::new("Ines Varga").unwrap();
        let mark = Annotation::draft(AnnotationId::from_u64(7), span, category, author);
        project.apply(Change::Insert(mark.clone().into())).unwrap();
        let stated = ArticleProposals::of(project.article());
        let line = |field: &FieldProposal| format!("{}={}", field.field, written(&project.article().text, field));
        stated.fields_of(&project, &mark).iter().map(line).collect()
    }

    fn written(text: &Text, field: &FieldProposal) -> String {
        match &field.value {
            ProposedValue::Source { known: None, name } => format!("new {name}"),
            ProposedValue::Source { name, .. } => name.clone(),
            _ => field.at.map_or_else(String::new, |at| text.words(at).to_owned()),
        }
    }

    #[test]
    fn a_bare_mark_is_proposed_what_its_sentence_states() {
        let text = "At least 14 farmers were killed in a drone strike near Tarn on Monday.";
        let found = proposed(text, "14 farmers", Category::Casualties);
        for line in [
            "harm=were killed",
            "figure.text=At least 14",
            "figure.low=At least 14",
            "cause=drone strike",
            "when.text=on Monday",
            "when.date=on Monday",
            "where.text=near Tarn",
        ] {
            assert!(found.iter().any(|found| found == line), "{line} is not in {found:#?}");
        }
    }

    #[test]
    fn a_count_is_proposed_whose_account_it_is() {
        let found =
            proposed("Twelve people died, the ministry said on Tuesday.", "Twelve people", Category::Casualties);
        for line in ["attribution.source=new the ministry", "attribution.words=the ministry", "attribution.cue=said"] {
            assert!(found.iter().any(|found| found == line), "{line} is not in {found:#?}");
        }
    }

    #[test]
    fn a_quotation_is_proposed_its_speaker_and_how_much_of_it_is_quoted() {
        let text = "“The bridge is closed,” the mayor said.";
        let found = proposed(text, "“The bridge is closed,”", Category::Quotes);
        let lines =
            ["kind=", "attribution.source=new the mayor", "attribution.words=the mayor", "attribution.cue=said"];
        assert_eq!(found, lines);
    }
}
