//! An open project with its journal: what was said to be in it is recovered, or stands in the project's file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use newsmark::model::Time;
use newsmark::store::{Disk, Expected, Journal, LockOwner, Printed, RealDisk, load, recover, recoverable};

use super::operation::{Claim, Ending, Operation};
use super::samples::{entry, marks, printed, project};

const MACHINE: &str = "desk-4";

/// What an open project said.
#[derive(Clone, Debug, Default)]
struct Said {
    /// The marks that the journal said to have, in order.
    kept: Vec<u64>,
    /// Those that it said to outlive a loss of power, with those of a save that said so.
    synced: Vec<u64>,
}

fn at(folder: &Path) -> (PathBuf, PathBuf) {
    (folder.join("a.ron"), folder.join("state"))
}

fn holder() -> LockOwner {
    LockOwner { person: "Ines".to_owned(), machine: MACHINE.to_owned(), process: 1, since: Time(1_773_489_600) }
}

/// Two marks, a save, two marks: then the program ends without a word.
fn run(folder: &Path, disk: &Arc<dyn Disk>) -> Said {
    let (path, state) = at(folder);
    let (base, mut said) = (project(&[]), Said::default());
    let printed_base = Printed::of(&base).into_file_bytes();
    let begun = Journal::begin(Arc::clone(disk), &state, Some(&path), printed_base.clone(), &base, &holder());
    let Ok(journal) = begun else { return said };
    let append = |said: &mut Said, mark: u64| {
        if journal.append(&[entry(mark)]).is_ok() {
            said.kept.push(mark);
        }
    };
    let sync = |said: &mut Said| {
        if journal.sync().is_ok() {
            said.synced.clone_from(&said.kept);
        }
    };
    append(&mut said, 1);
    append(&mut said, 2);
    sync(&mut said);
    let new = printed(&said.kept);
    let n_entries = said.kept.len() as u64;
    // As the window does: a journal that cannot be marked keeps nobody from saving.
    let _ = journal.mark_saving(&path, new.digest(), n_entries);
    if let Ok(saved) = new.save_on(&**disk, &path, Expected::Digest(printed_base.digest())) {
        if saved.durable {
            said.synced.clone_from(&said.kept);
        }
        let _ = journal.saved(&path, &new.into_file_bytes(), n_entries);
    }
    append(&mut said, 3);
    append(&mut said, 4);
    sync(&mut said);
    said
}

fn check(folder: &Path, said: &Said, ending: Ending) -> Result<(), String> {
    let (path, state) = at(folder);
    let file = load(&path).map_err(|error| error.to_string())?;
    let mut found: BTreeSet<u64> = marks(&file.project);
    for recovery in recoverable(&RealDisk::shared(), &state, MACHINE).map_err(|error| error.to_string())? {
        match recover(&recovery) {
            Ok(recovered) => found.extend(marks(&recovered.project)),
            Err(error) if ending == Ending::Lived => return Err(error.to_string()),
            Err(_) => {}
        }
    }
    let promised = if ending == Ending::PowerLost { &said.synced } else { &said.kept };
    if promised.iter().all(|mark| found.contains(mark)) {
        Ok(())
    } else {
        Err(format!("{ending:?} after {said:?}, and {found:?} were found"))
    }
}

pub fn operation() -> Operation {
    Operation {
        name: "work with a journal",
        prepare: Box::new(|folder| fs::write(at(folder).0, printed(&[]).as_bytes()).unwrap()),
        run: Box::new(|folder, disk| {
            let said = run(folder, &disk);
            Box::new(move |folder: &Path, ending: Ending| check(folder, &said, ending)) as Claim
        }),
        again: Box::new(|folder, disk| {
            let (path, state) = at(folder);
            for recovery in recoverable(&disk, &state, MACHINE).map_err(|error| error.to_string())? {
                recovery.discard().map_err(|error| error.to_string())?;
            }
            printed(&[]).save_on(&*disk, &path, Expected::Anything).map(drop).map_err(|error| error.to_string())
        }),
        files: vec!["a.ron", "state"],
        has_exchange: true,
    }
}
