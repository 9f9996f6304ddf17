//! Reading what others made: what became of each mark, and projects of one article side by side.
//!
//! [`events`] says what a save has to tell, which the file keeps as the history
//! of each annotation; [`story`] tells it in plain sentences. [`Queue`] is what waits
//! for a reviewer, [`Since`] what is not as it was signed. [`merge`] brings
//! together what two people made of one project. A [`Comparison`] puts
//! projects of one article side by side: which marks mean the same, where they
//! differ, and, with [`Effects`], what that does to the totals; [`agreement`] says
//! in numbers how far people agree; an [`Adjudication`] makes a new project of what
//! is decided. Everything here is a pure function over projects: nothing is changed, no clock is read.

mod adjudicate;
pub mod agreement;
mod aligned;
mod alignment;
mod common;
mod common_terms;
mod compare;
mod difference;
mod effect;
mod gone;
mod history;
pub mod merge;
mod not_placed;
mod queue;
mod replaced;
mod side;
mod since;
mod story;
mod sum;
mod taken_up;
#[cfg(test)]
mod tests;
mod text_difference;
mod united;

pub use adjudicate::{Adjudication, Decision, NoResult};
pub use aligned::Aligned;
pub use compare::Comparison;
pub use difference::{Difference, DifferenceKind, Impact, taken_together};
pub use effect::{Effect, Effects, TotalChange};
pub use gone::Gone;
pub use history::events;
pub use not_placed::NotPlaced;
pub use queue::{Progress, Queue, Stage};
pub use side::{CompareError, Side};
pub use since::Since;
pub use story::{Told, story};
pub use text_difference::TextDifference;
