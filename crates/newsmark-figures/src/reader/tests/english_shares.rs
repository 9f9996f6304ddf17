//! Shares and fractions of a told whole, in English and other languages, and near misses.

use super::check;

#[test]
fn a_share_keeps_its_whole_and_is_no_count() {
    check(
        "en",
        &[
            ("half of the 80 pupils", "Unspecified – – – 1/2 of 80 doubtful"),
            ("half the 80 pupils", "Unspecified – – – 1/2 of 80 doubtful"),
            ("about half of the 80 pupils", "Approximately – – – 1/2 of 80 doubtful"),
            ("more than half of its 80 pupils", "MoreThan – – – 1/2 of 80 doubtful"),
            ("a third of the 90 families", "Unspecified – – – Household 1/3 of 90 doubtful"),
            ("one third of the 90 families", "Unspecified – – – Household 1/3 of 90 doubtful"),
            ("two-thirds of the 600 homes", "Unspecified – – – Dwelling 2/3 of 600 doubtful"),
            ("three quarters of Karsa’s 800 residents", "Unspecified – – – 3/4 of 800 doubtful"),
            ("a quarter of all 800 residents", "Unspecified – – – 1/4 of 800 doubtful"),
            ("2/3 of the 600 homes", "Unspecified – – – Dwelling 2/3 of 600 doubtful"),
            ("all but three of the 50 hostages", "Unspecified – – – 47/50 of 50 doubtful"),
            ("all except 12 of the 90", "Unspecified – – – Unspecified 78/90 of 90 doubtful"),
            ("one in four residents", "Unspecified – – – 1/4 of – doubtful"),
            ("two in every five families", "Unspecified – – – Household 2/5 of – doubtful"),
            ("nine out of ten villagers", "Unspecified – – – 9/10 of – doubtful"),
            ("nearly one in four residents", "Nearly – – – 1/4 of – doubtful"),
            ("14 of the 60 passengers", "Exact 14 14 14 of 60"),
            ("14 of its 60 crew", "Exact 14 14 14 of 60"),
            ("14 out of 60 passengers", "Exact 14 14 14 of 60"),
            ("none of the 60 passengers", "Exact 0 0 0 of 60"),
            ("at least 14 of the 60 passengers", "AtLeast 14 14 – of 60"),
            ("40% of the 800 residents", "Exact 40 40 40 Percent 40/100 of 800"),
        ],
    );
}

#[test]
fn a_share_of_nothing_that_is_told_is_none() {
    check(
        "en",
        &[
            ("half of the town", "NoNumber"),
            ("half of the residents", "UnknownPlural – – –"),
            ("one in four", "Share"),
            ("1 in 250,000", "Share"),
            ("1 in 50,000 residents", "Share"),
            ("nine out of ten", "Share"),
            ("three out of four times", "Share"),
            ("70 of the 60 passengers", "Exact 70 70 70 Unspecified"),
            ("all but 70 of the 60", "Exact 70 70 70 Unspecified"),
            ("12 in 40 homes", "Exact 12 12 12 Unspecified"),
            ("the third of the 12 victims", "Exact 12 12 12"),
            ("0/0", "Date"),
            ("half of nothing", "NoNumber"),
        ],
    );
}

#[test]
fn shares_are_read_in_other_languages() {
    check(
        "ar",
        &[
            ("نصف الـ80 طالبا", "Unspecified – – – 1/2 of 80 doubtful"),
            ("ثلث الـ90 راكبا", "Unspecified – – – 1/3 of 90 doubtful"),
            ("واحد من كل أربعة أشخاص", "Unspecified – – – 1/4 of – doubtful"),
            ("14 من أصل 60 راكبا", "Exact 14 14 14 of 60"),
            ("نصف المدينة", "NoNumber"),
            ("ربع السكان", "NoNumber"),
        ],
    );
    check(
        "de",
        &[
            ("die Hälfte der 80 Schüler", "Unspecified – – – 1/2 of 80 doubtful"),
            ("14 der 60 Passagiere", "Exact 14 14 14 of 60"),
            ("die Hälfte der Stadt", "NoNumber"),
        ],
    );
    check(
        "fr",
        &[
            ("la moitié des 80 élèves", "Unspecified – – – 1/2 of 80 doubtful"),
            ("14 des 60 passagers", "Exact 14 14 14 of 60"),
            ("la moitié de la ville", "NoNumber"),
        ],
    );
    check(
        "es",
        &[
            ("la mitad de los 80 alumnos", "Unspecified – – – 1/2 of 80 doubtful"),
            ("uno de cada cuatro habitantes", "Unspecified – – – 1/4 of – doubtful"),
            ("14 de los 60 pasajeros", "Exact 14 14 14 of 60"),
        ],
    );
    check("fa", &[("نیمی از ۸۰ دانشجو", "Unspecified – – – 1/2 of 80 doubtful")]);
}
