//! Numbers: what the article's words say, and what the records add up to.
//!
//! What reads words is the crate `newsmark-figures`: [`readings`] finds every number
//! phrase of a text and [`reading`] reads one stretch of words or says why it cannot;
//! [`days`] finds every day and longer time of a text, and [`resolved_day`] turns "on Sunday" into a day. A [`Ledger`] adds up the records of a project. All are pure
//! functions. Nothing here changes a project, fills what the words leave open,
//! or adds up what a person has not linked: what was worked out comes with how.

mod dimension_said;
mod inherited_unit;
mod ledger;

pub use dimension_said::dimension_said;
pub use inherited_unit::inherited_unit;
pub(crate) use ledger::Range;
pub use ledger::{
    Account, Amount, ByGroup, ByVictims, ConflictKind, Counted, FigureConflict, Ledger, NotCounted, PartAmount, Parts,
    Row, Share, Toll, Why, row_order,
};
pub use newsmark_figures::{
    DayReading, Language, NotAQuantity, Reading, ResolvedDay, Unread, days, is_relative, phrase_around, reading,
    readings, resolved_day,
};
