//! English numbers that count nothing, each kind with a near miss that counts.

use super::check;

#[test]
fn money_is_no_count() {
    check(
        "en",
        &[
            ("Rs 4 crore", "Money"),
            ("Rs. 500", "Money"),
            ("INR 500", "Money"),
            ("HK$30", "Money"),
            ("US$1.2 billion", "Money"),
            ("40 million Kenyan shillings", "Money"),
            ("500 rupees", "Money"),
            ("KES 2,000", "Money"),
            ("12 million euros", "Money"),
            ("a 50-dollar fine", "Money"),
            ("₹300", "Money"),
            ("300 ₽", "Money"),
            ("30 cents", "Money"),
            ("a handful of $20 bills", "Money"),
            ("4 crore voters", "Exact 40000000 40000000 40000000"),
            ("$2.4 million to 300 families", "Exact 300 300 300 Household"),
            ("300 bankers", "Exact 300 300 300"),
        ],
    );
}

#[test]
fn names_are_no_counts() {
    check(
        "en",
        &[
            ("No 7", "Name"),
            ("No. 7", "Name"),
            ("the world No 3", "Name"),
            ("World War One", "Name"),
            ("Boeing 777", "Name"),
            ("an Airbus A320", "Name"),
            ("Flight 370", "Name"),
            ("Apollo 13", "Name"),
            ("Area 51", "Name"),
            ("Windows 11", "Name"),
            ("Formula One", "Name"),
            ("Chapter 11", "Name"),
            ("Title 42", "Name"),
            ("Proposition 8", "Name"),
            ("a Soyuz-2 rocket", "Name"),
            ("COVID-19 deaths", "Name"),
            ("G20 leaders", "Name"),
            ("an M-16 rifle", "Name"),
            ("the top 10", "Name"),
            ("Channel 4 News", "Name"),
            ("page 12", "Name"),
            ("Catch-22", "Name"),
            ("at Ground Zero", "Name"),
            ("zero casualties", "Exact 0 0 0"),
            ("the score: Karsa: 1, Orsa: 0", "Name"),
            ("a 911 caller", "Compound"),
            ("the 70 metre hall", "Compound"),
            ("Zero Orange asked", "Name"),
            ("the six - member team", "Compound"),
            ("the Khmer 21 Show", "Name"),
            ("in Orsa 12 were killed", "Exact 12 12 12"),
            ("In Orsa, 12 people died", "Exact 12 12 12"),
            ("no 12 people agree", "Exact 12 12 12"),
            ("in flight 40 passengers fell ill", "Exact 40 40 40"),
            ("Army units killed 12", "Exact 12 12 12"),
            ("World War Two killed millions", "VaguePlural 1000000 1000000 – Acled"),
            ("the Group of Eight", "Name"),
            ("two families of six", "Exact 2 2 2 Household"),
        ],
    );
}

#[test]
fn days_and_years_are_no_counts() {
    check(
        "en",
        &[
            ("3 and 4 June", "Date"),
            ("3, 4 and 5 June", "Date"),
            ("June 3 and 4", "Date"),
            ("between 3 and 9 June", "Date"),
            ("from June 3 to 9", "Date"),
            ("3-9 June", "Date"),
            ("3 Jun 91", "Date"),
            ("14 Feb. 2019", "Date"),
            ("Feb. 14, 2019", "Date"),
            ("the 3rd of June", "Date"),
            ("the 2019 election", "Year"),
            ("the 2019 vote", "Year"),
            ("a 1987 treaty", "Year"),
            ("its landmark 2014 report", "Year"),
            ("the 2004 Indian Ocean tsunami", "Year"),
            ("nineteen eighty-two", "Year"),
            ("back to 1999 levels", "Year"),
            ("1999 people", "Exact 1999 1999 1999"),
            ("the 90's", "Year"),
            ("the 1990’s", "Year"),
            ("built in 1830", "Year"),
            ("below 2005 levels", "Year"),
            ("in 1830 houses", "Exact 1830 1830 1830 Dwelling"),
            ("the 2015 winner", "Year"),
            ("over 2000-2050", "Year"),
            ("soldiers in 2014 were killed", "Year"),
            ("on 23 September 28 bodies were found", "Exact 28 28 28"),
            ("3 June victims", "Date"),
            ("3 and 4 people", "Exact 3 3 3 Unspecified"),
            ("on June 3 40 people died", "Exact 40 40 40"),
            ("may 12 people rest", "Exact 12 12 12"),
        ],
    );
}

