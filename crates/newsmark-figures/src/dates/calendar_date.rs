use super::day_numbers::{day_number, day_numbers};
use super::day_text::DayText;
use super::day_word::Roles;
use super::found_time::{FoundTime, TimeMeaning};
use super::length::Length;
use super::named_time::{NamedTime, NamedYear, Side};
use super::solar_hijri::{LEAP_YEAR, YEARS, gregorian};
use super::years::{beside, year_after};

/// A month with its day, its year or both, or by itself, from a piece on.
pub fn calendar_date(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    day_first(text, at).or_else(|| month_first(text, at))
}

/// The name of a month, and the piece after it.
pub struct MonthName {
    pub month: i8,
    pub end: usize,
    /// Whether two names stand there that are not of one month: "مارس/نيسان".
    pub is_contradicted: bool,
    /// Whether both its names stand there: "آذار/مارس".
    pub is_double: bool,
}

/// The month whose name begins at a piece. Arabic may name it twice, in the way of the Levant and of Egypt.
pub fn month_name(text: &DayText<'_>, at: usize) -> Option<MonthName> {
    let month = text.word(at).month?;
    let is_marked = text.is_mark(at + 1, &['/', '\\', '-', '–', '(']);
    let second = if is_marked { at + 2 } else { at + 1 };
    let Some(other) = text.word(second).month.filter(|_| text.is_arabic(second)) else {
        return Some(MonthName { month, end: at + 1, is_contradicted: false, is_double: false });
    };
    let is_slashed = text.is_mark(at + 1, &['/', '\\', '(']);
    if other != month && !is_slashed {
        return Some(MonthName { month, end: at + 1, is_contradicted: false, is_double: false });
    }
    let end = if text.is_mark(at + 1, &['(']) { text.skip_mark(second + 1, &[')']) } else { second + 1 };
    Some(MonthName { month, end, is_contradicted: other != month, is_double: true })
}

/// "14 March", "the 3rd of May 2026", "12–14 آذار", "the 5th of last month".
fn day_first(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let days = day_numbers(text, at)?;
    let of = text.skip(days.end, Roles::OF.and(Roles::MONTH_NOUN), 2);
    if let Some(name) = month_name(text, of) {
        return Some(finished(text, at, Some(days.day), &name));
    }
    if let Some(month) = text.word(of).solar_month {
        return Some(solar_hijri_day(text, at, (month, days.day), of + 1));
    }
    // "الرابع عشر الجاري", where the month is left out.
    if text.is_arabic(of) && text.is(of, Roles::THIS_AFTER) {
        let day = days.day.filter(|day| (1..=31).contains(day))?;
        return Some(FoundTime::named(at, of + 1, NamedTime::DayOfMonth { day, months: 0 }));
    }
    // "14 of last month's dead" counts the dead, and "الرابع من الشهر الجاري" is a day.
    let is_day = of > days.end && (days.is_ordinal || text.is_arabic(days.end));
    let (months, end) = is_day.then(|| beside(text, Length::Month, days.end)).flatten()?;
    Some(
        days.day.filter(|day| (1..=31).contains(day)).map_or(FoundTime::nothing(at, end), |day| {
            FoundTime::named(at, end, NamedTime::DayOfMonth { day, months })
        }),
    )
}

/// "۲۴ اسفند ۱۴۰۴"; of a stretch of such days no month of the other calendar is told.
fn solar_hijri_day(text: &DayText<'_>, start: usize, (month, day): (i8, Option<i8>), end: usize) -> FoundTime {
    let place = text.skip(end, Roles::OF.and(Roles::ARTICLE), 1);
    let year = text.digits(place).map(|(year, _)| year).filter(|year| YEARS.contains(year));
    let end = if year.is_some() { place + 1 } else { end };
    // In a leap year every month has all its days.
    let day = day.filter(|day| gregorian(year.unwrap_or(LEAP_YEAR), month, *day).is_some());
    day.map_or(FoundTime::nothing(start, end), |day| {
        FoundTime::named(start, end, NamedTime::SolarHijri { year, month, day, side: Side::Unsaid })
    })
}

/// "March 14, 2026", "March the 3rd", "May 3–5", "in March 2026", "March".
fn month_first(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let name = month_name(text, at)?;
    // Of the languages read only English writes the day after its month.
    if text.is_arabic(at) || !text.language().days.has_english() {
        return Some(finished(text, at, None, &name));
    }
    let place = text.skip_stop(name.end);
    let is_articled = text.is(place, Roles::ARTICLE);
    let place = if is_articled { place + 1 } else { place };
    // "In March 12 people died": a day would have "on" before it.
    let is_count = text.was(at, Roles::IN) && text.counts(place);
    let Some(one) = day_number(text, place).filter(|day| !is_count && (!is_articled || day.is_ordinal)) else {
        return Some(finished(text, at, None, &name));
    };
    // "March 3 and 40 people": the second number is a day only where it is a later one that counts nobody.
    let stretch = day_numbers(text, place).filter(|days| days.day.is_none() && !text.counts(days.end - 1));
    // "3 March to 5 April"
    let stretch = stretch.filter(|days| text.word(days.end).month.is_none());
    let days = stretch.unwrap_or(one);
    Some(finished(text, at, Some(days.day), &MonthName { end: days.end, ..name }))
}

/// The month with its year, where one follows; `days` is its day, or that of a stretch, which is none.
fn finished(text: &DayText<'_>, start: usize, days: Option<Option<i8>>, name: &MonthName) -> FoundTime {
    let after = text.skip_stop(name.end);
    let (year, end) = match year_after(text, after, days.is_some()) {
        Ok(Some(found)) => found,
        Ok(None) => (NamedYear::Unsaid, name.end),
        Err(end) => return FoundTime::nothing(start, end),
    };
    let day = days.flatten();
    let exists = day.is_none_or(|day| (1..=longest(name.month)).contains(&day));
    if name.is_contradicted || !exists {
        return FoundTime::nothing(start, end);
    }
    FoundTime::named(start, end, NamedTime::Dated { year, month: name.month, day, weekday: None, side: Side::Unsaid })
}

/// The days of a month in its longest year.
fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Gives the first of two linked dates the year that only the second one says: "from 28 February to 3 March 2026".
pub fn share_year(text: &DayText<'_>, first: &mut FoundTime, second: &FoundTime) {
    let TimeMeaning::Named(NamedTime::Dated { year: year @ NamedYear::Unsaid, month, day, .. }) = &mut first.meaning
    else {
        return;
    };
    let TimeMeaning::Named(NamedTime::Dated { year: NamedYear::Full(later), month: to, day: on, .. }) = second.meaning
    else {
        return;
    };
    if text.is_linked(first.end, second.start, Roles::LINK.and(Roles::TO)) {
        // A stretch runs forward: where the second month is the earlier one, the first is of the year before.
        let is_same_year = (*month, day.unwrap_or(1)) <= (to, on.unwrap_or(31));
        *year = NamedYear::Full(if is_same_year { later } else { later.saturating_sub(1) });
    }
}
