use egui::{Ui, UiBuilder};

use super::super::access::{self, Runs};
use super::super::text_layout::{Place, TextLayout};
use super::state::State;
use super::{Places, TextField};

impl TextField<'_> {
    /// Tells a screen reader the lines that are on the screen, with caret and
    /// selection, and lets it set these. Call before the events are told on.
    pub(super) fn tell(&self, ui: &mut Ui, state: &mut State, laid: &TextLayout, places: &Places) {
        // Runs cost as much as setting the text, and are made only while somebody listens.
        if !access::is_heard(ui.ctx(), self.id) {
            return;
        }
        let origin = state.origin(laid, places.text);
        let clip = ui.clip_rect();
        // Lines off the screen are left out: a note of pages would be told anew at every letter.
        let lines = laid.lines_between(clip.top() - origin.y, clip.bottom() - origin.y);
        let words = self.id.with("words");
        let mut runs = Runs::default();
        runs.add(words, laid, lines, 0, origin, false);
        for request in access::requests(ui.ctx()).iter().filter(|_| ui.is_enabled()) {
            if let Some((anchor, head)) = runs.asked(request, self.id) {
                state.editor.set(Place::before(anchor), false);
                state.editor.set(Place::after(head), true);
                state.reveal = true;
            }
        }
        let range = state.editor.selection();
        let head = state.editor.caret();
        let anchor = match (state.editor.is_composing(), head.byte == range.start) {
            (true, _) => head.byte,
            (false, true) => range.end,
            (false, false) => range.start,
        };
        let selection = runs.selection(anchor, head);
        ui.ctx().accesskit_node_builder(self.id, |node| {
            if let Some(selection) = selection {
                node.set_text_selection(selection);
            }
        });
        let room = UiBuilder::new().scope_id(words).max_rect(places.text).accessibility_parent(self.id);
        let inside = ui.new_child(room);
        runs.tell(&inside);
    }
}
