use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;

/// A moment: whole seconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// The core has no clock; skins pass the moment in. Nothing is ordered by time.
/// Files write it as `2026-03-14T12:05:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(pub i64);

impl fmt::Display for Time {
    /// A moment that no calendar has, as of a broken clock, is written as the nearest one that it has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.0.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second());
        Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH).fmt(f)
    }
}

/// A string that is no moment as this program writes it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a moment written as 2026-03-14T12:05:00Z")]
pub struct NotATime(pub String);

impl FromStr for Time {
    type Err = NotATime;

    /// Reads what `Display` writes and nothing else.
    fn from_str(written: &str) -> Result<Time, NotATime> {
        let read = written.parse::<Timestamp>().ok().map(|moment| Time(moment.as_second()));
        // The library reads offsets and fractions as well; a file holds one spelling.
        read.filter(|time| time.to_string() == written).ok_or_else(|| NotATime(written.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_moment_is_written_in_universal_time_and_read_in_no_other_way() {
        let noon = Time(1_773_489_900);
        assert_eq!(noon.to_string(), "2026-03-14T12:05:00Z");
        assert_eq!("2026-03-14T12:05:00Z".parse(), Ok(noon));
        for other in ["2026-03-14T13:05:00+01:00", "2026-03-14 12:05:00Z", "2026-03-14T12:05:00.5Z", "2026-03-14", ""] {
            assert!(other.parse::<Time>().is_err(), "{other}");
        }
        assert_eq!(Time(i64::MAX).to_string().parse::<Time>().unwrap().to_string(), Time(i64::MAX).to_string());
    }

    proptest! {
        #[test]
        fn every_moment_of_the_calendar_is_read_as_it_is_written(second in -300_000_000_000i64..250_000_000_000) {
            prop_assert_eq!(Time(second).to_string().parse(), Ok(Time(second)));
        }
    }
}
