use super::*;
use crate::edit::Fix;
use crate::figures::Ledger;
use crate::model::{
    Anchored, Annotation, AnnotationId, Article, Category, Change, Conflict, Details, FieldPath, FieldValue, Person,
    Project, ProjectParts, ProjectSettings, QuoteKind, Quotes, RecordList, Source, SourceField, SourceId, Span, Spans,
    Status, Text, fixture,
};
use std::sync::Arc;

mod properties;
mod updates;

/// The project of an example: a caret fixture and lines as `2 scope.of = #1`,
/// `source 1 name = The office`, `published = 2026-03-14`, `four_eyes = true`,
/// `1 approved = Tomas Reed`, `1 conflict figure.low = 17`.
///
/// Words rest on their first occurrence in the article; `~` before them makes them typed ones.
pub fn example(article: &str, records: &[&str]) -> Project {
    let mut project = fixture::project(article);
    records.iter().for_each(|line| put(&mut project, line));
    project
}

/// Makes what a line says so.
fn put(project: &mut Project, line: &str) {
    let (place, value) = line.split_once(" = ").unwrap_or_else(|| panic!("no value in {line}"));
    match place.split_once(' ') {
        None if place == "four_eyes" => {
            let settings = ProjectSettings { four_eyes: value == "true", ..ProjectSettings::default() };
            project.apply(Change::ReplaceSettings(settings)).unwrap();
        }
        None => publish(project, value),
        Some(("source", place)) => describe(project, place, value),
        Some((mark, path)) => {
            let id = AnnotationId::from_u64(mark.parse().unwrap());
            match path.strip_prefix("conflict ") {
                Some(path) => dispute(project, id, path, value),
                None if path == "approved" => approve(project, id, value),
                None => fill(project, id, path, value),
            }
        }
    }
}

fn publish(project: &mut Project, day: &str) {
    let mut card = project.article().card.clone();
    card.published = Some(day.parse().unwrap());
    project.apply(Change::ReplaceCard(Box::new(card))).unwrap();
}

fn approve(project: &mut Project, id: AnnotationId, judge: &str) {
    let annotation = Annotation::clone(project.annotation(id).unwrap());
    let approved = Annotation { status: Status::Approved, judge: Person::new(judge), ..annotation };
    project.apply(Change::Replace(Arc::new(approved))).unwrap();
}

/// Leaves open whether a field holds what it does or, as in the other file, `value`.
fn dispute(project: &mut Project, id: AnnotationId, path: &str, value: &str) {
    let mut other = project.clone();
    fill(&mut other, id, path, value);
    let (base, theirs) = (project.annotation(id).cloned(), other.annotation(id).cloned());
    let mut conflicts = project.conflicts().to_vec();
    conflicts.push(Conflict::Annotation { id, parts: vec![path.parse().unwrap()], base, theirs });
    project.apply(Change::ReplaceConflicts(conflicts)).unwrap();
}

fn describe(project: &mut Project, place: &str, value: &str) {
    let (id, field) = place.split_once(' ').unwrap();
    let id = SourceId::from_u64(id.parse().unwrap());
    let field = SourceField::ALL.into_iter().find(|known| known.label().to_lowercase() == field).unwrap();
    let mut source = project.sources().get(id).cloned().unwrap_or(Source::named(id, ""));
    let value = match source.field(field) {
        FieldValue::Choice(list, _) => {
            FieldValue::Choice(list, list.terms.iter().position(|term| term.name == value).unwrap())
        }
        _ => FieldValue::Text(value.to_owned()),
    };
    source.set_field(field, value);
    let sources = project.sources().with(source);
    project.apply(Change::ReplaceSources(sources)).unwrap();
}

