use egui::{EventFilter, Id, Key, Ui};

/// Where the keys are in a list that is one stop of Tab: arrows, PageUp and PageDown, Home and End move it.
#[derive(Clone, Copy, Debug, Default)]
pub struct ListCursor {
    /// The row, counted from 0.
    pub row: usize,
    reveal: bool,
}

impl ListCursor {
    /// Moves through `n_rows` rows by the keys that were pressed while the list `id` has the focus, `a_page` rows
    /// at a time by PageUp and PageDown; answers whether it has it.
    pub(super) fn keys(&mut self, ui: &Ui, id: Id, n_rows: usize, a_page: usize) -> bool {
        let last = n_rows.saturating_sub(1);
        // The list may have grown shorter since.
        self.row = self.row.min(last);
        if !ui.memory(|memory| memory.has_focus(id)) || n_rows == 0 {
            return false;
        }
        // Left and Right too: lists open and close rows by them, and the focus would leave.
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let before = self.row;
        let moves = [
            (Key::ArrowDown, before.saturating_add(1)),
            (Key::ArrowUp, before.saturating_sub(1)),
            (Key::PageDown, before.saturating_add(a_page)),
            (Key::PageUp, before.saturating_sub(a_page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, row) in moves {
            if ui.input(|input| input.key_pressed(key)) {
                self.row = row.min(last);
                self.reveal = true;
            }
        }
        true
    }

    /// Whether its row is to be brought on the screen; once.
    pub(super) fn take_reveal(&mut self) -> bool {
        std::mem::take(&mut self.reveal)
    }
}
