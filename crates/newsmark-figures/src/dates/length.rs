use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::Precision;

/// A length of time that words count in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    Day,
    Week,
    Month,
    Year,
}

impl Length {
    /// The length of that name in a word list.
    pub fn named(name: &str) -> Option<Length> {
        match name {
            "day" => Some(Length::Day),
            "week" => Some(Length::Week),
            "month" => Some(Length::Month),
            "year" => Some(Length::Year),
            _ => None,
        }
    }

    /// The English noun, as sentences have it.
    pub fn noun(self) -> &'static str {
        match self {
            Length::Day => "day",
            Length::Week => "week",
            Length::Month => "month",
            Length::Year => "year",
        }
    }

    /// How exactly a time of this length is known.
    pub fn precision(self) -> Precision {
        match self {
            Length::Day => Precision::Day,
            Length::Week => Precision::Week,
            Length::Month => Precision::Month,
            Length::Year => Precision::Year,
        }
    }

    /// So many of it.
    pub fn span(self, n: i32) -> Span {
        match self {
            Length::Day => n.days(),
            Length::Week => n.weeks(),
            Length::Month => n.months(),
            Length::Year => n.years(),
        }
    }

    /// The first day of the week, month or year of `day`; weeks begin on Monday (ISO 8601).
    pub fn beginning(self, day: Date) -> Date {
        match self {
            Length::Day => day,
            Length::Week => {
                let since_monday = i32::from(day.weekday().since(Weekday::Monday));
                day.checked_sub(since_monday.days()).unwrap_or(day)
            }
            Length::Month => day.first_of_month(),
            Length::Year => day.first_of_year(),
        }
    }
}