#[test]
fn ages_and_times_are_no_counts() {
    check(
        "en",
        &[
            ("people over 70", "Age"),
            ("women under 40", "Age"),
            ("men above 50", "Age"),
            ("those under 25", "Age"),
            ("children below 12 years of age", "Age"),
            ("Mr. King, 82, said", "Age"),
            ("at 86 she writes", "Age"),
            ("Teris, who is 70, said", "Age"),
            ("27 and 29 years old", "Age"),
            ("a 12-year-old", "Age"),
            ("between the ages of 17 and 20", "Age"),
            ("over 70 people", "MoreThan 70 70 –"),
            ("people under 40 roofs", "LessThan – – 40 Other"),
            ("the toll stood at 86", "Exact 86 86 86 Unspecified"),
            ("10:45", "Time"),
            ("at 9 p.m.", "Time"),
            ("1900 GMT", "Time"),
        ],
    );
}

#[test]
fn results_rates_and_orders_are_no_counts() {
    check(
        "en",
        &[
            ("a 5-4 ruling", "Score"),
            ("a 6-6 tie", "Score"),
            ("a 3-3 draw", "Score"),
            ("voted 51-49", "Score"),
            ("a 7-2 majority", "Score"),
            ("lost 4–0", "Score"),
            ("the 0–0 first half", "Score"),
            ("1 in 90,000", "Share"),
            ("one in ten", "Share"),
            ("three times the rate", "Multiple"),
            ("ten times more likely", "Multiple"),
            ("the 12th victim", "Ordinal"),
            ("the twenty-third victim", "Ordinal"),
            ("6,5 percent", "NotWhole"),
            ("12.5%", "NotWhole"),
            ("one-on-one talks", "Compound"),
            ("a hole-in-one", "Compound"),
            ("a 20 minute walk", "Compound"),
            ("20 minutes", "Exact 20 20 20 Other"),
            ("three times", "Exact 3 3 3 Other"),
            ("5-6 people", "Range 5 – 6"),
            ("a 5-6 person group", "Range 5 – 6 doubtful"),
            ("4-4 people", "Range 4 – 4"),
        ],
    );
}

#[test]
fn one_is_seldom_a_number() {
    check(
        "en",
        &[
            ("one thing is clear", "NoNumber"),
            ("one day", "NoNumber"),
            ("for one reason", "NoNumber"),
            ("one of the largest", "NoNumber"),
            ("no one knows", "Exact 0 0 0"),
            ("each one", "NoNumber"),
            ("one counts votes", "NoNumber"),
            ("they may get one.", "NoNumber"),
            ("a weaker one, she said", "NoNumber"),
            ("killing one.", "Exact 1 1 1"),
            ("at least one.", "AtLeast 1 1 – Unspecified"),
            ("one woman", "Exact 1 1 1"),
            ("one of the guards", "Exact 1 1 1"),
            ("one Kurdish fighter", "Exact 1 1 1"),
            ("one home", "Exact 1 1 1 Dwelling"),
            ("one was hurt", "Exact 1 1 1"),
        ],
    );
}

#[test]
fn who_is_only_described_is_not_counted() {
    check(
        "en",
        &[
            ("said Orsa Teris, a lawyer for the town", "NoNumber"),
            ("she worked as a nurse", "NoNumber"),
            ("he was a teacher", "NoNumber"),
            ("to be a soldier", "NoNumber"),
            ("Teris, a lawyer, was hurt", "NoNumber"),
            ("said Orsa Teris-Osk, an economist who left", "NoNumber"),
            ("accused of being a spy", "NoNumber"),
            ("a wife of 20 years", "Exact 1 1 1"),
            ("Orsa Teris, 19, a member of the crew", "Age"),
            ("has become a citizen", "NoNumber"),
            ("In Karsa, a soldier was killed", "Exact 1 1 1"),
            ("In New Karsa, a lawyer was hurt", "Exact 1 1 1"),
            ("On Sunday, a lawyer was hurt", "Exact 1 1 1"),
            ("a lawyer was hurt", "Exact 1 1 1"),
            ("among the dead was a nurse", "Exact 1 1 1"),
            ("they shot a teacher", "Exact 1 1 1"),
            ("her mother was a teacher", "NoNumber"),
            ("he’s a teacher", "NoNumber"),
            ("a criminal record", "NoNumber"),
            ("a major increase", "NoNumber"),
            ("a rebel was killed", "Exact 1 1 1"),
            ("a rebel commander", "Exact 1 1 1"),
            ("he is not a soldier", "NoNumber"),
            ("not a single soldier", "Exact 0 0 0"),
            ("in no way affected", "NoNumber"),
            ("a lot of it", "NoNumber"),
            ("a lot of them", "UnknownPlural – – – Unspecified"),
            ("victims are numerous", "UnknownPlural – – –"),
            ("numerous victims", "UnknownPlural – – –"),
        ],
    );
}
