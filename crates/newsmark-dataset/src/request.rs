use std::path::{Path, PathBuf};

use newsmark_core::model::Time;

/// What a data set is to be made of, and where.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// The folders of projects.
    pub folders: &'r [PathBuf],
    /// The folder of the set.
    pub output: &'r Path,
    /// Whether it leaves out what only a desk may see: victims' names, notes, comments and texts.
    pub is_public: bool,
    /// The time of the clock, by which a file that changed a moment ago is known.
    pub now: Time,
}

/// Whoever waits for a data set.
#[derive(Clone, Copy)]
pub struct DatasetObserver<'w> {
    /// Asked before each file: whether nobody waits any more.
    pub is_cancelled: &'w (dyn Fn() -> bool + Sync),
    /// Told of each step, from any thread.
    pub on_progress: &'w (dyn Fn(DatasetProgress) + Sync),
}

impl DatasetObserver<'_> {
    /// Somebody who waits in silence to the end.
    pub const PATIENT: DatasetObserver<'static> = DatasetObserver { is_cancelled: &|| false, on_progress: &|_| {} };
}

/// How far a data set has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatasetProgress {
    /// Projects are read.
    Reading {
        /// How many are.
        n_read: usize,
        /// How many there are to be read.
        n_to_read: usize,
    },
    /// Tables are written.
    Writing {
        /// How many years of tables are.
        n_written: usize,
        /// How many there are to be written.
        n_to_write: usize,
    },
}

/// A data set that stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many projects it is of.
    pub n_projects: usize,
    /// How many files were read; the others were known.
    pub n_read: usize,
    /// How many of all could not be read.
    pub n_unread: usize,
    /// How many years of tables were written; the others stand as they were.
    pub n_written: usize,
    /// What people should know, a sentence each.
    pub messages: Vec<String>,
}
