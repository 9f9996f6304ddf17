use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{self, AnnotationId};
use crate::store::CodePoints;
use crate::store::v2::{Anchored, Annotation, Card, Conflict, DismissedProposal, Id, ProjectSettings, SignOff, Source};

/// A [`model::Change`] with whole values, as the journal writes it.
#[derive(Debug, Serialize, Deserialize)]
pub enum WrittenChange<'a> {
    Insert(Box<Annotation<'a>>),
    Remove(Id<AnnotationId>),
    Replace(Box<Annotation<'a>>),
    ReplaceCard(Box<Card<'a>>),
    ReplaceSources(Vec<Source<'a>>),
    ReplaceSettings(ProjectSettings<'a>),
    ReplaceSignOffs(Vec<SignOff<'a>>),
    ReplaceConflicts(Vec<Conflict<'a>>),
    ReplaceDismissedProposals(Vec<DismissedProposal<'a>>),
    Keep(Box<Annotation<'a>>),
    Release(Id<AnnotationId>),
    Batch(Vec<WrittenChange<'a>>),
}

impl<'a> WrittenChange<'a> {
    /// The change with its offsets in code points.
    pub fn of(change: &'a model::Change, index: &'a CodePoints) -> WrittenChange<'a> {
        match change {
            model::Change::Insert(annotation) => WrittenChange::Insert(Box::new(without_words(annotation, index))),
            model::Change::Remove(id) => WrittenChange::Remove(Id(*id)),
            model::Change::Replace(annotation) => WrittenChange::Replace(Box::new(without_words(annotation, index))),
            model::Change::ReplaceCard(card) => {
                WrittenChange::ReplaceCard(Box::new(Card::of(card, Anchored::of(&card.title, index))))
            }
            model::Change::ReplaceSources(sources) => {
                WrittenChange::ReplaceSources(sources.iter().map(Source::of).collect())
            }
            model::Change::ReplaceSettings(settings) => WrittenChange::ReplaceSettings(ProjectSettings::of(settings)),
            model::Change::ReplaceSignOffs(sign_offs) => {
                WrittenChange::ReplaceSignOffs(sign_offs.iter().map(|sign_off| SignOff::of(sign_off)).collect())
            }
            model::Change::ReplaceConflicts(conflicts) => WrittenChange::ReplaceConflicts(
                conflicts.iter().map(|conflict| Conflict::of(conflict, index)).collect(),
            ),
            model::Change::ReplaceDismissedProposals(dismissed) => WrittenChange::ReplaceDismissedProposals(
                dismissed.iter().map(|one| DismissedProposal::of(one)).collect(),
            ),
            model::Change::InsertUnplaced(unplaced) => {
                WrittenChange::Keep(Box::new(Annotation::of_unplaced(unplaced, index)))
            }
            model::Change::RemoveUnplaced(id) => WrittenChange::Release(Id(*id)),
            model::Change::Batch(changes) => {
                WrittenChange::Batch(changes.iter().map(|change| WrittenChange::of(change, index)).collect())
            }
        }
    }

    /// The change with its offsets in bytes; `None` where its words do not
    /// stand in the text, so that it was made to another one.
    pub fn into_model(self, index: &CodePoints) -> Option<model::Change> {
        Some(match self {
            WrittenChange::Insert(annotation) => model::Change::Insert(Arc::new(placed(*annotation, index)?)),
            WrittenChange::Remove(id) => model::Change::Remove(id.0),
            WrittenChange::Replace(annotation) => model::Change::Replace(Arc::new(placed(*annotation, index)?)),
            WrittenChange::ReplaceCard(card) => {
                model::Change::ReplaceCard(Box::new(card.into_model(|title| title.into_model(index))))
            }
            WrittenChange::ReplaceSources(sources) => {
                let sources = sources.into_iter().map(Source::into_model).collect();
                model::Change::ReplaceSources(model::Sources::of(sources))
            }
            WrittenChange::ReplaceSettings(settings) => model::Change::ReplaceSettings(settings.into_model()),
            WrittenChange::ReplaceSignOffs(sign_offs) => {
                let sign_offs = sign_offs.into_iter().map(|sign_off| Arc::new(sign_off.into_model()));
                model::Change::ReplaceSignOffs(sign_offs.collect())
            }
            WrittenChange::ReplaceConflicts(conflicts) => {
                let conflicts = conflicts.into_iter().map(|one| conflict(one, index));
                model::Change::ReplaceConflicts(conflicts.collect::<Option<_>>()?)
            }
            WrittenChange::ReplaceDismissedProposals(dismissed) => {
                let dismissed = dismissed.into_iter().map(|one| Arc::new(one.into_model()));
                model::Change::ReplaceDismissedProposals(dismissed.collect())
            }
            WrittenChange::Keep(unplaced) => {
                model::Change::InsertUnplaced(Arc::new(unplaced.unplaced(&mut |_, value| value.into_model(index))))
            }
            WrittenChange::Release(id) => model::Change::RemoveUnplaced(id.0),
            WrittenChange::Batch(changes) => {
                let changes = changes.into_iter().map(|change| change.into_model(index));
                model::Change::Batch(changes.collect::<Option<_>>()?)
            }
        })
    }
}

/// The conflict in the model; `None` where an annotation of it was made to another text.
pub fn conflict(conflict: Conflict<'_>, index: &CodePoints) -> Option<model::Conflict> {
    conflict.into_model(index, |kept| placed(kept, index).ok_or(())).ok()
}

/// The annotation without the words that it covers: they follow from where it
/// stands in the text, which never changes, and may be as long as that.
fn without_words<'a>(annotation: &'a model::Annotation, index: &'a CodePoints) -> Annotation<'a> {
    Annotation { words: Vec::new(), ..Annotation::of(annotation, index) }
}

fn placed(annotation: Annotation<'_>, index: &CodePoints) -> Option<model::Annotation> {
    // Version 1 wrote the words, and those of another text are not taken.
    let with_words = !annotation.words.is_empty();
    if with_words && annotation.at.len() != annotation.words.len() {
        return None;
    }
    let found = annotation.at.iter().enumerate().map(|(n, at)| {
        let span = index.span(*at)?;
        (!with_words || index.text().words(span) == annotation.words[n]).then_some(span)
    });
    let spans = model::Spans::new(found.collect::<Option<_>>()?)?;
    // Words of fields are taken as they are written: they were compared when the project was read, and the text has not
    // changed since.
    Some(annotation.placed(spans, &mut |_, value| value.into_model(index)))
}
