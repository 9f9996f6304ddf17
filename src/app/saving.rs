use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::store::{Expected, Printed, SaveError, Saved};

use super::command::Command;
use super::dialogs::Dialog;
use super::notices::Notice;
use super::opened::{Opened, ProjectFile};
use super::window::Window;

/// A dialog that ends sooner than a person could end it was never there.
pub const NO_DIALOG: Duration = Duration::from_millis(400);

impl Window {
    /// Saves the project in its file; asks for one where it has none.
    pub(super) fn save(&mut self) {
        match self.opened.as_ref().map(|opened| opened.file.clone()) {
            Some(Some(file)) => self.save_to(file.path, Expected::Digest(file.digest)),
            Some(None) => self.save_as(),
            None => {}
        }
    }

    /// Asks for a file and saves the project there.
    pub(super) fn save_as(&mut self) {
        let Some(opened) = &self.opened else { return };
        let proposed = opened.file.as_ref().map_or(&opened.proposed, |file| &file.path).clone();
        if !self.platform.has_dialogs {
            self.dialog = Some(Dialog::save_path(proposed));
            return;
        }
        let name = super::opened::file_name(&proposed);
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title("Save the project as")
            .add_filter("Newsmark projects", &["ron"])
            .set_file_name(name);
        if let Some(folder) = proposed.parent() {
            dialog = dialog.set_directory(folder);
        }
        let dialog = dialog.save_file();
        let asked = Instant::now();
        self.jobs.start(move || {
            let chosen = pollster::block_on(dialog).map(|file| file.path().to_owned());
            let is_missing = chosen.is_none() && asked.elapsed() < NO_DIALOG;
            Box::new(move |window: &mut Window| match chosen {
                // The dialog has asked whether a file that is there may be replaced.
                Some(path) => window.save_to(with_ending(path), Expected::Anything),
                None if is_missing => window.dialog = Some(Dialog::save_path(proposed)),
                None => window.next = None,
            })
        });
    }

    /// Saves the project at `path`, away from the window's thread.
    pub(super) fn save_to(&mut self, path: PathBuf, expected: Expected) {
        let Some(opened) = &mut self.opened else { return };
        if opened.is_saving {
            return;
        }
        let is_own = opened.file.as_ref().is_some_and(|file| file.path == path);
        if is_own && let Some(why) = &opened.open.read_only {
            let sentence = format!("The project was not saved: {why}. Save it as another file to keep your changes");
            return self.say(Notice::error(sentence).action("Save as…", Command::SaveAs));
        }
        opened.is_saving = true;
        let project = opened.open.begin_save();
        let mark = opened.journal_mark();
        self.jobs.start(move || {
            let printed = Printed::of(&project);
            mark(printed.digest());
            let result = printed.save(&path, expected);
            Box::new(move |window: &mut Window| window.saved(path, result))
        });
    }

    fn saved(&mut self, path: PathBuf, result: Result<Saved, SaveError>) {
        let now = self.platform.now();
        let Some(opened) = &mut self.opened else { return };
        opened.is_saving = false;
        opened.open.end_save(result.is_ok());
        match result {
            Ok(saved) => {
                opened.saved_at = Some(now);
                self.saved_in(ProjectFile { path, digest: saved.digest });
                if let Some(next) = self.next.take() {
                    self.go_to(next);
                }
            }
            Err(error) => {
                self.next = None;
                self.not_saved(path, &error);
            }
        }
    }

    /// The project stands in that file: from here on it is the one that is saved to and guarded.
    fn saved_in(&mut self, file: ProjectFile) {
        let Some(mut opened) = self.opened.take() else { return };
        self.settings.remember(&file.path);
        let moved = opened.file.as_ref().is_none_or(|old| old.path != file.path);
        opened.file = Some(file);
        opened.import = None;
        if moved {
            opened.lock = None;
            opened.open.read_only = None;
        }
        self.guard(&mut opened);
        self.opened = Some(opened);
    }

    fn not_saved(&mut self, path: PathBuf, error: &SaveError) {
        if matches!(error, SaveError::ChangedOnDisk { .. }) {
            self.dialog = Some(Dialog::Changed(path));
        } else {
            self.say(Notice::error(error.to_string()).action("Save as…", Command::SaveAs));
        }
    }

    /// Goes on to what replaces the project, after asking where something would be lost.
    pub(super) fn leave_for(&mut self, command: Command) {
        if self.opened.as_ref().is_some_and(Opened::is_dirty) {
            self.dialog = Some(Dialog::Unsaved(command));
        } else {
            self.go_to(command);
        }
    }

    /// Saves, then goes on to what replaces the project.
    pub(super) fn save_and_leave(&mut self, command: Command) {
        self.next = Some(command);
        self.save();
    }

    /// Goes on to what replaces the project; its changes are given up.
    pub(super) fn discard_and_leave(&mut self, command: Command) {
        self.close_project();
        self.go_to(command);
    }
}

/// A project's path: with the ending that tells it from an article.
pub fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".ron");
    PathBuf::from(name)
}
