use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::edit::State;
use super::files::Files;
use super::journal_file::{JournalFile, Renewal, first_lines};
use super::journal_line::{self, Begin, JournalLine, Saving, VERSION};
use super::journal_state::JournalState;
use super::kept_lines::KeptLines;
use crate::edit;
use crate::model::{Digest, Project};
use crate::store::v2::Sha256;
use crate::store::{CodePoints, Disk, FileBytes, LockOwner};

/// The journal of an open project, to be written to.
///
/// It is a handle: a clone writes to the same journal, so that a save or a sync
/// on another thread can tell it how far it has come. Appending writes to the
/// file at once, which outlives the process; only [`sync`](Journal::sync)
/// outlives a loss of power.
///
/// An entry that cannot be written is kept, and written before every later one:
/// by the next append or sync that finds the disk willing. [`state`](Journal::state)
/// says how that stands.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Project, Time};
/// use newsmark_core::store::{Journal, LockOwner, Printed, RealDisk, recover, recoverable};
///
/// let (folder, disk) = (tempfile::tempdir()?, RealDisk::shared());
/// let (person, machine) = ("Ines Varga".to_owned(), "desk-3".to_owned());
/// let ines = LockOwner { person, machine, process: std::process::id(), since: Time(1_773_489_600) };
/// let project = Project::new(import(b"Shells killed 12 people.", "karsa.txt", None)?.article);
/// let base = Printed::of(&project).into_file_bytes();
/// let journal = Journal::begin(disk.clone(), folder.path(), None, base, &project, &ines)?;
/// assert!(recoverable(&disk, folder.path(), "desk-3")?.is_empty(), "its program lives");
/// drop(journal);
/// let left = recoverable(&disk, folder.path(), "desk-3")?;
/// assert_eq!(recover(&left[0])?.project, project);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Journal(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    inner: Mutex<JournalFile>,
    /// Held while another generation is made, which takes as long as the disk does.
    renewing: Mutex<()>,
}

impl Journal {
    /// Begins a journal in `folder`, which is created where it is not there.
    ///
    /// `path` is the one that the project was opened from, `None` for one
    /// that was never saved; `base` are the bytes of its file, or what it would
    /// be saved as; `project` is what reading them gives.
    ///
    /// It outlives the process and a loss of power when this returns, as far as the
    /// disk can promise that, but for the base of a project that has a file: until the
    /// first [`sync`](Journal::sync) the bytes in that file stand in for it, so that
    /// opening a large project does not wait for a copy of it.
    ///
    /// # Errors
    /// What the file system says; no journal is left behind. That it may not outlive
    /// a loss of power is none: [`state`](Journal::state) tells of it.
    pub fn begin(
        disk: Arc<dyn Disk>,
        folder: &Path,
        path: Option<&Path>,
        base: FileBytes,
        project: &Project,
        holder: &LockOwner,
    ) -> io::Result<Journal> {
        disk.create_folder(folder)?;
        let (files, claim) = Files::fresh(disk, folder, holder.since.0, holder.process)?;
        let begin = Begin {
            version: VERSION,
            project: path.map(|path| Cow::Owned(path.to_string_lossy().into_owned())),
            base: Sha256(base.digest()),
            first: 0,
            replaces: None,
            holder: holder.into(),
        };
        let begun = || {
            let head = first_lines(&begin)?;
            // The lines come first: they say of a base whose journal never got its name what it is a copy of.
            let file = files.begin_journal(&head)?;
            let base_file = files.begin_base(base.as_bytes())?;
            // A project without a file has no other copy than the base, so that it must last before it is shown.
            let synced = if path.is_none() { files.disk.sync(&base_file) } else { Ok(()) };
            let synced = synced.and_then(|()| files.disk.sync(&file));
            // Named last: whoever finds the name finds all of it.
            files.name()?;
            let named = if synced.is_ok() { files.sync_names() } else { Ok(()) };
            Ok((file, base_file, head, synced, named))
        };
        let (file, base_file, head, synced, named) = begun().inspect_err(|_: &io::Error| {
            // The failure is told; what could not be removed is never read.
            let _ = files.remove_all();
        })?;
        let is_base_lasting = path.is_none() && synced.is_ok();
        let inner = JournalFile {
            files,
            file,
            _claim: claim,
            base: (!is_base_lasting).then(|| (base, Some(base_file))),
            begin,
            written: head.len(),
            head,
            lines: KeptLines::default(),
            is_torn: false,
            is_outdated: false,
            // What the file system failed to make last is written anew.
            is_distrusted: synced.is_err(),
            has_lasting_names: synced.is_ok() && named.is_ok(),
            is_discarded: false,
            write_error: None,
            sync_error: synced.and(named).err().map(|error| error.to_string()),
            state: State::new(project.clone(), 0),
            index: CodePoints::of(&project.article().text),
        };
        Ok(Journal(Arc::new(Shared { inner: Mutex::new(inner), renewing: Mutex::new(()) })))
    }

