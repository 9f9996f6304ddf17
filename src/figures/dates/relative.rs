use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::ResolvedDay;
use super::calendar::day_of_month;
use super::names::{month, number, weekday};
use super::words::Words;
use crate::model::Precision;

/// A length of time that words count in.
#[derive(Clone, Copy, PartialEq)]
enum Length {
    Day,
    Week,
    Month,
    Year,
}

/// Each length with its words, English and Arabic.
const LENGTHS: [(Length, &[&str]); 4] = [
    (Length::Day, &["day", "days", "يوم", "يومين", "ايام"]),
    (Length::Week, &["week", "weeks", "اسبوع", "الاسبوع", "اسبوعين", "اسابيع"]),
    (Length::Month, &["month", "months", "شهر", "الشهر", "شهرين", "اشهر", "شهور"]),
    (Length::Year, &["year", "years", "عام", "العام", "عامين", "سنه", "السنه", "سنوات", "اعوام"]),
];

/// A time that hangs on the day of publication.
pub fn relative(words: &Words, published: Date) -> Option<ResolvedDay> {
    dated(words, published)
        .or_else(|| counted(words, published))
        .or_else(|| named_day(words, published))
        .or_else(|| span(words, published))
}

/// A month, or a day of one, without its year.
fn dated(words: &Words, published: Date) -> Option<ResolvedDay> {
    let (place, month) = month(words)?;
    let day = day_of_month(words);
    // “May” alone is a verb as often as a month.
    let is_verb =
        words.at(place) == "may" && day.is_none() && !["in", "since", "last", "of"].contains(&before(words, place));
    if is_verb {
        return None;
    }
    let in_year = |year: i16| Date::new(year, month, day.unwrap_or(1)).ok();
    let last =
        [published.year(), published.year() - 1].into_iter().filter_map(in_year).find(|day| *day <= published)?;
    let precision = if day.is_some() { Precision::Day } else { Precision::Month };
    let name = last.strftime(if day.is_some() { "%-d %B" } else { "%B" }).to_string();
    Some(ResolvedDay { day: last, precision, how: format!("the last {name} before publication") })
}

fn before(words: &Words, place: usize) -> &str {
    if place == 0 { "" } else { words.at(place - 1) }
}

/// "Three days ago", "two weeks earlier".
fn counted(words: &Words, published: Date) -> Option<ResolvedDay> {
    let is_past = ["ago", "earlier", "before", "قبل", "منذ"].iter().any(|word| words.has(word));
    let (place, length) = words.find(length)?;
    let is_dual = number(words.at(place)).is_some();
    let n = if is_dual { number(words.at(place)) } else { number(before(words, place)) }?;
    if !is_past {
        return None;
    }
    let (back, noun): (Span, _) = match length {
        Length::Day => (n.days(), "day"),
        Length::Week => (n.weeks(), "week"),
        Length::Month => (n.months(), "month"),
        Length::Year => (n.years(), "year"),
    };
    let day = beginning(published, length).checked_sub(back).ok()?;
    let plural = if n == 1 { "" } else { "s" };
    Some(ResolvedDay { day, precision: length.precision(), how: format!("{n} {noun}{plural} before publication") })
}

/// "On Sunday", "yesterday", "today".
fn named_day(words: &Words, published: Date) -> Option<ResolvedDay> {
    let found =
        |day: Option<Date>, how: &str| Some(ResolvedDay { day: day?, precision: Precision::Day, how: how.to_owned() });
    if let Some(weekday) = weekday(words) {
        let is_next = words.has("next") || words.has("القادم") || words.has("المقبل");
        let is_before = words.has("last") || words.has("الماضي");
        let day = if is_next {
            published.nth_weekday(1, weekday).ok()
        } else if published.weekday() == weekday && !is_before {
            return found(Some(published), "the day of publication");
        } else {
            published.nth_weekday(-1, weekday).ok()
        };
        let side = if is_next { "after" } else { "before" };
        return found(day, &format!("the {} {side} publication", name(weekday)));
    }
    let is_today = ["morning", "afternoon", "evening"].iter().any(|part| words.has("this") && words.has(part));
    if words.has("today") || words.has("tonight") || words.has("اليوم") || is_today {
        found(Some(published), "the day of publication")
    } else if words.has("yesterday") || words.has("امس") {
        found(published.yesterday().ok(), "the day before publication")
    } else if words.has("tomorrow") || words.has("غدا") {
        found(published.tomorrow().ok(), "the day after publication")
    } else {
        None
    }
}

/// "Last week", "this month", "last year".
fn span(words: &Words, published: Date) -> Option<ResolvedDay> {
    let (place, length) = words.find(length).filter(|(_, length)| *length != Length::Day)?;
    let (back, ahead) = match length {
        Length::Day => (1.day(), "day"),
        Length::Week => (1.week(), "week"),
        Length::Month => (1.month(), "month"),
        Length::Year => (1.year(), "year"),
    };
    let beside = [before(words, place), words.at(place + 1)];
    let has = |known: &[&str]| beside.iter().any(|word| known.contains(word));
    let begins = beginning(published, length);
    let (day, side) = if has(&["last", "previous", "الماضي", "الماضيه", "الفائت"]) {
        (begins.checked_sub(back).ok()?, "before")
    } else if has(&["next", "coming", "القادم", "المقبل", "المقبله"]) {
        (begins.checked_add(back).ok()?, "after")
    } else if has(&["this", "current", "الحالي", "الجاري", "هذا"]) {
        (begins, "of")
    } else {
        return None;
    };
    Some(ResolvedDay { day, precision: length.precision(), how: format!("the {ahead} {side} publication") })
}

fn length(word: &str) -> Option<Length> {
    LENGTHS.iter().find(|(_, names)| names.contains(&word)).map(|(length, _)| *length)
}

/// The first day of the week, month or year of `day`; weeks begin on Monday (ISO 8601).
fn beginning(day: Date, length: Length) -> Date {
    match length {
        Length::Day => day,
        Length::Week => {
            let since_monday = i32::from(day.weekday().since(Weekday::Monday));
            day.checked_sub(since_monday.days()).unwrap_or(day)
        }
        Length::Month => day.first_of_month(),
        Length::Year => day.first_of_year(),
    }
}

fn name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

impl Length {
    fn precision(self) -> Precision {
        match self {
            Length::Day => Precision::Day,
            Length::Week => Precision::Week,
            Length::Month => Precision::Month,
            Length::Year => Precision::Year,
        }
    }
}
