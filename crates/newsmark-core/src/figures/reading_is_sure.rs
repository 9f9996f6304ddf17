use super::Reading;
use crate::model::Qualifier;

/// Whether the reader is sure of what it read, so that it may be offered as a fix: what is doubtful is only shown.
///
/// The one place where that is asked.
///
/// ```
/// use newsmark_core::figures::{Language, reading, reading_is_sure};
///
/// assert!(reading_is_sure(&reading("at least 12 people", Language::of_tag("en"))?));
/// # Ok::<(), newsmark_core::figures::Unread>(())
/// ```
pub fn reading_is_sure(reading: &Reading) -> bool {
    // A language whose words are not known gives a number and leaves open how its words limit it.
    reading.qualifier != Qualifier::Unspecified
}
