//! What happened by itself is said to those who do not see the window.

use crate::app::announce::announce;
use crate::app::announce::words::capital;
use crate::app::command::Mode;

use super::Window;

impl Window {
    /// Says what happened in this frame without a command that said it: a save that ended, a project that came, a
    /// change of mode, an edit by a dialog. Notices speak by themselves.
    pub(in crate::app) fn say_what_happened(&mut self) {
        self.say_mode();
        let Some(document) = &self.document else {
            self.watch.project = None;
            return;
        };
        let (name, revision) = (document.name(), document.session.revision());
        // A save that failed says so, by a notice or by a question.
        let is_told = self.watch.n_notices != self.watch.n_noticed || self.dialog.is_some();
        let is_saved = self.watch.was_saving && !document.is_saving() && !is_told;
        if self.watch.project.as_ref() != Some(&name) {
            if is_saved {
                announce(&self.ctx, format!("Saved as {name}"));
            } else {
                let marks = match document.session.project().annotations().len() {
                    1 => "1 mark".to_owned(),
                    n => format!("{n} marks"),
                };
                announce(&self.ctx, format!("{name} is open, {marks}"));
            }
        } else if is_saved {
            announce(&self.ctx, "Saved");
        } else if revision != self.watch.revision
            && let Some(step) = document.session.history().undo_name()
        {
            announce(&self.ctx, capital(step));
        }
        self.watch.project = Some(name);
        self.watch.was_saving = document.is_saving();
        self.watch.n_noticed = self.watch.n_notices;
        self.watch.revision = revision;
    }

    /// Says what the window is used for where that is something else than before.
    pub(super) fn say_mode(&mut self) {
        let compared = self.workspaces.compare.heard(self.workspaces.mode);
        let view = (self.workspaces.mode, compared.is_some());
        let Some(before) = self.watch.view.replace(view).filter(|before| *before != view) else { return };
        // The end of a comparison within Compare says so by what takes its place.
        if before.0 == self.workspaces.mode && compared.is_none() {
            return;
        }
        let more = match (self.workspaces.mode, compared) {
            (_, Some(compared)) => format!(". {}", compared.difference),
            (Mode::Review, None) => match self.workspaces.review.n_waiting() {
                0 => ", nothing waits for you".to_owned(),
                1 => ", 1 mark waits for you".to_owned(),
                n => format!(", {n} marks wait for you"),
            },
            _ => String::new(),
        };
        announce(&self.ctx, format!("{}{more}", self.workspaces.mode.name()));
    }
}

/// What was last told of what happens by itself: by a job that ended, by a dialog.
#[derive(Debug, Default)]
pub struct Watch {
    /// The revision of the project that is told of.
    pub revision: u64,
    /// How many notices were said.
    pub n_notices: u64,
    project: Option<String>,
    was_saving: bool,
    n_noticed: u64,
    view: Option<(Mode, bool)>,
}
