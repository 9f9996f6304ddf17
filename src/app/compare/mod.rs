//! Comparing: projects of one article side by side, and a new project of what is decided.
//!
//! The project in the window is the first; others are read beside it and never changed. A job works out what
//! differs ([`ComparisonState`]), and every decision is kept in the state folder as it is made, so that a crash takes none.
//! The article shows the marks of all projects as one that is only read.

mod agreement;
mod cells;
mod counts;
mod decide;
mod differences;
mod entry;
mod fields;
mod heard;
mod names;
mod resolve;
mod row;
mod run;
mod strip;
mod texts;
mod union;
mod work;

pub use decide::right;
pub use differences::differences;
pub use heard::Heard;
pub use resolve::{ConflictState, answers, conflicts, strip as resolve_strip};
pub use run::{Compare, Other, open_still};
pub use strip::{empty, status, strip};
pub use work::{ComparisonState, NamedProject};