fn fill(project: &mut Project, id: AnnotationId, written: &str, value: &str) {
    let mut annotation = Annotation::clone(project.annotation(id).unwrap());
    let path: FieldPath = written.parse().unwrap_or_else(|()| panic!("no field {written}"));
    if let Some(item) = path.item().filter(|_| annotation.field(path).is_none()) {
        let list = RecordList::of(annotation.category()).iter().find(|list| written.starts_with(list.name())).unwrap();
        annotation.details.add_item(list.unknown(item));
    }
    let text = &project.article().text;
    let words = |words: &str| match (words.strip_prefix('~'), text.find(words)) {
        (Some(typed), _) => Anchored::typed(typed),
        (None, Some(at)) => Anchored::taken(text, Span::new(at, at + words.len()).unwrap()),
        (None, None) => panic!("“{words}” are no words of the article"),
    };
    let mark = || AnnotationId::from_u64(value.trim_start_matches('#').parse().unwrap());
    let value = match annotation.field(path).unwrap_or_else(|| panic!("no field {written}")) {
        FieldValue::Words(_) => FieldValue::Words(Some(words(value))),
        FieldValue::Text(_) => FieldValue::Text(value.to_owned()),
        FieldValue::Choice(list, _) => {
            let term = list.terms.iter().position(|term| term.name == value);
            FieldValue::Choice(list, term.unwrap_or_else(|| panic!("no term {value}")))
        }
        FieldValue::Number(_) => FieldValue::Number(Some(value.parse().unwrap())),
        FieldValue::Size(_) => FieldValue::Size(Some(value.parse().unwrap())),
        FieldValue::Source(_) => FieldValue::Source(Some(SourceId::from_u64(value.parse().unwrap()))),
        FieldValue::Mark(_) => FieldValue::Mark(Some(mark())),
    };
    annotation.set_field(path, value).unwrap();
    project.apply(Change::Replace(Arc::new(annotation))).unwrap();
}

/// What a check says about all annotations of an example.
pub fn whys(check: &Check, article: &str, records: &[&str]) -> Vec<String> {
    found(check, &example(article, records)).into_iter().map(|found| found.why).collect()
}

fn found(check: &Check, project: &Project) -> Vec<Finding> {
    let civilians = basis::civilians(&project.article().text);
    let basis = CheckBasis::of(project, &civilians);
    let ledger = Ledger::of(project);
    let across = across::Across::of(project, &ledger);
    let context = CheckContext::of(project, &ledger, &across);
    let mut found = Vec::new();
    for annotation in project.annotations() {
        check.alone(&basis, annotation, &mut found);
        check.linked(&context, annotation, &mut found);
    }
    found
}

/// What a check says about a direct quote around each span of which `[` and `]` stand.
pub fn said(check: &Check, marked: &str) -> Option<String> {
    found(check, &quote(marked)).pop().map(|found| found.why)
}

/// The fix that a check offers for such a quote.
pub fn offered(check: &Check, marked: &str) -> Option<Fix> {
    found(check, &quote(marked)).pop()?.fix
}

/// A project with one direct quote, around each span of which `[` and `]` stand.
fn quote(marked: &str) -> Project {
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
    let (id, author) = (AnnotationId::from_u64(1), Person::new("Ines Varga").unwrap());
    let mut annotation = Annotation::draft(id, Spans::new(spans).unwrap(), Category::Quotes, author);
    annotation.details = Details::Quotes(Quotes { kind: QuoteKind::Direct, ..Default::default() });
    let article = Article { text: Text::new(text), card: Default::default() };
    Project::from_parts(ProjectParts { annotations: vec![annotation], ..ProjectParts::of(article) }).unwrap()
}

#[test]
fn checks_are_sorted_and_none_is_listed_twice() {
    assert!(CHECKS.is_sorted_by(|a, b| a.kind < b.kind));
}

#[test]
fn every_check_finds_one_problem_in_its_example_and_none_in_the_other() {
    for check in CHECKS {
        let [fires, silent] =
            [check.fires, check.silent].map(|shown| found(check, &example(shown.article, shown.records)));
        assert_eq!(fires.len(), 1, "{}: {fires:?}", check.kind);
        assert_eq!(silent, [], "{}", check.kind);
    }
}

#[test]
fn the_gravest_problem_of_an_annotation_comes_first() {
    let project = example("He said: “We left all.\n         ^^^^^^^^^ Quotes", &["1 kind = Direct"]);
    let found: Vec<_> = problems(&project, &[]).iter().map(|problem| (problem.severity, problem.kind)).collect();
    let expected =
        [(Severity::Error, "QuoteMarks"), (Severity::Warning, "EdgeSpace"), (Severity::Warning, "QuoteSource")];
    assert_eq!(found, expected);
}
