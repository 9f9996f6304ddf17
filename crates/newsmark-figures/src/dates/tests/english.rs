//! Days of English texts, of an article of Monday 16 March 2026.

use super::{dates, found};

#[test]
fn words_behind_and_ahead_of_publication_say_on_which_side_a_day_lies() {
    for (words, date) in [
        ("The evacuation must be over by April 3.", "2026-04-03"),
        ("a ceasefire until 20 June", "2026-06-20"),
        ("to leave no later than Feb. 9", "2027-02-09"),
        ("to report by early on Friday", "2026-03-20"),
        ("till next Jan. 5", "2027-01-05"),
        ("the vote next Oct. 12", "2026-10-12"),
        ("a deadline of 1 July", "2026-07-01"),
        ("scheduled for May 30", "2026-05-30"),
        ("since Feb. 11", "2026-02-11"),
        ("since 18 March", "2025-03-18"),
        ("last 14 March", "2026-03-14"),
        ("Last Friday", "2026-03-13"),
        ("this past Friday", "2026-03-13"),
        ("this coming Friday", "2026-03-20"),
        ("the coming Friday", "2026-03-20"),
        ("this Friday", "2026-03-20"),
        ("Friday last", "2026-03-13"),
        ("by Monday", "2026-03-16"),
        ("until Wednesday", "2026-03-18"),
        ("four days from now", "2026-03-20"),
        ("in two days' time", "2026-03-18"),
        ("the day after tomorrow", "2026-03-18"),
        ("on Friday, 20 March", "2026-03-20"),
        ("Friday, Mar. 13", "2026-03-13"),
    ] {
        assert_eq!(dates(words, "en"), [format!("{date} Day")], "{words}");
    }
}

#[test]
fn a_day_of_the_week_is_that_of_the_week_named_beside_it() {
    for (words, date) in [
        ("Thursday last week", "2026-03-12"),
        ("on Tuesday of last week", "2026-03-10"),
        ("Wednesday this week", "2026-03-18"),
        ("Tuesday next week", "2026-03-24"),
        ("Tuesday week", "2026-03-24"),
        ("on Saturday week", "2026-03-28"),
        ("Wednesday fortnight", "2026-04-01"),
        ("a week on Thursday", "2026-03-26"),
        ("a week from today", "2026-03-23"),
        ("today, Monday", "2026-03-16"),
        ("tomorrow (Tuesday)", "2026-03-17"),
        ("yesterday, Sunday, 15 March", "2026-03-15"),
    ] {
        assert_eq!(dates(words, "en"), [format!("{date} Day")], "{words}");
    }
}

#[test]
fn nights_fortnights_and_counts_of_days_are_days_and_weeks() {
    for (words, date) in [
        ("shelled last night", "2026-03-15 Day"),
        ("last evening", "2026-03-15 Day"),
        ("late last night", "2026-03-15 Day"),
        ("tonight", "2026-03-16 Day"),
        ("this afternoon", "2026-03-16 Day"),
        ("a fortnight ago", "2026-03-02 Week"),
        ("two fortnights ago", "2026-02-16 Week"),
        ("ten days ago", "2026-03-06 Day"),
        ("12 days ago", "2026-03-04 Day"),
        ("six months ago", "2025-09 Month"),
        ("a decade and 5 years ago", ""),
        ("8 years ago", "2018 Year"),
        ("a week ago today", "2026-03-09 Day"),
        ("three weeks from now", "2026-04-06 Week"),
        ("a month's time", ""),
        ("in a month's time", "2026-04 Month"),
    ] {
        assert_eq!(dates(words, "en").join(""), date, "{words}");
    }
}

#[test]
fn a_month_without_a_day_is_a_month() {
    for (words, date) in [
        ("last month", "2026-02 Month"),
        ("late last month", "2026-02 Month"),
        ("next month", "2026-04 Month"),
        ("in May", "2025-05 Month"),
        ("in May 2025", "2025-05 Month"),
        ("in May last year", "2025-05 Month"),
        ("September of this year", "2026-09 Month"),
        ("in mid-February", "2026-02 Month"),
        ("by the end of June", "2026-06 Month"),
        ("since last December", "2025-12 Month"),
        ("next March", "2027-03 Month"),
        ("last March", "2025-03 Month"),
        ("Sept. 2024", "2024-09 Month"),
        ("on 4 and 5 February", "2026-02 Month"),
        ("Feb. 4-5", "2026-02 Month"),
        ("from 2 to 9 January 2025", "2025-01 Month"),
        ("the 3rd of last month", "2026-02-03 Day"),
        ("the first week of June 2024", "2024-06 Month"),
        ("the week of 5 June 2024", "2024-06-03 Week"),
        ("the week of Feb. 11", "2026-02-09 Week"),
        ("by mid-2027", "2027 Year"),
        ("the last week of February", "2026-02 Month"),
        ("the second Sunday in February", "2026-02 Month"),
    ] {
        assert_eq!(dates(words, "en").join(""), date, "{words}");
    }
}

