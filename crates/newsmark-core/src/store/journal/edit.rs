use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::card_edit::{self, CardEdit};
use super::change::WrittenChange;
use super::mark_edit::{self, MarkEdit};
use super::source_edit::{self, SourceEdit};
use super::splice::ListSplice;
use super::writers::{EditTarget, Slot, Writers};
use crate::model::{self, Annotation, AnnotationId, Project};
use crate::store::CodePoints;
use crate::store::v2::{Conflict, DismissedProposal, Id, SignOff};

/// A [`model::Change`] as what it changes in the project that it was made to.
#[derive(Debug, Serialize, Deserialize)]
pub enum Edit<'a> {
    /// Whole values.
    Whole(Box<WrittenChange<'a>>),
    /// Parts of a mark.
    Mark(Id<AnnotationId>, Vec<MarkEdit<'a>>),
    /// Texts of the article's card.
    Card(Vec<CardEdit<'a>>),
    /// Sources of the table.
    Sources(Vec<SourceEdit<'a>>),
    /// Some of the sign-offs, and how many entries there were up to the one that last wrote them.
    SignOffs(ListSplice<SignOff<'a>>, u64),
    /// Some of what a merge could not decide, and the same.
    Conflicts(ListSplice<Conflict<'a>>, u64),
    /// Some of the proposals that editors did not want, and the same.
    DismissedProposals(ListSplice<DismissedProposal<'a>>, u64),
    /// All of these, in order, or none.
    Batch(Vec<Edit<'a>>),
}

/// The project that entries change, and which entry last wrote each part of it.
#[derive(Debug)]
pub struct State {
    pub project: Project,
    writers: Writers,
}

impl State {
    /// The project that has all entries before `start`.
    pub fn new(project: Project, start: u64) -> State {
        State { project, writers: Writers::from(start) }
    }

    /// Makes the change, which ends the first `n_entries`, and answers with what
    /// it changes. Where it does not fit, nothing is changed, and it is answered whole.
    pub fn make<'a>(&mut self, change: &'a model::Change, n_entries: u64, index: &'a CodePoints) -> Edit<'a> {
        let edit = self
            .all_or_nothing(matches!(change, model::Change::Batch(_)), |state| state.made(change, n_entries, index));
        edit.unwrap_or_else(|| Edit::Whole(Box::new(WrittenChange::of(change, index))))
    }

    /// Makes the change again that was written so; `None`, and nothing is
    /// changed, where it was made to something else.
    pub fn remake(&mut self, edit: Edit<'_>, n_entries: u64, index: &CodePoints) -> Option<model::Change> {
        self.all_or_nothing(matches!(edit, Edit::Batch(_)), |state| state.remade(edit, n_entries, index))
    }

    /// What can fail half way is tried on a copy: all else fails as a whole by itself.
    fn all_or_nothing<T>(&mut self, is_batch: bool, make: impl FnOnce(&mut State) -> Option<T>) -> Option<T> {
        // A clone shares all marks with the project, so that it costs little beside the batch.
        let before = is_batch.then(|| self.project.clone());
        let made = make(self);
        if made.is_some() {
            self.writers.keep();
        } else {
            // Notes are made before the change is: those of a change that failed would make later ones unreadable.
            self.writers.take_back();
            if let Some(before) = before {
                self.project = before;
            }
        }
        made
    }

    fn made<'a>(&mut self, change: &'a model::Change, n_entries: u64, index: &'a CodePoints) -> Option<Edit<'a>> {
        if let model::Change::Batch(changes) = change {
            let edits = changes.iter().map(|change| self.made(change, n_entries, index));
            return edits.collect::<Option<_>>().map(Edit::Batch);
        }
        // What would not be read as it was made, for whatever reason, is written whole.
        let edit = self.difference(change, index).filter(|edit| self.change(edit, index).as_ref() == Some(change));
        let edit = edit.unwrap_or_else(|| Edit::Whole(Box::new(WrittenChange::of(change, index))));
        // Noted while the project is as it was before: which parts a change writes depends on what was there.
        self.note(&edit, change, n_entries);
        self.project.apply(change.clone()).ok()?;
        Some(edit)
    }

    fn remade(&mut self, edit: Edit<'_>, n_entries: u64, index: &CodePoints) -> Option<model::Change> {
        let (edit, change) = match edit {
            Edit::Batch(edits) => {
                let changes = edits.into_iter().map(|edit| self.remade(edit, n_entries, index));
                return changes.collect::<Option<_>>().map(model::Change::Batch);
            }
            Edit::Whole(change) => {
                // Whole values build on nothing. They fit whatever was lost before, unless what they name is not there.
                let change = change.into_model(index)?;
                self.note_whole(&change, n_entries);
                self.project.apply(change.clone()).ok()?;
                return Some(change);
            }
            edit => {
                let change = self.change(&edit, index)?;
                (edit, change)
            }
        };
        self.note(&edit, &change, n_entries);
        self.project.apply(change.clone()).ok()?;
        Some(change)
    }

    /// What the change changes, of those that are not written whole.
    fn difference<'a>(&self, change: &'a model::Change, index: &'a CodePoints) -> Option<Edit<'a>> {
        let writers = &self.writers;
        match change {
            model::Change::Replace(after) => {
                let before = self.project.annotation(after.id)?;
                Some(Edit::Mark(Id(after.id), mark_edit::edits(before, after, writers, index)))
            }
            model::Change::ReplaceCard(after) => {
                Some(Edit::Card(card_edit::edits(&self.project.article().card, after, writers)))
            }
            model::Change::ReplaceSources(after) => {
                Some(Edit::Sources(source_edit::edits(self.project.sources(), after, writers)))
            }
            model::Change::ReplaceSignOffs(after) => {
                let splice = ListSplice::between(self.project.sign_offs(), after, |one| SignOff::of(one));
                Some(Edit::SignOffs(splice, writers.of(EditTarget::SignOffs, Slot::Whole)))
            }
            model::Change::ReplaceConflicts(after) => {
                let written = |conflict| Conflict::of(conflict, index);
                let splice = ListSplice::between(self.project.conflicts(), after, written);
                Some(Edit::Conflicts(splice, writers.of(EditTarget::Conflicts, Slot::Whole)))
            }
            model::Change::ReplaceDismissedProposals(after) => {
                let before = self.project.dismissed_proposals();
                let splice = ListSplice::between(before, after, |one| DismissedProposal::of(one));
                Some(Edit::DismissedProposals(splice, writers.of(EditTarget::DismissedProposals, Slot::Whole)))
            }
            _ => None,
        }
    }

    /// The change that such an edit is; `None` where it builds on something else.
    fn change(&self, edit: &Edit<'_>, index: &CodePoints) -> Option<model::Change> {
        let writers = &self.writers;
        match edit {
            Edit::Mark(id, edits) => {
                let mut mark = Annotation::clone(self.project.annotation(id.0)?);
                for edit in edits {
                    // Asked of each part: one that builds on a lost entry would put its stretch into other words.
                    if !edit.fits(EditTarget::Mark(id.0), writers) {
                        return None;
                    }
                    edit.apply(&mut mark, index)?;
                }
                Some(model::Change::Replace(Arc::new(mark)))
            }
            Edit::Card(edits) => {
                let mut card = self.project.article().card.clone();
                edits.iter().try_for_each(|edit| if edit.fits(writers) { edit.apply(&mut card) } else { None })?;
                Some(model::Change::ReplaceCard(Box::new(card)))
            }
            Edit::Sources(edits) => {
                let sources = edits.iter().try_fold(self.project.sources().clone(), |sources, edit| {
                    if edit.fits(writers) { edit.applied(&sources) } else { None }
                })?;
                Some(model::Change::ReplaceSources(sources))
            }
            Edit::SignOffs(splice, last) if writers.has(EditTarget::SignOffs, Slot::Whole, *last) => {
                let read = |one: &SignOff<'_>| Some(Arc::new(one.clone().into_model()));
                Some(model::Change::ReplaceSignOffs(splice.applied(self.project.sign_offs(), read)?))
            }
            Edit::Conflicts(splice, last) if writers.has(EditTarget::Conflicts, Slot::Whole, *last) => {
                let read = |one: &Conflict<'_>| super::change::conflict(one.clone(), index);
                Some(model::Change::ReplaceConflicts(splice.applied(self.project.conflicts(), read)?))
            }
            Edit::DismissedProposals(splice, last)
                if writers.has(EditTarget::DismissedProposals, Slot::Whole, *last) =>
            {
                let read = |one: &DismissedProposal<'_>| Some(Arc::new(one.clone().into_model()));
                let dismissed = splice.applied(self.project.dismissed_proposals(), read)?;
                Some(model::Change::ReplaceDismissedProposals(dismissed))
            }
            _ => None,
        }
    }

    fn note(&mut self, edit: &Edit<'_>, change: &model::Change, n_entries: u64) {
        let slots: Vec<(EditTarget, Slot)> = match edit {
            Edit::Mark(id, edits) => {
                let Some(before) = self.project.annotation(id.0) else { return };
                let slots = edits.iter().flat_map(|edit| edit.slots(before));
                slots.map(|slot| (EditTarget::Mark(id.0), slot)).collect()
            }
            Edit::Card(edits) => edits.iter().filter_map(|edit| Some((EditTarget::Card, edit.slot()?))).collect(),
            Edit::Sources(edits) => edits.iter().filter_map(SourceEdit::slot).collect(),
            _ => return self.note_whole(change, n_entries),
        };
        slots.into_iter().for_each(|(record, slot)| self.writers.note(record, slot, n_entries));
    }

    fn note_whole(&mut self, change: &model::Change, n_entries: u64) {
        let record = match change {
            model::Change::Insert(mark) | model::Change::Replace(mark) => EditTarget::Mark(mark.id),
            model::Change::InsertUnplaced(unplaced) => EditTarget::Mark(unplaced.id),
            model::Change::Remove(id) | model::Change::RemoveUnplaced(id) => EditTarget::Mark(*id),
            model::Change::ReplaceCard(_) => EditTarget::Card,
            model::Change::ReplaceSources(_) => EditTarget::Sources,
            model::Change::ReplaceSignOffs(_) => EditTarget::SignOffs,
            model::Change::ReplaceConflicts(_) => EditTarget::Conflicts,
            model::Change::ReplaceDismissedProposals(_) => EditTarget::DismissedProposals,
            // Settings are always written whole, so that nothing ever builds on who wrote them.
            model::Change::ReplaceSettings(_) => return,
            model::Change::Batch(changes) => {
                return changes.iter().for_each(|change| self.note_whole(change, n_entries));
            }
        };
        self.writers.note(record, Slot::Whole, n_entries);
    }
}
