use std::collections::BTreeSet;

use eframe::egui::{Id, Key, Rect, Role as Access, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::ledger_line::{Line, RowKey, lines};
use super::ledger_row::{LedgerColumns, LineOptions, ledger_row};
use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::theme::space;
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{EmptyState, FocusRing, ListCursor, Scrolled, told};

/// The table of totals: one stop of Tab. Arrows walk through it, Right and Left show and hide the records
/// of a total, Enter goes to the words, again to the next ones.
#[derive(Default)]
pub struct LedgerTable {
    cursor: ListCursor,
    open: BTreeSet<RowKey>,
}

/// Height of a row in points.
const ROW: f32 = space::ROW;

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
        let id = Id::unique("ledger");
        let frame = ui.available_rect_before_wrap();
        let list = ui.interact(frame, id, Sense::click());
        list.widget_info(|| WidgetInfo::labeled(Access::ListBox, true, "Ledger"));
        told::n_of(ui.ctx(), id, lines.len());
        if takes_focus {
            list.request_focus();
        }
        let has_focus = self.cursor.keys(ui, id, lines.len(), ((frame.height() / ROW) as usize).max(1));
        if has_focus {
            self.keys(ui, document, &lines, commands);
        }
        let tops = tops(&lines);
        let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(frame).accessibility_parent(id));
        inside.spacing_mut().scroll = thin_scroll();
        ScrollArea::vertical()
            .id_salt("totals")
            .auto_shrink(false)
            .show_viewport(&mut inside, |ui, view| {
                let corner = ui.cursor().min;
                let rect = |line: usize| {
                    let (top, bottom) = (tops[line] as f32 * ROW, tops[line + 1] as f32 * ROW);
                    Rect::from_min_size(pos2(corner.x, corner.y + top), vec2(frame.width(), bottom - top))
                };
                ui.set_height(tops[lines.len()] as f32 * ROW + 8.0);
                // A line is two rows high at most, so that one that begins two rows above the view may reach into it.
                let first = tops.partition_point(|top| (*top as f32 + 2.0) * ROW < view.top());
                for (n, line) in lines.iter().enumerate().skip(first) {
                    if tops[n] as f32 * ROW > view.bottom() {
                        break;
                    }
                    let look = LineOptions { is_current: n == self.cursor.row, has_focus, columns: &columns };
                    let line_id = id.with(("line", n));
                    if ledger_row(ui, line_id, rect(n), document, line, look, commands) {
                        self.cursor.row = n;
                        list.request_focus();
                        self.press(document, line, commands);
                    }
                    told::row(ui.ctx(), line_id, n, look.is_current);
                    if look.is_current && has_focus {
                        told::active(ui.ctx(), id, line_id);
                    }
                }
                if self.cursor.take_reveal() {
                    ui.scroll_to_rect(rect(self.cursor.row), None);
                }
            })
            .named(inside.ctx(), "the ledger");
        if has_focus && FocusRing::by_keyboard(ui.ctx()) {
            FocusRing::paint(ui.painter(), frame.shrink(2.0), 2);
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

/// The row at which each line begins, and the one after the last.
fn tops(lines: &[Line<'_>]) -> Vec<usize> {
    let mut tops = vec![0];
    let mut top = 0;
    for line in lines {
        top += line.n_rows();
        tops.push(top);
    }
    tops
}
