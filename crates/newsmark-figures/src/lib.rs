#![doc = include_str!("../README.md")]

mod count;
mod dates;
mod folds;
mod language;
mod reader;
mod terms;
mod text_line;
mod vocabulary;
mod wrapped;

pub use count::{NotACount, grouped, latin_digits, read_count};
pub use dates::{DayReading, ResolvedDay, day, days, first_day, is_relative, resolved_day};
pub use folds::Folds;
pub use language::Language;
pub use reader::{ListError, NotAQuantity, Reader, Reading, ShareOf, Unread, phrase_around, reading, readings};
pub use terms::{Convention, Precision, Qualifier, Unit};
pub use vocabulary::{Term, Vocabulary};
pub use wrapped::wrapped_paragraphs;
