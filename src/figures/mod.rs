//! Numbers of the article: what the words say, as far as they say it.
//!
//! [`readings`] finds every number phrase of a text, [`reading`] reads one
//! stretch of words or says why it cannot; both are pure functions of the
//! words and the article's [`Language`]. Knows only [`model`](crate::model)
//! and the folding of [`find`](crate::find). Nothing here changes a project,
//! fills what the words leave open, or adds up what a person has not linked.

mod language;
mod reader;

pub use language::Language;
pub use reader::{NotAQuantity, Reading, Unread, phrase_around, reading, readings};
