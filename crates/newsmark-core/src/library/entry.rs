use std::path::{Path, PathBuf};

use super::Summary;
use crate::model::Time;
use crate::store::Stamp;

/// A project file in a library: one row.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryEntry {
    /// Where it is.
    pub path: PathBuf,
    /// Its length and times when it was read.
    pub stamp: Stamp,
    /// Whether the file had rested when it was read, so that the same stamp later on means the same file.
    pub is_settled: bool,
    /// What is in it, or the sentence that says why it cannot be read.
    pub holds: Result<Summary, String>,
    /// The project beside it that this one is a copy of, made by a program that keeps folders alike.
    pub copy_of: Option<PathBuf>,
}

impl LibraryEntry {
    /// What is in it; `None` where it cannot be read.
    pub fn summary(&self) -> Option<&Summary> {
        self.holds.as_ref().ok()
    }

    /// Whether both were read of one file in the same state.
    pub fn is_same_file(&self, other: &LibraryEntry) -> bool {
        // One that had not rested may have been written since with the same times.
        self.is_settled && other.is_settled && self.stamp == other.stamp && self.path == other.path
    }

    /// The file's name without its ending.
    pub fn name(&self) -> String {
        self.path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// What a row is called: the headline, else the file's name.
    pub fn title(&self) -> String {
        let title = self.summary().map(|summary| summary.title.split_whitespace().collect::<Vec<_>>().join(" "));
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.name())
    }

    /// When the file changed last.
    pub fn changed(&self) -> Time {
        self.stamp.time()
    }

    /// The folder that it is in, below the library's; empty in that itself.
    pub fn folder<'a>(&'a self, library: &Path) -> &'a Path {
        let folder = self.path.parent().unwrap_or(&self.path);
        folder.strip_prefix(library).unwrap_or(folder)
    }
}
