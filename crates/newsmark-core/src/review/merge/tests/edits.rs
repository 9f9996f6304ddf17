//! What a person may do to a project, for the tests of this folder.

use std::sync::Arc;

use proptest::prelude::*;

use crate::model::{
    Anchored, Annotation, AnnotationId, Category, Change, Comment, CommentId, DismissedProposal, Event, FieldPath,
    FieldValue, HouseholdSize, ItemId, Person, Project, ProjectSettings, ProposalsSetting, Provenance, RecordList,
    SignOff, Source, SourceId, Status, Tier, Time,
};
use crate::store::strategies::any_project;

/// One edit; numbers choose from what is there.
#[derive(Clone, Debug)]
pub enum Edit {
    Field(usize, usize, usize),
    Note(usize, usize),
    Category(usize, usize),
    Status(usize, usize),
    Place(usize, usize, usize),
    AddItem(usize, usize),
    RemoveItem(usize, usize),
    Comment(usize),
    Delete(usize),
    Mark(usize, usize),
    AddSource(usize),
    Source(usize, usize),
    RemoveSource(usize),
    Card(usize, usize),
    FourEyes(bool),
    Proposals(bool),
    Dismiss(usize),
    TakeBack(usize),
    Provenance(usize),
    SignOff,
    Tell(usize),
}

pub fn edit() -> impl Strategy<Value = Edit> {
    let n = || 0usize..40;
    prop_oneof![
        6 => (n(), n(), 1usize..4).prop_map(|(which, field, value)| Edit::Field(which, field, value)),
        2 => (n(), n()).prop_map(|(which, value)| Edit::Note(which, value)),
        1 => (n(), 0usize..4).prop_map(|(which, category)| Edit::Category(which, category)),
        2 => (n(), 0usize..5).prop_map(|(which, status)| Edit::Status(which, status)),
        1 => (n(), n(), 1usize..9).prop_map(|(which, start, length)| Edit::Place(which, start, length)),
        2 => (n(), n()).prop_map(|(which, list)| Edit::AddItem(which, list)),
        2 => (n(), n()).prop_map(|(which, item)| Edit::RemoveItem(which, item)),
        2 => n().prop_map(Edit::Comment),
        1 => n().prop_map(Edit::Delete),
        1 => (n(), 1usize..9).prop_map(|(start, length)| Edit::Mark(start, length)),
        1 => n().prop_map(Edit::AddSource),
        1 => (n(), n()).prop_map(|(which, value)| Edit::Source(which, value)),
        1 => n().prop_map(Edit::RemoveSource),
        1 => (n(), n()).prop_map(|(field, value)| Edit::Card(field, value)),
        1 => any::<bool>().prop_map(Edit::FourEyes),
        1 => any::<bool>().prop_map(Edit::Proposals),
        2 => n().prop_map(Edit::Dismiss),
        1 => n().prop_map(Edit::TakeBack),
        1 => n().prop_map(Edit::Provenance),
        1 => Just(Edit::SignOff),
        2 => n().prop_map(Edit::Tell),
    ]
}

/// A project and what several people made of it; what one of them adds has ids of its own.
pub fn parted<const N: usize>(most: usize) -> impl Strategy<Value = (Project, [Project; N])> {
    let edits: [_; N] = std::array::from_fn(|_| prop::collection::vec(edit(), 0..most));
    (any_project(), edits).prop_map(|(base, edits)| {
        let mut who = 0;
        let made = edits.map(|edits| {
            who += 1;
            made(&base, &edits, who)
        });
        (base, made)
    })
}

/// The project without what an earlier merge left.
pub fn without_conflicts(mut project: Project) -> Project {
    project.apply(Change::ReplaceConflicts(Vec::new())).unwrap();
    project
}

fn made(base: &Project, edits: &[Edit], who: u64) -> Project {
    let mut project = base.clone();
    for (edit, n) in edits.iter().zip(1u64..) {
        perform(&mut project, edit, who * 100 + n);
    }
    project
}

fn name(serial: u64) -> Person {
    Person::new(["Ines Varga", "Besk Arvan", "Dala Imren", "Oren Tal"][serial as usize / 100 % 4]).unwrap()
}

