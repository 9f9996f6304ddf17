//! Days and longer times from the words of an article.
//!
//! A text becomes [pieces](pieces) by the [words](word_list) of its language. From each piece on it is asked for
//! [dates in digits](digit_date), [months and their days](calendar_date), [days of the week](weekdays), [counts of
//! days](counted_times) and what else [names a time](scan); a [named time](named_time) is then resolved against the day
//! of publication. What hangs on another day that the article tells is found, and is no day.

mod calendar_date;
mod counted_times;
mod day_language;
mod day_numbers;
mod day_reading;
mod day_text;
mod day_word;
mod digit_date;
mod found_time;
mod iso;
mod length;
mod named_time;
mod pieces;
mod resolved_day;
mod scan;
mod solar_hijri;
#[cfg(test)]
mod tests;
mod weekdays;
mod word_list;
mod years;

pub use day_language::DayLanguage;
pub use day_reading::DayReading;
pub use iso::{day, first_day};
pub use resolved_day::ResolvedDay;

use jiff::civil::Date;

use crate::Language;

use day_text::DayText;
use found_time::TimeMeaning;
use scan::times;

/// Every day, week, month and year that `text` names, in order and disjoint, in an article published on `published`.
///
/// A time that hangs on publication is told without an answer where `published` is not known. Left out is what the
/// calendar has not ("31 April"), what can be read two ways (03/04/2025, where `language` does not say which number is
/// the month), and what hangs on another day that the text tells ("a week earlier").
///
/// ```
/// use jiff::civil::date;
/// use newsmark_figures::{Language, days};
///
/// let text = "On Sunday 12 people died; talks must end by Jan. 20. The war began in 2014.";
/// let found = days(text, Language::of_tag("en"), Some(date(2026, 3, 16)));
/// let dates: Vec<_> = found.iter().map(|day| (&text[day.at.clone()], day.resolved.as_ref().unwrap().date())).collect();
/// let expected = [("Sunday", "2026-03-15"), ("by Jan. 20", "2027-01-20"), ("2014", "2014")];
/// assert_eq!(dates, expected.map(|(words, date)| (words, date.to_owned())));
/// assert!(found[0].is_relative && !found[2].is_relative);
/// ```
pub fn days(text: &str, language: Language, published: Option<Date>) -> Vec<DayReading> {
    let text = DayText::of(text, language);
    let mut readings: Vec<DayReading> = Vec::new();
    let mut end_before = None;
    for found in times(&text) {
        let TimeMeaning::Named(named) = found.meaning else { continue };
        let Some(at) = text.bytes(found.start, found.end) else { continue };
        let mut reading = DayReading { at, resolved: named.resolved(published), is_relative: named.is_relative() };
        if let Some(first) = readings.last_mut().filter(|_| end_before.is_some_and(|end| text.is_to(end, found.start)))
        {
            open_reversed(first, &mut reading);
        }
        end_before = Some(found.end);
        if reading.is_relative || reading.resolved.is_some() {
            readings.push(reading);
        }
    }
    readings
}

/// Leaves both ends of a stretch open where each by itself would lie up to publication and the end before the
/// beginning: of "from Friday to Tuesday", told on a Monday, either end may be the one to come.
fn open_reversed(first: &mut DayReading, end: &mut DayReading) {
    let day = |reading: &DayReading| reading.resolved.as_ref().map(|resolved| resolved.day);
    if first.is_relative && end.is_relative && day(end) < day(first) {
        (first.resolved, end.resolved) = (None, None);
    }
}

/// The one time that `words` stand for, in an article published on `published`.
///
/// Weekdays are the last ones up to the day of publication, as news means them;
/// a day or month without a year is the last one up to it, unless the words look ahead ("by Jan. 20"). `None` for words
/// that name no time, a length of time or two ends of one, a day that hangs on another
/// that the article tells ("a week earlier"), or on one of publication that is not known.
///
/// ```
/// use jiff::civil::date;
/// use newsmark_figures::{Language, Precision, resolved_day};
///
/// let english = Language::of_tag("en");
/// let sunday = resolved_day("on Sunday", english, Some(date(2026, 3, 16))).unwrap();
/// assert_eq!((sunday.day, sunday.precision), (date(2026, 3, 15), Precision::Day));
/// assert_eq!(sunday.sentence(), "15 March 2026, the Sunday before publication");
/// assert_eq!(resolved_day("on Sunday", english, None), None);
/// assert_eq!(resolved_day("in March 2026", english, None).unwrap().date(), "2026-03");
/// ```
pub fn resolved_day(words: &str, language: Language, published: Option<Date>) -> Option<ResolvedDay> {
    let found = times(&DayText::of(words, language)).into_iter();
    let mut resolved = found.map(|found| match found.meaning {
        TimeMeaning::Named(named) => named.resolved(published),
        TimeMeaning::OfStory | TimeMeaning::Nothing => None,
    });
    let first = resolved.next()??;
    // "yesterday (Sunday)" says one day twice; two different ones are a stretch of time.
    resolved
        .all(|other| other.is_some_and(|other| (other.day, other.precision) == (first.day, first.precision)))
        .then_some(first)
}

/// Whether `words` name a time that only a day of publication tells, as "on Sunday".
///
/// ```
/// use newsmark_figures::{Language, is_relative};
///
/// let english = Language::of_tag("en");
/// assert!(is_relative("three days ago", english) && !is_relative("14 March 2026", english));
/// ```
pub fn is_relative(words: &str, language: Language) -> bool {
    days(words, language, None).iter().any(|day| day.is_relative)
}
