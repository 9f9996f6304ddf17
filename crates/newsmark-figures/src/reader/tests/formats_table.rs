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
            ("۳۰٬۰۰۰ نفر", "Exact 30000 30000 30000 Unspecified"),
            ("۱۲ نفر", "Exact 12 12 12 Unspecified"),
            ("١٫٢ مليون شخص", "Exact 1200000 1200000 1200000"),
            ("１２ people", "Exact 12 12 12"),
            ("３０，０００ people", "Exact 30000 30000 30000"),
            ("१२ people", "Exact 12 12 12"),
            ("On March 14 300 people fled", "Exact 300 300 300"),
            ("12,13 people", "Exact 12 12 12 Unspecified"),
        ],
    );
}

#[test]
fn a_full_stop_parts_thousands_where_the_language_writes_so() {
    for tag in ["de", "es", "it", "pt", "tr", "id"] {
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
