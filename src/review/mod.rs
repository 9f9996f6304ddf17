//! Reading what others made: what became of each mark, told from save to save.
//!
//! [`events`] says what a save has to tell, which the file keeps as the history
//! of each annotation; [`story`] tells it in plain sentences; [`merge`] brings
//! together what two people made of one project. Everything here is
//! a pure function over projects and knows only the model: nothing is changed,
//! no clock is read.

mod history;
pub mod merge;
mod story;

pub use history::events;
pub use story::{Told, story};
