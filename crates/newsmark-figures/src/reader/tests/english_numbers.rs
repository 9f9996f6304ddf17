//! English numbers however they are written, and near misses.

use super::check;

#[test]
fn a_scale_may_be_written_to_the_number() {
    check(
        "en",
        &[
            ("2.4million refugees", "Exact 2400000 2400000 2400000"),
            ("7million people", "Exact 7000000 7000000 7000000"),
            ("1.1billion Muslims", "Exact 1100000000 1100000000 1100000000"),
            ("40thousand troops", "Exact 40000 40000 40000"),
            ("3lakh voters", "Exact 300000 300000 300000"),
            ("8m voters", "Exact 8000000 8000000 8000000"),
            ("1.7m Syrians", "Exact 1700000 1700000 1700000"),
            ("90k evacuees", "Exact 90000 90000 90000"),
            ("90K", "Exact 90000 90000 90000 Unspecified"),
            ("2bn people", "Exact 2000000000 2000000000 2000000000"),
            ("12mn children", "Exact 12000000 12000000 12000000"),
            ("more than 6m people", "MoreThan 6000000 6000000 –"),
            ("6m", "Exact 6000000 6000000 6000000 Unspecified doubtful"),
            ("£12.4million", "Money"),
            ("€3bn", "Money"),
            ("a fence 4m high", "Exact 4 4 4 Other"),
            ("a 3m-high wall", "Exact 3 3 3 Other"),
            ("the 400m hurdles", "Exact 400 400 400 Other"),
            ("waves 12m tall", "Exact 12 12 12 Other"),
            ("a trench 2m deep", "Exact 2 2 2 Other"),
            ("9M133", "Name"),
            ("5G", "Name"),
            ("40mm", "Name"),
        ],
    );
}

#[test]
fn fractions_of_a_scale_are_numbers() {
    check(
        "en",
        &[
            ("one and a half million people", "Exact 1500000 1500000 1500000"),
            ("one-and-a-half million people", "Exact 1500000 1500000 1500000"),
            ("three and a quarter million people", "Exact 3250000 3250000 3250000"),
            ("two and three-quarter million people", "Exact 2750000 2750000 2750000"),
            ("four and a half thousand families", "Exact 4500 4500 4500 Household"),
            ("a quarter million people", "Exact 250000 250000 250000"),
            ("a quarter-million people", "Exact 250000 250000 250000"),
            ("one quarter of a million people", "Exact 250000 250000 250000"),
            ("three quarters of a billion people", "Exact 750000000 750000000 750000000"),
            ("half a billion people", "Exact 500000000 500000000 500000000"),
            ("a half million people", "Exact 500000 500000 500000"),
            ("half a thousand men", "Exact 500 500 500"),
            ("nearly half a million people", "Nearly – 500000 500000"),
            ("more than a quarter of a million homes", "MoreThan 250000 250000 – Dwelling"),
            ("2½ million people", "Exact 2500000 2500000 2500000"),
            ("1¼ million people", "Exact 1250000 1250000 1250000"),
            ("½ million people", "Exact 500000 500000 500000"),
            ("¾ of a million people", "Exact 750000 750000 750000"),
            ("a million and a quarter people", "Exact 1250000 1250000 1250000"),
            ("a fifth of a million people", "Exact 200000 200000 200000"),
            ("3 million and 250,000 people", "Exact 3250000 3250000 3250000"),
            ("a third of a million people", "NotWhole"),
            ("2½ people", "NotWhole"),
            ("1⅓ million people", "Code"),
            ("a third million", "Exact 1000000 1000000 1000000 Unspecified"),
            ("a quarter of the town", "NoNumber"),
            ("half of the town", "NoNumber"),
            ("the third quarter", "NoNumber"),
            ("half an hour", "NoNumber"),
        ],
    );
}

#[test]
fn zeros_and_scales_are_shared_by_a_range() {
    check(
        "en",
        &[
            ("12-14,000 refugees", "Range 12000 – 14000"),
            ("20–25,000 people", "Range 20000 – 25000"),
            ("7-8,000 households", "Range 7000 – 8000 Household"),
            ("100-150,000 people", "Range 100000 – 150000"),
            ("50 to 60,000 people", "Range 50000 – 60000 doubtful"),
            ("between 20 and 30,000 people", "Range 20000 – 30000 doubtful"),
            ("2-3 million people", "Range 2000000 – 3000000"),
            ("10-15k people", "Range 10000 – 15000"),
            ("six to seven hundred people", "Range 600 – 700"),
            ("a hundred to two hundred people", "Range 100 – 200"),
            ("800-1,200 people", "Range 800 – 1200"),
            ("950-1,000 people", "Range 950 – 1000"),
            ("200 to 3,000 people", "Range 200 – 3000"),
            ("5 to 600,000 people", "Range 5 – 600000"),
            ("15-10,000 people", "Range 15 – 10000"),
            ("30-20,000 people", "Range 30 – 20000"),
            ("6-7 May", "Date"),
            ("1990-95", "Year"),
        ],
    );
}

#[test]
fn a_mark_of_another_language_never_gives_a_wrong_number() {
    check(
        "en",
        &[
            ("2,4 million people", "Exact 2400000 2400000 2400000 doubtful"),
            ("1,25 million people", "Exact 1250000 1250000 1250000 doubtful"),
            ("7,5 percent", "NotWhole"),
            ("31,44 people", "NotWhole"),
            ("15,0003 people", "Code"),
            ("1,2,3 people", "Code"),
            ("1,5000 people", "Code"),
            ("4.500 people", "NotWhole"),
            ("4.500.000 people", "Exact 4500000 4500000 4500000"),
            ("1٢ people", "Code"),
            ("٣4 people", "Code"),
            ("1２ people", "Code"),
            ("12,345 people", "Exact 12345 12345 12345"),
        ],
    );
    check("de", &[("1.25 Millionen Menschen", "Exact 1250000 1250000 1250000 doubtful")]);
}

#[test]
fn numbers_beyond_all_bounds_are_none() {
    let words = "one hundred thousand million ".repeat(250);
    let ones = "one two three ".repeat(300);
    let kin = "a woman and her son ".to_owned() + &"and her son ".repeat(300);
    for (text, expected) in [(&words, "Code"), (&ones, "Code"), (&kin, "NoNumber")] {
        check("en", &[(text, expected)]);
    }
    check(
        "en",
        &[
            ("18446744073709551615 and 1 people", "Exact 1 1 1"),
            ("36893488147419103232 people", "TooLarge"),
            ("30 million million million people", "TooLarge"),
            ("several billion billion billion people", "TooLarge"),
            ("99999999999999999999-99999999999999999999 people", "Code"),
            ("0/0 people", "Date"),
            ("783492272595750912", "Code"),
        ],
    );
}