    /// Writes what could not be written before, then the entries.
    ///
    /// # Errors
    /// What the file system says. The entries are kept, and written before any later one.
    pub fn append(&self, entries: &[edit::Entry]) -> io::Result<()> {
        let mut inner = self.inner();
        for entry in entries {
            inner.take(entry)?;
        }
        inner.write()
    }

    /// How many entries were appended since the journal began, over all saves.
    pub fn n_entries(&self) -> u64 {
        self.inner().lines.n_entries()
    }

    /// How far the file has come with what was appended.
    pub fn state(&self) -> JournalState {
        let inner = self.inner();
        let said = |error: &Option<String>| error.clone().unwrap_or_default();
        match (inner.lines.beyond(inner.written.saturating_sub(inner.head.len())), &inner.sync_error) {
            (Some((n, since)), _) => JournalState::Behind { n, error: said(&inner.write_error), since },
            (None, Some(error)) => JournalState::Unsynced { error: error.clone() },
            (None, None) => JournalState::Written,
        }
    }

    /// Notes that a file of `digest` with the first `n_entries` entries is about
    /// to be put at `project`. To be called before the save: a crash
    /// right after it is then told from a change by another program.
    ///
    /// # Errors
    /// What the file system says. The note is kept as entries are.
    pub fn mark_saving(&self, project: &Path, digest: Digest, n_entries: u64) -> io::Result<()> {
        let mut line = Vec::new();
        let saving = Saving { project: project.to_string_lossy(), digest: Sha256(digest), n_entries };
        journal_line::write(&JournalLine::Saving(saving), &mut line)?;
        let mut inner = self.inner();
        inner.lines.push(&line);
        inner.write()
    }

    /// Begins anew on what was saved at `project` as `base`, which has the
    /// first `n_entries` entries; those made since are kept. Others may append
    /// meanwhile.
    ///
    /// # Errors
    /// What the file system says; the journal goes on as it was, which loses
    /// nothing: the mark tells how far the file has come.
    pub fn saved(&self, project: &Path, base: &FileBytes, n_entries: u64) -> io::Result<()> {
        let _renewing = self.renewing();
        let renewal = Renewal { project, base, first: n_entries };
        let outcome = self.renew(Some(&renewal));
        // Only then: the file as it is loses nothing as long as it holds the mark of the save.
        if outcome.is_err() && self.inner().is_behind() {
            // Where there is no room for another file, and the mark of the save is in none, the saved file
            // would be taken for another program's. It has all that this file tells, which is written over.
            return self.inner().begin_in_place(&renewal);
        }
        outcome
    }

    /// Writes what could not be written before, and returns when all that was
    /// appended before will outlive a loss of power. Others may append meanwhile.
    ///
    /// A file that the file system failed to make last is written anew from what
    /// is in memory; so is one whose torn end cannot be taken back.
    ///
    /// # Errors
    /// What the file system says; the next call tries it again.
    pub fn sync(&self) -> io::Result<()> {
        let _renewing = self.renewing();
        let written = self.inner().write();
        let outcome = if self.inner().must_renew() { self.renew(None) } else { written.and(self.sync_file()) };
        let mut inner = self.inner();
        inner.sync_error = outcome.as_ref().err().map(ToString::to_string);
        outcome
    }

    /// Keeps the bytes of a file of proposals beside the journal, until that is discarded.
    ///
    /// # Errors
    /// What the file system says; the journal itself goes on.
    pub fn keep_proposals(&self, bytes: &[u8]) -> io::Result<()> {
        // A generation may be made or removed meanwhile: they stand beside all of them.
        let (files, is_discarded) = {
            let inner = self.inner();
            (inner.files.clone(), inner.is_discarded)
        };
        if is_discarded {
            return Ok(());
        }
        // Written without the lock of the entries: the disk may take seconds, and typing goes on.
        let kept = files.keep_proposals(bytes);
        match self.inner().is_discarded {
            true => files.remove_all(),
            false => kept,
        }
    }

    /// Removes the journal: everything in it was saved or is not wanted.
    ///
    /// # Errors
    /// What the file system says.
    pub fn discard(self) -> io::Result<()> {
        let mut inner = self.inner();
        // Set under the lock, so that a renewal under way removes what it made instead of naming it.
        inner.is_discarded = true;
        inner.files.remove_all()
    }

