use std::borrow::Cow;
use std::io;

use serde::{Deserialize, Serialize};

use super::change::Change;
use crate::edit::{self, EntryKind};
use crate::model::{Digest, Time};
use crate::store::CodePoints;
use crate::store::holder::WrittenHolder;
use crate::store::v1::Sha256;

/// The version of the journal's own format.
pub const VERSION: u32 = 1;

/// One line of a journal.
#[derive(Debug, Serialize, Deserialize)]
pub enum Record<'a> {
    Begin(Begin<'a>),
    Entry(Entry<'a>),
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
    pub holder: WrittenHolder,
}

/// A change, numbered so that none can be missing unnoticed.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entry<'a> {
    pub n: u64,
    kind: Kind,
    pub step: Cow<'a, str>,
    pub time: i64,
    change: Change<'a>,
}

/// A file of that digest is about to be put at that path; it has the entries before `n_entries`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Saving<'a> {
    pub project: Cow<'a, str>,
    pub digest: Sha256,
    pub n_entries: u64,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Kind {
    Do,
    Join,
    Undo,
    Redo,
}

impl<'a> Entry<'a> {
    /// The entry as it is written, as the `n`th.
    pub fn of(entry: &'a edit::Entry, n: u64, index: &'a CodePoints) -> Entry<'a> {
        let kind = match entry.kind {
            EntryKind::Do => Kind::Do,
            EntryKind::Join => Kind::Join,
            EntryKind::Undo => Kind::Undo,
            EntryKind::Redo => Kind::Redo,
        };
        Entry {
            n,
            kind,
            step: Cow::Borrowed(&entry.step),
            time: entry.time.0,
            change: Change::of(&entry.change, index),
        }
    }

    /// The entry as it was made; `None` where it was made to another text.
    pub fn into_edit(self, index: &CodePoints) -> Option<edit::Entry> {
        let kind = match self.kind {
            Kind::Do => EntryKind::Do,
            Kind::Join => EntryKind::Join,
            Kind::Undo => EntryKind::Undo,
            Kind::Redo => EntryKind::Redo,
        };
        let change = self.change.into_model(index)?;
        Some(edit::Entry { kind, step: self.step.into_owned(), change, time: Time(self.time) })
    }
}

/// Appends the record as a line that tells its length and the first digits of its SHA-256.
pub fn write(record: &Record<'_>, lines: &mut String) -> io::Result<()> {
    let payload = ron::to_string(record).map_err(io::Error::other)?;
    let guard = guard(payload.as_bytes());
    lines.push_str(&format!("{} {guard} {payload}\n", payload.len()));
    Ok(())
}

/// The record at the start of `bytes` and the length of its line; `None` where no whole one stands there.
pub fn read(bytes: &[u8]) -> Option<(Record<'static>, usize)> {
    /// As many digits as the length of any line has.
    const MOST_DIGITS: usize = 12;
    let digits = bytes.iter().take(MOST_DIGITS).position(|byte| *byte == b' ')?;
    let length: usize = str::from_utf8(&bytes[..digits]).ok()?.parse().ok()?;
    let payload_start = digits + 1 + GUARD_DIGITS + 1;
    let end = payload_start.checked_add(length)?;
    let (written_guard, payload) = (bytes.get(digits + 1..payload_start)?, bytes.get(payload_start..end)?);
    let whole = written_guard == format!("{} ", guard(payload)).as_bytes() && bytes.get(end) == Some(&b'\n');
    if !whole {
        return None;
    }
    let record = ron::from_str(str::from_utf8(payload).ok()?).ok()?;
    Some((record, end + 1))
}

const GUARD_DIGITS: usize = 16;

fn guard(payload: &[u8]) -> String {
    let mut digits = Digest::of(payload).to_string();
    digits.truncate(GUARD_DIGITS);
    digits
}
