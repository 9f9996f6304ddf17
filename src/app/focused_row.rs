use eframe::egui::{Context, Id, Response};

use crate::model::AnnotationId;

/// The row of a mark that had the focus when its list was last shown.
///
/// The list may be hidden by then, and the focus elsewhere: egui is asked each time.
#[derive(Clone, Copy, Debug)]
pub struct FocusedRow {
    row: Id,
    mark: AnnotationId,
}

impl FocusedRow {
    /// The row of `mark`, where it has the focus.
    pub fn of(row: &Response, mark: AnnotationId) -> Option<FocusedRow> {
        row.has_focus().then_some(FocusedRow { row: row.id, mark })
    }

    /// Its mark, where the row still has the focus.
    pub fn if_focused(self, ctx: &Context) -> Option<AnnotationId> {
        ctx.memory(|memory| memory.has_focus(self.row)).then_some(self.mark)
    }
}
