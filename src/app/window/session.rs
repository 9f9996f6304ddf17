//! Where a person was: noted when the window is left, gone back to at the next start.

use std::path::Path;

use crate::edit::Selection;
use crate::store::Session;

use super::Window;
use crate::app::command::{Command, Mode};

impl Window {
    /// Notes where the person is, for the next start.
    pub(in crate::app) fn note_session(&mut self) {
        if self.may_close || self.is_closed_to_quit() {
            // It was noted, and the project is closed already.
            return;
        }
        // Only here and not while the window is moved: settings are written where they change.
        self.settings.place = self.geometry.place;
        self.settings.session = if self.settings.resumes { self.session() } else { None };
    }

    fn session(&self) -> Option<Session> {
        let mode = self.workspaces.mode.name().to_owned();
        let file = self.document.as_ref().and_then(|document| Some((document, document.file.as_ref()?)));
        let Some((document, file)) = file else {
            // What was never saved is the journal's to bring back, and the library can be gone back to by itself.
            return (self.workspaces.mode == Mode::Library).then(|| Session { mode, ..Session::default() });
        };
        Some(Session {
            project: Some(file.path.clone()),
            mode,
            selection: (document.session.selection.anchor, document.session.selection.head),
            mark: document.session.selected.map(|id| id.to_string()),
            top: self.article.top(),
        })
    }

    /// Opens what was open when the window was last left, where nothing else was asked for in the meantime.
    pub(in crate::app) fn resume(&mut self) {
        let is_free = self.document.is_none() && self.pending_replace.is_none() && self.dialog.is_none();
        match &self.resumed {
            Some(Session { project: Some(path), .. }) if is_free => self.run(Command::OpenPath(path.clone())),
            Some(_) if is_free => self.resume_place(),
            _ => self.resumed = None,
        }
    }

    /// Whether that is the project of the last time, which is being opened without anybody having asked for it.
    pub(in crate::app) fn is_resumed(&self, path: &Path) -> bool {
        self.resumed.as_ref().is_some_and(|session| session.project.as_deref() == Some(path))
    }

    /// Goes to where the person was in what is open.
    pub(in crate::app) fn resume_place(&mut self) {
        let Some(session) = self.resumed.take() else { return };
        if self.document.as_ref().map(|document| document.path()) != session.project.as_deref() {
            return;
        }
        match session.mode.as_str() {
            mode if mode == Mode::Review.name() => self.set_mode(Mode::Review),
            mode if mode == Mode::Library.name() => self.set_mode(Mode::Library),
            // A comparison begins with the choice of its projects.
            _ => {}
        }
        let Some(document) = &mut self.document else { return };
        let project = document.session.project();
        let text: &str = &project.article().text;
        // Another program may have changed the file since.
        let within = |byte: usize| text.floor_char_boundary(byte.min(text.len()));
        let (anchor, head) = (within(session.selection.0), within(session.selection.1));
        let top = session.top.map(|(byte, below)| (within(byte), below));
        let mark = session.mark.and_then(|id| id.parse().ok()).filter(|id| project.has(*id));
        document.session.selection = Selection { anchor, head, downstream: true };
        document.session.selected = mark;
        self.workspaces.list.show_selected();
        if let Some((byte, below)) = top {
            self.article.show_top(byte, below);
        }
    }

    /// Notes all that is to be found again and writes it, before the program ends.
    pub(in crate::app) fn end(&mut self) {
        self.write_settings();
        self.finish_writing();
    }
}
