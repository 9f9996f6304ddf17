//! The platform's dialogs for files and folders: all that the window asks for go through here.
//!
//! | part | asks |
//! |---|---|
//! | `portal` | the desktop's portal, on Linux and the BSDs |
//! | `zenity` | zenity, where there is no portal |
//! | `native` | the system itself, on Windows and macOS |

#[cfg(any(windows, target_os = "macos"))]
mod native;
#[cfg(not(any(windows, target_os = "macos")))]
mod portal;
#[cfg(not(any(windows, target_os = "macos")))]
mod zenity;

use std::path::{Path, PathBuf};

#[cfg(any(windows, target_os = "macos"))]
use native as system;
#[cfg(not(any(windows, target_os = "macos")))]
use portal as system;

use super::dialogs::Dialog;
use super::jobs::Task;
use super::notices::Notice;
use super::window::Window;

/// A question for files or a folder, in the platform's dialog.
#[derive(Clone, Debug, PartialEq)]
pub struct FileDialog {
    kind: Kind,
    title: &'static str,
    folder: PathBuf,
    name: String,
    filters: Vec<Filter>,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A file that is there.
    File,
    /// Several of them.
    Files,
    /// A folder that is there.
    Folder,
    /// A file to be written.
    Save,
}

/// Which files are shown: a name with endings, without their dot.
type Filter = (&'static str, &'static [&'static str]);

/// The job that waits for what is chosen.
pub const ASKING: &str = "Asking for a file";

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<T = PathBuf> {
    /// With an answer.
    Path(T),
    /// The person wants nothing.
    Cancelled,
    /// There is no dialog here, or it failed before anybody could answer.
    NoDialog,
}

/// What is done with the answer.
type Answer = Box<dyn FnOnce(&mut Window, Chosen<Vec<PathBuf>>) + Send>;

/// The dialogs that the window asks for.
#[derive(Default)]
pub struct FileDialogs {
    /// Those that wait to be opened, as only a frame of the real window knows what they lie over.
    asked: Vec<(FileDialog, Answer)>,
    /// When the last was asked for, in seconds of the window's clock.
    pub since: f64,
    /// How often the window lost the focus, as it does to a dialog.
    pub n_left: u64,
}

impl FileDialogs {
    /// Whether one waits to be opened.
    pub fn is_asked(&self) -> bool {
        !self.asked.is_empty()
    }
}

impl FileDialog {
    /// Asks for a file that is there.
    pub fn file(title: &'static str) -> FileDialog {
        FileDialog::of(Kind::File, title)
    }

    /// Asks for several files that are there.
    pub fn files(title: &'static str) -> FileDialog {
        FileDialog::of(Kind::Files, title)
    }

    /// Asks for a folder that is there.
    pub fn folder(title: &'static str) -> FileDialog {
        FileDialog::of(Kind::Folder, title)
    }

    /// Asks for a file to be written, beginning with the name and in the folder of `proposed`.
    pub fn save(title: &'static str, proposed: &Path) -> FileDialog {
        let name = proposed.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = proposed.parent().unwrap_or(Path::new(""));
        FileDialog { name, ..FileDialog::of(Kind::Save, title) }.within(folder)
    }

    fn of(kind: Kind, title: &'static str) -> FileDialog {
        FileDialog { kind, title, folder: PathBuf::new(), name: String::new(), filters: Vec::new() }
    }

    /// The same, beginning in that folder.
    pub fn within(self, folder: &Path) -> FileDialog {
        FileDialog { folder: folder.to_owned(), ..self }
    }

    /// The same, that can show only files with those endings.
    pub fn filter(mut self, name: &'static str, endings: &'static [&'static str]) -> FileDialog {
        self.filters.push((name, endings));
        self
    }
}

impl<T> Chosen<T> {
    fn map<U>(self, change: impl FnOnce(T) -> U) -> Chosen<U> {
        match self {
            Chosen::Path(value) => Chosen::Path(change(value)),
            Chosen::Cancelled => Chosen::Cancelled,
            Chosen::NoDialog => Chosen::NoDialog,
        }
    }
}

impl Window {
    /// Asks for one file or folder; `answer` gets it when the person has answered, in a later frame.
    pub(super) fn ask_for_file(
        &mut self,
        dialog: FileDialog,
        answer: impl FnOnce(&mut Window, Chosen) + Send + 'static,
    ) {
        // No dialog answers without a file.
        let first = |paths: Vec<PathBuf>| paths.into_iter().next().unwrap_or_default();
        self.ask_for_files(dialog, move |window, chosen| answer(window, chosen.map(first)));
    }

    /// Asks for files; `answer` gets them when the person has answered, in a later frame.
    pub(super) fn ask_for_files(
        &mut self,
        dialog: FileDialog,
        answer: impl FnOnce(&mut Window, Chosen<Vec<PathBuf>>) + Send + 'static,
    ) {
        if self.platform.has_dialogs {
            self.file_dialogs.since = self.time();
            self.file_dialogs.asked.push((dialog, Box::new(answer)));
        } else {
            answer(self, Chosen::NoDialog);
        }
    }

    /// Asks for a path to be typed, where there is no dialog of the system, or where it failed.
    pub(super) fn ask_for_path(&mut self, dialog: Dialog) {
        if !self.platform.has_dialogs {
            self.cover(dialog);
        } else if self.dialog.is_none() {
            self.cover(dialog.instead());
        } else {
            // A desktop may take half a minute to say that it has no dialog; what is answered by then stays open.
            self.give_up_saving();
            self.say(Notice::warning("The system’s file dialog did not work. Close this question, then try again"));
        }
    }

    /// Opens over `frame` the dialogs that were asked for.
    pub(super) fn open_file_dialogs(&mut self, frame: &eframe::Frame) {
        for (dialog, answer) in std::mem::take(&mut self.file_dialogs.asked) {
            let ask = system::begin(dialog, frame);
            let n_left = self.file_dialogs.n_left;
            // Where the asking breaks off, nothing that was to follow it does.
            self.jobs.run(Task::quiet(ASKING).or_else(Window::give_up_saving), move || {
                let ended = ask();
                Box::new(move |window: &mut Window| {
                    let chosen = ended.unwrap_or_else(|| unsaid(window.file_dialogs.n_left > n_left));
                    answer(window, chosen);
                })
            });
        }
    }
}

/// What an end without a reason means: a dialog that was there took the focus from the window, and was closed.
fn unsaid(was_left: bool) -> Chosen<Vec<PathBuf>> {
    if was_left { Chosen::Cancelled } else { Chosen::NoDialog }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_begins_with_the_proposed_name_in_its_folder() {
        let dialog = FileDialog::save("Save the project as", Path::new("/news/March 3/karsa.ron"));
        assert_eq!((dialog.folder.as_path(), dialog.name.as_str()), (Path::new("/news/March 3"), "karsa.ron"));
    }

    #[test]
    fn an_end_without_a_reason_is_a_cancel_where_a_dialog_was_seen() {
        assert_eq!(unsaid(true), Chosen::Cancelled);
        assert_eq!(unsaid(false), Chosen::NoDialog);
    }

    #[test]
    fn a_cancel_stays_a_cancel_whatever_was_asked_for() {
        let first = |paths: Vec<PathBuf>| paths[0].clone();
        assert_eq!(Chosen::<Vec<PathBuf>>::Cancelled.map(first), Chosen::Cancelled);
        assert_eq!(Chosen::<Vec<PathBuf>>::NoDialog.map(first), Chosen::NoDialog);
        let chosen = Chosen::Path(vec![PathBuf::from("/a.ron"), PathBuf::from("/b.ron")]);
        assert_eq!(chosen.map(first), Chosen::Path(PathBuf::from("/a.ron")));
    }
}
