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

impl DatasetProgress {
    /// "120 of 2000 projects read".
    pub fn describe(self) -> String {
        match self {
            DatasetProgress::Reading { n_read, n_to_read } => format!("{n_read} of {n_to_read} projects read"),
            DatasetProgress::Writing { n_written, n_to_write } => format!("{n_written} of {n_to_write} tables written"),
        }
    }
}

/// A data set that stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// How many projects it is of.
    pub n_projects: usize,
    /// How many of them were read; the others were known.
    pub n_read: usize,
    /// How many of all could not be read.
    pub n_unread: usize,
    /// How many years of tables were written; the others stand as they were.
    pub n_written: usize,
    /// What people should know, a sentence each.
    pub messages: Vec<String>,
}

impl Written {
    /// What was written, as a sentence without its full stop: "The data set was written, of 14 projects, 3 of which were
    /// read; 2 could not be and are in its table of problems".
    pub fn describe(&self) -> String {
        if self.n_written == 0 {
            return "Nothing changed since the data set was written".to_owned();
        }
        let projects =
            if self.n_projects == 1 { "1 project".to_owned() } else { format!("{} projects", self.n_projects) };
        let read = if self.n_read == 1 { "was read" } else { "were read" };
        let unread = match self.n_unread {
            0 => String::new(),
            1 => "; 1 could not be and is in its table of problems".to_owned(),
            n => format!("; {n} could not be and are in its table of problems"),
        };
        format!("The data set was written, of {projects}, {} of which {read}{unread}", self.n_read)
    }
}
