//! How the program ends: what is being written is waited for.

use std::time::Duration;

use eframe::egui::ViewportCommand;

use super::command::Command;
use super::dialogs::Dialog;
use super::opened::Opened;
use super::window::Window;

/// So many seconds what is being written is waited for before that is said: as long as one waits for a window to close
/// without wondering.
const PATIENCE: f64 = 3.0;

/// What is being written when a window is closed is waited for so long without a word: settings take less on any disk,
/// and it is not noticed.
const AT_ONCE: Duration = Duration::from_millis(300);

impl Window {
    /// Ends the program, after asking where something would be lost, and waiting for what is being written.
    pub(super) fn quit(&mut self) {
        if self.opened.as_ref().is_some_and(|opened| opened.is_dirty() || opened.is_saving()) {
            return self.leave_for(Command::Quit);
        }
        self.write_all();
        if self.writer.awaited().is_empty() {
            self.close_project();
            self.close_window();
        } else {
            self.quitting.get_or_insert(self.ctx.input(|input| input.time));
        }
    }

    /// Whether the window may close at once: nothing would be lost, and nothing is being written.
    pub(super) fn may_end_at_once(&mut self) -> bool {
        let is_needed = self.opened.as_ref().is_some_and(|opened| opened.is_dirty() || opened.is_saving());
        self.write_all();
        if !is_needed {
            self.finish_writing();
        }
        !is_needed && self.writer.awaited().is_empty()
    }

    /// Waits for what is being written as long as nobody notices.
    pub(super) fn finish_writing(&mut self) {
        self.writer.wait(AT_ONCE).into_iter().for_each(|outcome| outcome(self));
    }

    /// Hands the writer all that is kept by itself, and has it try again what failed.
    fn write_all(&mut self) {
        self.note_session();
        self.keep_decisions();
        self.write_settings();
        self.writer.try_again();
    }

    /// Goes on to the end once all is written; asks where that takes long.
    pub(super) fn tend_quitting(&mut self) {
        let Some(since) = self.quitting else { return };
        if self.n_unwritten() == 0 {
            self.quitting = None;
            self.close_dialog_of_unwritten();
            return self.run(Command::Quit);
        }
        let left = since + PATIENCE - self.ctx.input(|input| input.time);
        if left > 0.0 {
            self.ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else if self.dialog.is_none() {
            self.dialog = Some(Dialog::Unwritten);
        }
    }

    fn n_unwritten(&self) -> usize {
        self.writer.awaited().len()
    }

    fn close_dialog_of_unwritten(&mut self) {
        if matches!(self.dialog, Some(Dialog::Unwritten)) {
            self.dialog = None;
        }
    }

    /// What is not written yet, for people to read.
    pub(super) fn unwritten(&self) -> Vec<String> {
        let names = self.writer.awaited().into_iter().map(|write| match write.name.strip_prefix("Saving ") {
            Some(file) => file.to_owned(),
            None => write.name.clone(),
        });
        names.collect()
    }

    /// Waits as long again.
    pub(super) fn wait_on(&mut self) {
        self.quitting = Some(self.ctx.input(|input| input.time));
    }

    /// Does not end after all.
    pub(super) fn stay(&mut self) {
        self.quitting = None;
        if let Some(opened) = self.opened.as_mut().filter(|opened| opened.is_saving()) {
            opened.saving.give_up();
        }
    }

    /// Ends at once. What is not saved is kept in the journal, which the next start offers.
    pub(super) fn end_unwritten(&mut self) {
        self.write_journal();
        if let Some(Opened { lock, .. }) = self.opened.take() {
            // A share that does not answer would hold up the end.
            std::thread::spawn(move || drop(lock));
        }
        self.close_window();
    }

    fn close_window(&mut self) {
        self.quitting = None;
        self.close_dialog_of_unwritten();
        self.may_close = true;
        self.ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
