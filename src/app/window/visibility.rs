//! Which marks are shown.

use crate::app::command::{MarkFilter, Visibility};
use crate::app::document::MarkVisibility;

use super::Window;

impl Window {
    /// Changes which marks are shown.
    pub(in crate::app) fn emphasize(&mut self, change: impl FnOnce(&mut MarkVisibility)) {
        if let Some(document) = &mut self.document {
            change(&mut document.mark_visibility);
        }
    }

    /// Dims marks, or shows them again that were dimmed.
    pub(in crate::app) fn dim(&mut self, mark_filter: &MarkFilter) {
        self.emphasize(|mark_visibility| {
            let is_dimmed = mark_visibility.mark_filter(mark_filter) == Visibility::Dimmed;
            mark_visibility.set(mark_filter, if is_dimmed { Visibility::Shown } else { Visibility::Dimmed });
        });
    }
}
