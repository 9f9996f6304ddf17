//! Problems of a project: what an editor would want to know before it is used.
//!
//! Each check is a file, listed once in [`CHECKS`]. A check looks at one
//! annotation and changes nothing. What reading a project file found out comes
//! as the store's warnings and is told in the same list.

mod edge_space;
mod edge_word;
mod problem;
mod quote_marks;
mod quote_source;
mod reading;

pub use problem::{Problem, Severity};

use crate::model::{Annotation, FieldPath, Project, Text};
use crate::store::Warning;

/// One kind of problem.
pub struct Check {
    /// Its name in reports, which they keep.
    pub kind: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The field that it is about; `None` for the marked words themselves.
    pub field: Option<FieldPath>,
    /// What is wrong, in a sentence without a full stop; `None` where nothing is.
    pub run: fn(&Text, &Annotation) -> Option<String>,
}

/// All checks, sorted by kind.
pub static CHECKS: &[Check] = &[edge_space::CHECK, edge_word::CHECK, quote_marks::CHECK, quote_source::CHECK];

/// The kind of the problem that every annotation without a place is.
const UNPLACED: &str = "Unplaced";

/// Every problem of a project and of the reading of its file: those of the
/// article, then annotation by annotation in the order of the text, then the
/// annotations without a place; the gravest of each first.
pub fn problems(project: &Project, warnings: &[Warning]) -> Vec<Problem> {
    let text = &project.article().text;
    let mut problems: Vec<Problem> = warnings.iter().filter_map(reading::problem).collect();
    for annotation in project.annotations() {
        let found = CHECKS.iter().filter_map(|check| Some((check, (check.run)(text, annotation)?)));
        problems.extend(found.map(|(check, why)| Problem {
            severity: check.severity,
            kind: check.kind,
            annotation: Some(annotation.id),
            field: check.field,
            why,
        }));
    }
    problems.extend(project.unplaced().iter().map(|kept| Problem {
        severity: Severity::Error,
        kind: UNPLACED,
        annotation: Some(kept.id),
        field: None,
        why: "Its words were not found in the article for certain; it is kept without a place".to_owned(),
    }));
    let place = |problem: &Problem| match problem.annotation {
        None => 0,
        Some(id) => project.place(id).map_or(usize::MAX, |place| place + 1),
    };
    problems.sort_by_cached_key(|problem| (place(problem), problem.severity));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AnnotationId, Category, Details, Person, QuoteKind, Quotes, Sources, Span, Spans};

    /// A text in which `[` and `]` stand around each span of one direct quote.
    pub fn quote(marked: &str) -> (Text, Annotation) {
        let mut text = String::new();
        let mut starts = Vec::new();
        let mut spans = Vec::new();
        for c in marked.chars() {
            match c {
                '[' => starts.push(text.len()),
                ']' => spans.push(Span::new(starts.pop().unwrap(), text.len()).unwrap()),
                c => text.push(c),
            }
        }
        let (id, author) = (AnnotationId::mint(1), Person::new("Ines Varga").unwrap());
        let mut annotation = Annotation::draft(id, Spans::new(spans).unwrap(), Category::Quotes, author);
        annotation.details = Details::Quotes(Quotes { kind: QuoteKind::Direct, ..Default::default() });
        (Text::new(text), annotation)
    }

    /// What a check says about a text so marked.
    pub fn said(check: &Check, marked: &str) -> Option<String> {
        let (text, annotation) = quote(marked);
        (check.run)(&text, &annotation)
    }

    #[test]
    fn checks_are_sorted_and_none_is_listed_twice() {
        assert!(CHECKS.is_sorted_by(|a, b| a.kind < b.kind));
    }

    #[test]
    fn the_gravest_problem_of_an_annotation_comes_first() {
        let (text, annotation) = quote("He said: [“We left ]");
        let article = crate::model::Article { text, card: Default::default() };
        let project = Project::from_parts(article, Sources::default(), vec![annotation], Vec::new()).unwrap();
        let found: Vec<_> = problems(&project, &[]).iter().map(|problem| (problem.severity, problem.kind)).collect();
        let expected =
            [(Severity::Error, "QuoteMarks"), (Severity::Warning, "EdgeSpace"), (Severity::Warning, "QuoteSource")];
        assert_eq!(found, expected);
    }
}
