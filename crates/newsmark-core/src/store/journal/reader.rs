use std::ops::Range;

use super::journal_line::{self, Begin, JournalLine, ReadEntry, Saving, VERSION};

/// The lines of a journal that are whole.
#[derive(Debug)]
pub struct Lines {
    /// The first line; `None` where it is damaged.
    pub begin: Option<Begin<'static>>,
    /// The entries, in the order of their numbers.
    pub entries: Vec<ReadEntry>,
    /// The saves that were begun, in order.
    pub savings: Vec<Saving<'static>>,
    /// What cannot be read.
    pub damage: Damage,
}

/// What of a journal cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// Whether any line is damaged.
    pub is_any: bool,
    /// Whether the last one is: there may have been entries that nothing else tells of.
    pub is_at_end: bool,
    /// The numbers of the entries that are missing between others, in order.
    pub missing: Vec<Range<u64>>,
}

/// Reads every line that is whole: one that is damaged costs itself.
///
/// # Errors
/// A sentence's part where nothing can be understood.
pub fn lines(bytes: &[u8]) -> Result<Lines, &'static str> {
    let mut lines = Lines { begin: None, entries: Vec::new(), savings: Vec::new(), damage: Damage::default() };
    let mut next = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let is_read = match journal_line::read(line) {
            Some(JournalLine::Begin(begin)) if begin.version > VERSION => {
                return Err("it was written by another version of Newsmark");
            }
            Some(JournalLine::Begin(begin)) => {
                // The first line stands there twice; the second copy counts where the first is damaged.
                next.get_or_insert(begin.first);
                lines.begin.get_or_insert(begin);
                true
            }
            Some(JournalLine::Entry(entry)) => lines.take(ReadEntry::from(entry), &mut next),
            Some(JournalLine::Did(n, kind, step, time, edit)) => {
                lines.take(ReadEntry { n, kind, step: step.into_owned(), time, edit }, &mut next)
            }
            Some(JournalLine::Saving(saving)) => {
                lines.savings.push(saving);
                true
            }
            None => false,
        };
        lines.damage.is_any |= !is_read;
        // Overwritten by each line, so that the last one decides.
        lines.damage.is_at_end = !is_read;
    }
    if lines.begin.is_none() && lines.entries.is_empty() && lines.savings.is_empty() {
        return Err("its beginning is damaged, or another version of Newsmark wrote it");
    }
    lines.damage.is_any |= lines.begin.is_none() || !lines.damage.missing.is_empty();
    Ok(lines)
}

impl Damage {
    /// How many entries from `start` on are missing between others.
    pub fn n_missing(&self, start: u64) -> u64 {
        self.missing.iter().map(|missing| missing.end.saturating_sub(missing.start.max(start))).sum()
    }
}

impl Lines {
    /// Takes an entry; answers whether its number can be the next one.
    fn take(&mut self, entry: ReadEntry, next: &mut Option<u64>) -> bool {
        let expected = *next.get_or_insert(entry.n);
        // A number that went back is of a line that was copied, or of another journal: taken, it would be done twice.
        if entry.n < expected {
            return false;
        }
        if entry.n > expected {
            self.damage.missing.push(expected..entry.n);
        }
        // Guarded by its digest, a line can still name the last number there is.
        *next = Some(entry.n.saturating_add(1));
        self.entries.push(entry);
        true
    }

    /// The number of the first entry: those before it are in the base.
    pub fn first(&self) -> u64 {
        let begun = self.begin.as_ref().map(|begin| begin.first);
        begun.or(self.entries.first().map(|entry| entry.n)).unwrap_or_default()
    }

    /// Whether an entry may be missing that is not among the first `n_saved`.
    pub fn may_miss(&self, n_saved: u64) -> bool {
        let is_beginning_unknown = self.begin.is_none() && self.first() >= n_saved;
        self.damage.is_at_end || is_beginning_unknown || self.damage.n_missing(n_saved) > 0
    }
}
