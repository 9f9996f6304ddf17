use super::day_language::{DateOrder, DayWords};
use super::day_text::DayText;
use super::found_time::FoundTime;
use super::named_time::{NamedTime, NamedYear, Side};
use super::solar_hijri::{YEARS, gregorian};

/// What may stand between the numbers of a date in digits.
const MARKS: [char; 5] = ['-', '/', '.', '‑', '–'];

/// A date in digits from a piece on: "2026-03-14", "14.3.2026", "3/14/2026".
///
/// A year before all is followed by its month (ISO 8601). Where it is the last, the language says which of the others
/// is the month; where it does not, only a number above 12 does, and 03/04/2025 is no date.
pub fn digit_date(text: &DayText<'_>, at: usize) -> Option<FoundTime> {
    let numbers = [text.digits(at)?, text.digits(at + 2)?, text.digits(at + 4)?];
    let mark = text.mark(at + 1).filter(|mark| MARKS.contains(mark))?;
    let is_one = (at + 1..at + 5).all(|place| text.is_glued(place)) && text.mark(at + 3) == Some(mark);
    if !is_one || !text.begins_number(at) {
        return None;
    }
    let end = at + 5;
    // A chain of numbers is a code; "2026-03-14T10:00" is a date and a time.
    let goes_on = text.is_mark(end, &MARKS) && text.is_glued(end) && text.is_glued(end + 1) && text.is_number(end + 1);
    let is_attached = text.is_glued(end) && text.is_word(end) && !matches!(text.letters(end), "T" | "Z");
    if goes_on || is_attached {
        return Some(FoundTime::nothing(at, end));
    }
    let [(first, n_first), (second, n_second), (third, n_third)] = numbers;
    let found = match (n_first, n_second, n_third) {
        (4, 1..=2, 1..=2) => Some((NamedYear::Full(first), second, third)),
        (1..=2, 1..=2, 4) => {
            ordered(text, at, mark, first, second).map(|(month, day)| (NamedYear::Full(third), month, day))
        }
        // "14/03/26"; with hyphens two digits are a code as often, and with stops a version.
        (2, 2, 2) if mark == '/' || mark == '.' && text.language().days.order == DateOrder::DayFirst => {
            ordered(text, at, mark, first, second).map(|(month, day)| (NamedYear::Short(third), month, day))
        }
        _ => return None,
    };
    // Persian texts date by the solar year.
    if let Some((NamedYear::Full(year), month, day)) = found
        && text.language().days.words == DayWords::Persian
        && YEARS.contains(&year)
    {
        let exists = month <= 12 && day <= 31 && gregorian(year, month as i8, day as i8).is_some();
        let time = NamedTime::SolarHijri { year: Some(year), month: month as i8, day: day as i8, side: Side::Unsaid };
        return Some(if exists { FoundTime::named(at, end, time) } else { FoundTime::nothing(at, end) });
    }
    // Years before 1500 are of another calendar in news: 1447 is of the Hijra, 1404 of the solar one.
    let is_year = |year: NamedYear| !matches!(year, NamedYear::Full(year) if year < 1_500);
    let is_real = |month: i16, day: i16| (1..=12).contains(&month) && (1..=31).contains(&day);
    Some(found.filter(|(year, month, day)| is_year(*year) && is_real(*month, *day)).map_or(
        FoundTime::nothing(at, end),
        |found| {
            let (year, month, day) = (found.0, found.1 as i8, Some(found.2 as i8));
            FoundTime::named(at, end, NamedTime::Dated { year, month, day, weekday: None, side: Side::Unsaid })
        },
    ))
}

/// Which of two numbers is the month and which the day.
fn ordered(text: &DayText<'_>, at: usize, mark: char, first: i16, second: i16) -> Option<(i16, i16)> {
    // Whoever writes Arabic digits writes the day first.
    let is_arabic = text.letters(at).starts_with(|c: char| matches!(c, '٠'..='٩'));
    match text.language().days.order {
        DateOrder::DayFirst => Some((second, first)),
        _ if is_arabic => Some((second, first)),
        DateOrder::MonthFirst if mark != '.' => Some((first, second)),
        _ if first == second => Some((first, second)),
        _ if first > 12 => Some((second, first)),
        _ if second > 12 => Some((first, second)),
        _ => None,
    }
}
