//! What holds of the days of every text.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

/// Words that mean something where days are told, and some that mean nothing.
const WORDS: [&str; 60] = [
    "on",
    "by",
    "until",
    "last",
    "next",
    "this",
    "the",
    "a",
    "of",
    "in",
    "and",
    "to",
    "ago",
    "from now",
    "week",
    "month",
    "year",
    "days",
    "weeks",
    "Sunday",
    "Friday",
    "March",
    "May",
    "Jan.",
    "Sept.",
    "14",
    "3rd",
    "2025",
    "2026",
    "'88",
    "31",
    "0",
    "3,500",
    "12",
    "people",
    "/",
    "-",
    "–",
    ",",
    ".",
    "(",
    ")",
    "yesterday",
    "today",
    "two",
    "second",
    "before",
    "after",
    "previous",
    "every",
    "early",
    "يوم",
    "الأحد",
    "الماضي",
    "آذار",
    "مارس",
    "قبل",
    "يومين",
    "من",
    "و",
];

fn text() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(&WORDS[..]), prop::sample::select(&["", " ", " ", " ", "\n"][..]));
    prop::collection::vec(word, 0..24)
        .prop_map(|words| words.into_iter().map(|(word, gap)| format!("{word}{gap}")).collect())
}

fn tag() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["", "en", "en-GB", "en-US", "ar", "de", "fr", "es", "fa", "fi"][..])
}

proptest! {
    #[test]
    fn days_are_disjoint_and_mean_the_same_without_the_text_around_them(text in text(), tag in tag(), day in 1i8..=28) {
        let (language, published) = (Language::of_tag(tag), Some(date(2026, 3, day)));
        let mut passed = 0;
        for found in days(&text, language, published) {
            prop_assert!(passed <= found.at.start && found.at.start < found.at.end);
            passed = found.at.end;
            let words = &text[found.at.clone()];
            // The year of a stretch stands at its end.
            if is_relative(words, language) && !found.is_relative {
                continue;
            }
            // Of a stretch whose end would lie before its beginning both are left open.
            if found.resolved.is_some() {
                prop_assert_eq!(resolved_day(words, language, published), found.resolved, "{:?}", words);
            }
            prop_assert_eq!(is_relative(words, language), found.is_relative, "{:?}", words);
        }
    }

    #[test]
    fn without_a_day_of_publication_the_same_words_are_told_and_none_that_hangs_on_it_is_resolved(text in text(), tag in tag()) {
        let language = Language::of_tag(tag);
        let known = days(&text, language, Some(date(2026, 3, 16)));
        let unknown = days(&text, language, None);
        prop_assert_eq!(known.len(), unknown.len());
        for (known, unknown) in known.iter().zip(&unknown) {
            prop_assert_eq!(&known.at, &unknown.at);
            prop_assert_eq!(unknown.resolved.is_none(), unknown.is_relative);
        }
    }

    #[test]
    fn no_text_and_no_day_of_publication_is_too_odd(text in "\\PC{0,60}", tag in tag(), year in -9999i16..=9999) {
        for published in [date(year, 1, 1), date(year, 12, 31)] {
            let _ = days(&text, Language::of_tag(tag), Some(published));
            let _ = days(&format!("9999 years ago, {text} 31 Dec. by {year}"), Language::of_tag(tag), Some(published));
        }
    }
}
