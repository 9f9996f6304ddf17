//! Figures: what the records of a project add up to.
//!
//! Pure functions over a project; nothing here changes one.

mod ledger;

pub use ledger::{
    Account, Amount, ByGroup, ByVictims, Conflict, ConflictKind, Counted, Ledger, NotCounted, Part, Parts, Row, Share,
    Toll, Why,
};
