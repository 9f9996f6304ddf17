use jiff::civil::Date;

use crate::figures::{DayReading, Language, Reading, days, readings};
use crate::model::Text;
use crate::store::CodePoints;

/// What the numbers and days of a line are read by.
#[derive(Clone, Copy)]
pub(super) struct LineReader {
    pub language: Language,
    pub published: Option<Date>,
}

/// A line with what was read of it.
pub(super) struct ReadLine<'l> {
    /// The line, without its end.
    pub text: &'l str,
    /// The same with its code points counted.
    pub points: CodePoints,
    pub numbers: Vec<Reading>,
    pub days: Vec<DayReading>,
}

impl LineReader {
    /// Reads a line as a text by itself.
    pub fn read(self, text: &str) -> ReadLine<'_> {
        ReadLine {
            text,
            points: CodePoints::of(&Text::new(text.to_owned())),
            numbers: readings(text, self.language),
            days: days(text, self.language, self.published),
        }
    }
}
