use eframe::egui::{Id, Key, Ui};

use super::problem_row::{ROW, Shown, problem_row};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::widgets::{EmptyState, ListCursor, RowHeights, VirtualList};

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
        let list = VirtualList::new(id, "Problems", RowHeights::Equal(n_rows, ROW)).scroll_bar("the list of problems");
        let answer = list.takes_focus(takes_focus).show(ui, frame, &mut self.cursor, |ui, row| {
            let Some((problem, dismissal)) = document.problems.row(row.n) else { return false };
            let shown = Shown { problem, dismissal, is_current: row.is_current, has_focus: row.has_focus };
            problem_row(ui, row.id, row.rect, document, shown, margin, commands)
        });
        let is_entered = answer.has_focus && ui.input(|input| input.key_pressed(Key::Enter));
        let gone_to = answer.clicked.or(is_entered.then_some(self.cursor.row));
        commands.extend(gone_to.map(Command::GoToProblem));
    }
}
