//! Journals of real files: what a crash at any moment leaves, and what is recovered from it.

mod begun;
mod crashes;
mod damage;
mod disks;
mod exact;
mod letters;
mod proposals;
mod version_1;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Journal, Recovery, recoverable};
use crate::edit::{Entry, EntryKind};
use crate::model::{Change, Project, Time};
use crate::store::samples::{casualties, small_project};
use crate::store::{Disk, Expected, LockOwner, Printed, RealDisk, save};

pub fn ines() -> LockOwner {
    LockOwner { person: "Ines".to_owned(), machine: "desk-4".to_owned(), process: 1, since: Time(1_773_489_600) }
}

pub fn entry(step: &str, change: Change) -> Entry {
    Entry { kind: EntryKind::Do, step: step.to_owned(), change, time: Time(1_773_489_700) }
}

/// Marks the words under an id.
pub fn mark(project: &Project, id: u64, words: &str) -> Entry {
    let annotation = casualties(id, &project.article().text, &[words]);
    entry(&format!("mark {words}"), Change::Insert(Arc::new(annotation)))
}

pub fn with(project: &Project, entries: &[Entry]) -> Project {
    let mut project = project.clone();
    for entry in entries {
        project.apply(entry.change.clone()).unwrap();
    }
    project
}

pub struct Desk {
    pub folder: tempfile::TempDir,
    pub project: Project,
}

impl Desk {
    pub fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap(), project: small_project() }
    }

    pub fn journals(&self) -> PathBuf {
        self.folder.path().join("state")
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("a.ron")
    }

    pub fn begin(&self, project: Option<&Path>) -> Journal {
        self.begin_on(RealDisk::shared(), project).unwrap()
    }

    pub fn begin_on(&self, disk: Arc<dyn Disk>, project: Option<&Path>) -> std::io::Result<Journal> {
        let base = Printed::of(&self.project).into_file_bytes();
        Journal::begin(disk, &self.journals(), project, base, &self.project, &ines())
    }

    pub fn save(&self, project: &Project) {
        save(project, &self.path(), Expected::Anything).unwrap();
    }

    /// What the next start finds: exactly one journal.
    pub fn found(&self) -> Recovery {
        let mut found = recoverable(&RealDisk::shared(), &self.journals(), "desk-4").unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    /// What the next start would find if the program ended at this moment: a copy of the journal.
    pub fn copied(&self) -> Recovery {
        let copy = self.folder.path().join("copy");
        fs::create_dir_all(&copy).unwrap();
        for name in self.names("") {
            fs::copy(self.journals().join(&name), copy.join(&name)).unwrap();
        }
        let mut found = recoverable(&RealDisk::shared(), &copy, "desk-4").unwrap();
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    pub fn n_files(&self) -> usize {
        fs::read_dir(self.journals()).unwrap().count()
    }

    /// The journal with the least generation.
    pub fn first_journal(&self) -> PathBuf {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(self.journals()).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "journal"));
        paths.sort();
        paths.remove(0)
    }

    /// The files in the folder of journals, or one within it.
    pub fn names(&self, within: &str) -> Vec<String> {
        let entries = fs::read_dir(self.journals().join(within)).into_iter().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }
}
