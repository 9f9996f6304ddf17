use std::borrow::Cow;
use std::io;

use serde::{Deserialize, Serialize};

use super::change::WrittenChange;
use super::edit::Edit;
use crate::edit::EntryKind;
use crate::model::Digest;
use crate::store::lock_owner::WrittenLockOwner;
use crate::store::v2::Sha256;

/// The version of the journal's own format. Version 1, which has [`JournalLine::Entry`]
/// in place of [`JournalLine::Did`], is read, and so are versions 2 and 3: the first knows no field that
/// version 2 of the project file added, the other neither where a mark came from nor dismissed proposals.
pub const VERSION: u32 = 4;

/// One line of a journal.
#[derive(Debug, Serialize, Deserialize)]
pub enum JournalLine<'a> {
    Begin(Begin<'a>),
    /// An entry of version 1, with whole values.
    Entry(WholeEntry<'a>),
    /// The entry of that number, so that none can be missing unnoticed: how it
    /// came about, the step's name, its time, and what it changes.
    Did(u64, WrittenEntryKind, Cow<'a, str>, i64, Edit<'a>),
    Saving(Saving<'a>),
}

/// The first line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Begin<'a> {
    pub version: u32,
    /// The project's path; none where it was never saved.
    pub project: Option<Cow<'a, str>>,
    /// The digest of the base's bytes.
    pub base: Sha256,
    /// The number of the first entry: those before it are in the base.
    pub first: u64,
    /// The journal that this one continues, which it contains wholly.
    pub replaces: Option<Cow<'a, str>>,
    pub holder: WrittenLockOwner,
}

/// An entry of version 1.
#[derive(Debug, Serialize, Deserialize)]
pub struct WholeEntry<'a> {
    n: u64,
    kind: WrittenEntryKind,
    step: Cow<'a, str>,
    time: i64,
    change: WrittenChange<'a>,
}

/// A file of that digest is about to be put at that path; it has the entries before `n_entries`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Saving<'a> {
    pub project: Cow<'a, str>,
    pub digest: Sha256,
    pub n_entries: u64,
}

/// How an entry came about.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum WrittenEntryKind {
    Do,
    Join,
    Undo,
    Redo,
}

/// An entry of any version, as it was read.
#[derive(Debug)]
pub struct ReadEntry {
    pub n: u64,
    pub kind: WrittenEntryKind,
    pub step: String,
    pub time: i64,
    pub edit: Edit<'static>,
}

impl From<WholeEntry<'static>> for ReadEntry {
    fn from(entry: WholeEntry<'static>) -> ReadEntry {
        let WholeEntry { n, kind, step, time, change } = entry;
        ReadEntry { n, kind, step: step.into_owned(), time, edit: Edit::Whole(Box::new(change)) }
    }
}

impl From<EntryKind> for WrittenEntryKind {
    fn from(kind: EntryKind) -> WrittenEntryKind {
        match kind {
            EntryKind::Do => WrittenEntryKind::Do,
            EntryKind::Join => WrittenEntryKind::Join,
            EntryKind::Undo => WrittenEntryKind::Undo,
            EntryKind::Redo => WrittenEntryKind::Redo,
        }
    }
}

impl From<WrittenEntryKind> for EntryKind {
    fn from(kind: WrittenEntryKind) -> EntryKind {
        match kind {
            WrittenEntryKind::Do => EntryKind::Do,
            WrittenEntryKind::Join => EntryKind::Join,
            WrittenEntryKind::Undo => EntryKind::Undo,
            WrittenEntryKind::Redo => EntryKind::Redo,
        }
    }
}

/// Appends the record as a line that tells its length and the first digits of its SHA-256.
///
/// A line has no other line end than its last byte: strings are written with escapes.
pub fn write(record: &JournalLine<'_>, lines: &mut Vec<u8>) -> io::Result<()> {
    let payload = ron::to_string(record).map_err(io::Error::other)?;
    let guard = guard(payload.as_bytes());
    lines.extend_from_slice(format!("{} {guard} {payload}\n", payload.len()).as_bytes());
    Ok(())
}

/// The record of a line, which has its line end; `None` where it is not whole.
pub fn read(line: &[u8]) -> Option<JournalLine<'static>> {
    /// As many digits as the length of any line has.
    const MOST_DIGITS: usize = 12;
    let line = line.strip_suffix(b"\n")?;
    let digits = line.iter().take(MOST_DIGITS).position(|byte| *byte == b' ')?;
    let length: usize = str::from_utf8(&line[..digits]).ok()?.parse().ok()?;
    let (written_guard, payload) = line[digits + 1..].split_at_checked(GUARD_DIGITS)?;
    let payload = payload.strip_prefix(b" ")?;
    // The length first: a torn line is told without hashing it.
    if payload.len() != length || written_guard != guard(payload).as_bytes() {
        return None;
    }
    ron::from_str(str::from_utf8(payload).ok()?).ok()
}

const GUARD_DIGITS: usize = 16;

fn guard(payload: &[u8]) -> String {
    let mut digits = Digest::of(payload).to_string();
    // 64 bits: damage passes unseen once in eighteen quintillions, and nobody forges a journal of their own.
    digits.truncate(GUARD_DIGITS);
    digits
}
