use super::check;

#[test]
fn dates_years_and_times() {
    check(
        "en",
        &[
            ("March 14", "Date"),
            ("14 March", "Date"),
            ("14 March 2026", "Date"),
            ("March 14, 2026", "Date"),
            ("Jan. 20", "Date"),
            ("the 14th of March", "Date"),
            ("March 14th", "Date"),
            ("12–14 March", "Date"),
            ("12/03/2026", "Date"),
            ("March 2011", "Date"),
            ("2026-03-14", "Code"),
            ("14.03.2026", "Code"),
            ("in 2011", "Year"),
            ("since 2011", "Year"),
            ("by 2030", "Year"),
            ("2011–2016", "Year"),
            ("2011-16", "Year"),
            ("between 2011 and 2016", "Year"),
            ("the 1990s", "Year"),
            ("In 2016 people fled", "Exact 2016 2016 2016 doubtful"),
            ("2000 people", "Exact 2000 2000 2000"),
            ("2015 families", "Exact 2015 2015 2015 Household"),
            ("at least 2000", "AtLeast 2000 2000 – Unspecified"),
            ("2,016", "Exact 2016 2016 2016 Unspecified"),
            ("5 p.m.", "Time"),
            ("5pm", "Time"),
            ("5 a.m. Sunday", "Time"),
            ("17:30", "Time"),
            ("at 5.30 pm", "Time"),
            ("0600 GMT", "Time"),
            ("five o’clock", "Time"),
        ],
    );
}

#[test]
fn ages() {
    check(
        "en",
        &[
            ("aged 34", "Age"),
            ("aged between 5 and 12", "Age"),
            ("34 years old", "Age"),
            ("34-year-old", "Age"),
            ("34-year-olds", "Age"),
            ("Dala Imren, 34, said", "Age"),
            ("Dala Imren (34) said", "Age"),
            ("أوسك (61 عامًا)", "Age"),
            ("at the age of 34", "Age"),
            ("children under five", "Age"),
            ("under-18s", "Age"),
            ("half of them were under 15", "Age"),
            ("12 children under five", "Exact 12 12 12"),
            ("four children aged 3 to 9", "Exact 4 4 4"),
        ],
    );
}

#[test]
fn money_names_orders_and_codes() {
    check(
        "en",
        &[
            ("$40 million", "Money"),
            ("€2.5m", "Money"),
            ("US$300", "Money"),
            ("USD 300", "Money"),
            ("40 million dollars", "Money"),
            ("300 Syrian pounds", "Money"),
            ("30 euros", "Money"),
            ("7th Brigade", "Ordinal"),
            ("the 21st century", "Ordinal"),
            ("twenty-first", "Ordinal"),
            ("Resolution 2254", "Name"),
            ("Article 5", "Name"),
            ("Brigade 46", "Name"),
            ("No. 12", "Name"),
            ("F-16", "Name"),
            ("COVID-19", "Name"),
            ("MH17", "Name"),
            ("Channel 4", "Name"),
            ("10 Downing Street", "Address"),
            ("45 East River Road", "Address"),
            ("+963 11 123 4567", "Code"),
            ("call 555-0199", "Code"),
            ("version 2.0.1", "Code"),
            ("007", "Code"),
            ("won 3–1", "Score"),
            ("a 2-0 victory", "Score"),
            ("two-thirds", "Share"),
            ("two thirds of the city", "Share"),
            ("one in five", "Share"),
            ("nine out of ten", "Share"),
            ("a three-day truce", "Compound"),
            ("a 12-member council", "Compound"),
        ],
    );
}

#[test]
fn what_cannot_be_a_count_says_so() {
    check(
        "en",
        &[
            ("-5", "Negative"),
            ("−5", "Negative"),
            ("(-5 people)", "Negative"),
            ("minus five", "Negative"),
            ("a drop of −40 people", "Negative"),
            ("18446744073709551615 people", "Exact 18446744073709551615 18446744073709551615 18446744073709551615"),
            ("18446744073709551616 people", "TooLarge"),
            ("99,999,999,999,999,999,999,999 people", "TooLarge"),
            ("a billion billion billion people", "TooLarge"),
            ("40 million trillion people", "TooLarge"),
            ("2.5 people", "NotWhole"),
            ("50.5 percent", "NotWhole"),
            ("1.00005 thousand", "NotWhole"),
            ("no reports of casualties", "NotReported"),
            ("no immediate reports of casualties", "NotReported"),
            ("no word on casualties", "NotReported"),
            ("", "NoNumber"),
            ("the city", "NoNumber"),
            ("this one", "NoNumber"),
            ("another one", "NoNumber"),
            ("one another", "NoNumber"),
            ("one of the most important towns", "NoNumber"),
            ("how many", "NoNumber"),
        ],
    );
}
