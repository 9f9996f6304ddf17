//! Going from annotation to annotation.

use crate::model::{Annotation, Project};

use super::{OpenProject, Selection};

/// Which annotations count when going from one to the next.
pub type Keep<'a> = &'a dyn Fn(&Project, &Annotation) -> bool;

impl OpenProject {
    /// Selects the annotation after the selected one, or the first after the
    /// caret; `keep` tells which annotations count. At the end nothing moves.
    pub fn select_next_kept(&mut self, keep: Keep<'_>) {
        let annotations = self.project().annotations();
        let from = match self.selected.and_then(|id| self.project().place(id)) {
            Some(place) => place + 1,
            None => annotations.begun_before(self.selection.head),
        };
        if let Some(next) =
            annotations.range(from..annotations.len()).find(|annotation| keep(self.project(), annotation))
        {
            self.selected = Some(next.id);
            self.put_caret_at_selected();
        }
    }

    /// Selects the annotation before the selected one, or the last before the caret.
    pub fn select_previous_kept(&mut self, keep: Keep<'_>) {
        let annotations = self.project().annotations();
        let to = match self.selected.and_then(|id| self.project().place(id)) {
            Some(place) => place,
            None => annotations.begun_before(self.selection.head),
        };
        if let Some(previous) = annotations.range(0..to).rev().find(|annotation| keep(self.project(), annotation)) {
            self.selected = Some(previous.id);
            self.put_caret_at_selected();
        }
    }

    /// Puts the caret where the selected annotation begins, so that the arrow keys go on from there.
    pub fn put_caret_at_selected(&mut self) {
        if let Some(start) = self.selected_annotation().map(|annotation| annotation.spans.start()) {
            self.selection = Selection::caret(start);
        }
    }

    /// Selects the smallest annotation over byte `offset`, or the next larger
    /// one where that was selected already; `None` over no annotation.
    pub fn select_at(&mut self, offset: usize) {
        let there: Vec<_> = self.project().annotations_at(offset).iter().map(|annotation| annotation.id).collect();
        let current = self.selected.and_then(|id| there.iter().position(|other| *other == id));
        self.selected = match current {
            Some(index) => Some(there[(index + 1) % there.len()]),
            None => there.first().copied(),
        };
    }
}
