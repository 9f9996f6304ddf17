//! The lock of the open project: taken over, taken again, given up away from the window's thread.

use std::path::Path;

use crate::model::Digest;
use crate::store::{self, Expected, FileBytes, Lock, LockError};

use super::Window;
use crate::app::command::Command;
use crate::app::document::PendingDocument;
use crate::app::document::{Document, file_name};
use crate::app::jobs::Task;
use crate::app::notices::Notice;

/// What is said of a project that can only be read: who has it open and since when, and what can be done.
pub fn read_only(document: &Document) -> Option<Notice> {
    let why = document.session.read_only.as_ref()?;
    let copy = |notice: Notice| notice.action("Save a copy…", Command::SaveAs);
    Some(if document.is_presumed {
        let sentence = format!(
            "{why}. Only a lock file says so, which may have been left behind by a program that ended. Open it all the \
             same where you know that nobody works on it"
        );
        copy(Notice::warning(sentence).action("Open all the same", Command::OpenAllTheSame))
    } else {
        copy(Notice::warning(format!("{why}. You can read it here. Save a copy to change that")))
    })
}

/// Seconds, longer than a slow share takes to change a small file.
const LIMIT: f64 = 10.0;

impl Window {
    /// Closes the project, which is saved or not wanted; its journal and its lock go with it.
    pub(in crate::app) fn close_project(&mut self) {
        if let Some(closed) = self.take_project() {
            self.let_go(closed);
        }
    }

    /// Closes the project without giving up what guards it yet, where there is one.
    pub(in crate::app) fn take_project(&mut self) -> Option<PendingDocument> {
        self.forget_comparison();
        self.document.take().map(PendingDocument::new)
    }

    /// Removes a project's journal and gives up its lock, away from the window's thread.
    pub(in crate::app) fn let_go(&mut self, fresh: PendingDocument) {
        if let Some(path) = fresh.path().map(Path::to_owned) {
            self.let_go_at(&path, fresh);
        }
    }

    /// The same of what holds a lock of the project at `path`.
    pub(in crate::app) fn let_go_at(&mut self, path: &Path, held: impl Send + 'static) {
        // Of the lock, so that the same file is not opened again before its lock is gone, and finds itself in
        // its own way.
        let task = Task::quiet(format!("Closing {}", file_name(path))).at(path).of_lock().limit(LIMIT);
        let task = task.leaves("Its lock file or journal may stay, which is known as left behind and harms nothing");
        self.jobs.run(task, move || {
            drop(held);
            Box::new(|_: &mut Window| {})
        });
    }

    /// Gives up a project that was read in vain, and with it what keeps the open one from being locked.
    pub(in crate::app) fn give_back(&mut self, mut fresh: PendingDocument) {
        if let Some(document) = self.document.as_mut().filter(|document| document.lock.is_none())
            && let Some(path) = document.file.as_ref().map(|file| &file.path)
        {
            // One program cannot lock a file twice, so the lock moves from the project read in vain to the one
            // that stays.
            document.lock = fresh.take_lock(path);
        }
        self.let_go(fresh);
        if let Some(path) = self.document.as_ref().map(|document| document.path().to_owned()) {
            self.lock_again(&path);
        }
    }

    /// Locks a project again that was to be read anew, and stays as it is.
    pub(in crate::app) fn lock_again(&mut self, path: &Path) {
        if !self.wants_lock(path) {
            return;
        }
        let (guard, path) = (self.guard(), path.to_owned());
        let task = Task::quiet(format!("Locking {}", file_name(&path))).at(&path).of_lock().limit(LIMIT);
        // A lock that comes late still guards, and dropping it here would leave the project without one.
        let task = task.leaves("Nobody else is told that you have it open").late_counts();
        self.jobs.run(task, move || {
            let lock = Lock::take_on(&guard.disk, &path, &guard.holder);
            Box::new(move |window: &mut Window| match (lock, &mut window.document) {
                (Ok(lock), Some(document)) if wants_lock(document, &path) => document.lock = Some(lock),
                (Err(error), Some(document)) if wants_lock(document, &path) => window.say(Notice::warning(format!(
                    "{error}. What you change is kept in the journal, and saving asks before it replaces what others wrote"
                ))),
                // Another project is open by now. Dropping the lock touches the disk, which is no work for this
                // thread.
                (lock, _) => window.let_go_at(&path, lock),
            })
        });
    }

    fn wants_lock(&self, path: &Path) -> bool {
        self.document.as_ref().is_some_and(|document| wants_lock(document, path))
    }

    /// Takes over the lock of the open project, where only a lock file says that somebody else has it.
    pub(in crate::app) fn open_all_the_same(&mut self) {
        let guard = self.guard();
        let Some(document) = self.document.as_ref().filter(|document| document.is_presumed) else { return };
        let Some(path) = document.file.as_ref().map(|file| file.path.clone()) else { return };
        let name = format!("Opening {}", file_name(&path));
        if self.jobs.is_under_way(&name) {
            return;
        }
        let task = Task::new(name).at(&path).of_lock().limit(LIMIT);
        let task = task.leaves("It can be read here, and not changed, as before");
        self.jobs.run(task, move || {
            let lock = Lock::take_over_on(&guard.disk, &path, &guard.holder);
            let bytes = store::read_project_file(&path).ok().map(FileBytes::new);
            Box::new(move |window: &mut Window| window.took_over(&path, lock, bytes))
        });
    }

    fn took_over(&mut self, path: &Path, lock: Result<Lock, LockError>, bytes: Option<FileBytes>) {
        let guard = self.guard();
        let Some(document) = self.document.as_mut().filter(|document| document.is_at(path) && document.is_presumed)
        else {
            return self.let_go_at(path, lock);
        };
        let lock = match lock {
            Ok(lock) => lock,
            Err(error) => {
                // Somebody has it in truth: the offer to take over would fail again.
                document.is_presumed = false;
                return self.say(Notice::error(error.to_string()).action("Save a copy…", Command::SaveAs));
            }
        };
        document.lock = Some(lock);
        (document.session.read_only, document.is_presumed) = (None, false);
        // The journal builds on the bytes of the file, as long as they are those that were opened.
        let is_as_opened = |bytes: &FileBytes| is_expected(document, path, bytes.digest());
        let base = bytes.filter(is_as_opened);
        let told = guard.begin(document, base);
        self.notices.retain(|notice| !notice.offers(&Command::OpenAllTheSame));
        told.into_iter().for_each(|told| self.say(Notice::warning(told)));
        // What the other wrote meanwhile is told, and merging offered.
        self.look_at_disk();
    }
}

fn wants_lock(document: &Document, path: &Path) -> bool {
    document.is_at(path) && document.lock.is_none() && document.session.read_only.is_none()
}

fn is_expected(document: &Document, path: &Path, digest: Digest) -> bool {
    let file = document.file.as_ref().filter(|file| file.path == path);
    file.is_some_and(|file| file.expected == Expected::Digest(digest))
}
