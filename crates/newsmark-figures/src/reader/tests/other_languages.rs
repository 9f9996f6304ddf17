//! Languages whose words are not known, and texts that do not say which they are in.

use super::check;

#[test]
fn what_limits_a_number_is_not_known_where_words_are_not() {
    for (tag, words) in [
        ("fi", "ainakin 12 ihmistä"),
        ("it", "almeno 12 persone"),
        ("pt", "pelo menos 12 pessoas"),
        ("tr", "en az 12 kişi"),
        ("nl", "minstens 12 mensen"),
        ("ru", "не менее 12 человек"),
        ("uk", "щонайменше 12 людей"),
        ("pl", "co najmniej 12 osób"),
        ("he", "לפחות 12 אנשים"),
        ("ur", "کم از کم 12 افراد"),
        ("ckb", "لانیکەم 12 کەس"),
        ("zh", "至少 12 人"),
        ("hi", "कम से कम 12 लोग"),
        ("sw", "angalau watu 12"),
    ] {
        check(tag, &[(words, "Unspecified – 12 – Unspecified doubtful")]);
    }
}

#[test]
fn the_words_of_a_text_without_a_tag_tell_its_language() {
    check(
        "",
        &[
            ("mindestens 12 Menschen", "AtLeast 12 12 –"),
            ("au moins 12 personnes", "AtLeast 12 12 –"),
            ("al menos 12 personas", "AtLeast 12 12 –"),
            ("حداقل ۱۲ نفر", "AtLeast 12 12 –"),
            ("ما لا يقل عن 12 شخصا", "AtLeast 12 12 –"),
            ("at least 12 people", "AtLeast 12 12 –"),
            ("ainakin 12", "Unspecified – 12 – Unspecified doubtful"),
            ("至少 12", "Unspecified – 12 – Unspecified doubtful"),
            ("12", "Exact 12 12 12 Unspecified"),
            ("30.000 Menschen", "Exact 30000 30000 30000"),
        ],
    );
}

#[test]
fn names_money_and_days_count_nothing_in_any_language() {
    for tag in ["fi", "it", "ru", "tr"] {
        check(
            tag,
            &[
                ("€300", "Money"),
                ("EUR 300", "Money"),
                ("12/03/2026", "Date"),
                ("17:30", "Time"),
                ("F-16", "Name"),
                ("12,5 %", "NotWhole"),
                ("3-1-2", "Code"),
                ("2011", "Year"),
            ],
        );
    }
}
