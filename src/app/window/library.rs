//! The library reads, searches and opens.

use super::JobOutcome;
use crate::app::command::{Command, Mode};
use crate::app::dialogs::Dialog;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::kept_file::INDEX;
use crate::app::library::{CountedProposals, LibraryView, Looked};
use crate::app::paths::absolute;
use crate::library::{HitPlace, Library, index_name, keep_index};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Window;

impl Window {
    /// Reads and searches the folder where that is due, and goes to words that wait for their project.
    pub(in crate::app) fn refresh_library(&mut self) {
        self.go_to_goal();
        // A folder that nobody sees is not read: on a share each look costs the others time.
        if self.workspaces.mode != Mode::Library {
            return self.workspaces.library.folder.leave();
        }
        if self.workspaces.library.folder.path.is_none() {
            let folder = self.settings.library.clone().or_else(|| Some(self.platform.projects.clone()));
            // A platform without a folder for projects gives an empty path, which would mean the current folder.
            folder.filter(|folder| !folder.as_os_str().is_empty()).into_iter().for_each(|folder| {
                self.workspaces.library.folder.choose(folder);
            });
        }
        // Before it is read: what changes in between is told.
        self.workspaces.library.folder.watch(&self.ctx);
        if self.workspaces.library.folder.is_due(&self.ctx) {
            self.read_library();
        }
        // Before the search, which goes through the rows that this puts in order.
        self.workspaces.library.work_out();
        let LibraryView { finder, folder, rows, rows_revision, .. } = &mut self.workspaces.library;
        // While a folder is read for the first time the rows change each frame, and the search would begin
        // anew each time.
        if (folder.is_known || !folder.is_reading())
            && let Some(work) = finder.begin(&self.ctx, rows, *rows_revision)
        {
            let own = finder.number();
            let task =
                Task::quiet("Searching the library").or_else(|window| window.workspaces.library.finder.give_up());
            self.jobs.run(task, move || {
                let answer = work();
                Box::new(move |window: &mut Window| window.workspaces.library.finder.end(own, answer))
            });
        }
        // Somebody waits for what is searched, and nobody for a count.
        if !self.workspaces.library.finder.is_running() {
            self.count_proposals();
        }
    }

    /// Counts what is left to do in the next projects of the folder, where that is not known and nothing else is under
    /// way.
    fn count_proposals(&mut self) {
        let folder = &mut self.workspaces.library.folder;
        let (Some(path), Some(work)) = (folder.path.clone(), folder.begin_counting()) else { return };
        // What was named by hand has no index.
        let index = folder.given.is_none().then(|| self.platform.library_indexes().join(index_name(&path)));
        let task = Task::quiet("Counting proposals").or_else(move |window| {
            let folder = &mut window.workspaces.library.folder;
            // Another folder may be shown by now, in which nothing broke off.
            if folder.path.as_ref() == Some(&path) {
                folder.stop_counting();
            }
        });
        self.jobs.run(task, move || {
            let counted = work();
            Box::new(move |window: &mut Window| window.count_proposals_to_end(counted, index))
        });
    }

    fn count_proposals_to_end(&mut self, counted: CountedProposals, index: Option<PathBuf>) {
        let folder = &mut self.workspaces.library.folder;
        if folder.end_counting(counted)
            && let (Some(library), Some(index)) = (folder.known(), index)
        {
            // After each batch: counting a large folder takes minutes, and may end with the window.
            self.keep_index(library, index);
        }
    }

    /// Looks into the folder again at somebody's wish, which goes on with what was stopped.
    pub(in crate::app) fn reread_library(&mut self) {
        self.workspaces.library.folder.resume();
        self.read_library();
    }

    /// Looks into the folder again.
    pub(in crate::app) fn read_library(&mut self) {
        let Some(path) = self.workspaces.library.folder.path.clone() else { return };
        let name = format!("Reading {}", path.display());
        if self.jobs.is_under_way(&name) {
            // A share that does not answer costs one thread; one that does has the folder read again when it is done.
            return self.workspaces.library.folder.resume();
        }
        let index = self.platform.library_indexes().join(index_name(&path));
        if let Some(work) = self.workspaces.library.folder.begin(&self.ctx, index.clone(), self.platform.now()) {
            let task = Task::quiet(name).or_else(move |window| {
                let folder = &mut window.workspaces.library.folder;
                // Another folder may be shown by now, whose own reading goes on.
                if folder.path.as_ref() == Some(&path) {
                    folder.give_up();
                }
            });
            self.jobs.run(task, move || {
                let looked = work();
                Box::new(move |window: &mut Window| window.read_library_to_end(looked, index))
            });
        }
    }

