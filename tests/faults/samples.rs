//! A project and what is done to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use newsmark::edit::{Entry, EntryKind};
use newsmark::model::{Annotation, AnnotationId, Article, Card, Category, Change, Person, Project, Span, Text, Time};
use newsmark::store::Printed;

/// A project with marks of these numbers, from 1 to 9: each covers a character of its own.
pub fn project(marks: &[u64]) -> Project {
    let text = Text::new("At least 12 people died.".to_owned());
    let mut project = Project::new(Article { text, card: Card::default() });
    for mark in marks {
        project.apply(change(*mark)).unwrap();
    }
    project
}

pub fn printed(marks: &[u64]) -> Printed {
    Printed::of(&project(marks))
}

/// The numbers of the project's marks.
pub fn marks(project: &Project) -> BTreeSet<u64> {
    (1..10).filter(|mark| project.annotation(AnnotationId::from_u64(*mark)).is_some()).collect()
}

pub fn entry(mark: u64) -> Entry {
    Entry { kind: EntryKind::Do, step: format!("mark {mark}"), change: change(mark), time: Time(1_773_489_700) }
}

fn change(mark: u64) -> Change {
    let at = mark as usize;
    let span = Span::new(at, at + 1).unwrap();
    let author = Person::new("Ines Varga").unwrap();
    Change::Insert(Arc::new(Annotation::draft(AnnotationId::from_u64(mark), span, Category::Casualties, author)))
}
