//! Putting bytes in a file's place: the file holds the old bytes or the new ones, and which is said.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use newsmark::store::{Disk, Expected, Printed, SaveError};

use super::operation::{Claim, Ending, Operation};
use super::samples::printed;

/// Writes the file on the disk, on expecting what is there or whatever is; says whether it will last.
type Write = fn(&dyn Disk, &Path, is_again: bool) -> Result<bool, SaveError>;

/// An operation that puts `new` in the place of `old`, if any, as the file of that name.
pub fn in_place(name: &'static str, file: &'static str, old: Option<Vec<u8>>, new: Vec<u8>, write: Write) -> Operation {
    let before = old.clone();
    let prepare = move |folder: &Path| {
        if let Some(old) = &before {
            fs::write(folder.join(file), old).unwrap();
        }
    };
    let run = move |folder: &Path, disk: Arc<dyn Disk>| {
        let outcome = write(&*disk, &folder.join(file), false).map_err(|error| error.to_string());
        let (old, new) = (old.clone(), new.clone());
        let claim = move |folder: &Path, ending: Ending| {
            let found = fs::read(folder.join(file)).ok();
            let allowed = match (&outcome, ending) {
                (Ok(_), Ending::Lived) | (Ok(true), Ending::PowerLost) => vec![Some(new)],
                (Err(_), Ending::Lived) => vec![old],
                _ => vec![old, Some(new)],
            };
            if allowed.contains(&found) {
                return Ok(());
            }
            let found = found.map_or("nothing".to_owned(), |found| String::from_utf8_lossy(&found).into_owned());
            Err(format!("{ending:?} after {outcome:?}, and the file holds {found}"))
        };
        Box::new(claim) as Claim
    };
    let again = move |folder: &Path, disk: Arc<dyn Disk>| {
        write(&*disk, &folder.join(file), true).map(drop).map_err(|error| error.to_string())
    };
    Operation {
        name,
        prepare: Box::new(prepare),
        run: Box::new(run),
        again: Box::new(again),
        files: vec![file],
        has_exchange: true,
    }
}

/// What stands in the file before, and what is saved.
pub fn old() -> Printed {
    printed(&[1])
}

pub fn new() -> Printed {
    printed(&[1, 2])
}

fn save(disk: &dyn Disk, path: &Path, expected: Expected) -> Result<bool, SaveError> {
    new().save_on(disk, path, expected).map(|saved| saved.durable)
}

pub fn save_new(disk: &dyn Disk, path: &Path, is_again: bool) -> Result<bool, SaveError> {
    save(disk, path, if is_again { Expected::Anything } else { Expected::Nothing })
}

pub fn save_over(disk: &dyn Disk, path: &Path, is_again: bool) -> Result<bool, SaveError> {
    save(disk, path, if is_again { Expected::Anything } else { Expected::Digest(old().digest()) })
}

fn save_as(disk: &dyn Disk, path: &Path, _: bool) -> Result<bool, SaveError> {
    save(disk, path, Expected::Anything)
}

pub fn operations() -> Vec<Operation> {
    let bytes = |printed: Printed| printed.as_bytes().to_vec();
    let (old, new) = (|| Some(bytes(old())), || bytes(new()));
    let without_exchange = |operation| Operation { has_exchange: false, ..operation };
    let mut operations = vec![
        in_place("save a new project", "a.ron", None, new(), save_new),
        in_place("save over", "a.ron", old(), new(), save_over),
        in_place("save as another's file", "a.ron", old(), new(), save_as),
        without_exchange(in_place("save a new project on a share", "a.ron", None, new(), save_new)),
        without_exchange(in_place("save over on a share", "a.ron", old(), new(), save_over)),
        without_exchange(in_place("save as another's file on a share", "a.ron", old(), new(), save_as)),
    ];
    #[cfg(unix)]
    operations.push(Operation {
        files: vec!["a.ron", "link.ron"],
        prepare: Box::new(|folder| {
            fs::write(folder.join("a.ron"), self::old().as_bytes()).unwrap();
            std::os::unix::fs::symlink("a.ron", folder.join("link.ron")).unwrap();
        }),
        ..in_place("save through a link", "link.ron", old(), new(), save_over)
    });
    operations
}
