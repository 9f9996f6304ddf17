//! What takes long is said, and can be broken off.

use crate::app::jobs::Progress;
use crate::app::widgets::{Notice, NoticeAnswer, Tone};
use eframe::egui::{Id, Ui};

use super::Window;

impl Window {
    /// Shows what takes long, with a button that cancels it where it may be; answers whether something does.
    /// `above` is the room below it, in points.
    pub(in crate::app) fn show_progress(&mut self, ui: &Ui, above: f32) -> bool {
        let Some(Progress { id, name, can_be_cancelled, is_beside }) = self.jobs.progress() else {
            return self.show_writing(ui, above);
        };
        // It takes minutes, and what is said meanwhile has to be seen.
        if is_beside && !self.notices.is_empty() {
            return false;
        }
        let sentence = format!("{name} …");
        let labels: &[&str] = if can_be_cancelled { &["Cancel"] } else { &[] };
        let notice = Notice::new(Tone::Note, &sentence).actions(labels);
        // At the place of the notices, so that the eye has one place for what the program says.
        if let Some(NoticeAnswer::Action(_)) = notice.show_toast(ui.ctx(), Id::unique("progress"), above) {
            self.jobs.cancel(id);
        }
        true
    }

    /// Shows what is being written for long, which goes on to its end.
    pub(super) fn show_writing(&self, ui: &Ui, above: f32) -> bool {
        let Some(name) = self.writer.progress() else { return false };
        let sentence = format!("{name} …");
        let _ = Notice::new(Tone::Note, &sentence).show_toast(ui.ctx(), Id::unique("progress"), above);
        true
    }

    /// Cancels what is shown to take long; answers whether there was something.
    pub(in crate::app) fn cancel_progress(&mut self) -> bool {
        let progress = self.jobs.progress().filter(|progress| progress.can_be_cancelled && !progress.is_beside);
        progress.map(|progress| self.jobs.cancel(progress.id)).is_some()
    }
}

#[cfg(test)]
mod tests;
