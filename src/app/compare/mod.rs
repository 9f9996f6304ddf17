//! Comparing: projects of one article side by side, and a new project of what is decided.
//!
//! The project in the window is the first; others are read beside it and never changed. A job works out what
//! differs ([`Work`]), and every decision is kept in the state folder as it is made, so that a crash takes none.
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
mod row;
mod run;
mod settle;
mod strip;
mod texts;
mod union;
mod work;

pub use decide::right;
pub use differences::differences;
pub use heard::Heard;
pub use run::{Compare, Other, open_still};
pub use settle::{Settling, answers, conflicts, strip as settle_strip};
pub use strip::{empty, status, strip};
pub use work::{Given, Work};
