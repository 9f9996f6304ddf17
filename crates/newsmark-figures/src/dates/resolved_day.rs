use jiff::civil::Date;

use crate::Precision;

/// A time that words stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedDay {
    /// Its first day.
    pub day: Date,
    /// How long it is.
    pub precision: Precision,
    /// How it was worked out: "the Sunday before publication"; empty where the words say the date in full.
    pub how: String,
}

impl ResolvedDay {
    /// The time as a button names it: "2026-03-15", "February 2026", "week of 9 March 2026".
    pub fn name(&self) -> String {
        match self.precision {
            Precision::Unspecified | Precision::Day => self.day.to_string(),
            Precision::Week => written(self.day, self.precision).replacen('W', "w", 1),
            Precision::Month | Precision::Year => written(self.day, self.precision),
        }
    }

    /// The time as a date of ISO 8601 no more exact than the words: "2026-02" of a month, "2025" of a year. A week is
    /// its first day, as its precision says.
    pub fn date(&self) -> String {
        let date = self.day.to_string();
        match self.precision {
            Precision::Month => date[..date.len() - 3].to_owned(),
            Precision::Year => date[..date.len() - 6].to_owned(),
            Precision::Unspecified | Precision::Day | Precision::Week => date,
        }
    }

    /// The time in words, with how it was worked out: "15 March 2026, the Sunday before publication".
    pub fn sentence(&self) -> String {
        let time = written(self.day, self.precision);
        if self.how.is_empty() { time } else { format!("{time}, {}", self.how) }
    }
}

/// The time in words.
fn written(day: Date, precision: Precision) -> String {
    match precision {
        Precision::Unspecified | Precision::Day => day.strftime("%-d %B %Y").to_string(),
        Precision::Week => day.strftime("Week of %-d %B %Y").to_string(),
        Precision::Month => day.strftime("%B %Y").to_string(),
        Precision::Year => day.year().to_string(),
    }
}
