//! Libraries on a disk: what is listed, what is left to do in it, and what is found.

mod counting;
mod listing;
mod searching;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::{Library, LibraryEntry, ScanObserver, scan};
use crate::model::{Anchored, Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Time};
use crate::model::{FieldPath, FieldValue, Source, SourceId, Sources, Span, Status, Text};
use crate::store::{Expected, save};

/// Long after every file of a test was written.
const LATER: Time = Time(i64::MAX);

/// A project of that text; each mark with its category, who made it and how far it has come.
fn project(title: &str, text: &str, marks: &[(&str, Category, Status)]) -> Project {
    let text = Text::new(text.to_owned());
    let of = |(n, (words, category, status)): (usize, &(&str, Category, Status))| {
        let start = text.find(words).expect("the words are in the text");
        let author = Person::new("Ines Varga").unwrap();
        let span = Span::new(start, start + words.len()).unwrap();
        Annotation { status: *status, ..Annotation::draft(AnnotationId::from_u64(n as u64), span, *category, author) }
    };
    let annotations = marks.iter().enumerate().map(of).collect();
    let card = Card { title: Anchored::typed(title), outlet: "Valley Radio".to_owned(), ..Card::default() };
    Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(Article { text, card }) }).unwrap()
}

fn put(folder: &Path, name: &str, project: &Project) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    save(project, &path, Expected::Anything).unwrap();
}

fn scanned(folder: &Path, known: &[Arc<LibraryEntry>]) -> Library {
    scan(folder, known, LATER, ScanObserver::PATIENT).unwrap().unwrap()
}

fn named<'l>(library: &'l Library, name: &str) -> &'l Arc<LibraryEntry> {
    library.entries.iter().find(|entry| entry.path == library.folder.join(name)).expect("it is listed")
}