    fn read_library_to_end(&mut self, looked: Looked, index: PathBuf) {
        if let Some(library) = looked.to_keep() {
            // A library is a list of Arcs, so the clone is a list of pointers.
            self.keep_index(library.clone(), index);
        }
        let now = self.time();
        self.workspaces.library.folder.end(looked, now);
    }

    /// Gives up the reading under way, or the counting of proposals.
    pub(in crate::app) fn stop_library(&mut self) {
        self.workspaces.library.folder.give_up();
    }

    /// Shows another folder and remembers it.
    pub(in crate::app) fn show_folder(&mut self, path: PathBuf) {
        let path = absolute(path);
        if !self.settings.libraries.contains(&path) {
            self.settings.libraries.push(path.clone());
        }
        self.settings.library = Some(path.clone());
        if self.workspaces.library.folder.path.as_ref() != Some(&path) {
            self.workspaces.library.folder.choose(path);
            self.workspaces.library.shown.part = None;
        }
        self.set_mode(Mode::Library);
    }

    /// Takes a folder off the list; nothing on the disk changes.
    pub(in crate::app) fn forget_folder(&mut self, path: &Path) {
        self.settings.libraries.retain(|folder| folder != path);
        if self.settings.library.as_deref() == Some(path) {
            self.settings.library = self.settings.libraries.first().cloned();
            self.workspaces
                .library
                .folder
                .choose(self.settings.library.clone().unwrap_or_else(|| self.platform.projects.clone()));
        }
    }

    /// Asks for a folder in the platform's dialog, and by path where there is none.
    pub(in crate::app) fn choose_folder(&mut self) {
        // The list of given files is no folder in which a dialog could begin.
        let shown =
            self.workspaces.library.folder.path.clone().filter(|_| self.workspaces.library.folder.given.is_none());
        let folder = shown.unwrap_or_else(|| self.platform.documents.clone());
        let dialog = FileDialog::folder("Choose a folder of projects").within(&folder);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.run(Command::ShowFolder(path)),
            Chosen::NoDialog => window.ask_for_path(Dialog::folder_path(folder)),
            Chosen::Cancelled => {}
        });
    }

    /// Opens a project of the library, at those words where some are named.
    pub(in crate::app) fn open_from_library(&mut self, path: PathBuf, place: Option<HitPlace>) {
        // Kept until the project is there: opening ends frames later, or never.
        self.workspaces.library.goal = place.map(|place| (path.clone(), place));
        if self.document.as_ref().is_some_and(|document| document.is_at(&path)) {
            self.set_mode(Mode::Annotate);
        } else {
            self.run(Command::OpenPath(path));
        }
    }

    pub(super) fn go_to_goal(&mut self) {
        let is_open =
            |(path, _): &(PathBuf, HitPlace)| self.document.as_ref().is_some_and(|document| document.is_at(path));
        if !self.workspaces.library.goal.as_ref().is_some_and(is_open) || self.workspaces.mode == Mode::Library {
            return;
        }
        match self.workspaces.library.goal.take().map(|(_, place)| place) {
            Some(HitPlace::Article(span)) => {
                self.run(Command::Caret(crate::edit::Selection::of(span)));
                self.run(Command::GoTo(span.start()));
            }
            Some(HitPlace::Field(id, ..) | HitPlace::Comment(id, _) | HitPlace::Unplaced(id, _)) => {
                self.run(Command::Select(id))
            }
            Some(HitPlace::Source(..)) => self.run(Command::Sources),
            Some(HitPlace::Card(_)) => self.run(Command::ArticleCard),
            None => {}
        }
    }
}

impl Window {
    /// Keeps what is known of a library for the next start, which otherwise reads all again.
    fn keep_index(&mut self, library: Library, index: PathBuf) {
        let (disk, path) = (Arc::clone(&self.platform.disk), index.clone());
        self.keep(INDEX, index, move || {
            keep_index(&*disk, &path, &library).map_err(|error| error.to_string())?;
            Ok(Box::new(|_: &mut Window| {}) as JobOutcome)
        });
    }
}
