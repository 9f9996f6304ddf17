//! What an entry changes in a mark: the changed stretches of its fields, and no field that stays.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::splice::{ListSplice, TextSplice};
use super::value::Value;
use super::writers::{EditTarget, Slot, Writers};
use crate::model::{self, Anchor, Category, Details, FieldPath, FieldValue, ItemId, RecordList, Spans, Status};
use crate::store::CodePoints;
use crate::store::v2::{Comment, Dismissal, Id, Name, PartName, Path, Provenance, Term};

/// A change of one part of a mark.
///
/// A stretch is followed by the number of entries up to the one that wrote what
/// it was taken from; everything else stands for itself.
#[derive(Debug, Serialize, Deserialize)]
pub enum MarkEdit<'a> {
    /// Where it stands, in code points; its words follow from the article.
    At(Vec<(usize, usize)>),
    /// The record becomes one of this category in which all is unknown.
    Category(Cow<'a, str>),
    /// The items of a list of the record, in its order; those that were not there are unknown.
    Items(Cow<'a, str>, Vec<Id<ItemId>>),
    /// A stretch of a field's text.
    Text(Path, TextSplice<'a>, u64),
    /// The words that a field rests on, and where they stand.
    Anchor(Path, Option<(Cow<'a, str>, Place)>),
    /// A field's whole value.
    Value(Path, Value<'a>),
    Status(Term<Status>),
    Author(Name<'a>),
    Editor(Name<'a>),
    Judge(Option<Name<'a>>),
    Provenance(Provenance<'a>),
    Origins(ListSplice<(PartName, Name<'a>)>, u64),
    Dismissed(ListSplice<Dismissal<'a>>, u64),
    Comments(ListSplice<Comment<'a>>, u64),
}

/// Where words stand in the article, in code points; `None` where they were not found.
type Place = Option<(usize, usize)>;

/// The changes that make `before` into `after`.
pub fn edits<'a>(
    before: &model::Annotation,
    after: &'a model::Annotation,
    writers: &Writers,
    index: &CodePoints,
) -> Vec<MarkEdit<'a>> {
    let last = |slot| writers.of(EditTarget::Mark(after.id), slot);
    let mut edits = Vec::new();
    if before.spans != after.spans {
        edits.push(MarkEdit::At(after.spans.iter().map(|span| index.range(span)).collect()));
    }
    if before.details != after.details {
        details(&before.details, &after.details, &mut edits, |path| last(Slot::Field(path)), index);
    }
    if before.note != after.note {
        let (before, after) = (FieldValue::Text(before.note.clone()), FieldValue::Text(after.note.clone()));
        field(FieldPath::Note, before, after, &mut edits, last(Slot::Field(FieldPath::Note)), index);
    }
    if before.status != after.status {
        edits.push(MarkEdit::Status(Term(after.status)));
    }
    if before.author != after.author {
        edits.push(MarkEdit::Author(Name::of(&after.author)));
    }
    if before.editor != after.editor {
        edits.push(MarkEdit::Editor(Name::of(&after.editor)));
    }
    if before.judge != after.judge {
        edits.push(MarkEdit::Judge(after.judge.as_ref().map(Name::of)));
    }
    if before.provenance != after.provenance {
        edits.push(MarkEdit::Provenance(Provenance::of(&after.provenance)));
    }
    if before.origins != after.origins {
        let written = |origin: &'a model::Origin| (PartName(origin.part), Name::of(&origin.person));
        edits.push(MarkEdit::Origins(
            ListSplice::between(&before.origins, &after.origins, written),
            last(Slot::Origins),
        ));
    }
    if before.dismissed != after.dismissed {
        let splice = ListSplice::between(&before.dismissed, &after.dismissed, Dismissal::of);
        edits.push(MarkEdit::Dismissed(splice, last(Slot::Dismissed)));
    }
    if before.comments != after.comments {
        let splice = ListSplice::between(&before.comments, &after.comments, Comment::of);
        edits.push(MarkEdit::Comments(splice, last(Slot::Comments)));
    }
    edits
}

fn details(
    before: &Details,
    after: &Details,
    edits: &mut Vec<MarkEdit<'_>>,
    last: impl Fn(FieldPath) -> u64,
    index: &CodePoints,
) {
    let mut before = Cow::Borrowed(before);
    // First, as all fields are those of the category; and items before fields, as their fields are there only once they
    // are.
    if before.category() != after.category() {
        edits.push(MarkEdit::Category(Cow::Borrowed(after.category().name())));
        before = Cow::Owned(after.category().unknown());
    }
    for &list in RecordList::of(after.category()) {
        let items = after.items(list);
        if before.items(list) != items {
            before = Cow::Owned(with_items(&before, list, &items));
            edits.push(MarkEdit::Items(Cow::Borrowed(list.name()), items.into_iter().map(Id).collect()));
        }
    }
    for path in after.fields() {
        if before.has_same(after, path) {
            continue;
        }
        if let (Some(before), Some(after)) = (before.field(path), after.field(path)) {
            field(path, before, after, edits, last(path), index);
        }
    }
}

fn field(
    path: FieldPath,
    before: FieldValue,
    after: FieldValue,
    edits: &mut Vec<MarkEdit<'_>>,
    last: u64,
    index: &CodePoints,
) {
    let stretch =
        |before: &str, after: &str| MarkEdit::Text(Path(path), TextSplice::between(before, after).into_owned(), last);
    match (before, after) {
        // What was unknown is written as it is: it builds on nothing.
        (before, after) if before.is_unknown() => edits.push(MarkEdit::Value(Path(path), Value::of(after, index))),
        (FieldValue::Text(before), FieldValue::Text(after)) => edits.push(stretch(&before, &after)),
        (FieldValue::Words(Some(before)), FieldValue::Words(Some(after))) => {
            if before.value != after.value {
                edits.push(stretch(&before.value, &after.value));
            }
            if before.anchor != after.anchor {
                let anchor = after.anchor.map(|anchor| {
                    let at = anchor.at.map(|span| index.range(span));
                    (Cow::Owned(anchor.words), at)
                });
                edits.push(MarkEdit::Anchor(Path(path), anchor));
            }
        }
        // Choices and numbers are as short as any stretch of them.
        (_, after) => edits.push(MarkEdit::Value(Path(path), Value::of(after, index))),
    }
}

/// The record with these items in the list, each as it is there or unknown.
fn with_items(details: &Details, list: RecordList, ids: &[ItemId]) -> Details {
    let items = ids.iter().map(|id| details.item(list, *id).unwrap_or_else(|| list.unknown(*id)));
    let mut after = details.clone();
    // All out and all in again: the order is a part of the list.
    for id in details.items(list) {
        after.remove_item(id);
    }
    items.for_each(|item| {
        after.add_item(item);
    });
    after
}

impl MarkEdit<'_> {
    /// Makes the change; `None` where the mark has no such part.
    pub fn apply(&self, mark: &mut model::Annotation, index: &CodePoints) -> Option<()> {
        match self {
            MarkEdit::At(ranges) => {
                mark.spans = Spans::new(ranges.iter().map(|range| index.span(*range)).collect::<Option<_>>()?)?;
            }
            MarkEdit::Category(name) => {
                mark.details = Category::ALL.into_iter().find(|category| category.name() == name)?.unknown();
            }
            MarkEdit::Items(name, ids) => {
                let list = list_named(name)?;
                mark.details = with_items(&mark.details, list, &ids.iter().map(|id| id.0).collect::<Vec<_>>());
            }
            MarkEdit::Text(path, stretch, _) => {
                let value = match mark.field(path.0)? {
                    FieldValue::Text(text) => FieldValue::Text(stretch.applied(&text)?),
                    FieldValue::Words(Some(mut words)) => {
                        words.value = stretch.applied(&words.value)?;
                        FieldValue::Words(Some(words))
                    }
                    _ => return None,
                };
                mark.set_field(path.0, value).ok()?;
            }
            MarkEdit::Anchor(path, anchor) => {
                let FieldValue::Words(Some(mut words)) = mark.field(path.0)? else { return None };
                words.anchor = anchor.as_ref().map(|(words, at)| {
                    // A place beyond the text is none; the words stay.
                    let at = at.and_then(|at| index.span(at));
                    Anchor { words: words.clone().into_owned(), at }
                });
                mark.set_field(path.0, FieldValue::Words(Some(words))).ok()?;
            }
            MarkEdit::Value(path, value) => {
                let value = value.read(&mark.field(path.0)?, index)?;
                mark.set_field(path.0, value).ok()?;
            }
            MarkEdit::Status(status) => mark.status = status.0,
            MarkEdit::Author(name) => mark.author = name.clone().into_model(),
            MarkEdit::Editor(name) => mark.editor = name.clone().into_model(),
            MarkEdit::Judge(name) => mark.judge = name.clone().map(Name::into_model),
            MarkEdit::Provenance(provenance) => mark.provenance = provenance.clone().into_model(),
            MarkEdit::Origins(splice, _) => {
                let read = |(part, name): &(PartName, Name<'_>)| {
                    Some(model::Origin { part: part.0, person: name.clone().into_model() })
                };
                mark.origins = splice.applied(&mark.origins, read)?;
            }
            MarkEdit::Dismissed(splice, _) => {
                mark.dismissed = splice.applied(&mark.dismissed, |one| Some(one.clone().into_model()))?;
            }
            MarkEdit::Comments(splice, _) => {
                mark.comments = splice.applied(&mark.comments, |one| Some(one.clone().into_model()))?;
            }
        }
        Some(())
    }

    /// Whether what it builds on stands as it did when it was written.
    pub fn fits(&self, record: EditTarget, writers: &Writers) -> bool {
        match self {
            MarkEdit::Text(path, _, last) => writers.has(record, Slot::Field(path.0), *last),
            MarkEdit::Origins(_, last) => writers.has(record, Slot::Origins, *last),
            MarkEdit::Dismissed(_, last) => writers.has(record, Slot::Dismissed, *last),
            MarkEdit::Comments(_, last) => writers.has(record, Slot::Comments, *last),
            _ => true,
        }
    }

    /// The parts that it writes in the mark as it is `before`.
    pub fn slots(&self, before: &model::Annotation) -> Vec<Slot> {
        match self {
            // A category takes every field with it, which `Writers` knows of this slot.
            MarkEdit::Category(_) => vec![Slot::Category],
            MarkEdit::Items(name, ids) => {
                let Some(list) = list_named(name) else { return Vec::new() };
                let there = before.details.items(list);
                // Only items that come are written by this; those that stay keep who wrote their fields.
                let added = ids.iter().map(|id| id.0).filter(|id| !there.contains(id));
                added.flat_map(|id| list.fields(id)).map(Slot::Field).collect()
            }
            MarkEdit::Text(path, ..) | MarkEdit::Value(path, _) => vec![Slot::Field(path.0)],
            MarkEdit::Origins(..) => vec![Slot::Origins],
            MarkEdit::Dismissed(..) => vec![Slot::Dismissed],
            MarkEdit::Comments(..) => vec![Slot::Comments],
            _ => Vec::new(),
        }
    }
}

fn list_named(name: &str) -> Option<RecordList> {
    Category::ALL.into_iter().flat_map(RecordList::of).copied().find(|list| list.name() == name)
}
