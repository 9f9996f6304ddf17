use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use eframe::egui::Context;

use crate::model::{Project, Time};
use crate::store::{Disk, FileBytes, Journal, JournalState, Lock, LockError, LockFile, LockOwner, Printed};

use super::Document;
use crate::app::platform::clock;

/// What guards an open project: who has it open and where journals stand.
#[derive(Clone, Debug)]
pub struct SessionGuard {
    /// Where all that is written goes.
    pub disk: Arc<dyn Disk>,
    /// The folder of journals.
    pub journals: PathBuf,
    /// Who opens it.
    pub holder: LockOwner,
    /// The window, which a journal wakes that falls behind or catches up.
    pub ctx: Context,
}

/// A journal with the thread that makes what is written outlive a loss of power.
pub struct Journaling {
    journal: Journal,
    written: Sender<()>,
    /// How far it has come, as the whole window tells it.
    told: JournalState,
}

/// How much a loss of power may take.
// A sync takes a disk tens of milliseconds; one for each key would keep it busy and wear it out.
const SYNC_EVERY: Duration = Duration::from_millis(800);

/// How soon what could not be written or synced is tried again: space that was
/// freed is used before the next thing is done, and a disk that is gone is not
/// asked all the time.
const RETRY_EVERY: Duration = Duration::from_millis(1500);

/// A project that nobody works on: it was read and is not shown yet, or was closed.
///
/// Dropped, it removes its journal and gives up its lock. That can take as long as
/// a share does, and is never done in the window's thread: `Window::let_go` hands it to a job.
pub struct PendingDocument(Option<Document>);

impl PendingDocument {
    /// A project with a journal that holds no work, or none that is wanted.
    pub fn new(document: Document) -> PendingDocument {
        PendingDocument(Some(document))
    }

    /// The project, to be shown and worked on.
    pub fn take(mut self) -> Option<Document> {
        self.0.take()
    }

    /// Its file's path, or the proposed one.
    pub fn path(&self) -> Option<&Path> {
        self.0.as_ref().map(Document::path)
    }

    /// Its lock, where its file is the one at `path`.
    pub fn take_lock(&mut self, path: &Path) -> Option<Lock> {
        self.0.as_mut().filter(|document| document.is_at(path)).and_then(|document| document.lock.take())
    }
}

impl Drop for PendingDocument {
    /// The journal goes first: its folder is this machine's, and answers where that of the lock may not.
    fn drop(&mut self) {
        let Some(mut document) = self.0.take() else { return };
        if let Some(journaling) = document.journaling.take() {
            journaling.discard();
        }
    }
}

impl SessionGuard {
    /// Locks the project's file and begins its journal. `base` are the bytes of
    /// the file; without them the project as it would be saved.
    ///
    /// A project that somebody else has open becomes read-only. Answers with
    /// what the editor should know.
    pub fn begin(&self, document: &mut Document, base: Option<FileBytes>) -> Vec<String> {
        let mut told = Vec::new();
        // A project that was just saved as this file holds its lock already.
        if let Some(file) = document.file.as_ref().filter(|_| document.lock.is_none()) {
            match Lock::take_on(&self.disk, &file.path, &self.holder) {
                Ok(lock) => {
                    told.extend(lock.why_unseen().map(str::to_owned));
                    document.lock = Some(lock);
                }
                Err(LockError::Held { by, file, is_certain, .. }) => {
                    document.is_presumed = !is_certain;
                    document.session.read_only = Some(match (by, file) {
                        (None, Some(lock_file)) => perhaps_held(&lock_file, self.holder.since),
                        (by, _) => held(by.as_ref(), self.holder.since),
                    });
                }
            }
        }
        // What cannot be changed needs no journal, and another window writes the one of this file.
        if document.session.read_only.is_some() {
            return told;
        }
        let path = document.file.as_ref().map(|file| file.path.clone());
        let project = document.session.project();
        let base = base.unwrap_or_else(|| Printed::of(project).into_file_bytes());
        match self.journal(path.as_deref(), project, base) {
            Ok(journaling) => {
                document.journaling = Some(journaling);
                // The journal builds on the project as it is: what led to that is in it.
                let _ = document.session.take_log();
            }
            Err(error) => told.push(format!(
                "The journal could not be begun: {error}. You can go on, but save often: a crash would lose what is not saved"
            )),
        }
        told
    }

