use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Years of the solar Hijri calendar that are read: those of which the cycle of 33 years is the calendar's own.
// Iran's calendar follows the equinox, with which the cycle agrees from 1244 to 1472 (Heydari-Malayeri 2004, table 2).
pub const YEARS: std::ops::RangeInclusive<i16> = 1_300..=1_472;

/// A year of 366 days, in which every month has all the days that it can have.
pub const LEAP_YEAR: i16 = 1_403;

/// The first day of the year 1404, from which others are counted.
const ANCHOR: (i16, Date) = (1_404, date(2025, 3, 21));

/// The day of the Gregorian calendar that a day of the solar Hijri one is; `None` for a day that it has not.
pub fn gregorian(year: i16, month: i8, day: i8) -> Option<Date> {
    if !YEARS.contains(&year) || !(1..=12).contains(&month) || !(1..=length(year, month)).contains(&day) {
        return None;
    }
    let (anchor, first) = ANCHOR;
    let years: i32 = (anchor.min(year)..anchor.max(year)).map(n_days).sum();
    let years = if year < anchor { -years } else { years };
    let months: i32 = (1..month).map(|month| i32::from(length(year, month))).sum();
    first.checked_add((years + months + i32::from(day) - 1).days()).ok()
}

/// The last such day up to the one of publication, or the next one from it on.
pub fn beside(published: Date, month: i8, day: i8, is_ahead: bool) -> Option<Date> {
    // A solar year begins in March of the Gregorian one that is 621 more.
    let this = published.year().checked_sub(621).filter(|year| YEARS.contains(year))?;
    let mut days = [this - 1, this, this + 1].into_iter().filter_map(|year| gregorian(year, month, day));
    if is_ahead { days.find(|found| *found >= published) } else { days.rfind(|found| *found <= published) }
}

fn n_days(year: i16) -> i32 {
    if is_leap(year) { 366 } else { 365 }
}

fn is_leap(year: i16) -> bool {
    matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

/// The days of a month: six of 31, five of 30, and the last of 29, of 30 in a leap year.
fn length(year: i16, month: i8) -> i8 {
    match month {
        ..=6 => 31,
        7..=11 => 30,
        _ if is_leap(year) => 30,
        _ => 29,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_irans_calendar() {
        for (year, month, day, gregorian_day) in [
            (1_403, 1, 1, date(2024, 3, 20)),
            (1_404, 12, 24, date(2026, 3, 15)),
            (1_405, 1, 1, date(2026, 3, 21)),
            (1_357, 11, 22, date(1979, 2, 11)),
            (1_399, 12, 30, date(2021, 3, 20)),
            (1_388, 3, 22, date(2009, 6, 12)),
        ] {
            assert_eq!(gregorian(year, month, day), Some(gregorian_day));
        }
        for (year, month, day) in [(1_404, 12, 30), (1_404, 7, 31), (1_404, 13, 1), (1_404, 1, 0), (1_600, 1, 1)] {
            assert_eq!(gregorian(year, month, day), None);
        }
    }

    #[test]
    fn every_day_follows_on_the_one_before() {
        let days = YEARS.flat_map(|year| (1..=12).flat_map(move |month| (1..=31).map(move |day| (year, month, day))));
        let days: Vec<Date> = days.filter_map(|(year, month, day)| gregorian(year, month, day)).collect();
        assert!(days.windows(2).all(|pair| pair[0].tomorrow().ok() == Some(pair[1])));
    }
}
