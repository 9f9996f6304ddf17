use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::ResolvedDay;
use super::length::Length;
use super::solar_hijri;
use crate::Precision;

/// A time as words name it, before it is resolved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NamedTime {
    /// A month, or a day of one.
    Dated { year: NamedYear, month: i8, day: Option<i8>, weekday: Option<Weekday>, side: Side },
    /// A day of a month that is so many after that of publication: "the 5th of last month".
    DayOfMonth { day: i8, months: i32 },
    /// A day of the week.
    Weekday { weekday: Weekday, side: Side },
    /// A day of a week that is so many after that of publication: "Sunday last week".
    WeekdayOf { weekday: Weekday, weeks: i32 },
    /// "Sunday week", "a fortnight on Sunday": so many weeks after the next such day.
    WeeksAfter { weekday: Weekday, weeks: i32 },
    /// The week of a day: "the week of 9 March".
    WeekOf { year: NamedYear, month: i8, day: i8 },
    /// So many lengths after publication, before it where negative; `is_day` of "a week ago today".
    Counted { n: i32, length: Length, is_day: bool },
    /// The week, month or year so many after that of publication.
    Whole { n: i32, length: Length },
    /// A day of the solar Hijri calendar.
    SolarHijri { year: Option<i16>, month: i8, day: i8, side: Side },
    /// A year of the calendar.
    Year(i16),
}

/// The year of a month as words name it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NamedYear {
    /// All four digits.
    Full(i16),
    /// Two digits.
    Short(i16),
    /// So many years after that of publication.
    Beside(i32),
    /// Not named.
    Unsaid,
}

/// On which side of publication a day without its year or week lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    /// Not said: the last one up to publication, as news means it.
    Unsaid,
    /// "last": before publication.
    Last,
    /// "this": in the same week or year.
    This,
    /// "next": after publication.
    Next,
    /// "by", "until": on the day of publication or after it.
    Coming,
}

impl NamedTime {
    /// Whether only a day of publication tells which time it is.
    pub fn is_relative(&self) -> bool {
        !matches!(
            self,
            NamedTime::Year(_)
                | NamedTime::Dated { year: NamedYear::Full(_), .. }
                | NamedTime::WeekOf { year: NamedYear::Full(_), .. }
                | NamedTime::SolarHijri { year: Some(_), .. }
        )
    }

    /// The time, in an article of `published`; `None` where that is asked for and not known, and of a day that the
    /// calendar has not.
    pub fn resolved(&self, published: Option<Date>) -> Option<ResolvedDay> {
        match *self {
            NamedTime::Year(year) => resolved(Date::new(year, 1, 1).ok()?, Precision::Year, String::new()),
            NamedTime::Dated { year: NamedYear::Full(year), month, day, weekday, .. } => {
                let first = Date::new(year, month, day.unwrap_or(1)).ok()?;
                // A day that the calendar has on another weekday is no day.
                let fits = day.is_none() || weekday.is_none_or(|weekday| first.weekday() == weekday);
                resolved(first, precision_of(day), String::new()).filter(|_| fits)
            }
            NamedTime::WeekOf { year, month, day } => {
                let day = NamedTime::Dated { year, month, day: Some(day), weekday: None, side: Side::Unsaid };
                let ResolvedDay { day, how, .. } = day.resolved(published)?;
                resolved(Length::Week.beginning(day), Precision::Week, how)
            }
            NamedTime::SolarHijri { year: Some(year), month, day, .. } => {
                resolved(solar_hijri::gregorian(year, month, day)?, Precision::Day, String::new())
            }
            _ => self.beside(published?),
        }
    }

    /// A time that hangs on the day of publication.
    fn beside(&self, published: Date) -> Option<ResolvedDay> {
        match *self {
            NamedTime::Dated { year, month, day, weekday, side } => dated(published, year, (month, day, weekday), side),
            NamedTime::DayOfMonth { day, months } => {
                let first = published.first_of_month().checked_add(months.months()).ok()?;
                let how = format!("the {day}. of the {}", named_whole(months, Length::Month));
                resolved(Date::new(first.year(), first.month(), day).ok()?, Precision::Day, how)
            }
            NamedTime::Weekday { weekday, side } => on_weekday(published, weekday, side),
            NamedTime::WeekdayOf { weekday, weeks } => {
                let day = in_week(published.checked_add(weeks.weeks()).ok()?, weekday)?;
                let how = format!("the {} of the {}", name(weekday), named_whole(weeks, Length::Week));
                resolved(day, Precision::Day, how)
            }
            NamedTime::WeeksAfter { weekday, weeks } => {
                let day = published.nth_weekday(1, weekday).ok()?.checked_add(weeks.weeks()).ok()?;
                let plural = if weeks == 1 { "" } else { "s" };
                resolved(
                    day,
                    Precision::Day,
                    format!("{weeks} week{plural} after the {} after publication", name(weekday)),
                )
            }
            NamedTime::Counted { n, length, is_day } => counted(published, n, length, is_day),
            NamedTime::Whole { n, length } => {
                let day = length.beginning(published).checked_add(length.span(n)).ok()?;
                resolved(day, length.precision(), format!("the {}", named_whole(n, length)))
            }
            NamedTime::SolarHijri { year: None, month, day, side } => {
                let is_ahead = matches!(side, Side::Coming | Side::Next);
                let found = solar_hijri::beside(published, month, day, is_ahead)?;
                let which = if is_ahead { "next such day after" } else { "last such day before" };
                resolved(found, Precision::Day, format!("the {which} publication, by the solar Hijri calendar"))
            }
            NamedTime::SolarHijri { .. } | NamedTime::WeekOf { .. } | NamedTime::Year(_) => None,
        }
    }
}

