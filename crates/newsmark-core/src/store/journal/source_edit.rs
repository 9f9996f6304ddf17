//! What an entry changes in the table of sources.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::splice::TextSplice;
use super::writers::{EditTarget, Slot, Writers};
use crate::model::{self, FieldValue, SourceField, SourceId, Sources};
use crate::store::v2::{Id, Source};

/// A change of one source.
#[derive(Debug, Serialize, Deserialize)]
pub enum SourceEdit<'a> {
    /// The source of that id is this one, whether there was one or not.
    Put(Source<'a>),
    /// It is taken out of the table.
    Remove(Id<SourceId>),
    /// A stretch of a field's text, and how many entries there were up to the one that wrote what it was taken from.
    Text(Id<SourceId>, Cow<'a, str>, TextSplice<'a>, u64),
    /// The term that a field chooses, by its name.
    Term(Id<SourceId>, Cow<'a, str>, Cow<'a, str>),
}

/// The changes that make `before` into `after`.
pub fn edits<'a>(before: &Sources, after: &'a Sources, writers: &Writers) -> Vec<SourceEdit<'a>> {
    let gone = before.iter().filter(|source| after.get(source.id).is_none());
    let mut edits: Vec<_> = gone.map(|source| SourceEdit::Remove(Id(source.id))).collect();
    for source in after {
        match before.get(source.id) {
            Some(same) if same == source => {}
            Some(other) => edits.append(&mut fields(other, source, writers)),
            None => edits.push(SourceEdit::Put(Source::of(source))),
        }
    }
    edits
}

fn fields<'a>(before: &model::Source, after: &'a model::Source, writers: &Writers) -> Vec<SourceEdit<'a>> {
    let mut edits = Vec::new();
    let mut reached = before.clone();
    for field in SourceField::ALL {
        let name = Cow::Borrowed(name(field));
        let (old, new) = (before.field(field), after.field(field));
        if old == new {
            continue;
        }
        match (old, &new) {
            (FieldValue::Text(old), FieldValue::Text(new)) => {
                let last = writers.of(EditTarget::Source(after.id), Slot::Source(field));
                edits.push(SourceEdit::Text(Id(after.id), name, TextSplice::between(&old, new).into_owned(), last));
            }
            (_, FieldValue::Choice(list, term)) => {
                let term = list.terms.get(*term).map_or("", |term| term.name);
                edits.push(SourceEdit::Term(Id(after.id), name, Cow::Borrowed(term)));
            }
            _ => {}
        }
        // Followed step by step, to see whether the edits lead where they should.
        reached.set_field(field, new);
    }
    // A list of names is typed as lines; names that lines cannot tell apart are written with the whole source.
    if reached == *after { edits } else { vec![SourceEdit::Put(Source::of(after))] }
}

impl SourceEdit<'_> {
    /// The table with the change; `None` where it has no such source or field.
    pub fn applied(&self, sources: &Sources) -> Option<Sources> {
        let changed = |id: SourceId, field: SourceField, value: FieldValue| {
            let mut source = sources.get(id)?.clone();
            source.set_field(field, value);
            Some(sources.with(source))
        };
        match self {
            SourceEdit::Put(source) => Some(sources.with(source.clone().into_model())),
            SourceEdit::Remove(id) => sources.get(id.0).map(|_| sources.without(id.0)),
            SourceEdit::Text(id, name, stretch, _) => {
                let field = named(name)?;
                let FieldValue::Text(text) = sources.get(id.0)?.field(field) else { return None };
                changed(id.0, field, FieldValue::Text(stretch.applied(&text)?))
            }
            SourceEdit::Term(id, name, term) => {
                let field = named(name)?;
                let FieldValue::Choice(list, _) = sources.get(id.0)?.field(field) else { return None };
                let term = list.terms.iter().position(|known| known.name == term)?;
                changed(id.0, field, FieldValue::Choice(list, term))
            }
        }
    }

    /// Whether what it builds on stands as it did when it was written.
    pub fn fits(&self, writers: &Writers) -> bool {
        match self {
            SourceEdit::Text(id, name, _, last) => {
                named(name).is_some_and(|field| writers.has(EditTarget::Source(id.0), Slot::Source(field), *last))
            }
            _ => true,
        }
    }

    /// The part that it writes.
    pub fn slot(&self) -> Option<(EditTarget, Slot)> {
        match self {
            SourceEdit::Put(source) => Some((EditTarget::Source(source.id.0), Slot::Whole)),
            SourceEdit::Remove(id) => Some((EditTarget::Source(id.0), Slot::Whole)),
            SourceEdit::Text(id, name, ..) => Some((EditTarget::Source(id.0), Slot::Source(named(name)?))),
            SourceEdit::Term(..) => None,
        }
    }
}

/// How the journal writes a field; as the project file does.
fn name(field: SourceField) -> &'static str {
    match field {
        SourceField::Name => "name",
        SourceField::OtherNames => "other_names",
        SourceField::Role => "role",
        SourceField::Affiliation => "affiliation",
        SourceField::Kind => "kind",
        SourceField::Interest => "interest",
        SourceField::Anonymity => "anonymity",
    }
}

fn named(written: &str) -> Option<SourceField> {
    SourceField::ALL.into_iter().find(|field| name(*field) == written)
}
