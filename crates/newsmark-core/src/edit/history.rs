use crate::model::{AnnotationId, Change, FieldPath, SourceField, SourceId};

use super::EntryKind;

/// What was done and can be undone. It hands changes out and never applies them.
///
/// A position is the number of steps done; the saved position is where the
/// file stands. Undo crosses saves.
///
/// # Limitations
/// Steps are kept in memory for as long as the project is open.
#[derive(Debug)]
pub struct History {
    done: Vec<HistoryStep>,
    undone: Vec<HistoryStep>,
    saved: Option<usize>,
    saving: Option<usize>,
    open: Option<Typing>,
}

/// One step: what it is called and the change that takes it back, or makes it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryStep {
    /// Its name within a sentence: "mark as quote".
    pub name: String,
    /// The change to apply next: the inverse of a step done, the step itself once undone.
    pub change: Change,
}

/// What is being typed into: typing that stays in one place is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// A field of an annotation.
    Field(AnnotationId, FieldPath),
    /// A field of a source.
    Source(SourceId, SourceField),
}

impl History {
    /// An empty history, of a project that stands in its file or, where
    /// `saved` is false, nowhere yet.
    pub fn new(saved: bool) -> History {
        History { done: Vec::new(), undone: Vec::new(), saved: saved.then_some(0), saving: None, open: None }
    }

    /// Whether the project differs from its file.
    pub fn is_dirty(&self) -> bool {
        self.saved != Some(self.done.len())
    }

    /// How many steps lie between the project and its file, done or taken back since; `None` where the file stands at
    /// none of them.
    pub fn n_unsaved(&self) -> Option<usize> {
        self.saved.map(|saved| self.done.len().abs_diff(saved))
    }

    /// How many steps are done.
    pub fn position(&self) -> usize {
        self.done.len()
    }

    /// The steps done, the oldest first.
    pub fn done(&self) -> &[HistoryStep] {
        &self.done
    }

    /// Takes note of a step that was made, with its inverse, and says whether
    /// it joined the step before it.
    pub fn record(&mut self, name: &str, typing: Option<Typing>, inverse: Change) -> EntryKind {
        // After an undo the step that typing would join is not the last one done.
        let joins = typing.is_some() && typing == self.open && self.undone.is_empty() && !self.done.is_empty();
        if joins {
            // The older inverse restores the field as it was before typing began.
            return EntryKind::Join;
        }
        let n_done = self.done.len();
        // A file that stands at a step which was undone is reached by no undo or redo once another step is made.
        self.saved = self.saved.filter(|saved| *saved <= n_done);
        self.saving = self.saving.filter(|saving| *saving <= n_done);
        self.undone.clear();
        self.open = typing;
        self.done.push(HistoryStep { name: name.to_owned(), change: inverse });
        EntryKind::Do
    }

    /// Ends a run of typing: what is typed next is a step of its own.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// The name of the step that undo takes back.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// The name of the step that redo makes again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// The change that undo makes.
    pub fn undo_change(&self) -> Option<&Change> {
        self.done.last().map(|step| &step.change)
    }

    /// The change that redo makes.
    pub fn redo_change(&self) -> Option<&Change> {
        self.undone.last().map(|step| &step.change)
    }

    /// Hands out the step to take back; its inverse belongs into [`History::undid`].
    pub fn undo(&mut self) -> Option<HistoryStep> {
        self.seal();
        self.done.pop()
    }

    /// Takes note of the inverse of a step taken back.
    pub fn undid(&mut self, step: HistoryStep) {
        self.undone.push(step);
    }

    /// Hands out the step to make again; its inverse belongs into [`History::redid`].
    pub fn redo(&mut self) -> Option<HistoryStep> {
        self.seal();
        self.undone.pop()
    }

    /// Takes note of the inverse of a step made again.
    pub fn redid(&mut self, step: HistoryStep) {
        self.done.push(step);
    }

    /// The project as it is goes to its file; what is typed next is a step of its own.
    pub fn begin_save(&mut self) {
        self.saving = Some(self.done.len());
        self.seal();
    }

    /// The project as it was when saving began stands in its file, or does not.
    pub fn end_save(&mut self, is_saved: bool) {
        let saving = self.saving.take();
        if is_saved {
            // Not the position now: what was done while the file was written is not in it.
            self.saved = saving;
        }
    }

    /// The project as it is stands in no file.
    pub fn forget_save(&mut self) {
        self.saved = None;
    }
}
