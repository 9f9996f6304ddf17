//! A project that somebody else has open, or may have.

use std::path::Path;

use crate::model::Digest;
use crate::store::{self, Expected, Lock, LockError};

use super::command::Command;
use super::jobs::Task;
use super::notices::Notice;
use super::opened::{Opened, file_name};
use super::window::Window;

/// What is said of a project that can only be read: who has it open and since when, and what can be done.
pub fn read_only(opened: &Opened) -> Option<Notice> {
    let why = opened.open.read_only.as_ref()?;
    let copy = |notice: Notice| notice.action("Save a copy…", Command::SaveAs);
    Some(if opened.is_presumed {
        let sentence = format!(
            "{why}. Only a lock file says so, which may have been left behind by a program that ended. Open it all the \
             same where you know that nobody works on it"
        );
        copy(Notice::warning(sentence).action("Open all the same", Command::OpenAllTheSame))
    } else {
        copy(Notice::warning(format!("{why}. You can read it here. Save a copy to change that")))
    })
}

impl Window {
    /// Takes over the lock of the open project, where only a lock file says that somebody else has it.
    pub(super) fn open_all_the_same(&mut self) {
        /// Seconds, longer than a slow share takes to change a small file.
        const LIMIT: f64 = 10.0;
        let guard = self.guard();
        let Some(opened) = self.opened.as_ref().filter(|opened| opened.is_presumed) else { return };
        let Some(path) = opened.file.as_ref().map(|file| file.path.clone()) else { return };
        let task = Task::new(format!("Opening {}", file_name(&path))).limit(LIMIT);
        self.jobs.run(task, move || {
            let lock = Lock::take_over_on(&guard.disk, &path, &guard.holder);
            let bytes = store::read_project_file(&path).ok();
            Box::new(move |window: &mut Window| window.took_over(&path, lock, bytes))
        });
    }

    fn took_over(&mut self, path: &Path, lock: Result<Lock, LockError>, bytes: Option<Vec<u8>>) {
        let guard = self.guard();
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.is_at(path) && opened.is_presumed) else {
            return;
        };
        let lock = match lock {
            Ok(lock) => lock,
            Err(error) => {
                opened.is_presumed = false;
                return self.say(Notice::error(error.to_string()).action("Save a copy…", Command::SaveAs));
            }
        };
        opened.lock = Some(lock);
        (opened.open.read_only, opened.is_presumed) = (None, false);
        // The journal builds on the bytes of the file, as long as they are those that were opened.
        let is_as_opened = |bytes: &Vec<u8>| is_expected(opened, path, bytes);
        let base = bytes.filter(is_as_opened);
        let told = guard.begin(opened, base.as_deref());
        self.notices.retain(|notice| !notice.offers(&Command::OpenAllTheSame));
        told.into_iter().for_each(|told| self.say(Notice::warning(told)));
        // What the other wrote meanwhile is told, and merging offered.
        self.look_at_disk();
    }
}

fn is_expected(opened: &Opened, path: &Path, bytes: &[u8]) -> bool {
    let file = opened.file.as_ref().filter(|file| file.path == path);
    file.is_some_and(|file| file.expected == Expected::Digest(Digest::of(bytes)))
}
