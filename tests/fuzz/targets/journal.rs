use std::fs;
use std::path::Path;

use newsmark::check::findings;
use newsmark::edit::{OpenProject, Selection};
use newsmark::model::{AnnotationId, Category, FieldPath, FieldValue, Person, Project, Span, Time};
use newsmark::store::{FileBytes, Journal, LockOwner, RealDisk, parse, recover, recoverable};

use super::project::is_kept;
use super::{Target, kind, rough, words};
use crate::corpus::files;
use crate::parts::{head, joined, parts};

pub const TARGET: Target = Target { name: "journal", corpus: "journal", seeds, words: words::OF_FILES, run };

/// The machine on which the program of all journals ended.
const MACHINE: &str = "desk";

/// What a program leaves behind that ends in the middle: every file's name in a line, then the file.
fn seeds() -> Vec<Vec<u8>> {
    let projects = files("corpus", "project");
    projects.iter().filter_map(|(_, bytes)| left_behind(bytes)).collect()
}

fn left_behind(bytes: &[u8]) -> Option<Vec<u8>> {
    let project = parse(bytes).ok()?.project;
    let folder = tempfile::tempdir().unwrap();
    let bytes = FileBytes::new(bytes.to_vec());
    let holder = LockOwner { person: "Ines Varga".to_owned(), machine: MACHINE.to_owned(), process: 1, since: Time(7) };
    let journal = Journal::begin(RealDisk::shared(), folder.path(), None, bytes, &project, &holder).unwrap();
    journal.append(&edited(project)?.take_log()).unwrap();
    drop(journal);
    let named = |entry: std::io::Result<fs::DirEntry>| {
        let entry = entry.unwrap();
        let content = fs::read(entry.path()).unwrap();
        [entry.file_name().to_str().unwrap().as_bytes(), b"\n", &content].concat()
    };
    let mut files: Vec<_> = fs::read_dir(folder.path()).unwrap().map(named).collect();
    files.sort();
    Some(joined(&files))
}

/// The project after a morning's work.
fn edited(project: Project) -> Option<OpenProject> {
    let author = Person::new("Ines Varga")?;
    let mut open = OpenProject::new(project, true);
    let end = open.project().article().text.char_indices().nth(9)?.0;
    for (n, category) in Category::ALL.into_iter().enumerate() {
        let time = Time(n as i64);
        open.selection = Selection::of(Span::new(0, end)?);
        let id = AnnotationId::from_u64(77 + n as u64);
        open.mark_exactly(category, id, author.clone(), time).ok()?;
        for note in ["W", "Wh", "Who?"] {
            open.set_field(id, FieldPath::Note, FieldValue::Text(note.to_owned()), time).ok()?;
        }
    }
    open.undo(Time(9)).ok()?;
    open.redo(Time(10)).ok()?;
    open.delete(AnnotationId::from_u64(77), Time(11)).ok()?;
    Some(open)
}

/// What was left behind is offered or told, and what is recovered is a sound project.
fn run(input: &[u8]) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    for part in parts(input).into_iter().take(6) {
        let (name, content) = head(part);
        write(folder.path(), name, content);
    }
    let disk = RealDisk::shared();
    let found = recoverable(&disk, folder.path(), MACHINE).unwrap();
    let mut outcome = Vec::new();
    for recovery in &found {
        let (holder, step) = (recovery.lock_owner().is_some(), recovery.last_step().map(str::len));
        match recover(recovery) {
            Ok(recovered) => {
                is_kept(&recovered.project);
                findings(&recovered.project, &[]);
                outcome.push((holder, step.is_some(), rough(recovered.entries.len()), recovered.warnings.len()));
            }
            Err(error) => {
                assert!(error.to_string().len() < 1000, "an error is very long");
                outcome.push((holder, step.is_some(), 99, 99));
            }
        }
    }
    kind(outcome)
}

/// Writes a file into the folder, and nowhere else, whatever its name says.
fn write(folder: &Path, name: &[u8], content: &[u8]) {
    let name: String =
        String::from_utf8_lossy(name).chars().filter(|c| !matches!(c, '/' | '\\' | '\0')).take(80).collect();
    if !matches!(name.as_str(), "" | "." | "..") {
        // A name that the file system refuses is no input.
        let _ = fs::write(folder.join(name), content);
    }
}
