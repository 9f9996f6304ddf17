use std::sync::Arc;

use crate::model::{Annotation, FieldPath, Part};

/// A mark as each side has it.
#[derive(Clone, Debug)]
pub struct Aligned {
    /// Each side's, in common terms but with its own id; `None` where a side has none.
    pub marks: Vec<Option<Arc<Annotation>>>,
    /// In what those differ that there are, but for their status.
    pub parts: Vec<Part>,
}

impl Aligned {
    /// The sides that have the mark, each with it.
    pub fn present(&self) -> impl Iterator<Item = (usize, &Arc<Annotation>)> {
        self.marks.iter().enumerate().filter_map(|(side, mark)| Some((side, mark.as_ref()?)))
    }

    /// The mark of the first side that has one.
    pub fn first(&self) -> Option<&Arc<Annotation>> {
        self.marks.iter().flatten().next()
    }

    /// Whether every side has it.
    pub fn is_everywhere(&self) -> bool {
        self.marks.iter().all(Option::is_some)
    }

    /// Whether every side has it and all say the same.
    pub fn is_agreed(&self) -> bool {
        self.is_everywhere() && self.parts.is_empty()
    }
}

/// In what the marks of a row differ as a person reads them.
pub(super) fn parts(row: &Aligned) -> Vec<Part> {
    let mut marks = row.marks.iter().flatten();
    let Some(first) = marks.next() else { return Vec::new() };
    let mut parts: Vec<Part> = Vec::new();
    for mark in marks {
        let differs = |part: &Part| match *part {
            // How far each person has come with a mark is no disagreement about it.
            Part::Status => false,
            Part::Field(path) => !reads_alike(first, mark, path),
            Part::Boundary | Part::Category => true,
        };
        let differing = first.differing(mark).into_iter().filter(differs);
        parts = differing.fold(parts, |mut parts, part| {
            if !parts.contains(&part) {
                parts.push(part);
            }
            parts
        });
    }
    parts
}

/// Whether a person reads the same in both.
pub(super) fn reads_alike(one: &Annotation, other: &Annotation, path: FieldPath) -> bool {
    match (one.field(path), other.field(path)) {
        (Some(one), Some(other)) => one.reads_as(&other),
        (one, other) => one.is_none() && other.is_none(),
    }
}
