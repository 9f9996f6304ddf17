//! Days and moments as a table writes them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::Time;

/// A day: "16 Mar", with its year where that is not the one of `today`.
pub fn day(day: Date, today: Time) -> String {
    let format = if day.year() == date(today).year() { "%-d %b" } else { "%-d %b %Y" };
    day.strftime(format).to_string()
}

/// A moment: "14:02" today, "Sun" within the last week, else the day.
pub fn moment(time: Time, today: Time) -> String {
    let (then, now) = (date(time), date(today));
    // A moment that cannot be reckoned with is told by its full day.
    let n_days = now.since(then).map_or(i32::MAX, |span| span.get_days());
    match n_days {
        0 => zoned(time).strftime("%H:%M").to_string(),
        // Within a week the day's name is shorter and says more than its date.
        1..7 => then.strftime("%a").to_string(),
        _ => day(then, today),
    }
}

fn date(time: Time) -> Date {
    zoned(time).date()
}

fn zoned(time: Time) -> jiff::Zoned {
    Timestamp::from_second(time.0).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(TimeZone::system())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_told_shortly() {
        let noon = Time(1_773_662_400);
        let ago = |n_days: i64| moment(Time(noon.0 - n_days * 86_400), noon);
        assert_eq!(day(date(noon), noon), ago(0).replace(ago(0).as_str(), "16 Mar"));
        assert_eq!(ago(0).len(), "14:02".len());
        assert_eq!(ago(1), "Sun");
        assert_eq!((ago(8), ago(400)), ("8 Mar".to_owned(), "9 Feb 2025".to_owned()));
        assert_eq!(moment(Time(noon.0 + 86_400 * 30), noon), "15 Apr", "a clock that runs backwards does no harm");
    }
}
