use std::ops::Range;

use super::ResolvedDay;

/// Words of a text that name a day, a week, a month or a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayReading {
    /// The words, as bytes of the text: "15 March", "last week", "by Jan. 20". They mean the same without the text
    /// around them, but for the beginning of a stretch whose end says the year, as in "28 February to 3 March 2026".
    pub at: Range<usize>,
    /// The time that they stand for; `None` where they do not say it without a day of publication.
    pub resolved: Option<ResolvedDay>,
    /// Whether only a day of publication tells the time: "on Sunday", and not "15 March 2026".
    pub is_relative: bool,
}
