use crate::Unit;

use super::place::Place;
use crate::reader::lexicon::Particle;
use crate::reader::unread::NotAQuantity;
use crate::reader::word::{Suffix, Word};

/// "in 2011", "the 1990s", "the 2016 election", "nineteen eighty-four".
pub(super) fn year(place: &Place<'_>) -> Option<NotAQuantity> {
    let value = place.value()?;
    if is_spelled_year(place) {
        return Some(NotAQuantity::Year);
    }
    let is_told_when = place.is_before(1, &[Particle::In, Particle::Since, Particle::By]);
    // "2015 winner" tells of one winner, and of that year; "in 2014 were killed" of people told before.
    let names_people = place.counts() && place.counted.is_sure && !(is_told_when && place.counted.end == place.end);
    if !place.amount.is_plain || names_people && !is_in_name(place) {
        return None;
    }
    // "the 1990s", "the 90's"
    let s = usize::from(matches!(place.word_after(0), Word::Mark('\'' | '’')));
    let is_decade = matches!(place.word_after(s), Word::Suffix(Suffix::Decade))
        && place.is_attached()
        && place.line.is_attached(place.end + s)
        && value.is_multiple_of(10);
    let follows_year = matches!(place.word_before(1), Word::Period { is_year: true }) && value < 2_200 && value > 999;
    let is_year_number = |value: u64| (1_900..2_100).contains(&value);
    // "over 2000-2050" are years, whatever limits them.
    let is_span = is_year_number(value) && place.second.is_some_and(is_year_number);
    let is_near = is_year_number(value) && !place.is_limited;
    let is_subject = place.is_subject() && !is_told_when;
    // "in 1830": by itself such a number is as often a count, and "in 12 villages" has other digits.
    let is_old = is_told_when && is_bare_number(place) && (1_000..2_200).contains(&value);
    // "below 2005 levels"
    let is_level = is_year_number(value) && place.is_after(0, &[Particle::Levels]);
    let is_bare = place.counted.unit == Unit::Unspecified;
    // "the 2016 election", "his landmark 2012 visit", "2000 levels": only people and homes are counted by a number that
    // may be a year.
    let is_articled = !place.is_subject() && place.counted.unit == Unit::Other;
    let is_year = is_near && (is_bare && !is_subject || is_articled || is_in_name(place) || place.counts());
    (is_decade || follows_year || is_year || is_span || is_old || is_level).then_some(NotAQuantity::Year)
}

/// Whether nothing is counted by the number that is told.
fn is_bare_number(place: &Place<'_>) -> bool {
    place.counted.end == place.end && place.counted.unit == Unit::Unspecified
}

/// "the 1951 Refugee Convention", "2016 US presidential": words with capitals follow, which are a name.
fn is_in_name(place: &Place<'_>) -> bool {
    let is_name = place.after(0).is_some_and(|token| token.is_capital && token.spaced)
        && place.after(1).is_some_and(|token| token.is_capital && token.spaced);
    is_name && place.value().is_some_and(|value| (1_700..2_100).contains(&value))
}

/// "nineteen eighty-four": two numbers, each of two digits of the year.
fn is_spelled_year(place: &Place<'_>) -> bool {
    let is_century = matches!(place.value(), Some(18..=20)) && !place.is_in_digits() && place.amount.end == place.end;
    is_century && matches!(place.word_after(0), Word::Cardinal(10..=90)) && place.line.is_spaced(place.end)
}
