//! Reading what others made: what became of each mark, and projects of one article side by side.
//!
//! [`events`] says what a save has to tell, which the file keeps as the history
//! of each annotation; [`history_lines`] tells it in plain sentences. [`Queue`] is what waits
//! for a reviewer, [`SinceSignOff`] what is not as it was signed. [`merge`] brings
//! together what two people made of one project. A [`Comparison`] puts
//! projects of one article side by side: which marks mean the same, where they
//! differ, and, with [`TotalsImpacts`], what that does to the totals; [`agreement`] says
//! in numbers how far people agree; an [`Adjudication`] makes a new project of what
//! is decided. Everything here is a pure function over projects: nothing is changed, no clock is read.

mod adjudicate;
pub mod agreement;
mod aligned;
mod alignment;
mod common;
mod common_sources;
mod common_terms;
mod compare;
mod deleted_marks;
mod describe_proposals;
mod difference;
mod history_lines;
pub mod merge;
mod not_placed;
mod queue;
mod reanchored;
mod save_events;
mod side;
mod since_sign_off;
mod sum;
mod taken_up;
#[cfg(test)]
mod tests;
mod text_difference;
mod totals_impact;

pub use adjudicate::{Adjudication, Decision, NoResult};
pub use aligned::Aligned;
pub use compare::Comparison;
pub use deleted_marks::DeletedMarks;
pub use describe_proposals::describe_proposals;
pub use difference::{Difference, DifferenceKind, Impact, taken_together};
pub use history_lines::{HistoryLine, history_lines};
pub use not_placed::NotPlaced;
pub use queue::{Queue, ReviewProgress, Stage};
pub use save_events::events;
pub use side::{CompareError, Side};
pub use since_sign_off::SinceSignOff;
pub use text_difference::TextDifference;
pub use totals_impact::{TotalChange, TotalsImpact, TotalsImpacts};
