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

/// How a dialog ended; `None` where it did not say.
pub type FilesAnswer = Option<Chosen<Vec<PathBuf>>>;

/// The answer of a dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen<T = PathBuf> {
    /// With an answer.
    Path(T),
    /// The person wants nothing.
    Cancelled,
    /// There is no dialog here, or it failed before anybody could answer.
    NoDialog,
}

/// The dialogs that the window asks for, each with `A`: what is done with its answer.
pub struct FileDialogs<A> {
    /// Those that wait to be opened, as only a frame of the real window knows what they lie over.
    asked: Vec<(FileDialog, A)>,
    /// When the last was asked for, in seconds of the window's clock.
    pub since: f64,
    /// How often the window lost the focus, as it does to a dialog.
    pub n_left: u64,
}

impl<A> Default for FileDialogs<A> {
    fn default() -> FileDialogs<A> {
        FileDialogs { asked: Vec::new(), since: 0.0, n_left: 0 }
    }
}

impl<A> FileDialogs<A> {
    /// Asks for files at `now`, in seconds of the window's clock.
    pub fn ask(&mut self, dialog: FileDialog, answer: A, now: f64) {
        self.since = now;
        self.asked.push((dialog, answer));
    }

    /// The dialogs that were asked for, to be opened over `frame`: what waits for the person, on another thread, and
    /// what is done with its answer.
    pub fn begin(&mut self, frame: &eframe::Frame) -> Vec<(impl FnOnce() -> FilesAnswer + Send + use<A>, A)> {
        let asked = std::mem::take(&mut self.asked);
        asked.into_iter().map(|(dialog, answer)| (system::begin(dialog, frame), answer)).collect()
    }

    /// What a dialog's end means that was opened when the window had lost the focus `n_left` times.
    pub fn chosen(&self, ended: FilesAnswer, n_left: u64) -> Chosen<Vec<PathBuf>> {
        ended.unwrap_or_else(|| unsaid(self.n_left > n_left))
    }

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
    /// The same with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Chosen<U> {
        match self {
            Chosen::Path(value) => Chosen::Path(change(value)),
            Chosen::Cancelled => Chosen::Cancelled,
            Chosen::NoDialog => Chosen::NoDialog,
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
