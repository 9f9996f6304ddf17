use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use crate::store::is_folder;

use super::command::{Command, Mode};
use super::jobs::Task;
use super::notices::Notice;
use super::opened::file_name;
use super::window::Window;
use crate::app::paths::absolute;
use crate::app::paths::is_project;

/// Files that were named on the command line or dropped, where they are more than one.
#[derive(Debug, Default)]
pub struct Given {
    files: Vec<PathBuf>,
    /// Articles that are still to be asked about, one after the other.
    waiting: VecDeque<PathBuf>,
    /// The article that is being read to be asked about.
    asking: Option<PathBuf>,
    /// Whether the projects are to be compared once the first of them is open.
    compares: bool,
}

impl Given {
    /// What the library calls them.
    pub const NAME: &str = "Files given";

    /// All that were given, in that order.
    pub fn files(&self) -> &[PathBuf] {
        &self.files
    }

    /// The projects among them.
    pub fn projects(&self) -> Vec<PathBuf> {
        self.files.iter().filter(|path| is_project(path)).cloned().collect()
    }

    /// The others.
    pub fn articles(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.iter().filter(|path| !is_project(path))
    }

    /// How many articles are still to be asked about.
    pub fn n_waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Asks about no more articles. They stay in the library.
    pub fn ask_no_more(&mut self) {
        self.waiting.clear();
    }

    /// Whether the article at `path` is to be asked about before it is opened; once.
    pub fn take_asking(&mut self, path: &Path) -> bool {
        self.asking.take_if(|asking| asking == path).is_some()
    }
}

impl Window {
    /// Opens the first of these files and lists them all; folders go to the library’s list. What is a folder is found
    /// out away from the window’s thread.
    pub(super) fn open_given(&mut self, paths: Vec<PathBuf>) {
        let paths: Vec<PathBuf> = paths.into_iter().map(absolute).collect();
        /// Seconds, longer than a disk takes that wakes up.
        const LIMIT: f64 = 10.0;
        let name = paths.first().map(|path| file_name(path)).unwrap_or_default();
        self.jobs.run(Task::new(format!("Opening {name}")).cancellable().limit(LIMIT), move || {
            let (folders, files) = paths.into_iter().partition(|path| is_folder(path));
            Box::new(move |window: &mut Window| window.arrange_given(folders, files))
        });
    }

    fn arrange_given(&mut self, folders: Vec<PathBuf>, files: Vec<PathBuf>) {
        for folder in &folders {
            if !self.settings.libraries.contains(folder) {
                self.settings.libraries.push(folder.clone());
            }
        }
        let Some(first) = files.first().cloned() else {
            if let Some(folder) = folders.into_iter().next() {
                self.show_folder(folder);
            }
            return;
        };
        if files.len() > 1 {
            self.given.waiting.extend(files.iter().skip(1).filter(|path| !is_project(path)).cloned());
            for file in &files {
                if !self.given.files.contains(file) {
                    self.given.files.push(file.clone());
                }
            }
            if self.library.shows_given() {
                self.choose_given();
            }
        }
        let n_files = files.len();
        let name = file_name(&first);
        self.run(Command::OpenPath(first));
        if n_files > 1 {
            let sentence = format!("{n_files} files were given, {name} first. All are listed in the library");
            self.say(Notice::note(sentence).action("Show them", Command::ShowGiven).of_program());
        }
    }

    /// Shows the files that were given in the library.
    pub(super) fn show_given(&mut self) {
        if !self.library.shows_given() {
            self.choose_given();
        }
        self.set_mode(Mode::Library);
    }

    fn choose_given(&mut self) {
        self.library.choose_given(PathBuf::from(Given::NAME), self.given.projects());
    }

    /// Compares the projects that were given: the open one with the others, where it is among them, else the first.
    pub(super) fn compare_given(&mut self) {
        let projects = self.given.projects();
        let Some(first) = projects.first().cloned() else { return };
        let own = self.opened.as_ref().and_then(|opened| projects.iter().position(|path| opened.is_at(path)));
        let Some(own) = own else {
            self.given.compares = true;
            return self.run(Command::OpenPath(first));
        };
        self.given.compares = false;
        let others = projects.iter().enumerate().filter(|(place, _)| *place != own);
        self.run(Command::CompareWithPaths(others.map(|(_, path)| path.clone()).collect()));
    }

    /// Goes on with the files that were given: compares where that waits for a project, and asks about the next
    /// article once nothing else is asked or under way.
    pub(super) fn tend_given(&mut self) {
        let is_asked = self.dialog.is_some() || self.palette.is_some() || self.file_dialogs.is_asked();
        // What was opened before may still be saved, and what follows that is another project. What is not saved would
        // only be asked about: the next article waits until it is saved or closed.
        let is_in_work = self.opened.as_ref().is_some_and(|opened| opened.is_saving() || opened.is_dirty());
        if is_asked || is_in_work || self.waiting.is_some() || self.jobs.is_awaited() {
            return;
        }
        if std::mem::take(&mut self.given.compares) {
            let projects = self.given.projects();
            // Where it could not be opened, that was said.
            if self.opened.as_ref().is_some_and(|opened| projects.iter().any(|path| opened.is_at(path))) {
                self.compare_given();
            }
        } else if let Some(path) = self.given.waiting.pop_front() {
            self.given.asking = Some(path.clone());
            self.run(Command::OpenPath(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_asked_about_once() {
        let mut given = Given { asking: Some(PathBuf::from("/a.txt")), ..Given::default() };
        assert!(!given.take_asking(Path::new("/b.txt")));
        assert!(given.take_asking(Path::new("/a.txt")));
        assert!(!given.take_asking(Path::new("/a.txt")));
    }
}
