use crate::model::Time;

/// How far a journal has come with what was appended to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalState {
    /// Every entry is in the file.
    Written,
    /// Every entry is in the file, which may not outlive a loss of power: what the file system said.
    Unsynced {
        /// What the file system said.
        error: String,
    },
    /// The last entries are in no file. They are written before any later one, as soon as that can be done.
    Behind {
        /// How many.
        n: u64,
        /// What the file system said.
        error: String,
        /// When the first of them was made.
        since: Time,
    },
}
