//! Days of German, French, Spanish and Persian texts, of an article of Monday 16 March 2026.

use super::dates;

fn assert_all(tag: &str, table: &[(&str, &str)]) {
    for (words, date) in table {
        assert_eq!(dates(words, tag).join(", "), *date, "{words}");
    }
}

#[test]
fn german_days_are_read_in_german_texts() {
    assert_all(
        "de",
        &[
            ("am Sonntag", "2026-03-15 Day"),
            ("am Sonntagabend", "2026-03-15 Day"),
            ("am vergangenen Donnerstag", "2026-03-12 Day"),
            ("am kommenden Freitag", "2026-03-20 Day"),
            ("bis Mittwoch", "2026-03-18 Day"),
            ("bis zum 20. Januar", "2027-01-20 Day"),
            ("am 3. März 2025", "2025-03-03 Day"),
            ("03.04.2025", "2025-04-03 Day"),
            ("am 5. Februar", "2026-02-05 Day"),
            ("Donnerstag vergangener Woche", "2026-03-12 Day"),
            ("gestern Abend", "2026-03-15 Day"),
            ("vorgestern", "2026-03-14 Day"),
            ("Er kommt morgen.", "2026-03-17 Day"),
            ("am Morgen", ""),
            ("vor drei Tagen", "2026-03-13 Day"),
            ("vor einer Woche", "2026-03-09 Week"),
            ("letzte Woche", "2026-03-09 Week"),
            ("im vergangenen Monat", "2026-02 Month"),
            ("voriges Jahr", "2025 Year"),
            ("im Mai", "2025-05 Month"),
            ("Ende Jänner 2025", "2025-01 Month"),
            ("seit 2014", "2014 Year"),
            ("vor mehr als drei Tagen", ""),
            ("drei Tage lang", ""),
            ("31. April", ""),
            ("am 14.2.2026", "2026-02-14 Day"),
            ("vom 28. Februar bis zum 3. März 2025", "2025-02-28 Day, 2025-03-03 Day"),
            ("am 3. und 4. März", "2026-03 Month"),
        ],
    );
}

#[test]
fn french_days_are_read_in_french_texts() {
    assert_all(
        "fr",
        &[
            ("dimanche", "2026-03-15 Day"),
            ("dimanche soir", "2026-03-15 Day"),
            ("jeudi dernier", "2026-03-12 Day"),
            ("vendredi prochain", "2026-03-20 Day"),
            ("d'ici vendredi", "2026-03-20 Day"),
            ("jusqu'au 1er décembre", "2026-12-01 Day"),
            ("le 1er mars 2025", "2025-03-01 Day"),
            ("14 août 2025", "2025-08-14 Day"),
            ("avant-hier", "2026-03-14 Day"),
            ("hier soir", "2026-03-15 Day"),
            ("aujourd’hui", "2026-03-16 Day"),
            ("après-demain", "2026-03-18 Day"),
            ("il y a trois jours", "2026-03-13 Day"),
            ("il y a deux semaines", "2026-03-02 Week"),
            ("dans trois jours", "2026-03-19 Day"),
            ("la semaine dernière", "2026-03-09 Week"),
            ("le mois dernier", "2026-02 Month"),
            ("l'an dernier", "2025 Year"),
            ("mars de l'année dernière", "2025-03 Month"),
            ("en mai 2024", "2024-05 Month"),
            ("mi-février", "2026-02 Month"),
            ("03/04/2025", "2025-04-03 Day"),
            ("la dernière semaine de campagne", ""),
            ("en sept jours", ""),
            ("14 sept. 2025", "2025-09-14 Day"),
            ("pendant trois jours", ""),
        ],
    );
}

#[test]
fn spanish_days_are_read_in_spanish_texts() {
    assert_all(
        "es",
        &[
            ("el domingo", "2026-03-15 Day"),
            ("el pasado jueves", "2026-03-12 Day"),
            ("el jueves pasado", "2026-03-12 Day"),
            ("el próximo viernes", "2026-03-20 Day"),
            ("el viernes que viene", "2026-03-20 Day"),
            ("hasta el 1 de diciembre", "2026-12-01 Day"),
            ("14 de marzo de 2025", "2025-03-14 Day"),
            ("1.º de mayo de 2025", "2025-05-01 Day"),
            ("anteayer", "2026-03-14 Day"),
            ("anoche", "2026-03-15 Day"),
            ("esta mañana", "2026-03-16 Day"),
            ("en la mañana", ""),
            ("pasado mañana", "2026-03-18 Day"),
            ("hace tres días", "2026-03-13 Day"),
            ("dentro de dos semanas", "2026-03-30 Week"),
            ("la semana pasada", "2026-03-09 Week"),
            ("el mes pasado", "2026-02 Month"),
            ("el año pasado", "2025 Year"),
            ("en mayo", "2025-05 Month"),
            ("a finales de febrero", "2026-02 Month"),
            ("en Santo Domingo", ""),
            ("la Plaza de Mayo", ""),
            ("durante tres días", ""),
        ],
    );
}

#[test]
fn persian_days_are_read_in_persian_texts() {
    assert_all(
        "fa",
        &[
            ("روز یکشنبه", "2026-03-15 Day"),
            ("پنج‌شنبه گذشته", "2026-03-12 Day"),
            ("پنجشنبه آینده", "2026-03-19 Day"),
            ("دیروز", "2026-03-15 Day"),
            ("پریروز", "2026-03-14 Day"),
            ("فردا", "2026-03-17 Day"),
            ("سه روز پیش", "2026-03-13 Day"),
            ("هفته گذشته", "2026-03-09 Week"),
            ("ماه گذشته", "2026-02 Month"),
            ("پارسال", "2025 Year"),
            ("۱۴ مارس ۲۰۲۵", "2025-03-14 Day"),
            ("۱۴ اوت", "2025-08-14 Day"),
            ("هر جمعه", ""),
            ("۲۴ اسفند ۱۴۰۴", "2026-03-15 Day"),
            ("بیست و دوم بهمن", "2026-02-11 Day"),
            ("سه‌شنبه ۱۹ اسفند", "2026-03-10 Day"),
            ("۱۴۰۴/۱۲/۲۴", "2026-03-15 Day"),
            ("۱۴۰۴/۱۲/۳۰", ""),
            ("۳۰ اسفند ۱۴۰۴", ""),
            ("در اسفند ۱۴۰۴", ""),
            ("تا ۲۰ فروردین", "2026-04-09 Day"),
        ],
    );
}

#[test]
fn in_other_languages_only_digits_are_dates() {
    assert_all(
        "fi",
        &[("14.3.2025", "2025-03-14 Day"), ("2025-03-14", "2025-03-14 Day"), ("on Sunday", ""), ("March 14", "")],
    );
    assert_all("de", &[("on Sunday", ""), ("in March", "")]);
}
