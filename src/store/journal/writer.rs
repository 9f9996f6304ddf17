use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::files::Files;
use super::record::{self, Begin, Entry, Record, Saving, VERSION};
use crate::edit;
use crate::model::{Digest, Text};
use crate::store::v1::Sha256;
use crate::store::{CodePoints, Disk, Holder};

/// The journal of an open project, to be written to.
///
/// It is a handle: a clone writes to the same journal, so that a save or a sync
/// on another thread can tell it how far it has come. Appending writes to the
/// file at once, which outlives the process; only [`sync`](Journal::sync)
/// outlives a loss of power.
#[derive(Clone, Debug)]
pub struct Journal(Arc<Mutex<Inner>>);

#[derive(Debug)]
struct Inner {
    files: Files,
    file: File,
    /// The base, until it outlives a loss of power.
    base: Option<File>,
    /// The length of the first line, and of all whole lines.
    begin_length: u64,
    length: u64,
    /// The number of the first entry in the file, and where each entry's line ends.
    first: u64,
    ends: Vec<u64>,
    /// Set where a torn line could not be taken back: what comes after it would not be read.
    is_torn: bool,
    index: CodePoints,
    holder: Holder,
}

impl Journal {
    /// Begins a journal in `folder`, which is created where it is not there.
    ///
    /// `project` is the path that the project was opened from, `None` for one
    /// that was never saved; `base` are the bytes of its file, or what it would
    /// be saved as; `text` is its article's.
    ///
    /// It outlives the process at once, a loss of power from the first
    /// [`sync`](Journal::sync) on.
    ///
    /// # Errors
    /// What the file system says; no journal is left behind.
    pub fn begin(
        disk: Arc<dyn Disk>,
        folder: &Path,
        project: Option<&Path>,
        base: &[u8],
        text: &Text,
        holder: &Holder,
    ) -> io::Result<Journal> {
        disk.create_folder(folder)?;
        let files = Files::fresh(disk, folder, holder.since.0, holder.process)?;
        let line = begin_line(project, base, 0, None, holder)?;
        let begun = files.begin(base, &line).and_then(|begun| files.name().map(|()| begun));
        let (file, base) = begun.inspect_err(|_| {
            // The failure is told; what could not be removed is never read.
            let _ = files.remove_all();
        })?;
        Ok(Journal(Arc::new(Mutex::new(Inner {
            files,
            file,
            base: Some(base),
            begin_length: line.len() as u64,
            length: line.len() as u64,
            first: 0,
            ends: Vec::new(),
            is_torn: false,
            index: CodePoints::of(text),
            holder: holder.clone(),
        }))))
    }

    /// Writes the entries to the file.
    ///
    /// # Errors
    /// What the file system says; none of the entries is in the journal.
    pub fn append(&self, entries: &[edit::Entry]) -> io::Result<()> {
        let mut inner = self.inner();
        let mut lines = String::new();
        let mut ends = Vec::with_capacity(entries.len());
        for (entry, n) in entries.iter().zip(inner.n_entries()..) {
            record::write(&Record::Entry(Entry::of(entry, n, &inner.index)), &mut lines)?;
            ends.push(inner.length + lines.len() as u64);
        }
        inner.write(lines.as_bytes())?;
        inner.ends.append(&mut ends);
        Ok(())
    }

    /// How many entries were appended since the journal began, over all saves.
    pub fn n_entries(&self) -> u64 {
        self.inner().n_entries()
    }

    /// Notes that a file of `digest` with the first `n_entries` entries is about
    /// to be put at `project`. To be called before the save: a crash
    /// right after it is then told from a change by another program.
    ///
    /// # Errors
    /// What the file system says.
    pub fn mark_saving(&self, project: &Path, digest: Digest, n_entries: u64) -> io::Result<()> {
        let mut line = String::new();
        record::write(
            &Record::Saving(Saving { project: project.to_string_lossy(), digest: Sha256(digest), n_entries }),
            &mut line,
        )?;
        self.inner().write(line.as_bytes())
    }

