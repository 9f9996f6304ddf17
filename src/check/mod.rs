//! Problems of a project: what an editor would want to know before it is used.
//!
//! Each check is a file, listed once in [`CHECKS`]. A check looks at one
//! annotation, with the project around it, and changes nothing; many offer a
//! [`Fix`](crate::edit::Fix). What reading a project file found out comes as
//! the store's warnings and is told in the same list.

mod announced;
mod approved_by_editor;
mod bounds_order;
mod civilian_unsaid;
mod claim_number_differs;
mod context;
mod counted_twice;
mod cumulative_as_event;
mod cycles;
mod dead_link;
mod edge_space;
mod edge_word;
mod evidence_missing;
mod exact_bounds;
mod figure_outside;
mod figure_unreadable;
mod figures;
mod figures_conflict;
mod found;
mod groups_above_whole;
mod harm_from_casualties;
mod households_as_persons;
mod merge_conflict;
mod no_such_date;
mod parts_above_whole;
mod parts_overlap;
mod problem;
mod quote_marks;
mod quote_source;
mod reading;
mod relative_date;
mod same_incident;
mod scope_cycle;
mod source_undescribed;
mod stock_and_flow;
#[cfg(test)]
mod tests;
mod too_large;
mod twins;
mod unattributed;
mod uncounted;
mod wording;

pub use context::Context;
pub use found::{Check, Example, Found};
pub use problem::{Dismissed, Problem, Severity};

use crate::figures::Ledger;
use crate::model::Project;
use crate::store::Warning;

/// All checks, sorted by kind.
pub static CHECKS: &[Check] = &[
    announced::CHECK,
    approved_by_editor::CHECK,
    bounds_order::CHECK,
    civilian_unsaid::CHECK,
    claim_number_differs::CHECK,
    counted_twice::CHECK,
    cumulative_as_event::CHECK,
    dead_link::CHECK,
    edge_space::CHECK,
    edge_word::CHECK,
    evidence_missing::CHECK,
    exact_bounds::CHECK,
    figure_outside::CHECK,
    figure_unreadable::CHECK,
    figures_conflict::CHECK,
    groups_above_whole::CHECK,
    harm_from_casualties::CHECK,
    households_as_persons::CHECK,
    merge_conflict::CHECK,
    no_such_date::CHECK,
    parts_above_whole::CHECK,
    parts_overlap::CHECK,
    quote_marks::CHECK,
    quote_source::CHECK,
    relative_date::CHECK,
    same_incident::CHECK,
    scope_cycle::CHECK,
    source_undescribed::CHECK,
    stock_and_flow::CHECK,
    too_large::CHECK,
    unattributed::CHECK,
    uncounted::CHECK,
];

/// The kind of the problem that every annotation without a place is.
const UNPLACED: &str = "Unplaced";

/// What was found in a project, told apart by what its editors decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// What is to be looked at.
    pub problems: Vec<Problem>,
    /// What an editor decided is no problem.
    pub dismissed: Vec<Dismissed>,
    /// What the records add up to, which the checks rest on.
    pub ledger: Ledger,
}

/// Everything that is found in a project and by the reading of its file, both
/// lists in one order: what is about the article, then annotation by annotation
/// in the order of the text, then the annotations without a place; the gravest
/// of each first.
pub fn findings(project: &Project, warnings: &[Warning]) -> Findings {
    let mut found: Vec<Problem> = warnings.iter().filter_map(reading::problem).collect();
    let (checked, ledger) = checked(project);
    found.extend(checked);
    found.extend(project.unplaced().iter().map(|kept| Problem {
        severity: Severity::Error,
        kind: UNPLACED,
        annotation: Some(kept.id),
        field: None,
        why: "Its words were not found in the article for certain; it is kept without a place".to_owned(),
        fix: None,
    }));
    found.extend(merge_conflict::beside_the_marks(project));
    let place = |problem: &Problem| match problem.annotation {
        None => 0,
        Some(id) => project.place(id).map_or(usize::MAX, |place| place + 1),
    };
    found.sort_by_cached_key(|problem| (place(problem), problem.severity));
    let mut findings = Findings { ledger, ..Findings::default() };
    for problem in found {
        let annotation = problem.annotation.and_then(|id| project.annotation(id));
        let mut dismissals = annotation.iter().flat_map(|annotation| &annotation.dismissed);
        match dismissals.find(|dismissal| problem.is_dismissed_by(dismissal)) {
            Some(dismissal) => findings.dismissed.push(Dismissed { dismissal: dismissal.clone(), problem }),
            None => findings.problems.push(problem),
        }
    }
    findings
}

/// The problems of [`findings`].
pub fn problems(project: &Project, warnings: &[Warning]) -> Vec<Problem> {
    findings(project, warnings).problems
}

/// What the checks find, annotation by annotation, and the ledger that they asked.
fn checked(project: &Project) -> (Vec<Problem>, Ledger) {
    let context = Context::of(project);
    let mut problems = Vec::new();
    let mut found = Vec::new();
    for annotation in project.annotations() {
        for check in CHECKS {
            (check.run)(&context, annotation, &mut found);
            problems.extend(found.drain(..).map(|Found { field, why, fix, is_note }| Problem {
                severity: if is_note { Severity::Note } else { check.severity },
                kind: check.kind,
                annotation: Some(annotation.id),
                field,
                why,
                fix,
            }));
        }
    }
    (problems, context.ledger)
}
