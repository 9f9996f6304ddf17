//! Files that were named on the command line or dropped are opened one after the other.

use crate::app::command::{Command, Mode};
use crate::app::document::file_name;
use crate::app::given::Given;
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::paths::absolute;
use crate::store::is_folder;
use std::path::PathBuf;

use super::Window;

impl Window {
    /// Opens the first of these files and lists them all; folders go to the library’s list. What is a folder is found
    /// out away from the window’s thread.
    pub(in crate::app) fn open_given(&mut self, paths: Vec<PathBuf>) {
        let paths: Vec<PathBuf> = paths.into_iter().map(absolute).collect();
        /// Seconds, longer than a disk takes that wakes up.
        const LIMIT: f64 = 10.0;
        let name = paths.first().map(|path| file_name(path)).unwrap_or_default();
        self.jobs.run(Task::new(format!("Opening {name}")).cancellable().limit(LIMIT), move || {
            let (folders, files) = paths.into_iter().partition(|path| is_folder(path));
            Box::new(move |window: &mut Window| window.arrange_given(folders, files))
        });
    }

    pub(super) fn arrange_given(&mut self, folders: Vec<PathBuf>, files: Vec<PathBuf>) {
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
            self.given.add(&files);
            // A list that is shown already is a copy of the files of before.
            if self.workspaces.library.shows_given() {
                self.choose_given();
            }
        }
        let n_files = files.len();
        // Named before the path is given away to the command.
        let name = file_name(&first);
        self.run(Command::OpenPath(first));
        // Of the program, as opening clears what was said of the project that is left.
        if n_files > 1 {
            let sentence = format!("{n_files} files were given, {name} first. All are listed in the library");
            self.say(Notice::note(sentence).action("Show them", Command::ShowGiven).of_program());
        }
    }

    /// Shows the files that were given in the library.
    pub(in crate::app) fn show_given(&mut self) {
        if !self.workspaces.library.shows_given() {
            self.choose_given();
        }
        self.set_mode(Mode::Library);
    }

    pub(super) fn choose_given(&mut self) {
        self.workspaces.library.choose_given(PathBuf::from(Given::NAME), self.given.projects());
    }

    /// Compares the projects that were given: the open one with the others, where it is among them, else the first.
    pub(in crate::app) fn compare_given(&mut self) {
        let projects = self.given.projects();
        let Some(first) = projects.first().cloned() else { return };
        let own = self.document.as_ref().and_then(|document| projects.iter().position(|path| document.is_at(path)));
        let Some(own) = own else {
            // The first has to be open before anything is compared with it, and opening takes frames.
            self.given.compare_later();
            return self.run(Command::OpenPath(first));
        };
        self.given.take_comparing();
        let others = projects.iter().enumerate().filter(|(place, _)| *place != own);
        self.run(Command::CompareWithPaths(others.map(|(_, path)| path.clone()).collect()));
    }

    /// Goes on with the files that were given: compares where that waits for a project, and asks about the next
    /// article once nothing else is asked or under way.
    pub(in crate::app) fn refresh_given(&mut self) {
        let is_asked = self.dialog.is_some() || self.palette.is_some() || self.file_dialogs.is_asked();
        // What was opened before may still be saved, and what follows that is another project. What is not saved would
        // only be asked about: the next article waits until it is saved or closed.
        let is_in_work = self.document.as_ref().is_some_and(|document| document.is_saving() || document.is_dirty());
        // One at a time: two projects that open at once would ask about each other.
        if is_asked || is_in_work || self.waiting.is_some() || self.jobs.is_awaited() {
            return;
        }
        if self.given.take_comparing() {
            let projects = self.given.projects();
            // Where it could not be opened, that was said.
            if self.document.as_ref().is_some_and(|document| projects.iter().any(|path| document.is_at(path))) {
                self.compare_given();
            }
        } else if let Some(path) = self.given.take_next() {
            self.run(Command::OpenPath(path));
        }
    }
}
