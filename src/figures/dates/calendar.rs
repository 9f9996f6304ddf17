use jiff::civil::Date;

use super::ResolvedDay;
use super::names::month;
use super::words::Words;
use crate::model::Precision;

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
        (None, _) if only_year(words) => found(Date::new(year, 1, 1).ok()?, Precision::Year),
        (None, _) => None,
    }
}

/// The day of the month among the words, as "14", "14th" or "the 3rd".
pub fn day_of_month(words: &Words) -> Option<i8> {
    let of = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = ["", "st", "nd", "rd", "th"].contains(&&word[digits.len()..]);
        let day = digits.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
        day.filter(|_| is_ordinal && digits.len() <= 2)
    };
    words.find(of).map(|(_, day)| day)
}

/// A year of four digits.
fn year(word: &str) -> Option<i16> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
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

/// The time as the window writes it.
pub fn written(day: Date, precision: Precision) -> String {
    match precision {
        Precision::Unspecified | Precision::Day => day.strftime("%-d %B %Y").to_string(),
        Precision::Week => day.strftime("Week of %-d %B %Y").to_string(),
        Precision::Month => day.strftime("%B %Y").to_string(),
        Precision::Year => day.year().to_string(),
    }
}