#[test]
fn whole_dates_are_read_in_every_order_of_words() {
    for (words, date) in [
        ("14 March 2025", "2025-03-14"),
        ("the 14th of March, 2025", "2025-03-14"),
        ("March 14th, 2025", "2025-03-14"),
        ("Friday, March 14, 2025", "2025-03-14"),
        ("Fri 14 Mar 2025", "2025-03-14"),
        ("Mar. 14, 2025", "2025-03-14"),
        ("2025-03-14", "2025-03-14"),
        ("2025/3/14", "2025-03-14"),
        ("2025-03-14T08:00", "2025-03-14"),
        ("14/3/2025", "2025-03-14"),
        ("3/14/2025", "2025-03-14"),
        ("5/5/2025", "2025-05-05"),
        ("the twenty-first of June 2024", "2024-06-21"),
        ("Fourth of July 2024", "2024-07-04"),
        ("29 February 2024", "2024-02-29"),
        ("14 March last year", "2025-03-14"),
        ("Nov. 3 of last year", "2025-11-03"),
        ("7 FEB 88", "1988-02-07"),
        ("7 February '88", "1988-02-07"),
    ] {
        assert_eq!(dates(words, "en"), [format!("{date} Day")], "{words}");
    }
}

#[test]
fn the_language_decides_between_day_and_month() {
    assert_eq!(dates("03/04/2025", "en"), [""; 0]);
    assert_eq!(dates("03/04/2025", ""), [""; 0]);
    assert_eq!(dates("03/04/2025", "en-GB"), ["2025-04-03 Day"]);
    assert_eq!(dates("03/04/2025", "en-US"), ["2025-03-04 Day"]);
    assert_eq!(dates("13/04/2025", "en-US"), [""; 0], "there is no 13th month");
    assert_eq!(dates("03.04.2025", "it"), ["2025-04-03 Day"]);
    assert_eq!(dates("03.04.2025", "en"), [""; 0]);
}

#[test]
fn what_the_calendar_has_not_is_no_day() {
    for words in [
        "31 April",
        "June 31, 2025",
        "30 February 2024",
        "29 February 2025",
        "2025-02-29",
        "2025-13-01",
        "00/10/2025",
        "32 March 2025",
        "Monday, 15 March 2026",
        "31/11/2025",
    ] {
        assert_eq!(dates(words, "en"), [""; 0], "{words}");
    }
}

#[test]
fn names_counts_and_verbs_are_no_days() {
    for words in [
        "They may leave. The march went on.",
        "Theresa May said",
        "Black Friday sales",
        "Bloody Sunday",
        "every Sunday",
        "on a Sunday",
        "Sundays",
        "Sunday school",
        "the previous Sunday",
        "the Sunday before the vote",
        "the day before Sunday",
        "two weeks before 1 May",
        "The sun rose and he sat.",
        "5,000 marchers",
        "up to 2,025 people",
        "in 2011 people fled",
        "version 1.2.34",
        "the 2020s",
        "in 2024-25",
        "call 555-01-99",
        "10.3.4.5",
        "a 4-4 ruling",
        "three days earlier",
        "within a week",
        "for the next two weeks",
        "over the past month",
        "a few days ago",
        "two or three days ago",
        "more than two years ago",
        "the Sept. 11 attacks",
        "a year ago this week",
        "last Sunday week",
    ] {
        assert_eq!(dates(words, "en"), [""; 0], "{words}");
    }
}

#[test]
fn all_days_of_a_text_are_found_with_their_words() {
    let text = "On Sunday 12 people died in Karsa, and 3 on 14 March. It was the worst day since 2014; \
                talks will end by Jan. 20, four days from now.\n\nLast month had none.";
    let words = ["Sunday", "14 March", "2014", "by Jan. 20", "four days from now", "Last month"];
    assert_eq!(found(text, "en"), words);
}

#[test]
fn a_stretch_over_two_months_has_the_year_that_its_end_says() {
    assert_eq!(dates("from 28 February to 3 March 2025", "en"), ["2025-02-28 Day", "2025-03-03 Day"]);
    assert_eq!(dates("from 28 December to 3 January 2025", "en"), ["2024-12-28 Day", "2025-01-03 Day"]);
    assert_eq!(dates("Friday until Sunday", "en"), ["2026-03-13 Day", "2026-03-15 Day"]);
    assert_eq!(dates("in June–July 2025", "en"), ["2025-06 Month", "2025-07 Month"]);
    // Which end is to come nobody says.
    assert_eq!(dates("Friday to Tuesday", "en"), [""; 0]);
    assert_eq!(found("from 10 March to 2 April", "en"), ["10 March", "2 April"]);
    assert_eq!(dates("from 10 March to 2 April", "en"), [""; 0]);
}

#[test]
fn a_line_end_within_a_date_is_a_space_and_an_empty_line_is_none() {
    assert_eq!(dates("on 14\nMarch 2025", "en"), ["2025-03-14 Day"]);
    assert_eq!(dates("killed 14\n\nMarch 2025", "en"), ["2025-03 Month"]);
}
