//! The number reader, phrase by phrase: words and what is read of them.
//!
//! A row's right side is qualifier, low, best, high (– where absent), the unit
//! unless it is persons, the convention unless the words give the number, what a share is of, and "doubtful" where the
//! reading is not sure; of what is no figure the reason.

mod arabic_kinds;
mod arabic_table;
mod english_limits;
mod english_no_counts;
mod english_numbers;
mod english_people;
mod english_shares;
mod english_table;
mod formats_table;
mod french_table;
mod german_table;
mod lists;
mod no_figure_table;
mod other_languages;
mod persian_table;
mod properties;
mod sentences;
mod spanish_table;
mod texts;
mod work;

use super::{Reading, Unread, reading};
use crate::{Convention, Language, Unit};

/// A reading as the tables write it.
fn told(read: Result<Reading, Unread>) -> String {
    let reading = match read {
        Ok(reading) => reading,
        Err(Unread::NotAQuantity(kind)) => return format!("{kind:?}"),
        Err(Unread::Reversed { from, to }) => return format!("Reversed {from} {to}"),
        Err(unread) => return format!("{unread:?}"),
    };
    let bounds = [reading.low, reading.best, reading.high].map(|n| n.map_or("–".to_owned(), |n| n.to_string()));
    let mut told = format!("{} {}", reading.qualifier.name(), bounds.join(" "));
    if reading.unit != Unit::Person {
        told += &format!(" {}", reading.unit.name());
    }
    if !matches!(reading.convention, Convention::Literal | Convention::Unspecified) {
        told += &format!(" {}", reading.convention.name());
    }
    if let Some(share) = reading.share {
        let ratio = share.ratio.map_or(String::new(), |(numerator, denominator)| format!("{numerator}/{denominator} "));
        told += &format!(" {ratio}of {}", share.whole.map_or("–".to_owned(), |whole| whole.to_string()));
    }
    if !reading.is_sure {
        told += " doubtful";
    }
    told
}

/// Reads every row and lists those that are read otherwise.
fn check(tag: &str, rows: &[(&str, &str)]) {
    let language = Language::of_tag(tag);
    let wrong: Vec<String> = rows
        .iter()
        .map(|(words, expected)| (words, expected, told(reading(words, language))))
        .filter(|(_, expected, told)| told != **expected)
        .map(|(words, expected, told)| format!("{words}: {told}, not {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}
