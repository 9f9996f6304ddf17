//! Which marks are shown.

use crate::app::command::{MarkFilter, Visibility};
use crate::app::document::MarkVisibility;

use super::Window;

impl Window {
    /// Changes which marks are shown.
    pub(in crate::app) fn emphasize(&mut self, change: impl FnOnce(&mut MarkVisibility)) {
        if let Some(document) = &mut self.document {
            change(&mut document.emphasis);
        }
    }

    /// Dims marks, or shows them again that were dimmed.
    pub(in crate::app) fn dim(&mut self, aspect: &MarkFilter) {
        self.emphasize(|emphasis| {
            let is_dimmed = emphasis.aspect(aspect) == Visibility::Dimmed;
            emphasis.set(aspect, if is_dimmed { Visibility::Shown } else { Visibility::Dimmed });
        });
    }
}
