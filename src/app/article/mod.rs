//! The article: set to be read, marked by mouse and by keyboard.
//!
//! Only what is on the screen is laid out and painted; the heights of all
//! other paragraphs are estimated, and the reader's place is a place in the
//! text, so that correcting an estimate moves nothing.

mod bands;
mod block;
mod column;
mod handles;
mod heights;
mod lanes;
mod margin;
mod movement;
mod paint;
mod pointer;
mod preview;
mod ruler;
mod scroll;
mod view;

pub use block::long_date;
pub use column::{Column, Reading};
pub use heights::Heights;
pub use lanes::{Lanes, categories};
pub use movement::{Motion, all, motion};
pub use preview::Preview;
pub use scroll::Scroll;
pub use view::{ArticleView, article_id};
