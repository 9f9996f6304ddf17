use super::ledger;
use crate::figures::Ledger;

/// Three marks with records of which only the scopes are given.
fn killed(scopes: [&str; 3]) -> Ledger {
    let records = scopes.map(|scope| format!("Killed, 5, {scope}"));
    ledger(
        "Five, five and five\n^^^^ Casualties\n      ^^^^ Casualties\n               ^^^^ Casualties\n",
        &[&records[0], &records[1], &records[2]],
    )
}

fn totals(ledger: &Ledger) -> (String, usize) {
    (ledger.totals().concat(), ledger.n_errors)
}

#[test]
fn a_circle_of_any_links_counts_nothing_and_is_an_error_of_each() {
    for link in ["PartOf", "SameAs", "UpdateOf", "Additional"] {
        let circle = killed([&format!("{link} 2"), &format!("{link} 3"), &format!("{link} 1")]);
        assert_eq!(totals(&circle), ("Killed – – –".to_owned(), 3), "{link}");
        let own = killed([&format!("{link} 1"), "Event", "Event"]);
        assert_eq!(totals(&own), ("Killed 10 10 10".to_owned(), 1), "{link}");
    }
    let mixed = killed(["UpdateOf 2", "SameAs 3", "PartOf 1"]);
    assert_eq!(totals(&mixed), ("Killed – – –".to_owned(), 3));
}

#[test]
fn what_updates_a_circle_does_not_count_and_what_comes_on_top_of_it_does() {
    let update = killed(["UpdateOf 2", "UpdateOf 1", "UpdateOf 1"]);
    assert_eq!(
        (totals(&update), update.left_out().join(", ")),
        (("Killed – – –".to_owned(), 3), "1 Circle, 2 Circle, 3 Circle".to_owned())
    );
    let on_top = killed(["PartOf 2", "PartOf 1", "Additional 1"]);
    assert_eq!(totals(&on_top), ("Killed 5 5 5".to_owned(), 2));
}

#[test]
fn a_link_to_a_mark_that_is_not_there_is_an_error() {
    for link in ["PartOf", "SameAs", "UpdateOf", "Additional"] {
        let dead = killed(["Event", &format!("{link} 9"), link]);
        assert_eq!(totals(&dead), ("Killed 5 5 5".to_owned(), 2), "{link}");
        assert_eq!(dead.left_out(), ["2 Absent", "3 NoMark"], "{link}");
    }
}

#[test]
fn a_link_to_another_kind_of_record_is_an_error() {
    for link in ["PartOf", "SameAs", "UpdateOf", "Additional"] {
        let ledger = ledger(
            "“No”, five fled, 5 died\n^^^^ Quotes\n      ^^^^ Displacement\n                 ^ Casualties\n",
            &["", &format!("Flow, 5, {link} 1"), &format!("Killed, 5, {link} 2")],
        );
        assert_eq!(ledger.left_out(), ["2 OtherKind", "3 OtherKind"], "{link}");
        assert_eq!(ledger.n_errors, 2);
    }
    let other_harm =
        ledger("5 died, 5 hurt\n^ Casualties\n        ^ Casualties\n", &["Killed, 5, Event", "Injured, 5, SameAs 1"]);
    assert_eq!(other_harm.left_out(), ["2 OtherKind"]);
}

#[test]
fn bounds_out_of_order_never_enter_a_total() {
    let ledger = ledger(
        "between 40 and 20 or 7 died\n^^^^^^^^^^^^^^^^^ Casualties\n                     ^ Casualties\n",
        &["Killed, 40–20, Event", "Killed, 7, UpdateOf 1, figure.high: 9"],
    );
    assert_eq!(ledger.left_out(), ["1 Disorder", "2 Disorder"]);
    assert_eq!(totals(&ledger), ("Killed – – –".to_owned(), 2));
}
