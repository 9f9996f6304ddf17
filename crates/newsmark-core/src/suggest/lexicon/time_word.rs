//! Words for days and months.

/// Days by their names and as seen from another, with spaces between them.
pub(in crate::suggest) const DAYS: &str =
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight overnight";

/// Months and their abbreviations, with spaces between them.
pub(in crate::suggest) const MONTHS: &str = "january february march april may june july august september october november december \
    jan feb mar apr jun jul aug sep sept oct nov dec";

/// Whether a word in lower case is a day or a month.
pub(in crate::suggest) fn is_time_word(word: &str) -> bool {
    DAYS.split(' ').chain(MONTHS.split(' ')).any(|listed| listed == word)
}
