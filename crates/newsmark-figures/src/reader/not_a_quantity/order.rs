use super::place::Place;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Flag, Suffix, Word};

/// "7th", "twenty-first", "two-thirds" of nothing that is told.
pub(super) fn order(place: &Place<'_>) -> Option<NotAQuantity> {
    let is_suffix = match place.word_after(0) {
        Word::Suffix(Suffix::Ordinal) => true,
        // "1st": the lists know "st" as a street.
        _ => place.has_after(0, Flag::Street) && place.is_in_digits(),
    };
    if is_suffix && place.is_attached() {
        let is_of_month = matches!(place.word_after(1), Word::Month)
            || (matches!(place.word_after(1), Word::Of) && matches!(place.word_after(2), Word::Month))
            || matches!(place.word_before(1), Word::Month);
        return Some(if is_of_month { NotAQuantity::Date } else { NotAQuantity::Ordinal });
    }
    let is_hyphened = place.line.is_joining_hyphen(place.end);
    let value = place.value()?;
    // "two-thirds" is a share; "twenty-first" and "100-third" are places in an order.
    match place.word_after(usize::from(is_hyphened)) {
        Word::Fraction { .. } if value < 20 => Some(NotAQuantity::Share),
        Word::Fraction { .. } | Word::Ordinal if is_hyphened => Some(NotAQuantity::Ordinal),
        // "twenty first"
        Word::Fraction { .. } | Word::Ordinal if !place.is_in_digits() && value >= 20 && value.is_multiple_of(10) => {
            Some(NotAQuantity::Ordinal)
        }
        _ => None,
    }
}
