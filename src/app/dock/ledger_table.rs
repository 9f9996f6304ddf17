use std::collections::BTreeSet;

use eframe::egui::{Id, Key, Ui};

use super::ledger_line::{Line, RowKey, lines};
use super::ledger_row::{LedgerColumns, LineOptions, ledger_row};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::theme::space;
use crate::app::widgets::{EmptyState, ListCursor, RowHeights, VirtualList};

/// The table of totals: one stop of Tab. Arrows walk through it, Right and Left show and hide the records
/// of a total, Enter goes to the words, again to the next ones.
#[derive(Default)]
pub struct LedgerTable {
    cursor: ListCursor,
    open: BTreeSet<RowKey>,
}

/// Height of a row in points.
const ROW: f32 = space::ROW;
/// Room below the last line, in points, by which it is seen to be the last.
const FOOT: f32 = 8.0;

impl LedgerTable {
    /// Shows the totals, the lines on the screen alone.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        margin: f32,
        takes_focus: bool,
        commands: &mut Vec<Command>,
    ) {
        let ledger = document.problems.ledger();
        let lines = lines(document.session.project(), ledger, &self.open);
        if lines.is_empty() {
            let sentence = "A figure counts when its scope is an event";
            EmptyState::new("No figure counts yet").sentence(sentence).show(ui);
            return;
        }
        let columns = LedgerColumns::of(ui.available_rect_before_wrap(), margin, ledger);
        columns.head(ui);
        let frame = ui.available_rect_before_wrap();
        let edges = edges(&lines);
        let list = VirtualList::new(Id::unique("ledger"), "Ledger", RowHeights::Edges(&edges)).scroll_bar("the ledger");
        let list = list.foot(FOOT).takes_focus(takes_focus);
        let answer = list.show(ui, frame, &mut self.cursor, |ui, row| {
            let look = LineOptions { is_current: row.is_current, has_focus: row.has_focus, columns: &columns };
            ledger_row(ui, row.id, row.rect, document, &lines[row.n], look, commands)
        });
        if let Some(line) = answer.clicked {
            self.press(document, &lines[line], commands);
        } else if answer.has_focus {
            self.keys(ui, document, &lines, commands);
        }
    }

    fn keys(&mut self, ui: &Ui, document: &Document, lines: &[Line<'_>], commands: &mut Vec<Command>) {
        let Some(line) = lines.get(self.cursor.row) else { return };
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if let Line::Total(row, _) = line {
            let key = (row.of, row.unit);
            if pressed(Key::ArrowRight) {
                self.open.insert(key);
            }
            if pressed(Key::ArrowLeft) {
                self.open.remove(&key);
            }
        }
        if pressed(Key::Enter) {
            go_to_next(document, line, commands);
        }
    }

    /// What a click on a line does: a total shows its records, any other goes to its words.
    fn press(&mut self, document: &Document, line: &Line<'_>, commands: &mut Vec<Command>) {
        match line {
            Line::Total(row, is_open) => {
                let key = (row.of, row.unit);
                if *is_open {
                    self.open.remove(&key)
                } else {
                    self.open.insert(key)
                };
            }
            line => go_to_next(document, line, commands),
        }
    }
}

/// Selects the first record of the line, or the one after that which is selected.
fn go_to_next(document: &Document, line: &Line<'_>, commands: &mut Vec<Command>) {
    let ids = line.ids();
    let selected = document.session.selected.and_then(|selected| ids.iter().position(|id| *id == selected));
    // Enter again goes on to the next mark of the row, and from the last one to the first.
    let next = selected.map_or(0, |place| (place + 1) % ids.len().max(1));
    commands.extend(ids.get(next).map(|id| Command::Select(*id)));
}

/// The upper edge of each line in points, and the lower edge of the last.
fn edges(lines: &[Line<'_>]) -> Vec<f32> {
    let mut edges = vec![0.0];
    let mut n_rows = 0;
    for line in lines {
        n_rows += line.n_rows();
        edges.push(n_rows as f32 * ROW);
    }
    edges
}
