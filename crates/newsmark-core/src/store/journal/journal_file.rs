use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::Path;

use super::edit::State;
use super::files::Files;
use super::journal_line::{self, Begin, JournalLine};
use super::kept_lines::KeptLines;
use crate::edit;
use crate::store::v2::Sha256;
use crate::store::{CodePoints, FileBytes};

/// The file of a journal that is written to, what it is to hold, and how much of that it does.
#[derive(Debug)]
pub struct JournalFile {
    pub files: Files,
    pub file: File,
    /// Held for its lock.
    pub _claim: File,
    /// The base's bytes, to be written again, and its file, until that outlives a loss of power.
    pub base: Option<(FileBytes, Option<File>)>,
    pub begin: Begin<'static>,
    /// The first lines, then those of entries and saves: what the file is to hold.
    pub head: Vec<u8>,
    pub lines: KeptLines,
    /// How many bytes of them are in the file.
    pub written: usize,
    /// Set where a torn line could not be taken back: what comes after it would not be read.
    pub is_torn: bool,
    /// Set where the file still holds what came before a save, to be written over from its beginning.
    pub is_outdated: bool,
    /// Set where the file system failed to make the file last: it may have let
    /// go of bytes that it never wrote, so that a later sync that succeeds says nothing.
    pub is_distrusted: bool,
    /// Whether the names outlive a loss of power.
    pub has_lasting_names: bool,
    /// Set where the files were removed: nothing is written any more.
    pub is_discarded: bool,
    /// Why the last write or the last sync failed.
    pub write_error: Option<String>,
    pub sync_error: Option<String>,
    pub state: State,
    pub index: CodePoints,
}

/// What another generation begins with.
pub struct Renewal<'b> {
    /// Where the project was saved.
    pub project: &'b Path,
    /// What was saved there.
    pub base: &'b FileBytes,
    /// The first entry that the base does not have.
    pub first: u64,
}

impl JournalFile {
    /// Keeps the line of an entry, which is to be written.
    pub fn take(&mut self, entry: &edit::Entry) -> io::Result<()> {
        let n = self.lines.n_entries();
        let edit = self.state.make(&entry.change, n + 1, &self.index);
        let mut line = Vec::new();
        let step = Cow::Borrowed(entry.step.as_str());
        journal_line::write(&JournalLine::Did(n, entry.kind.into(), step, entry.time.0, edit), &mut line)?;
        self.lines.push_entry(&line, entry.time);
        Ok(())
    }

    /// Writes every line that is not in the file yet.
    pub fn write(&mut self) -> io::Result<()> {
        let outcome = self.write_pending();
        self.write_error = outcome.as_ref().err().map(ToString::to_string);
        outcome
    }

    /// Whether something is not in the file yet.
    pub fn is_behind(&self) -> bool {
        self.written < self.head.len() + self.lines.bytes().len()
    }

    fn write_pending(&mut self) -> io::Result<()> {
        if self.is_discarded {
            return Ok(());
        }
        // What is in the file is of no use with these lines, so that nothing is appended to it.
        if self.is_outdated {
            return self.write_over();
        }
        if self.is_torn {
            self.take_back()?;
        }
        if !self.is_behind() {
            return Ok(());
        }
        // `written` counts the head and then the lines, so that it ends within one or the other.
        let head = &self.head[self.written.min(self.head.len())..];
        let lines = &self.lines.bytes()[self.written.saturating_sub(self.head.len())..];
        // One call for all: a disk that fills up in between would leave a head without lines.
        let pending = if head.is_empty() { Cow::Borrowed(lines) } else { Cow::Owned([head, lines].concat()) };
        if let Err(error) = self.files.disk.write(&mut self.file, &pending) {
            // The first failure is the one to tell; the next write tries again to take it back.
            let _ = self.take_back();
            return Err(error);
        }
        self.written = self.head.len() + self.lines.bytes().len();
        Ok(())
    }

    /// Writes all of it over what the file holds, which takes no room where that
    /// is longer, and is still there where this cannot be done.
    fn write_over(&mut self) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(0))?;
        let all = [&self.head, self.lines.bytes()].concat();
        self.files.disk.write(&mut self.file, &all)?;
        // Noted before the old end is cut off: should that fail, the lines are there all the same, and the end is tried
        // again.
        self.written = all.len();
        self.is_outdated = false;
        self.take_back()
    }

    fn take_back(&mut self) -> io::Result<()> {
        // Set first, so that a cut that fails is remembered.
        self.is_torn = true;
        let length = self.written as u64;
        self.files.disk.truncate(&self.file, length)?;
        self.file.seek(SeekFrom::Start(length))?;
        self.is_torn = false;
        Ok(())
    }

    /// Whether another file is needed: this one would not be read, or not last.
    pub fn must_renew(&self) -> bool {
        self.is_torn || self.is_distrusted
    }

    /// Writes this file anew as one that begins with what was saved, which is its base.
    pub fn begin_in_place(&mut self, renewal: &Renewal<'_>) -> io::Result<()> {
        // A save may tell of entries that were let go already, never of such as are to come.
        let first = renewal.first.clamp(self.lines.first(), self.lines.n_entries());
        let begin = Begin { replaces: self.begin.replaces.clone(), ..self.begin_for(Some(renewal), first) };
        self.head = first_lines(&begin)?;
        self.begin = begin;
        self.lines.let_go_before(first);
        self.base = Some((renewal.base.clone(), None));
        // Until there is room for a copy of the base, the saved file is the only one.
        (self.written, self.is_outdated, self.is_distrusted) = (0, true, true);
        self.write()
    }

    /// The first line of the next generation.
    pub fn begin_for(&self, renewal: Option<&Renewal<'_>>, first: u64) -> Begin<'static> {
        let mut begin = Begin { first, replaces: Some(Cow::Owned(self.files.journal_name())), ..self.begin.clone() };
        if let Some(Renewal { project, base, .. }) = renewal {
            begin.project = Some(Cow::Owned(project.to_string_lossy().into_owned()));
            begin.base = Sha256(base.digest());
        }
        begin
    }
}

/// The first line, twice: it says what all others are about, and one damaged byte must not take that away.
pub fn first_lines(begin: &Begin<'_>) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    journal_line::write(&JournalLine::Begin(begin.clone()), &mut line)?;
    Ok(line.repeat(2))
}
