//! Words for days and months.

use super::WordList;

/// Days by their names and as seen from another.
pub(in crate::suggest) const DAYS: WordList =
    WordList::of("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight overnight");

/// Months and their abbreviations.
pub(in crate::suggest) const MONTHS: WordList = WordList::of(
    "january february march april may june july august september october november december \
    jan feb mar apr jun jul aug sep sept oct nov dec",
);

/// Whether a word in lower case is a day or a month.
pub(in crate::suggest) fn is_time_word(word: &str) -> bool {
    DAYS.holds(word) || MONTHS.holds(word)
}
