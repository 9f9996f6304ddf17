//! What became of a paste, and the words that the article offers as the primary selection.

use crate::app::file_dialog::ASKING;
use crate::app::notices::Notice;
use crate::app::pending_replace::PendingReplace;
use crate::app::region_focus::article_id;
use crate::app::typing::Typing;
use eframe::egui::OutputCommand;

use super::Window;

const NOT_COPIED: &str = "The words were not copied: the system’s clipboard cannot be reached";

impl Window {
    /// Says what became of a paste, and offers the words selected in the article as the primary selection, once no
    /// button of the mouse is down any more.
    pub(in crate::app) fn refresh_clipboard(&mut self) {
        if let Some(told) = Typing::take_message(&self.ctx) {
            self.say(Notice::warning(told));
        }
        // In each frame, as it ends without an event: by a job that is over, or the focus that goes to the
        // dialog.
        Typing::set_opening(&self.ctx, self.opening_since());
        if self.platform.clipboard.take_failed() {
            self.say(Notice::warning(NOT_COPIED));
        }
        let has_focus = self.ctx.memory(|memory| memory.has_focus(article_id()));
        // While a drag goes on each frame has other words; offering them all would flood the display server.
        if !has_focus || self.ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        let Some(document) = &self.document else { return };
        let selected = document.session.selection.span();
        // Offering takes the selection from the program that has it, so the same words are offered once and
        // not each frame.
        if selected == self.offered {
            return;
        }
        self.offered = selected;
        if let Some(span) = selected {
            let words = document.session.project().article().text.words(span).to_owned();
            self.ctx.send_cmd(OutputCommand::TextSelectionSettled(words));
        }
    }
}

impl Window {
    /// Since when a dialog of the system is asked for that has not taken the keyboard, or a file is being opened.
    pub(super) fn opening_since(&self) -> Option<f64> {
        // Once the dialog has the keyboard this window has no focus, and nothing is typed ahead here any more.
        let is_asked = self.had_focus && (self.file_dialogs.is_asked() || self.jobs.is_under_way(ASKING));
        // The pending replacement outlives its job where a question is asked in between; only the job makes
        // keys wait.
        let is_read = |_: &&PendingReplace| self.jobs.may_cancel();
        let read = || self.pending_replace.as_ref().filter(is_read).map(|pending_replace| pending_replace.since);
        is_asked.then_some(self.file_dialogs.since).or_else(read)
    }
}
