//! Problems of a project: what an editor would want to know before it is used.
//!
//! Each check is a file, listed once in [`CHECKS`]. A check looks at one
//! annotation, with the project around it, and changes nothing; many offer a
//! [`Fix`](crate::edit::Fix). What reading a project file found out comes as
//! the store's warnings and is told in the same list.

mod across;
mod announced;
mod approved_by_editor;
mod basis;
mod bounds_order;
mod checked;
mod checks;
mod civilian_unsaid;
mod claim_number_differs;
mod context;
mod counted_twice;
mod cumulative_as_event;
mod cycles;
mod dead_link;
mod division_unsaid;
mod edge_space;
mod edge_word;
mod evidence_missing;
mod exact_bounds;
mod figure_not_marked;
mod figure_outside;
mod figure_unreadable;
mod figures;
mod figures_conflict;
mod findings;
mod found;
mod groups_above_whole;
mod harm_from_casualties;
mod households_as_persons;
mod in_all;
mod incidents;
mod merge_conflict;
mod no_such_date;
mod overflowing;
mod parts_above_whole;
mod parts_overlap;
mod problem;
mod quiet;
mod quote_marks;
mod quote_source;
mod reading;
mod relative_date;
mod same_incident;
mod scope_cycle;
mod section;
mod source_undescribed;
mod stock_and_flow;
#[cfg(test)]
mod tests;
mod too_large;
mod twins;
mod unattributed;
mod uncounted;
mod unplaced;
mod whole_of_others;
mod wording;

pub use basis::CheckBasis;
pub use checked::Checked;
pub use checks::CHECKS;
pub use context::CheckContext;
pub use figure_not_marked::figures_not_marked;
pub use findings::Findings;
pub use found::{Check, Example, Finding, Run};
pub use problem::{Dismissed, Problem, Severity};

use crate::model::Project;
use crate::store::Warning;

/// Everything that is found in a project and by the reading of its file, both
/// lists in one order: what is about the article, then annotation by annotation
/// in the order of the text, then the annotations without a place; the gravest
/// of each first.
///
/// ```
/// use newsmark_core::check::findings;
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// // The mark takes in the space after its words.
/// let (span, author) = (Span::new(0, 10).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let mark = Annotation::draft(AnnotationId::from_u64(1), span, Category::Quotes, author);
/// let project = Project::from_parts(ProjectParts { annotations: vec![mark], ..ProjectParts::of(article) })?;
/// let found = findings(&project, &[]);
/// assert!(found.problems.iter().any(|problem| problem.kind == "EdgeSpace"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn findings(project: &Project, warnings: &[Warning]) -> Findings {
    Checked::of(project, warnings).into_findings()
}

/// The problems of [`findings`].
pub fn problems(project: &Project, warnings: &[Warning]) -> Vec<Problem> {
    findings(project, warnings).problems
}
