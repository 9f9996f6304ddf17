//! How the program ends: what is being written is waited for.

use std::time::Duration;

use eframe::egui::ViewportCommand;

use super::Window;
use crate::app::command::Command;
use crate::app::dialogs::Dialog;
use crate::app::document::Document;
use crate::app::notices::Notice;

/// So many seconds what is being written is waited for before that is said: as long as one waits for a window to close
/// without wondering.
const PATIENCE: f64 = 3.0;

/// What is being written when a window is closed is waited for so long without a word: settings take less on any disk,
/// and it is not noticed.
const AT_ONCE: Duration = Duration::from_millis(300);

impl Window {
    /// Ends the program, after asking where something would be lost, and waiting for what is being written.
    pub(in crate::app) fn quit(&mut self) {
        if let Some(unkept) = self.unkept().filter(|_| !self.may_close) {
            self.stop_quitting();
            return self.say(Notice::warning(format!("{unkept} is not kept yet. Keep it, or cancel, before you quit")));
        }
        if self.document.as_ref().is_some_and(|document| document.is_dirty() || document.is_saving()) {
            return self.leave_for(Command::Quit);
        }
        self.write_all();
        let now = self.ctx.input(|input| input.time);
        if self.writer.awaited().is_empty() {
            // What guards it is waited for as long as what is written, and no longer: what stays harms nothing.
            self.quitting = Some(now);
            self.close_project();
            self.refresh_quitting();
        } else {
            // Asked again, the clock is not set back: whoever presses twice does not wait twice as long.
            self.quitting.get_or_insert(now);
        }
    }

    /// Whether the window may close at once: nothing would be lost, and nothing is being written.
    pub(in crate::app) fn may_end_at_once(&mut self) -> bool {
        let is_unsaved = self.document.as_ref().is_some_and(|document| document.is_dirty() || document.is_saving());
        let is_needed = is_unsaved || self.unkept().is_some();
        self.write_all();
        if !is_needed {
            self.finish_writing();
        }
        if is_needed || !self.writer.awaited().is_empty() {
            return false;
        }
        self.quitting = Some(self.ctx.input(|input| input.time));
        self.close_project();
        self.jobs.wait_for_locks(AT_ONCE)
    }

    /// Waits for what is being written as long as nobody notices.
    pub(in crate::app) fn finish_writing(&mut self) {
        self.writer.wait(AT_ONCE).into_iter().for_each(|outcome| outcome(self));
    }

    /// Hands the writer all that is kept by itself, and has it try again what failed.
    fn write_all(&mut self) {
        self.note_session();
        self.keep_decisions();
        self.write_settings();
        // What failed before waits for its next turn; at the end there is none, and the disk may be back.
        self.writer.try_again();
    }

    /// Goes on to the end once all is written; asks where that takes long.
    pub(in crate::app) fn refresh_quitting(&mut self) {
        let Some(since) = self.quitting else { return };
        let left = since + PATIENCE - self.ctx.input(|input| input.time);
        if self.n_unwritten() == 0 {
            // A document that is still here was being saved when the end was asked for; now it can be closed.
            if self.document.is_some() {
                self.stop_quitting();
                return self.run(Command::Quit);
            } else if left <= 0.0 || !self.jobs.has_locks() {
                return self.close_window();
            }
        }
        if left > 0.0 {
            self.ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else if !matches!(self.dialog, Some(Dialog::Unwritten)) {
            self.ask(Dialog::Unwritten);
        }
    }

    /// Whether the project was closed so that the program can end.
    pub(in crate::app) fn is_closed_to_quit(&self) -> bool {
        self.quitting.is_some() && self.document.is_none()
    }

    /// Nothing is waited for any more, and nothing ends.
    pub(in crate::app) fn stop_quitting(&mut self) {
        (self.quitting, self.may_close) = (None, false);
        self.close_dialog_of_unwritten();
    }

    fn n_unwritten(&self) -> usize {
        self.writer.awaited().len()
    }

    fn close_dialog_of_unwritten(&mut self) {
        self.covered.retain(|dialog| !matches!(dialog, Dialog::Unwritten));
        if matches!(self.dialog, Some(Dialog::Unwritten)) {
            self.dialog = self.covered.pop();
        }
    }

    /// What is not written yet, for people to read.
    pub(in crate::app) fn unwritten(&self) -> Vec<String> {
        let names = self.writer.awaited().into_iter().map(|write| match write.name.strip_prefix("Saving ") {
            Some(file) => file.to_owned(),
            None => write.name.clone(),
        });
        names.collect()
    }

    /// Waits as long again.
    pub(in crate::app) fn wait_on(&mut self) {
        self.quitting = Some(self.ctx.input(|input| input.time));
    }

    /// Does not end after all.
    pub(in crate::app) fn stay(&mut self) {
        self.quitting = None;
        if let Some(document) = self.document.as_mut().filter(|document| document.is_saving()) {
            document.saving.give_up();
        }
    }

    /// Ends at once. What is not saved is kept in the journal, which the next start offers.
    pub(in crate::app) fn end_unwritten(&mut self) {
        // The journal is local and written at once; the next start finds all that the save did not bring home.
        self.write_journal();
        if let Some(Document { lock, .. }) = self.document.take() {
            // A share that does not answer would hold up the end.
            let _ = std::thread::Builder::new().spawn(move || drop(lock));
        }
        self.close_window();
    }

    fn close_window(&mut self) {
        self.stop_quitting();
        self.may_close = true;
        // The window asks again whether it may close, in a later frame, and finds that it may.
        self.ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
