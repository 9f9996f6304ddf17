use jiff::civil::Date;

/// The day that `written` is, as 2026-03-14; `None` for what is no day of the calendar.
///
/// ```
/// use newsmark_figures::day;
///
/// assert_eq!(day("2026-03-14"), Some(jiff::civil::date(2026, 3, 14)));
/// assert_eq!(day("2026-02-30"), None);
/// ```
pub fn day(written: &str) -> Option<Date> {
    // The library reads more spellings than files may hold.
    written.parse::<Date>().ok().filter(|day| day.to_string() == written)
}

/// The first day of what is `written`: a day as 2026-03-14, a month as 2026-03 or a year as 2026.
///
/// ```
/// use newsmark_figures::first_day;
///
/// assert_eq!(first_day("2026-03"), Some(jiff::civil::date(2026, 3, 1)));
/// ```
pub fn first_day(written: &str) -> Option<Date> {
    let missing = match written.len() {
        4 => "-01-01",
        7 => "-01",
        _ => "",
    };
    day(&format!("{written}{missing}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_and_a_year_are_dates_too() {
        for (written, first) in [("2026-03-14", "2026-03-14"), ("2026-03", "2026-03-01"), ("2026", "2026-01-01")] {
            assert_eq!(first_day(written).map(|day| day.to_string()).as_deref(), Some(first));
        }
        for wrong in ["2026-13", "26-03", "2026-3", "", "March", "2026-02-30"] {
            assert_eq!(first_day(wrong), None, "{wrong}");
        }
    }
}
