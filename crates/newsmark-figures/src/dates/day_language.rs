use super::word_list::WordList;

/// What of a language the reader of days must know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLanguage {
    /// The words of days that are read.
    pub words: DayWords,
    /// In which order 03/04/2025 is to be read.
    pub order: DateOrder,
}

/// Which lists of words are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayWords {
    /// English and Arabic: no word of one is a word of the other.
    EnglishAndArabic,
    German,
    French,
    Spanish,
    /// Persian and English.
    Persian,
    /// None: only dates in digits are read.
    Digits,
}

/// The order of day and month in a date of digits whose year is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
    /// The language does not say: only what cannot be read two ways is read.
    Undecided,
}

/// Languages that write the day before the month (CLDR 47, short date formats).
const DAY_FIRST: &[&str] = &[
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "gl", "gu", "he",
    "hi", "hr", "hy", "id", "is", "it", "ka", "kk", "km", "kn", "ky", "lo", "lv", "mk", "ml", "mr", "ms", "nb", "nl",
    "nn", "no", "pa", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sw", "ta", "te", "th", "tr", "uk", "ur", "uz",
    "vi",
];

/// Where English writes the month first (CLDR 47).
const MONTH_FIRST: &[&str] = &["US", "PH", "PR", "GU", "AS", "MP", "UM", "VI"];

impl DayLanguage {
    /// The language of a BCP 47 tag whose first part, in lower case, is `primary`; `is_in` answers whether one of its
    /// other parts is among some regions.
    pub fn of(primary: &str, has_region: bool, is_in: impl Fn(&[&str]) -> bool) -> DayLanguage {
        let words = match primary {
            "" | "und" | "mul" | "en" | "ar" => DayWords::EnglishAndArabic,
            "de" | "gsw" | "nds" => DayWords::German,
            "fr" => DayWords::French,
            "es" => DayWords::Spanish,
            "fa" | "prs" => DayWords::Persian,
            _ => DayWords::Digits,
        };
        let order = match primary {
            "en" if is_in(MONTH_FIRST) => DateOrder::MonthFirst,
            // Both orders are at home in Canada, and plain "en" may be anybody's.
            "en" if has_region && !is_in(&["CA"]) => DateOrder::DayFirst,
            "fil" | "tl" => DateOrder::MonthFirst,
            _ if DAY_FIRST.contains(&primary) => DateOrder::DayFirst,
            _ => DateOrder::Undecided,
        };
        DayLanguage { words, order }
    }

    /// Whether English words are among those read.
    pub fn has_english(self) -> bool {
        matches!(self.words, DayWords::EnglishAndArabic | DayWords::Persian)
    }

    /// The words of days in this language.
    pub fn list(self) -> &'static WordList {
        WordList::built_in(self.words)
    }
}

#[cfg(test)]
mod tests {
    use crate::Language;

    use super::*;

    #[test]
    fn the_order_of_digits_is_known_where_a_language_has_one() {
        let order = |tag: &str| Language::of_tag(tag).days.order;
        for tag in ["en-GB", "en_IE", "de", "fr-CA", "es-MX", "ar-SY", "it", "fi"] {
            assert_eq!(order(tag), DateOrder::DayFirst, "{tag}");
        }
        assert_eq!(order("en-US"), DateOrder::MonthFirst);
        assert_eq!(order("en-Latn-US"), DateOrder::MonthFirst);
        for tag in ["", "en", "en-CA", "hu", "ja", "fa", "xx"] {
            assert_eq!(order(tag), DateOrder::Undecided, "{tag}");
        }
    }
}