    /// Begins the journal of a project that has that path and is read from the bytes `base`.
    ///
    /// # Errors
    /// As [`Journal::begin`], and where the system has no thread left that would sync the journal.
    pub fn journal(&self, path: Option<&Path>, project: &Project, base: FileBytes) -> std::io::Result<Journaling> {
        let disk = Arc::clone(&self.disk);
        let journal = Journal::begin(disk, &self.journals, path, base, project, &self.holder)?;
        Journaling::new(journal, self.ctx.clone())
    }
}

impl Journaling {
    fn new(journal: Journal, ctx: Context) -> std::io::Result<Journaling> {
        let (written, pings) = channel();
        let synced = journal.clone();
        // A thread of its own, as a sync may take seconds on a share, and typing does not wait for it.
        let spawned = thread::Builder::new().spawn(move || keep_synced(&synced, &pings, &ctx));
        if let Err(no_thread) = spawned {
            // A journal that nothing syncs would promise more than it keeps; it holds no work yet.
            let _ = journal.discard();
            return Err(no_thread);
        }
        // What the journal builds on may be in no other file.
        let _ = written.send(());
        Ok(Journaling { journal, written, told: JournalState::Written })
    }

    /// The journal.
    pub fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Writes entries; they outlive the process when this returns, a loss of power within a second.
    ///
    /// # Errors
    /// What the file system says; they are kept, and tried again within two seconds.
    pub fn append(&self, entries: &[crate::edit::Entry]) -> std::io::Result<()> {
        let outcome = self.journal.append(entries);
        // Without the thread entries are written all the same.
        let _ = self.written.send(());
        outcome
    }

    /// How far the journal had come when [`Journaling::news`] was last asked.
    ///
    /// The journal catches up on a thread of its own. All that a frame says of
    /// it is said of one moment, so that no two sentences contradict each other.
    pub fn last_state(&self) -> &JournalState {
        &self.told
    }

    /// How far the journal has come, where that is another sort of state than
    /// when this was last asked.
    pub fn news(&mut self) -> Option<JournalState> {
        let before = std::mem::replace(&mut self.told, self.journal.state());
        let is_other = std::mem::discriminant(&before) != std::mem::discriminant(&self.told);
        is_other.then(|| self.told.clone())
    }

    /// Removes the journal: everything in it is saved or not wanted.
    pub fn discard(self) {
        // What stays behind is offered at the next start, which loses nothing.
        let _ = self.journal.discard();
    }
}

fn perhaps_held(lock_file: &LockFile, now: Time) -> String {
    let since = clock(lock_file.since, now);
    format!("a lock file of {} since {since}, which you may not read, says that this project is open", lock_file.owner)
}

/// Makes what is written last, until nobody writes any more.
fn keep_synced(journal: &Journal, pings: &Receiver<()>, ctx: &Context) {
    let mut has_failed = false;
    loop {
        if has_failed {
            if let Err(RecvTimeoutError::Disconnected) = pings.recv_timeout(RETRY_EVERY) {
                return;
            }
        } else if pings.recv().is_err() {
            return;
        }
        thread::sleep(SYNC_EVERY);
        // What was written during the sleep is in this sync too.
        while pings.try_recv().is_ok() {}
        let had_failed = std::mem::replace(&mut has_failed, journal.sync().is_err());
        if has_failed || had_failed {
            // The journal's state tells of it; a window at rest would go on telling the one of before.
            ctx.request_repaint();
        }
    }
}

fn held(by: Option<&LockOwner>, now: Time) -> String {
    match by {
        Some(holder) => {
            let since = clock(holder.since, now);
            format!("{} has this project open on {} since {since}", holder.person, holder.machine)
        }
        None => "This project is open in another window".to_owned(),
    }
}
