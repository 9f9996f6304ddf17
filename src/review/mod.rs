//! Reading what others made: what became of each mark, told from save to save.
//!
//! [`events`] says what a save has to tell, which the file keeps as the history
//! of each annotation; [`story`] tells it in plain sentences. [`Queue`] is what waits
//! for a reviewer, [`Since`] what is not as it was signed. Everything here is
//! a pure function over projects and knows only the model: nothing is changed,
//! no clock is read.

mod history;
mod queue;
mod since;
mod story;

pub use history::events;
pub use queue::{Progress, Queue, Stage};
pub use since::Since;
pub use story::{Told, story};
