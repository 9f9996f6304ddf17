use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::ResolvedDay;
use super::calendar::day_of_month;
use super::names::{month, number, weekday};
use super::words::Words;
use crate::Precision;

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
    // The most exact first: "on Sunday, 14 March" is the day of the month.
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

/// Words that make a count of days a guess: no day is so many days ago.
const HEDGES: [&str; 19] = [
    "over",
    "more",
    "less",
    "than",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "approximately",
    "some",
    "least",
    "most",
    "under",
    "within",
    "up",
    "نحو",
    "حوالي",
    "اكثر",
];

/// "Three days ago". What is "three days earlier" is so before something the article tells, not
/// before its publication, and "over three days" is as long as that.
fn counted(words: &Words, published: Date) -> Option<ResolvedDay> {
    let (place, length) = words.find(length)?;
    // Arabic says two of a thing in one word.
    let is_dual = number(words.at(place)).is_some();
    let first = if is_dual { place } else { place.checked_sub(1)? };
    let n = number(words.at(first))?;
    let is_ago = words.at(place + 1) == "ago" || before(words, first) == "قبل" && words.at(place + 1) != "من";
    if !is_ago || words.iter().take(first).any(|word| HEDGES.contains(&word)) {
        return None;
    }
    let (back, noun): (Span, _) = match length {
        Length::Day => (n.days(), "day"),
        Length::Week => (n.weeks(), "week"),
        Length::Month => (n.months(), "month"),
        Length::Year => (n.years(), "year"),
    };
    // "Two weeks ago" is a week and no day: it begins where that week does.
    let day = beginning(published, length).checked_sub(back).ok()?;
    let plural = if n == 1 { "" } else { "s" };
    Some(ResolvedDay { day, precision: length.precision(), how: format!("{n} {noun}{plural} before publication") })
}

/// "On Sunday", "yesterday", "today".
fn named_day(words: &Words, published: Date) -> Option<ResolvedDay> {
    let found =
        |day: Option<Date>, how: &str| Some(ResolvedDay { day: day?, precision: Precision::Day, how: how.to_owned() });
    if hangs_on_the_story(words) {
        return None;
    }
    if let Some(weekday) = weekday(words) {
        let is_next = words.has("next") || words.has("القادم") || words.has("المقبل");
        // "last Sunday" on a Sunday is a week ago, "on Sunday" is today.
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
    let has = |first: &str, second: &str| (1..words.len()).any(|n| words.at(n - 1) == first && words.at(n) == second);
    let two_back = has("before", "yesterday") || has("اول", "امس") || has("امس", "الاول");
    if words.has("today") || words.has("tonight") || words.has("اليوم") || is_today {
        found(Some(published), "the day of publication")
    } else if two_back {
        found(published.checked_sub(2.days()).ok(), "2 days before publication")
    } else if words.has("yesterday") || words.has("امس") {
        found(published.yesterday().ok(), "the day before publication")
    } else if has("after", "tomorrow") {
        found(published.checked_add(2.days()).ok(), "2 days after publication")
    } else if words.has("tomorrow") || words.has("غدا") {
        found(published.tomorrow().ok(), "the day after publication")
    } else {
        None
    }
}

/// Whether a day is counted from another that the article tells, as "the previous Sunday", "the Sunday
/// before last" or "the day after Sunday": publication says nothing of it.
fn hangs_on_the_story(words: &Words) -> bool {
    let told = ["previous", "following", "التالي", "التاليه", "السابق", "السابقه", "نفسه", "ذلك"];
    let ends = ["before", "after", "earlier", "later", "last"];
    let last = words.at(words.len().saturating_sub(1));
    let is_counted = (1..words.len()).any(|n| {
        let is_side = ["before", "after", "from", "قبل", "بعد", "من"].contains(&words.at(n));
        is_side && length(words.at(n - 1)).is_some() && !["yesterday", "tomorrow"].contains(&words.at(n + 1))
    });
    told.iter().any(|word| words.has(word)) || ends.contains(&last) || is_counted
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
    // "The last week" is the seven days up to now, or up to what was told: no week of the calendar.
    if place > 1 && before(words, place - 1) == "the" {
        return None;
    }
    let has = |known: &[&str]| beside.iter().any(|word| known.contains(word));
    let begins = beginning(published, length);
    let (day, side) = if has(&["last", "الماضي", "الماضيه", "الفائت"]) {
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