    /// Syncs base, names and file, or writes them anew where that fails.
    fn sync_file(&self) -> io::Result<()> {
        let (files, file, base, has_lasting_names) = {
            let inner = self.inner();
            let base = inner.base.as_ref().and_then(|(_, file)| file.as_ref());
            let base = base.map(File::try_clone).transpose()?;
            (inner.files.clone(), inner.file.try_clone()?, base, inner.has_lasting_names)
        };
        let synced = match &base {
            Some(base) => files.disk.sync(base),
            None => Ok(()),
        };
        if let Err(error) = synced.and_then(|()| files.disk.sync_data(&file)) {
            let mut inner = self.inner();
            // Linux forgets a failed page once it was told of it: a later sync succeeds and says nothing (fsync(2),
            // errors).
            inner.is_distrusted = true;
            inner.sync_error = Some(error.to_string());
            drop(inner);
            return self.renew(None);
        }
        if !has_lasting_names {
            files.sync_names()?;
        }
        let mut inner = self.inner();
        inner.base = None;
        inner.has_lasting_names = true;
        Ok(())
    }

    /// Begins another generation: on what was saved, or on the same base with the
    /// same entries. The one before is removed when this one outlives a loss of power.
    fn renew(&self, renewal: Option<&Renewal<'_>>) -> io::Result<()> {
        // Copied under the lock and written without it: the disk may take seconds, and typing goes on.
        let (files, begin, lines, copied_from, copied_to, base) = {
            let inner = self.inner();
            if inner.is_discarded {
                return Ok(());
            }
            let first = renewal.map_or(inner.lines.first(), |renewal| renewal.first);
            // See `begin_in_place`: the number is a caller’s.
            let first = first.clamp(inner.lines.first(), inner.lines.n_entries());
            let base = match renewal {
                Some(renewal) => Some(renewal.base.clone()),
                None => inner.base.as_ref().map(|(bytes, _)| bytes.clone()),
            };
            let begin = inner.begin_for(renewal, first);
            let files = if base.is_some() { inner.files.next() } else { inner.files.next_on_same_base() };
            let (from, to) = (inner.lines.start_of(first), inner.lines.bytes().len());
            (files, begin, inner.lines.bytes()[from..to].to_vec(), from, to, base)
        };
        let head = first_lines(&begin)?;
        let mut file = begun(&files, base.as_ref(), &[&head, &lines[..]].concat()).inspect_err(|_| {
            // What there was no room for must not take the room that is left.
            let _ = files.remove_begun();
        })?;

        let mut inner = self.inner();
        if inner.is_discarded {
            return files.remove_begun();
        }
        // What was appended meanwhile: no sync has promised yet that it lasts.
        let meanwhile = &inner.lines.bytes()[copied_to..];
        let written = if meanwhile.is_empty() { Ok(()) } else { files.disk.write(&mut file, meanwhile) };
        // Appended before it is named, so that the name never stands for less than the journal before it held.
        let named = written.and_then(|()| files.name());
        named.inspect_err(|_| {
            let _ = files.remove_begun();
        })?;
        let let_go = inner.lines.let_go_before(begin.first);
        debug_assert_eq!(let_go, copied_from);
        inner.written = head.len() + inner.lines.bytes().len();
        (inner.begin, inner.head, inner.base) = (begin, head, None);
        (inner.is_torn, inner.is_outdated) = (false, false);
        (inner.is_distrusted, inner.has_lasting_names) = (false, false);
        (inner.write_error, inner.sync_error) = (None, None);
        // Held until the one before is gone: nobody takes that for one left behind.
        let _replaced_file = std::mem::replace(&mut inner.file, file);
        let replaced = std::mem::replace(&mut inner.files, files.clone());
        drop(inner);
        files.sync_names()?;
        self.inner().has_lasting_names = true;
        // The new one says that it contains the one before: that this stays would do no harm.
        let _ = replaced.remove_for(&files);
        Ok(())
    }

    /// A panic elsewhere leaves whole lines: each is kept before it is written.
    fn inner(&self) -> MutexGuard<'_, JournalFile> {
        self.0.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn renewing(&self) -> MutexGuard<'_, ()> {
        self.0.renewing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes a generation that has no name yet, so that it lasts.
fn begun(files: &Files, base: Option<&FileBytes>, lines: &[u8]) -> io::Result<File> {
    if let Some(base) = base {
        files.disk.sync(&files.begin_base(base.as_bytes())?)?;
    }
    let file = files.begin_journal(lines)?;
    files.disk.sync(&file)?;
    Ok(file)
}
