//! Figures: what the words of the article say, and what the records of a project add up to.
//!
//! [`readings`] finds every number phrase of a text, [`reading`] reads one
//! stretch of words or says why it cannot; both are pure functions of the
//! words and the article's [`Language`], and know only [`model`](crate::model)
//! and the folding of [`find`](crate::find). [`Ledger`] is a pure function of a
//! project. Nothing here changes a project, fills what the words leave open,
//! or adds up what a person has not linked.

mod language;
mod ledger;
mod reader;

pub use language::Language;
pub use ledger::{
    Account, Amount, ByGroup, ByVictims, Conflict, ConflictKind, Counted, Ledger, NotCounted, Part, Parts, Row, Share,
    Toll, Why,
};
pub use reader::{NotAQuantity, Reading, Unread, phrase_around, reading, readings};
