use crate::app::mode::Mode;
use crate::app::window::Window;
use crate::model::Time;

use super::announce;
use super::words::capital;

/// What was last told of what happens by itself: by a job that ended, by a dialog.
#[derive(Debug, Default)]
pub struct Watch {
    /// The revision of the project that is told of.
    pub revision: u64,
    /// How many notices were said.
    pub n_notices: u64,
    project: Option<String>,
    saved_at: Option<Time>,
    view: Option<(Mode, bool)>,
}

impl Window {
    /// Says what happened in this frame without a command that said it: a save that ended, a project that came, a
    /// change of mode, an edit by a dialog. Notices speak by themselves.
    pub(in crate::app) fn say_what_happened(&mut self) {
        self.say_mode();
        let Some(opened) = &self.opened else {
            self.watch.project = None;
            return;
        };
        let (name, revision) = (opened.name(), opened.open.revision());
        if self.watch.project.as_ref() != Some(&name) {
            let is_same = self.watch.project.is_some() && opened.saved_at != self.watch.saved_at;
            if is_same {
                announce(&self.ctx, format!("Saved as {name}"));
            } else {
                let marks = match opened.open.project().annotations().len() {
                    1 => "1 mark".to_owned(),
                    n => format!("{n} marks"),
                };
                announce(&self.ctx, format!("{name} is open, {marks}"));
            }
        } else if opened.saved_at != self.watch.saved_at && opened.saved_at.is_some() {
            announce(&self.ctx, "Saved");
        } else if revision != self.watch.revision
            && let Some(step) = opened.open.history().undo_name()
        {
            announce(&self.ctx, capital(step));
        }
        self.watch.project = Some(name);
        self.watch.saved_at = opened.saved_at;
        self.watch.revision = revision;
    }

    /// Says what the window is used for where that is something else than before.
    fn say_mode(&mut self) {
        let compared = self.compare.heard(self.mode);
        let view = (self.mode, compared.is_some());
        let Some(before) = self.watch.view.replace(view).filter(|before| *before != view) else { return };
        if before.0 == self.mode && compared.is_none() {
            return;
        }
        let more = match (self.mode, compared) {
            (_, Some(compared)) => format!(". {}", compared.difference),
            (Mode::Review, None) => match self.review.n_waiting() {
                0 => ", nothing waits for you".to_owned(),
                1 => ", 1 mark waits for you".to_owned(),
                n => format!(", {n} marks wait for you"),
            },
            _ => String::new(),
        };
        announce(&self.ctx, format!("{}{more}", self.mode.name()));
    }
}
