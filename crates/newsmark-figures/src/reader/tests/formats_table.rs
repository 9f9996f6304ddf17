use super::check;

#[test]
fn digits_in_every_form() {
    check(
        "",
        &[
            ("30,000 people", "Exact 30000 30000 30000"),
            ("30 000 people", "Exact 30000 30000 30000"),
            ("30\u{A0}000 people", "Exact 30000 30000 30000"),
            ("30\u{2009}000 people", "Exact 30000 30000 30000"),
            ("30\u{202F}000 people", "Exact 30000 30000 30000"),
            ("1 200 000 people", "Exact 1200000 1200000 1200000"),
            ("1,200,000 people", "Exact 1200000 1200000 1200000"),
            ("1.200.000 people", "Exact 1200000 1200000 1200000"),
            ("1,50,000 people", "Exact 150000 150000 150000"),
            ("30’000 people", "Exact 30000 30000 30000"),
            ("30.000 people", "NotWhole"),
            ("30000 people", "Exact 30000 30000 30000"),
            ("٣٠٠٠٠ شخص", "Exact 30000 30000 30000"),
            ("٣٠٬٠٠٠ شخص", "Exact 30000 30000 30000"),
            ("٣٠،٠٠٠ شخص", "Exact 30000 30000 30000"),
            ("۳۰٬۰۰۰ نفر", "Exact 30000 30000 30000"),
            ("۱۲ نفر", "Exact 12 12 12"),
            ("١٫٢ مليون شخص", "Exact 1200000 1200000 1200000"),
            ("１２ people", "Exact 12 12 12"),
            ("３０，０００ people", "Exact 30000 30000 30000"),
            ("१२ people", "Exact 12 12 12"),
            ("On March 14 300 people fled", "Exact 300 300 300"),
            ("12,13 people", "NotWhole"),
        ],
    );
}

#[test]
fn a_full_stop_parts_thousands_where_the_language_writes_so() {
    for tag in ["de", "es", "fr"] {
        check(
            tag,
            &[
                ("30.000", "Exact 30000 30000 30000 Unspecified"),
                ("1.200.000", "Exact 1200000 1200000 1200000 Unspecified"),
                ("30,5", "NotWhole"),
                ("30 %", "Exact 30 30 30 Percent"),
                ("a dozen", "NoNumber"),
            ],
        );
    }
}

#[test]
fn a_number_of_a_language_without_known_words_has_no_qualifier() {
    for tag in ["it", "pt", "tr", "id", "fi", "nl"] {
        check(
            tag,
            &[
                ("30.000", "Unspecified – 30000 – Unspecified doubtful"),
                ("1.200.000", "Unspecified – 1200000 – Unspecified doubtful"),
                ("30,5", "NotWhole"),
                ("30 %", "Unspecified – 30 – Percent doubtful"),
                ("10-15", "Range 10 – 15 Unspecified doubtful"),
                (">300", "MoreThan 300 300 – Unspecified doubtful"),
                ("a dozen", "NoNumber"),
                ("twelve people", "NoNumber"),
            ],
        );
    }
}
