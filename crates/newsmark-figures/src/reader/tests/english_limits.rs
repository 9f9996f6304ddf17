//! What limits English numbers: signs, short forms, verbs; and near misses.

use super::check;

#[test]
fn signs_and_short_forms_limit_a_number() {
    check(
        "en",
        &[
            (">40", "MoreThan 40 40 – Unspecified"),
            ("> 40 people", "MoreThan 40 40 –"),
            ("<30 people", "LessThan – – 30"),
            ("≥12 dead", "AtLeast 12 12 –"),
            (">= 12 dead", "AtLeast 12 12 –"),
            ("≤ 25 people", "AtMost – – 25"),
            ("<= 25 people", "AtMost – – 25"),
            ("~200 homes", "Approximately – 200 – Dwelling"),
            ("≈ 200 homes", "Approximately – 200 – Dwelling"),
            ("c. 70 people", "Approximately – 70 –"),
            ("ca. 70 people", "Approximately – 70 –"),
            ("approx 90 people", "Approximately – 90 –"),
            ("approx. 90 people", "Approximately – 90 –"),
            ("min. 15 people", "AtLeast 15 15 –"),
            ("max. 15 people", "AtMost – – 15"),
            ("40+ people", "MoreThan 40 40 –"),
            ("40-plus people", "MoreThan 40 40 –"),
            ("60-odd people", "Approximately – 60 –"),
            ("some 60-odd families", "Approximately – 60 – Household"),
            ("30 odd people", "Approximately – 30 –"),
            ("between >3 and 5", "Range 3 – 5 Unspecified"),
            ("a < b", "NoNumber"),
        ],
    );
}

#[test]
fn words_before_limit_a_number() {
    check(
        "en",
        &[
            ("north of 800 people", "MoreThan 800 800 – doubtful"),
            ("well in excess of 90 people", "MoreThan 90 90 –"),
            ("a little over 60 people", "MoreThan 60 60 –"),
            ("better than 40 people", "MoreThan 40 40 –"),
            ("the death toll passed 2,000", "MoreThan 2000 2000 – Unspecified"),
            ("the number of dead has passed 600", "MoreThan 600 600 –"),
            ("casualties crossed 300", "MoreThan 300 300 – Unspecified"),
            ("the toll climbed past 90", "MoreThan 90 90 – Unspecified"),
            ("a toll exceeding 90", "MoreThan 90 90 – Unspecified"),
            ("parliament passed three laws", "Exact 3 3 3 Other"),
            ("they crossed two rivers", "Exact 2 2 2 Other"),
            ("the convoy passed 12 checkpoints", "Exact 12 12 12 Other"),
            ("limited to 60 people", "AtMost – – 60"),
            ("capped at 25 people", "AtMost – – 25"),
            ("a ceiling of 90", "AtMost – – 90 Unspecified"),
            ("no higher than 90", "AtMost – – 90 Unspecified"),
            ("not exceeding 90", "AtMost – – 90 Unspecified"),
            ("anything up to 90 people", "AtMost – – 90"),
            ("as high as 90", "AtMost – – 90 Unspecified"),
            ("not more than 90 people", "AtMost – – 90"),
            ("no lower than 90", "AtLeast 90 90 – Unspecified"),
            ("at the very least 90 people", "AtLeast 90 90 –"),
            ("not fewer than 90 people", "AtLeast 90 90 –"),
            ("shy of 90 people", "Nearly – 90 90"),
            ("a little under 90 people", "Nearly – 90 90"),
            ("pushing 90 people", "Nearly – 90 90"),
            ("very close to 90 people", "Nearly – 90 90"),
            ("lower than 90", "LessThan – – 90 Unspecified"),
            ("not as many as 90 people", "LessThan – – 90"),
            ("on the order of 90 people", "Approximately – 90 –"),
            ("in the neighborhood of 90 people", "Approximately – 90 –"),
            ("something like 90 people", "Approximately – 90 –"),
            ("more or less 90 people", "Approximately – 90 –"),
            ("a combined total of 90 people", "Exact 90 90 90"),
            ("a record 90 people", "Exact 90 90 90"),
            ("a mere 90 people", "Exact 90 90 90"),
        ],
    );
}

#[test]
fn words_after_limit_a_number() {
    check(
        "en",
        &[
            ("90 or more", "AtLeast 90 90 – Unspecified"),
            ("90 people or more", "AtLeast 90 90 –"),
            ("90 and above", "AtLeast 90 90 – Unspecified"),
            ("90 people minimum", "AtLeast 90 90 –"),
            ("90 and counting", "MoreThan 90 90 – Unspecified"),
            ("90 people and counting", "MoreThan 90 90 –"),
            ("90 people max", "AtMost – – 90"),
            ("90 people at the very most", "AtMost – – 90"),
            ("90 or below", "AtMost – – 90 Unspecified"),
            ("90 people give or take", "Approximately – 90 –"),
            ("90 or thereabouts", "Approximately – 90 – Unspecified"),
            ("90 people plus", "MoreThan 90 90 –"),
            ("90 people at least 12 of whom", "Exact 90 90 90"),
            ("from 90 to as many as 120 people", "Range 90 – 120"),
            ("couple of hundred people", "VaguePlural 200 200 – Dictionary"),
            ("thousands upon thousands of people", "VaguePlural 1000 1000 – Acled"),
            ("killing 40 and injuring dozens", "Exact 40 40 40"),
            ("the blast wounded 40", "Exact 40 40 40"),
        ],
    );
}
