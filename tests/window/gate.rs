//! A disk on which the writing of some files hangs, fails or panics until that is over.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};

use newsmark::store::testing::AlteredDisk;
use newsmark::store::{Access, Disk, RealDisk};

/// What becomes of the writing of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It waits until the trouble is over.
    Hangs,
    /// It fails: the disk is full.
    Fails,
    /// The thread that writes panics.
    Panics,
}

/// The machine's disk with trouble for the files whose names contain some words.
#[derive(Debug, Default)]
pub struct Gate {
    trouble: Mutex<Option<(String, Trouble)>>,
    is_over: Condvar,
}

impl Gate {
    /// A disk without trouble.
    pub fn new() -> Arc<Gate> {
        Arc::default()
    }

    /// From here on files of that name are in trouble, and no others.
    pub fn set(&self, name: &str, trouble: Trouble) {
        *self.trouble.lock().unwrap() = Some((name.to_owned(), trouble));
    }

    /// From here on no file is.
    pub fn end(&self) {
        *self.trouble.lock().unwrap() = None;
        self.is_over.notify_all();
    }

    fn pass(&self, path: &Path) -> io::Result<()> {
        let mut trouble = self.trouble.lock().unwrap();
        loop {
            let meant = trouble.as_ref().filter(|(name, _)| path.to_string_lossy().contains(name.as_str()));
            match meant.map(|(_, trouble)| *trouble) {
                None => return Ok(()),
                Some(Trouble::Fails) => return Err(io::ErrorKind::StorageFull.into()),
                Some(Trouble::Panics) => {
                    drop(trouble);
                    panic!("on purpose");
                }
                Some(Trouble::Hangs) => trouble = self.is_over.wait(trouble).unwrap(),
            }
        }
    }
}

impl AlteredDisk for Gate {
    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        self.pass(path)?;
        RealDisk.create(path, access)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        // A file that is only removed is meant by its whole name alone.
        let is_meant = |(name, _): &(String, Trouble)| path.file_name().is_some_and(|found| found == name.as_str());
        if self.trouble.lock().unwrap().as_ref().is_some_and(is_meant) {
            self.pass(path)?;
        }
        RealDisk.remove(path)
    }
}
