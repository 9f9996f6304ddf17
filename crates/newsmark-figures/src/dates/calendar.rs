use jiff::civil::Date;

use super::ResolvedDay;
use super::names::month;
use super::words::Words;
use crate::Precision;

/// A time that the words say in full, so that no day of publication is asked for.
pub fn absolute(words: &Words) -> Option<ResolvedDay> {
    let found = |day, precision| Some(ResolvedDay { day, precision, how: String::new() });
    if let Some(day) = iso(words) {
        return found(day, Precision::Day);
    }
    let year = words.find(year).map(|(_, year)| year)?;
    match (month(words), day_of_month(words)) {
        (Some((_, month)), Some(day)) => found(Date::new(year, month, day).ok()?, Precision::Day),
        (Some((_, month)), None) => found(Date::new(year, month, 1).ok()?, Precision::Month),
        // "2011" among other words may be a number of people.
        (None, _) if only_year(words) => found(Date::new(year, 1, 1).ok()?, Precision::Year),
        (None, _) => None,
    }
}

/// The day of the month among the words, as "14", "14th" or "the 3rd of": the number beside the month.
/// Two such numbers are a stretch of days, and none of them is the day.
pub fn day_of_month(words: &Words) -> Option<i8> {
    let (place, _) = month(words)?;
    let of = |place: usize| ["of", "من"].contains(&words.at(place));
    let before = place.checked_sub(1).map(|at| if of(at) { at.saturating_sub(1) } else { at });
    let is_linked = |at: usize| LINKS.contains(&words.at(at));
    let found = |at: usize| day(words.at(at));
    if let Some((at, number)) = before.and_then(|at| Some((at, found(at)?))) {
        let other = at.checked_sub(1).map(|other| if is_linked(other) { other.saturating_sub(1) } else { other });
        return Some(number).filter(|_| other.is_none_or(|other| found(other).is_none()));
    }
    let after = place + 1;
    let other = if is_linked(after + 1) { after + 2 } else { after + 1 };
    found(after).filter(|_| found(other).is_none())
}

/// What stands between the two ends of a stretch of days.
const LINKS: [&str; 9] = ["and", "or", "to", "until", "till", "through", "و", "الى", "حتى"];

/// A day of a month, in digits.
fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_ordinal = ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
    let day = digits.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
    day.filter(|_| is_ordinal && digits.len() <= 2)
}

/// A year of four digits.
fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    // Four digits that no article means as a day or a month.
    word.parse().ok().filter(|year| is_year && (1000..=2999).contains(year))
}

/// Whether the words are a year with nothing but a preposition.
fn only_year(words: &Words) -> bool {
    let is_small = |word: &str| ["in", "since", "during", "the", "year", "early", "late", "mid"].contains(&word);
    let is_arabic = |word: &str| ["في", "منذ", "عام", "سنه"].contains(&word);
    words.iter().all(|word| year(word).is_some() || is_small(word) || is_arabic(word))
}

fn iso(words: &Words) -> Option<Date> {
    if words.len() != 3 || words.at(0).len() != 4 || words.at(1).len() != 2 || words.at(2).len() != 2 {
        return None;
    }
    let day = words.at(2).parse().ok()?;
    Date::new(year(words.at(0))?, words.at(1).parse().ok()?, day).ok()
}
