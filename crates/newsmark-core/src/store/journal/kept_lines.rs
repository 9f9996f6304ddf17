use crate::model::Time;

/// The lines of all entries and saves since the base, in memory, whether they are in the file or not.
///
/// They are what the file is written from: a line that could not be written
/// stays before those after it, and a file that cannot be trusted is written anew.
#[derive(Debug, Default)]
pub struct KeptLines {
    bytes: Vec<u8>,
    /// The number of the first entry.
    first: u64,
    /// Where each entry's line ends, and when it was made.
    entries: Vec<(usize, Time)>,
}

impl KeptLines {
    /// The number of the first entry.
    pub fn first(&self) -> u64 {
        self.first
    }

    /// How many entries there were since the journal began, over all saves.
    pub fn n_entries(&self) -> u64 {
        self.first + self.entries.len() as u64
    }

    /// All bytes, in order.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Adds the line of the next entry.
    pub fn push_entry(&mut self, line: &[u8], time: Time) {
        self.push(line);
        self.entries.push((self.bytes.len(), time));
    }

    /// Adds another line.
    pub fn push(&mut self, line: &[u8]) {
        self.bytes.extend_from_slice(line);
    }

    /// Where the line of entry `n` begins; the end of the last entry's where there is none yet.
    pub fn start_of(&self, n: u64) -> usize {
        // Held within what is kept, so that the index below is that of an entry.
        let before = n.clamp(self.first, self.n_entries()) - self.first;
        before.checked_sub(1).map_or(0, |before| self.entries[before as usize].0)
    }

    /// How many entries end beyond the first `written` bytes, and when the first of them was made.
    pub fn beyond(&self, written: usize) -> Option<(u64, Time)> {
        let place = self.entries.partition_point(|(end, _)| *end <= written);
        self.entries.get(place).map(|(_, time)| ((self.entries.len() - place) as u64, *time))
    }

    /// Lets go of everything before entry `n`; answers with how many bytes that was.
    pub fn let_go_before(&mut self, n: u64) -> usize {
        let start = self.start_of(n);
        self.bytes.drain(..start);
        self.entries.drain(..(n.clamp(self.first, self.n_entries()) - self.first) as usize);
        self.entries.iter_mut().for_each(|(end, _)| *end -= start);
        self.first = self.first.max(n);
        start
    }
}
