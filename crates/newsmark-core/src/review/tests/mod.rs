//! Projects of the same few sentences, each as somebody else marked them.

mod adjudicating;
mod agreeing;
mod comparing;
mod other_texts;
mod taking_up;
mod totals_impacts;

use std::sync::Arc;

use crate::model::{
    Anchored, Annotation, AnnotationId, Casualties, Category, Change, Details, FieldPath, FieldValue, Figure,
    FigurePart, Harm, Person, Project, Qualifier, Scope, ScopeKind, Source, SourceId, Unit, fixture,
};
use crate::review::{Comparison, Difference};

/// A comparison of projects called A, B, C.
fn compared(projects: Vec<Project>) -> Comparison {
    let names = ["A", "B", "C"].map(str::to_owned);
    Comparison::of(names.into_iter().zip(projects).collect()).unwrap()
}

/// The fixture with other ids for its marks, by `person`.
fn by(person: &str, ids: u64, fixture: &str) -> Project {
    let mut project = fixture::project(fixture);
    let person = Person::new(person).unwrap();
    let marks: Vec<Arc<Annotation>> = project.annotations().iter().cloned().collect();
    for (n, mark) in marks.iter().enumerate() {
        project.apply(Change::Remove(mark.id)).unwrap();
        let id = AnnotationId::from_u64(ids + n as u64);
        let mark = Annotation { id, author: person.clone(), editor: person.clone(), ..Annotation::clone(mark) };
        project.apply(Change::Insert(Arc::new(mark))).unwrap();
    }
    project
}

/// The project with its n-th mark changed.
fn with(mut project: Project, n: usize, change: impl FnOnce(&mut Annotation)) -> Project {
    let mut mark = Annotation::clone(&project.annotations()[n]);
    change(&mut mark);
    project.apply(Change::Replace(Arc::new(mark))).unwrap();
    project
}

/// The project with so many killed, and no fewer, in its n-th mark.
fn killed(project: Project, n: usize, number: u64) -> Project {
    with(project, n, |mark| {
        let figure = Figure {
            qualifier: Qualifier::Exact,
            low: Some(number),
            best: Some(number),
            high: Some(number),
            unit: Unit::Person,
            ..Figure::default()
        };
        let scope = Scope { kind: ScopeKind::Event, ..Scope::default() };
        mark.details = Details::Casualties(Casualties { harm: Harm::Killed, figure, scope, ..Default::default() });
    })
}

/// A difference as a person reads it: kind, field and what each side says.
fn told(comparison: &Comparison, difference: &Difference) -> String {
    let values: Vec<String> =
        comparison.values(difference).into_iter().map(|value| value.unwrap_or_else(|| "–".to_owned())).collect();
    let field = difference.field().map(|field| format!(" {field}")).unwrap_or_default();
    format!("{}{field}: {}", difference.kind().name(), values.join(" | "))
}

/// All differences, in their order.
fn all_told(comparison: &Comparison) -> Vec<String> {
    comparison.differences().iter().map(|difference| told(comparison, difference)).collect()
}