    /// Begins anew on what was saved at `project` as `base`, which has the
    /// first `n_entries` entries; those made since are kept. Others may append
    /// meanwhile; no other save may be under way.
    ///
    /// # Errors
    /// What the file system says; the journal goes on as it was, which loses
    /// nothing: the mark tells how far the file has come.
    pub fn saved(&self, project: &Path, base: &[u8], n_entries: u64) -> io::Result<()> {
        let (files, first, line, copied_from, kept, copied_to) = {
            let mut inner = self.inner();
            let first = n_entries.clamp(inner.first, inner.n_entries());
            let replaced = inner.files.journal_name();
            let line = begin_line(Some(project), base, first, Some(&replaced), &inner.holder)?;
            let (from, to) = (inner.start_of(first), inner.length);
            (inner.files.next(), first, line, from, inner.read(from, to)?, to)
        };
        let begin_length = line.len() as u64;
        let (mut file, base) = files.begin(base, &[line, kept].concat())?;
        files.disk.sync(&base)?;
        files.disk.sync(&file)?;

        let mut inner = self.inner();
        let length = inner.length;
        let since = inner.read(copied_to, length)?;
        files.disk.write(&mut file, &since)?;
        files.name()?;
        files.sync_names();
        let moved = |place: u64| place - copied_from + begin_length;
        let n_left_out = (first - inner.first) as usize;
        inner.ends = inner.ends[n_left_out..].iter().map(|end| moved(*end)).collect();
        inner.length = moved(length);
        inner.begin_length = begin_length;
        inner.first = first;
        inner.file = file;
        inner.base = None;
        let replaced = std::mem::replace(&mut inner.files, files);
        drop(inner);
        // The new one says that it contains the one before: that this stays would do no harm.
        let _ = replaced.remove();
        Ok(())
    }

    /// Returns when all that was appended before will outlive a loss of power.
    /// Others may append meanwhile.
    ///
    /// # Errors
    /// What the file system says.
    pub fn sync(&self) -> io::Result<()> {
        let (file, base, files) = {
            let mut inner = self.inner();
            (inner.file.try_clone()?, inner.base.take(), inner.files.clone())
        };
        if let Some(base) = base {
            files.disk.sync(&base)?;
            files.sync_names();
        }
        files.disk.sync_data(&file)
    }

    /// Removes the journal: everything in it was saved or is not wanted.
    ///
    /// # Errors
    /// What the file system says.
    pub fn discard(self) -> io::Result<()> {
        self.inner().files.remove_all()
    }

    /// A panic elsewhere leaves whole lines: each is written before it is counted.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn n_entries(&self) -> u64 {
        self.first + self.ends.len() as u64
    }

    fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        if self.is_torn {
            self.take_back()?;
        }
        if let Err(error) = self.files.disk.write(&mut self.file, lines) {
            // The first failure is the one to tell; the next write tries again to take it back.
            let _ = self.take_back();
            return Err(error);
        }
        self.length += lines.len() as u64;
        Ok(())
    }

    fn take_back(&mut self) -> io::Result<()> {
        self.is_torn = true;
        self.files.disk.truncate(&self.file, self.length)?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.is_torn = false;
        Ok(())
    }

    /// Where the line of entry `n` begins; the end of the lines where there is none yet.
    fn start_of(&self, n: u64) -> u64 {
        match (n - self.first).checked_sub(1) {
            Some(before) => self.ends[before as usize],
            None => self.begin_length,
        }
    }

    /// Reads bytes of the journal through its own handle: on Windows its lock
    /// keeps every other from reading.
    fn read(&mut self, from: u64, to: u64) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; (to - from) as usize];
        self.file.seek(SeekFrom::Start(from))?;
        let outcome = self.file.read_exact(&mut bytes);
        self.file.seek(SeekFrom::Start(self.length))?;
        outcome.map(|()| bytes)
    }
}

fn begin_line(
    project: Option<&Path>,
    base: &[u8],
    first: u64,
    replaces: Option<&str>,
    holder: &Holder,
) -> io::Result<Vec<u8>> {
    let begin = Begin {
        version: VERSION,
        project: project.map(Path::to_string_lossy),
        base: Sha256(Digest::of(base)),
        first,
        replaces: replaces.map(Cow::Borrowed),
        holder: holder.into(),
    };
    let mut line = String::new();
    record::write(&Record::Begin(begin), &mut line)?;
    Ok(line.into_bytes())
}
