//! Numbers: what the article's words say, and what the records add up to.
//!
//! [`readings`] finds every number phrase of a text and [`reading`] reads one
//! stretch of words or says why it cannot; [`resolved_day`] turns "on Sunday"
//! into a day; a [`Ledger`] adds up the records of a project. All are pure
//! functions. Nothing here changes a project, fills what the words leave open,
//! or adds up what a person has not linked: what was worked out comes with how.

mod dates;
mod inherited_unit;
mod language;
mod ledger;
mod reader;

pub use dates::{ResolvedDay, is_relative, resolved_day};
pub use inherited_unit::inherited_unit;
pub use language::Language;
pub use ledger::{
    Account, Amount, ByGroup, ByVictims, Conflict, ConflictKind, Counted, Ledger, NotCounted, Part, Parts, Row, Share,
    Toll, Why, row_order,
};
pub use reader::{NotAQuantity, Reading, Unread, phrase_around, reading, readings};