fn perform(project: &mut Project, edit: &Edit, serial: u64) {
    let annotation = |which: usize| {
        let n = project.annotations().len();
        (n > 0).then(|| Annotation::clone(&project.annotations()[which % n]))
    };
    let changed = match *edit {
        Edit::Field(which, field, value) => annotation(which).map(|mut annotation| {
            let fields = annotation.details.fields();
            let path = fields[field * 7 % fields.len()];
            let value = other(annotation.field(path).unwrap(), value);
            annotation.set_field(path, value).unwrap();
            annotation
        }),
        Edit::Note(which, value) => {
            annotation(which).map(|annotation| Annotation { note: format!("{value}"), ..annotation })
        }
        Edit::Category(which, category) => annotation(which).map(|mut annotation| {
            annotation.details = annotation.details.changed_to(Category::ALL[category]);
            annotation
        }),
        Edit::Status(which, status) => annotation(which).map(|mut annotation| {
            annotation.status = Status::ALL[status];
            annotation.judge = (status > 1).then(|| name(serial));
            annotation
        }),
        Edit::Place(which, start, length) => annotation(which).and_then(|annotation| {
            let span = project.article().text.snap(start, start + length)?;
            Some(annotation.at(span.into()))
        }),
        Edit::AddItem(which, list) => annotation(which).and_then(|mut annotation| {
            let lists = RecordList::of(annotation.category());
            let list = lists.get(list % lists.len().max(1))?;
            annotation.details.add_item(list.unknown(ItemId::from_u64(serial)));
            let path = list.fields(ItemId::from_u64(serial))[0];
            annotation.set_field(path, other(annotation.field(path)?, serial as usize)).unwrap();
            Some(annotation)
        }),
        Edit::RemoveItem(which, item) => annotation(which).map(|mut annotation| {
            let lists = RecordList::of(annotation.category()).iter();
            let items: Vec<ItemId> = lists.flat_map(|list| annotation.details.items(*list)).collect();
            if !items.is_empty() {
                annotation.details.remove_item(items[item % items.len()]);
            }
            annotation
        }),
        Edit::Comment(which) => annotation(which).map(|mut annotation| {
            let (id, text) = (CommentId::from_u64(serial), format!("Comment {serial}"));
            annotation.comments.push(Comment { id, author: name(serial), time: Time(serial as i64), text });
            annotation
        }),
        Edit::Provenance(which) => annotation(which).map(|annotation| {
            let (by, rule) = ("newsmark".to_owned(), format!("rule {which}"));
            Annotation { provenance: Provenance::Proposed { by, rule, tier: Tier::Likely }, ..annotation }
        }),
        _ => None,
    };
    if let Some(mut annotation) = changed {
        if project.annotation(annotation.id).is_some_and(|before| before.details != annotation.details) {
            annotation.editor = name(serial);
        }
        project.apply(Change::Replace(Arc::new(annotation))).unwrap();
        return;
    }
    let sources = project.sources();
    let source = |which: usize| sources.iter().nth(which % sources.len().max(1)).cloned();
    let change = match *edit {
        Edit::Delete(which) => annotation(which).map(|annotation| Change::Remove(annotation.id)),
        Edit::Mark(start, length) => project.article().text.snap(start, start + length).map(|span| {
            let id = AnnotationId::from_u64(serial << 32 | 1);
            Change::Insert(Arc::new(Annotation::draft(id, span, Category::Casualties, name(serial))))
        }),
        Edit::AddSource(value) => {
            let source = Source::named(SourceId::from_u64(serial << 32), format!("Source {value}"));
            Some(Change::ReplaceSources(sources.with(source)))
        }
        Edit::Source(which, value) => source(which).map(|mut source| {
            source.role = format!("Role {value}");
            source.other_names.push(format!("Name {serial}"));
            Change::ReplaceSources(sources.with(source))
        }),
        Edit::RemoveSource(which) => source(which).map(|source| Change::ReplaceSources(sources.without(source.id))),
        Edit::Card(field, value) => {
            let mut card = project.article().card.clone();
            let fields = [&mut card.outlet, &mut card.byline, &mut card.url, &mut card.language];
            fields.into_iter().nth(field % 4).unwrap().push_str(&format!("{value}"));
            Some(Change::ReplaceCard(Box::new(card)))
        }
        Edit::FourEyes(four_eyes) => {
            Some(Change::ReplaceSettings(ProjectSettings { four_eyes, ..project.settings().clone() }))
        }
        Edit::Proposals(value) => {
            let setting = ProposalsSetting { value, by: name(serial), on: Time(serial as i64 % 7) };
            Some(Change::ReplaceSettings(ProjectSettings { proposals: Some(setting), ..project.settings().clone() }))
        }
        Edit::Dismiss(which) => {
            let dismissed = DismissedProposal {
                category: Category::Quotes,
                // Of few, so that two people come to dismiss the same.
                words: vec![format!("words {}", which % 3)],
                before: String::new(),
                after: String::new(),
                rule: "direct-quote".to_owned(),
                reason: None,
                by: name(serial),
                on: Time(serial as i64 % 7),
            };
            let is_new = !project.dismissed_proposals().iter().any(|one| one.key() == dismissed.key());
            let before = project.dismissed_proposals().iter().cloned();
            is_new.then(|| Change::ReplaceDismissedProposals(before.chain([Arc::new(dismissed)]).collect()))
        }
        Edit::TakeBack(which) => {
            let mut dismissed = project.dismissed_proposals().to_vec();
            (!dismissed.is_empty()).then(|| {
                dismissed.remove(which % dismissed.len());
                Change::ReplaceDismissedProposals(dismissed)
            })
        }
        Edit::SignOff => {
            let sign_off =
                SignOff::of(name(serial), Time(serial as i64), project.annotations().iter().map(AsRef::as_ref));
            let before = project.sign_offs().iter().cloned();
            Some(Change::ReplaceSignOffs(before.chain([Arc::new(sign_off)]).collect()))
        }
        Edit::Tell(which) => {
            if let Some(annotation) = annotation(which) {
                let event = Event { time: Time(serial as i64), person: name(serial), changes: Vec::new() };
                let mut histories = project.histories().clone();
                histories.extend([(annotation.id, event)]);
                project.set_histories(histories);
            }
            None
        }
        _ => None,
    };
    if let Some(change) = change {
        project.apply(change).unwrap();
    }
}

/// A value of the same kind, one of a few.
fn other(value: FieldValue, n: usize) -> FieldValue {
    match value {
        FieldValue::Words(_) => FieldValue::Words(Some(Anchored::typed(format!("words {n}")))),
        FieldValue::Text(_) => FieldValue::Text(format!("text {n}")),
        FieldValue::Choice(vocabulary, _) => FieldValue::Choice(vocabulary, n % vocabulary.terms.len()),
        FieldValue::Number(_) => FieldValue::Number(Some(n as u64)),
        FieldValue::Size(_) => FieldValue::Size(HouseholdSize::of_hundredths(n as u32 * 100)),
        FieldValue::Source(_) => FieldValue::Source(Some(SourceId::from_u64(n as u64))),
        FieldValue::Mark(_) => FieldValue::Mark(Some(AnnotationId::from_u64(n as u64))),
    }
}

/// A path that is of no item.
pub fn is_plain(path: FieldPath) -> bool {
    path.item().is_none()
}
