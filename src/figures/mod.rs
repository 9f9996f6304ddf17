//! What words and records say in numbers: days from words, totals from records.
//!
//! Pure functions over words and projects. Nothing here changes a project, and
//! nothing is decided on an editor's behalf: what was worked out comes with how.

mod dates;
mod ledger;

pub use dates::{ResolvedDay, is_relative, resolved_day};
pub use ledger::{
    Account, Amount, ByGroup, ByVictims, Conflict, ConflictKind, Counted, Ledger, NotCounted, Part, Parts, Row, Share,
    Toll, Why,
};
