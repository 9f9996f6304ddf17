//! What is open in the window: how it is saved.

mod saving;

pub use saving::{Begin, Next, Saving, Verdict};
