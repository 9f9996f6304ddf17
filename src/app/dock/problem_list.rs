use eframe::egui::{Id, Key, Rect, Role as Access, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::problem_row::{ROW, Shown, problem_row};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{EmptyState, FocusRing, ListCursor, Scrolled, told};

/// The list of problems: one stop of Tab, its rows walked by arrows, Enter goes to the words.
#[derive(Default)]
pub struct ProblemList {
    cursor: ListCursor,
}

impl ProblemList {
    /// Shows the problems, the rows on the screen alone.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        margin: f32,
        takes_focus: bool,
        commands: &mut Vec<Command>,
    ) {
        let (id, n_rows) = (Id::unique("list of problems"), document.problems.n_rows());
        if n_rows == 0 {
            EmptyState::new("No problems found").show(ui);
            return;
        }
        let frame = ui.available_rect_before_wrap();
        let list = ui.interact(frame, id, Sense::click());
        list.widget_info(|| WidgetInfo::labeled(Access::ListBox, true, "Problems"));
        told::n_of(ui.ctx(), id, n_rows);
        if takes_focus {
            list.request_focus();
        }
        let has_focus = self.cursor.keys(ui, id, n_rows, ((frame.height() / ROW) as usize).max(1));
        if has_focus && ui.input(|input| input.key_pressed(Key::Enter)) {
            commands.push(Command::GoToProblem(self.cursor.row));
        }
        let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(frame).accessibility_parent(id));
        inside.spacing_mut().scroll = thin_scroll();
        ScrollArea::vertical()
            .id_salt("problems")
            .auto_shrink(false)
            .show_viewport(&mut inside, |ui, view| {
                let corner = ui.cursor().min;
                ui.set_height(n_rows as f32 * ROW);
                let place = |row: usize| {
                    Rect::from_min_size(pos2(corner.x, corner.y + row as f32 * ROW), vec2(frame.width(), ROW))
                };
                let first = (view.top() / ROW).floor().max(0.0) as usize;
                let end = ((view.bottom() / ROW).ceil().max(0.0) as usize).min(n_rows);
                for row in first..end {
                    let is_current = row == self.cursor.row;
                    let Some((problem, dismissal)) = document.problems.row(row) else { break };
                    let shown = Shown { problem, dismissal, is_current, has_focus };
                    let row_id = id.with(("row", row));
                    if problem_row(ui, row_id, place(row), document, shown, margin, commands) {
                        self.cursor.row = row;
                        list.request_focus();
                        commands.push(Command::GoToProblem(row));
                    }
                    told::row(ui.ctx(), row_id, row, is_current);
                    if is_current && has_focus {
                        told::active(ui.ctx(), id, row_id);
                    }
                }
                if self.cursor.take_reveal() {
                    ui.scroll_to_rect(place(self.cursor.row), None);
                }
            })
            .named(inside.ctx(), "the list of problems");
        if has_focus && FocusRing::by_keyboard(ui.ctx()) {
            FocusRing::paint(ui.painter(), frame.shrink(2.0), 2);
        }
    }
}
