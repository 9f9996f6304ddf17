//! Tables of days by language and kind.

mod arabic;
mod english;
mod other_languages;
mod properties;

use jiff::civil::date;

use super::*;

/// The dates of a text in an article of Monday 16 March 2026, each with its precision.
fn dates(text: &str, tag: &str) -> Vec<String> {
    let found = days(text, Language::of_tag(tag), Some(date(2026, 3, 16))).into_iter();
    let resolved = found.filter_map(|day| day.resolved);
    resolved.map(|resolved| format!("{} {:?}", resolved.date(), resolved.precision)).collect()
}

/// The words of its days.
fn found<'t>(text: &'t str, tag: &str) -> Vec<&'t str> {
    let found = days(text, Language::of_tag(tag), Some(date(2026, 3, 16))).into_iter();
    found.map(|day| &text[day.at]).collect()
}

/// The time that the words stand for in an article of Monday 16 March 2026.
fn resolved(words: &str) -> Option<String> {
    resolved_day(words, Language::default(), Some(date(2026, 3, 16))).map(|resolved| resolved.sentence())
}

#[test]
fn words_are_resolved_against_the_day_of_publication() {
    let table = [
        ("on Sunday", "15 March 2026, the Sunday before publication"),
        ("on Sunday morning", "15 March 2026, the Sunday before publication"),
        ("late on Saturday night", "14 March 2026, the Saturday before publication"),
        ("Monday", "16 March 2026, the day of publication"),
        ("on Tuesday", "10 March 2026, the Tuesday before publication"),
        ("last Monday", "9 March 2026, the Monday before publication"),
        ("next Friday", "20 March 2026, the Friday after publication"),
        ("today", "16 March 2026, the day of publication"),
        ("this morning", "16 March 2026, the day of publication"),
        ("yesterday evening", "15 March 2026, the day before publication"),
        ("tomorrow", "17 March 2026, the day after publication"),
        ("three days ago", "13 March 2026, 3 days before publication"),
        ("two weeks ago", "Week of 2 March 2026, 2 weeks before publication"),
        ("a week ago", "Week of 9 March 2026, 1 week before publication"),
        ("the day before yesterday", "14 March 2026, 2 days before publication"),
        ("the day after tomorrow", "18 March 2026, 2 days after publication"),
        ("by nightfall on Sunday", "15 March 2026, the Sunday before publication"),
        ("before dawn on Sunday", "15 March 2026, the Sunday before publication"),
        ("at 10 on 14 March", "14 March 2026, the last 14 March before publication"),
        ("over 3 days in February", "February 2026, the last February before publication"),
        ("between 3 and 5 March", "March 2026, the last March before publication"),
        ("March 3–5", "March 2026, the last March before publication"),
        ("last week", "Week of 9 March 2026, the week before publication"),
        ("this week", "Week of 16 March 2026, the week of publication"),
        ("last month", "February 2026, the month before publication"),
        ("earlier this month", "March 2026, the month of publication"),
        ("this year", "2026, the year of publication"),
        ("last year", "2025, the year before publication"),
        ("since January", "January 2026, the last January before publication"),
        ("in December", "December 2025, the last December before publication"),
        ("14 March", "14 March 2026, the last 14 March before publication"),
        ("on March 20", "20 March 2025, the last 20 March before publication"),
        ("on the 3rd of February", "3 February 2026, the last 3 February before publication"),
        ("يوم الأحد", "15 March 2026, the Sunday before publication"),
        ("أمس السبت", "14 March 2026, the Saturday before publication"),
        ("أمس", "15 March 2026, the day before publication"),
        ("اليوم", "16 March 2026, the day of publication"),
        ("الأسبوع الماضي", "Week of 9 March 2026, the week before publication"),
        ("الشهر الماضي", "February 2026, the month before publication"),
        ("العام الماضي", "2025, the year before publication"),
        ("منذ كانون الثاني", "January 2026, the last January before publication"),
        ("في ١٤ آذار", "14 March 2026, the last 14 March before publication"),
        ("أول أمس", "14 March 2026, 2 days before publication"),
        ("قبل يومين", "14 March 2026, 2 days before publication"),
        ("قبل ثلاثة أيام", "13 March 2026, 3 days before publication"),
    ];
    for (words, expected) in table {
        assert_eq!(resolved(words).as_deref(), Some(expected), "{words}");
    }
}

#[test]
fn words_that_say_all_need_no_day_of_publication() {
    let table = [
        ("14 March 2026", "14 March 2026"),
        ("March 14, 2026", "14 March 2026"),
        ("Sunday, 15 March 2026", "15 March 2026"),
        ("2026-03-08", "8 March 2026"),
        ("in March 2026", "March 2026"),
        ("in 2025", "2025"),
        ("14 آذار 2026", "14 March 2026"),
        ("في مارس ٢٠٢٦", "March 2026"),
    ];
    for (words, expected) in table {
        assert_eq!(
            resolved_day(words, Language::default(), None).map(|day| day.sentence()).as_deref(),
            Some(expected),
            "{words}"
        );
        assert!(!is_relative(words, Language::default()), "{words}");
    }
}

#[test]
fn a_duration_and_what_hangs_on_the_story_are_no_day() {
    for words in [
        "by nightfall",
        "overnight",
        "that morning",
        "a week earlier",
        "two weeks earlier",
        "three days later",
        "a day before",
        "a week after Sunday",
        "the day before the strike on Sunday",
        "over one week",
        "over the last week",
        "in the past month",
        "in the last year",
        "for three days",
        "more than a week ago",
        "about three days ago",
        "within two weeks",
        "the previous Sunday",
        "the following Monday",
        "the Sunday before last",
        "the previous week",
        "from Friday to Sunday",
        "on Saturday and Sunday",
        "from 28 February to 3 March",
        "في اليوم التالي",
        "قبل ثلاثة أيام من الهجوم",
        "خلال أسبوع",
    ] {
        assert_eq!(resolved(words), None, "{words}");
    }
}

#[test]
fn words_that_name_no_time_are_left_alone() {
    for words in ["", "in Karsa", "at least 12", "30 February", "31 April 2026", "may", "the second", "46 people"] {
        assert_eq!(resolved(words), None, "{words}");
    }
    assert_eq!(resolved_day("on Sunday", Language::default(), None), None);
    let is_relative = |words| is_relative(words, Language::default());
    assert!(is_relative("on Sunday") && is_relative("since January") && !is_relative("in Karsa"));
}

proptest::proptest! {
    #[test]
    fn no_words_and_no_day_are_too_odd(words in "\\PC{0,30}", day in 1i8..=28, year in 1i16..=9999) {
        let _ = resolved_day(&words, Language::default(), Some(date(year, 1, day)));
        let _ = resolved_day(&format!("{day} {words} {year}"), Language::default(), Some(date(year, 12, day)));
        let _ = resolved_day(&format!("{year} years ago"), Language::default(), Some(date(1, 1, day)));
    }
}
