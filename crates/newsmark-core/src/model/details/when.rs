use crate::model::{Anchored, Precision, first_day};

/// When something happened.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct When {
    /// The words, as "on Sunday".
    pub text: Option<Anchored<String>>,
    /// The first day of it, as 2026-03-08, or a whole month or year, as 2026-03 and 2026; empty is unknown. What is
    /// no date of the calendar stays as it was typed, and a check says so.
    pub date: String,
    /// How exactly the date is known.
    pub precision: Precision,
}

impl When {
    /// The first day of the date, where it is one of the calendar.
    pub fn day(&self) -> Option<jiff::civil::Date> {
        first_day(&self.date)
    }
}