fn resolved(day: Date, precision: Precision, how: String) -> Option<ResolvedDay> {
    Some(ResolvedDay { day, precision, how })
}

fn precision_of(day: Option<i8>) -> Precision {
    if day.is_some() { Precision::Day } else { Precision::Month }
}

/// A month, or a day of one, whose year hangs on publication.
fn dated(
    published: Date,
    year: NamedYear,
    (month, day, weekday): (i8, Option<i8>, Option<Weekday>),
    side: Side,
) -> Option<ResolvedDay> {
    let in_year = |year: i16| Date::new(year, month, day.unwrap_or(1)).ok();
    let fits = |found: &Date| day.is_none() || weekday.is_none_or(|weekday| found.weekday() == weekday);
    let named = |found: Date| found.strftime(if day.is_some() { "%-d %B" } else { "%B" }).to_string();
    let this_year = published.year();
    let (found, how) = match year {
        NamedYear::Full(_) => return None,
        NamedYear::Short(short) => {
            let found = in_year(century(published, short)).filter(fits)?;
            (found, format!("{} as the year of two digits beside publication", found.year()))
        }
        NamedYear::Beside(n) => {
            let found = in_year(i16::try_from(i32::from(this_year).checked_add(n)?).ok()?).filter(fits)?;
            (found, format!("{} of the {}", named(found), named_whole(n, Length::Year)))
        }
        NamedYear::Unsaid => {
            // A month is compared by its first day: the one of publication is up to it and not before it.
            let edge = if day.is_some() { published } else { published.first_of_month() };
            let years = [this_year, this_year.checked_sub(1)?, this_year.checked_add(1)?];
            let days = years.map(in_year);
            let [this, last, next] = days;
            let back = |is_it: &dyn Fn(&Date) -> bool| [this, last].into_iter().flatten().find(|day| is_it(day));
            let ahead = |is_it: &dyn Fn(&Date) -> bool| [this, next].into_iter().flatten().find(|day| is_it(day));
            let (found, which) = match side {
                Side::Unsaid => match back(&|day| *day <= edge) {
                    Some(day) if fits(&day) => (day, "last"),
                    // The weekday beside it says that the day is one to come: "on Friday, 20 March".
                    _ => (ahead(&|day| *day > edge).filter(|_| weekday.is_some())?, "next"),
                },
                Side::Last => (back(&|day| *day < edge)?, "last"),
                Side::Next => (ahead(&|day| *day > edge)?, "next"),
                Side::Coming => (ahead(&|day| *day >= edge)?, "next"),
                Side::This => (this?, "this"),
            };
            let how = match which {
                "last" => format!("the last {} before publication", named(found)),
                "next" => format!("the next {} after publication", named(found)),
                _ => format!("{} of the year of publication", named(found)),
            };
            (Some(found).filter(fits)?, how)
        }
    };
    resolved(found, precision_of(day), how)
}

/// The year that two digits stand for: from 79 years before that of publication to 20 after it, as ICU's
/// `SimpleDateFormat` reads them.
fn century(published: Date, short: i16) -> i16 {
    let latest = published.year().saturating_add(20);
    latest.saturating_sub((latest.saturating_sub(short)).rem_euclid(100))
}

fn on_weekday(published: Date, weekday: Weekday, side: Side) -> Option<ResolvedDay> {
    let is_today = published.weekday() == weekday;
    let before = || published.nth_weekday(-1, weekday).ok();
    let after = || published.nth_weekday(1, weekday).ok();
    let today = || resolved(published, Precision::Day, "the day of publication".to_owned());
    let (day, which) = match side {
        Side::Unsaid | Side::Coming | Side::This if is_today => return today(),
        // "last Sunday" on a Sunday is a week ago, "on Sunday" is today.
        Side::Unsaid | Side::Last => (before()?, "before"),
        Side::Next | Side::Coming => (after()?, "after"),
        // Of a day of the same week that is past, "this" may mean it or the next one: then it is left open.
        Side::This => (in_week(published, weekday).filter(|day| *day > published)?, "after"),
    };
    resolved(day, Precision::Day, format!("the {} {which} publication", name(weekday)))
}

/// The day of the week of `day`; weeks begin on Monday (ISO 8601).
fn in_week(day: Date, weekday: Weekday) -> Option<Date> {
    let since_monday = i32::from(weekday.since(Weekday::Monday));
    Length::Week.beginning(day).checked_add(since_monday.days()).ok()
}

fn counted(published: Date, n: i32, length: Length, is_day: bool) -> Option<ResolvedDay> {
    let (from, precision) = if is_day {
        (published, Precision::Day)
    } else {
        // "Two weeks ago" is a week and no day: it begins where that week does.
        (length.beginning(published), length.precision())
    };
    let how = match n {
        0 => "the day of publication".to_owned(),
        -1 if length == Length::Day => "the day before publication".to_owned(),
        1 if length == Length::Day => "the day after publication".to_owned(),
        _ => {
            let (amount, noun) = (n.unsigned_abs(), length.noun());
            let plural = if amount == 1 { "" } else { "s" };
            let which = if n < 0 { "before" } else { "after" };
            format!("{amount} {noun}{plural} {which} publication")
        }
    };
    resolved(from.checked_add(length.span(n)).ok()?, precision, how)
}

/// "week before publication", "year of publication".
fn named_whole(n: i32, length: Length) -> String {
    let noun = length.noun();
    match n {
        -1 => format!("{noun} before publication"),
        0 => format!("{noun} of publication"),
        1 => format!("{noun} after publication"),
        _ => format!("{noun} {} {noun}s {} publication", n.unsigned_abs(), if n < 0 { "before" } else { "after" }),
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
