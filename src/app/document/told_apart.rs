use std::collections::BTreeMap;

use crate::model::{Annotation, Annotations, Person, Status};

use crate::app::command::MarkFilter;

/// The statuses and the authors of marks, by which people tell them apart.
///
/// It counts the marks of each, so that a mark that comes or goes costs itself.
#[derive(Clone, Debug, Default)]
pub struct ToldApart {
    of: Annotations,
    statuses: [usize; Status::ALL.len()],
    authors: BTreeMap<Person, usize>,
    mark_filters: Vec<MarkFilter>,
}

impl ToldApart {
    /// The statuses and the authors, each where there is more than one.
    pub fn mark_filters(&self) -> &[MarkFilter] {
        &self.mark_filters
    }

    /// The same of these marks, which costs what differs.
    pub fn caught_up(&self, annotations: &Annotations) -> ToldApart {
        let mut next = self.clone();
        // Annotations are shared in pieces, so that this copies pointers, and only what differs is counted.
        next.of = annotations.clone();
        // Added before taken: the author of a single mark that changed would else be dropped and put back.
        annotations.not_shared_with(&self.of).for_each(|mark| next.add(mark));
        self.of.not_shared_with(annotations).for_each(|mark| next.take(mark));
        let statuses = Status::ALL.iter().copied().filter(|status| next.statuses[*status as usize] > 0);
        let statuses: Vec<_> = statuses.map(MarkFilter::Status).collect();
        let authors: Vec<_> = next.authors.keys().cloned().map(MarkFilter::Author).collect();
        next.mark_filters =
            // One status or one author tells nothing apart.
            [statuses, authors].into_iter().filter(|mark_filters| mark_filters.len() > 1).flatten().collect();
        next
    }

    fn add(&mut self, mark: &Annotation) {
        self.statuses[mark.status as usize] += 1;
        match self.authors.get_mut(&mark.author) {
            Some(n_marks) => *n_marks += 1,
            None => drop(self.authors.insert(mark.author.clone(), 1)),
        }
    }

    fn take(&mut self, mark: &Annotation) {
        self.statuses[mark.status as usize] -= 1;
        if let Some(n_marks) = self.authors.get_mut(&mark.author) {
            *n_marks -= 1;
            if *n_marks == 0 {
                self.authors.remove(&mark.author);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{AnnotationId, Category, Change, Span};
    use crate::store::samples::project_of;

    #[test]
    fn marks_are_told_apart_by_what_there_is_more_than_one_of_as_they_come_and_go() {
        let mut project = project_of(&"a".repeat(2000), &[]);
        let mut told = ToldApart::default();
        let mark = |n: u64, author: &str, status| {
            let span = Span::new(n as usize, n as usize + 1).unwrap();
            let draft =
                Annotation::draft(AnnotationId::from_u64(n), span, Category::Quotes, Person::new(author).unwrap());
            Change::Insert(Arc::new(Annotation { status, ..draft }))
        };
        for n in 1..600 {
            project.apply(mark(n, "Ines Varga", Status::Draft)).unwrap();
        }
        told = told.caught_up(project.annotations());
        assert_eq!(told.mark_filters(), []);
        let inverse = project.apply(mark(700, "Tomas Reed", Status::Approved)).unwrap();
        told = told.caught_up(project.annotations());
        let authors = ["Ines Varga", "Tomas Reed"].map(|name| MarkFilter::Author(Person::new(name).unwrap()));
        let statuses = [Status::Draft, Status::Approved].map(MarkFilter::Status);
        assert_eq!(told.mark_filters(), [statuses.as_slice(), authors.as_slice()].concat());
        project.apply(inverse).unwrap();
        told = told.caught_up(project.annotations());
        assert_eq!(told.mark_filters(), []);
    }
}
