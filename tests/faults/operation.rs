use std::path::Path;
use std::sync::Arc;

use newsmark::store::Disk;

/// How a trial ended, after the operation did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The program lived on: all that it said must be true.
    Lived,
    /// It was killed on the way: nothing may be harmed, and what it had said before must be true.
    Killed,
    /// The power failed on the way, or after it: what it had said to last must be there.
    PowerLost,
}

/// What an operation said, to be asked of the folder: an error says what is not true.
pub type Claim = Box<dyn FnOnce(&Path, Ending) -> Result<(), String>>;

/// The operation itself, in a folder and on a disk.
type Run = Box<dyn Fn(&Path, Arc<dyn Disk>) -> Claim>;
/// The same where nothing goes wrong.
type Again = Box<dyn Fn(&Path, Arc<dyn Disk>) -> Result<(), String>>;

/// An operation that writes into a folder.
pub struct Operation {
    pub name: &'static str,
    /// Makes what is there before.
    pub prepare: Box<dyn Fn(&Path)>,
    /// Does it.
    pub run: Run,
    /// Does it once more, on a disk that is sound: nothing that failed before may hinder it.
    pub again: Again,
    /// The names that may be in the folder after that.
    pub files: Vec<&'static str>,
    /// Whether files can change places on the disk.
    pub has_exchange: bool,
}

impl Operation {
    /// Asks that nothing but the operation's own files is in the folder.
    pub fn check_litter(&self, folder: &Path) -> Result<(), String> {
        let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let litter: Vec<_> = names.filter(|name| !self.files.iter().any(|file| name == file)).collect();
        if litter.is_empty() { Ok(()) } else { Err(format!("{litter:?} stayed")) }
    }
}
