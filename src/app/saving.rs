use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::model::Person;
use crate::store::{Expected, Journal, Lock, Printed, SaveError, Saved};

use super::command::Command;
use super::dialogs::Dialog;
use super::jobs::Task;
use super::notices::Notice;
use super::opened::{Opened, ProjectFile, file_name};
use super::window::Window;

/// A dialog that ends sooner than a person could end it was never there.
pub const NO_DIALOG: Duration = Duration::from_millis(400);

impl Window {
    /// Saves the project in its file; asks for one where it has none.
    pub(super) fn save(&mut self) {
        match self.opened.as_ref().map(|opened| opened.file.clone()) {
            Some(Some(file)) => self.save_to(file.path, file.expected),
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
        let name = file_name(&proposed);
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
        self.write_journal();
        let (guard, now, person) = (self.guard(), self.platform.now(), Person::new(&self.settings.person));
        let Some(opened) = &mut self.opened else { return };
        if opened.is_saving {
            return;
        }
        if opened.is_at(&path)
            && let Some(why) = &opened.open.read_only
        {
            let sentence = format!("The project was not saved: {why}. Save it as another file to keep your changes");
            return self.say(Notice::error(sentence).action("Save as…", Command::SaveAs));
        }
        let lock = match (!opened.is_at(&path)).then(|| Lock::take(&path, &guard.holder)).transpose() {
            Ok(lock) => lock,
            Err(error) => {
                let sentence = format!("The project was not saved. {error}");
                return self.say(Notice::error(sentence).action("Save as…", Command::SaveAs));
            }
        };
        opened.is_saving = true;
        opened.open.person = person;
        let project = opened.open.begin_save(now);
        let journal = opened.journaling.as_ref().map(|journaling| journaling.journal().clone());
        let n_entries = journal.as_ref().map_or(0, Journal::n_entries);
        let task = Task::new(format!("Saving {}", file_name(&path)));
        self.jobs.run(task, move || {
            let printed = Printed::of(&project);
            let result = save_with_journal(&printed, &path, expected, journal.as_ref(), n_entries);
            Box::new(move |window: &mut Window| window.saved(path, result, lock))
        });
    }

    fn saved(&mut self, path: PathBuf, result: Result<Saved, SaveError>, lock: Option<Lock>) {
        let now = self.platform.now();
        let Some(opened) = &mut self.opened else { return };
        opened.is_saving = false;
        opened.open.end_save(result.is_ok());
        match result {
            Ok(saved) => {
                opened.saved_at = Some(now);
                self.saved_in(ProjectFile { path, expected: Expected::Digest(saved.digest) }, lock);
                if let Some(next) = self.next.take() {
                    self.leave_for(next);
                }
            }
            Err(error) => {
                self.next = None;
                self.not_saved(path, &error);
            }
        }
    }

    /// The project stands in that file: from here on it is the one that is saved to and guarded.
    fn saved_in(&mut self, file: ProjectFile, lock: Option<Lock>) {
        self.settings.opened(&file.path);
        let guard = self.guard();
        let Some(opened) = &mut self.opened else { return };
        opened.file = Some(file);
        opened.import = None;
        if lock.is_some() {
            opened.lock = lock;
            opened.open.read_only = None;
            // The copy that was offered is what is open.
            self.notices.retain(|notice| !notice.offers(&Command::SaveAs));
        }
        if opened.journaling.is_none() {
            guard.begin(opened, None);
        }
    }

    fn not_saved(&mut self, path: PathBuf, error: &SaveError) {
        match error {
            SaveError::ChangedOnDisk(_) => self.dialog = Some(Dialog::Changed(path)),
            SaveError::Exists(_) => self.dialog = Some(Dialog::Replace(path)),
            SaveError::Vanished(_) => {
                if let Some(file) = self.opened.as_mut().and_then(|opened| opened.file.as_mut()) {
                    file.expected = Expected::Nothing;
                }
                self.say(Notice::error(error.to_string()).action("Save again", Command::Save));
            }
            _ => self.say(Notice::error(error.to_string()).action("Save as…", Command::SaveAs)),
        }
    }

    /// Goes on to what replaces the project, after asking where something would be lost.
    pub(super) fn leave_for(&mut self, command: Command) {
        if self.opened.as_ref().is_some_and(|opened| opened.is_saving) {
            self.next = Some(command);
        } else if self.opened.as_ref().is_some_and(Opened::is_dirty) {
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

    /// Goes on to what replaces the project, whose changes are given up as soon as the other is there.
    pub(super) fn discard_and_leave(&mut self, command: Command) {
        if matches!(command, Command::Quit | Command::CloseProject) {
            self.close_project();
        }
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

/// Saves between two marks in the journal, so that a crash at any moment in between loses nothing.
fn save_with_journal(
    printed: &Printed,
    path: &Path,
    expected: Expected,
    journal: Option<&Journal>,
    n_entries: u64,
) -> Result<Saved, SaveError> {
    // A journal that cannot be marked must not keep the project from being saved.
    if let Some(journal) = journal {
        let _ = journal.mark_saving(path, printed.digest(), n_entries);
    }
    let saved = printed.save(path, expected)?;
    if let Some(journal) = journal {
        let _ = journal.saved(path, printed.as_bytes(), n_entries);
    }
    Ok(saved)
}
