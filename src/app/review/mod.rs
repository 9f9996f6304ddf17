//! Review: marks are judged, talked about and signed.
//!
//! [`ReviewCommand`] is what can be asked; [`decide`] does it, each edit one step.
//! [`ReviewState`] keeps the queue up with the project; [`queue`] shows it on
//! the left, [`record`] the selected mark on the right, to be read, with its
//! [`history`], its [`thread`] of comments and the [`decision`] under them.
//! Nothing here changes a project but through a command.

mod decision;
mod progress_bar;
mod queue;
mod queue_head;
mod queue_row;
mod record;
mod record_rows;
mod state;
mod strip;

pub use queue::queue;
pub use record::right;
pub use state::ReviewState;
pub use strip::strip;
