use super::ledger;

#[test]
fn an_event_counts_and_its_part_stands_under_it() {
    let ledger = ledger(
        "\
At least 12 people were killed, five of them children.
^^^^^^^^^^^^^^^^^^ Casualties
                                ^^^^^^^^^^^^^^^^^^^^^ Casualties
",
        &["Killed, ≥ 12, Event", "Killed, 5, PartOf 1, Children: all"],
    );
    assert_eq!(ledger.totals(), ["Killed 12 12 open"]);
    assert_eq!(ledger.left_out(), ["2 PartOf"]);
    assert_eq!(ledger.row("Killed").total.unwrap().words(), "12 or more");
    assert_eq!(ledger.n_errors, 0);
}

#[test]
fn a_toll_that_was_revised_twice_counts_once() {
    let ledger = ledger(
        "\
The office revised its toll twice, from seven to nine and then to at least 12.
                                        ^^^^^ Casualties
                                                 ^^^^ Casualties
                                                                  ^^^^^^^^^^^ Casualties
",
        &["Killed, 7, Event", "Killed, 9, UpdateOf 1", "Killed, ≥ 12, UpdateOf 2"],
    );
    assert_eq!(ledger.totals(), ["Killed 12 12 open"]);
    assert_eq!(ledger.left_out(), ["1 Replaced", "2 Replaced"]);
}

#[test]
fn of_several_updates_the_later_date_counts_and_without_dates_the_later_words() {
    let article = "\
The toll rose to 17 by Monday. It had been nine on Sunday, after seven at first.
                 ^^ Casualties
                                           ^^^^ Casualties
                                                                 ^^^^^ Casualties
";
    let dated = ["Killed, 17, UpdateOf 3, when.date: 2026-03-09", "Killed, 9, UpdateOf 3, when.date: 2026-03-08"];
    let totals = |records: [&str; 2]| ledger(article, &[records[0], records[1], "Killed, 7, Event"]).totals();
    assert_eq!(totals(dated), ["Killed 17 17 17"]);
    assert_eq!(totals(["Killed, 17, UpdateOf 3", dated[1]]), ["Killed 9 9 9"]);
    assert_eq!(totals(["Killed, 17, UpdateOf 3, when.date: on Monday", dated[1]]), ["Killed 9 9 9"]);
}

#[test]
fn what_comes_on_top_is_added() {
    let ledger = ledger(
        "\
Four people died at the gate and a further three on the road; 46 were hurt.
^^^^^^^^^^^ Casualties
                                 ^^^^^^^^^^^^^^^ Casualties
                                                              ^^ Casualties
",
        &["Killed, 4, Event", "Killed, 3, Additional 1", "Injured, 46, Event"],
    );
    assert_eq!(ledger.totals(), ["Killed 7 7 7", "Injured 46 46 46"]);
}

#[test]
fn what_is_said_again_counts_once_however_often() {
    let ledger = ledger(
        "\
Twelve dead. The twelve were bakers. All twelve lived here, of whom four were women.
^^^^^^^^^^^ Casualties
             ^^^^^^^^^^ Casualties
                                     ^^^^^^^^^^ Casualties
                                                                    ^^^^^^^^^^^^^^^ Casualties
",
        &["Killed, 12, Event", "Killed, 12, SameAs 1", "Killed, 12, SameAs 2", "Killed, 4, PartOf 3, Women: all"],
    );
    assert_eq!(ledger.totals(), ["Killed 12 12 12"]);
    assert_eq!(ledger.left_out(), ["2 SameAs", "3 SameAs", "4 PartOf"]);
    let parts = &ledger.row("Killed").parts;
    assert_eq!(
        (parts.len(), parts[0].of, parts[0].residual.unwrap().sign()),
        (1, ledger.row("Killed").counted[0], "8".to_owned())
    );
}

#[test]
fn a_running_toll_stands_apart_and_so_do_its_updates() {
    let ledger = ledger(
        "\
Two died. In all 214 have been killed since January, a figure since raised to 220.
^^^ Casualties
                 ^^^ Casualties
                                                                              ^^^ Casualties
",
        &["Killed, 2, Event", "Killed, 214, Cumulative", "Killed, 220, UpdateOf 2"],
    );
    assert_eq!(ledger.totals(), ["Killed 2 2 2"]);
    assert_eq!(ledger.left_out(), ["2 Replaced", "3 Cumulative"]);
    let tolls: Vec<String> = ledger.cumulative.iter().map(|toll| toll.amount.sign()).collect();
    assert_eq!(tolls, ["220"]);
}

#[test]
fn households_are_persons_only_by_their_size() {
    let ledger = ledger(
        "\
Some 300 families fled, 100 families were evacuated, and 2,000 people walked north.
     ^^^^^^^^^^^^ Displacement
                        ^^^^^^^^^^^^ Displacement
                                                         ^^^^^^^^^^^^ Displacement
",
        &[
            "Flow, 300, Household, Event",
            "Flow, 100, Household, figure.household_size: 4.5, Event",
            "Flow, 2000, Event",
        ],
    );
    assert_eq!(ledger.totals(), ["Displaced, flow 2,450 2,450 2,450", "Displaced, flow (households) 300 300 300"]);
}

#[test]
fn flow_stock_and_those_at_risk_never_mix() {
    let ledger = ledger(
        "\
4,000 fled; 9,000 live in camps; 2,000 are besieged; 30 came to look at their homes.
^^^^^ Displacement
            ^^^^^ Displacement
                                 ^^^^^ Displacement
                                                     ^^ Displacement
",
        &["Flow, 4000, Event", "Stock, 9000, Event", "AtRisk, 2000, Event", "Visit, 30, Event"],
    );
    let labels = |rows: Vec<&crate::figures::Row>| rows.iter().map(|row| row.label()).collect::<Vec<_>>();
    assert_eq!(labels(ledger.displacement().collect()), ["Displaced, flow", "Displaced, stock"]);
    assert_eq!(labels(ledger.at_risk().collect()), ["At risk"]);
    assert_eq!(labels(ledger.visits().collect()), ["Visits"]);
    assert_eq!(ledger.row("Displaced, flow").total.unwrap().best, Some(4000));
}

#[test]
fn a_bound_is_open_where_one_is_open_and_absent_where_one_does_not_state_it() {
    let article = "\
Some were killed here and some there.
^^^^ Casualties
                          ^^^^ Casualties
";
    let total = |one: &str, other: &str| {
        let records = [format!("Killed, {one}, Event"), format!("Killed, {other}, Event")];
        let ledger = ledger(article, &[&records[0], &records[1]]);
        (ledger.totals().concat(), ledger.row("Killed").total.unwrap().words())
    };
    let both = |cells: &str, words: &str| (format!("Killed {cells}"), words.to_owned());
    assert_eq!(total("46", "5–7"), both("51 – 53", "51–53"));
    assert_eq!(total("46", "≥ 12"), both("58 58 open", "58 or more"));
    assert_eq!(total("46", "several"), both("49 49 open", "49 or more"));
    assert_eq!(total("46", "≤ 12"), both("open – 58", "up to 58"));
    assert_eq!(total("46", "about 40"), both("– 86 –", "about 86"));
    assert_eq!(total("nearly 30", "46"), both("– 76 76", "nearly 76"));
    assert_eq!(total("46", "many"), both("46 46 open", "46 or more, and an unknown number"));
    assert_eq!(total("≥ 12", "≤ 9"), both("open – open", "–"));
    assert_eq!(total("≥ 12", "about 40"), both("– 52 open", "about 52 or more"));
    assert_eq!(total("> 30", "nearly 9"), both("– 39 open", "about 39 or more"));
}

#[test]
fn what_does_not_say_what_it_is_enters_no_total() {
    let ledger = ledger(
        "\
12 died, 5 were named, 4,000 fled, 31,000 by another count, 300 more and a third of all.
^^ Casualties
         ^ Casualties
                       ^^^^^ Displacement
                                   ^^^^^^ Displacement
                                                            ^^^ Displacement
                                                                         ^^^^^^^ Displacement
",
        &[
            "Killed, 12",
            "Killed, 5, Event, figure.unit: Unspecified",
            "4000, Event",
            "Flow, 31000, Event, Triangulation",
            "Flow, 300, Event, Recommended",
            "Flow, 33, Percent, Event",
        ],
    );
    let left_out = ["1 Unspecified", "2 Unit", "3 Measure", "4 Triangulation", "6 Share"];
    assert_eq!(ledger.left_out(), left_out);
    assert_eq!(ledger.row("Displaced, flow").total.unwrap().best, Some(300));
    assert_eq!(ledger.row("Killed").total, None);
    assert_eq!(ledger.n_errors, 0);
}

#[test]
fn a_sum_beyond_64_bits_is_an_error_and_no_total() {
    let article = "Many died here, many there.\n^^^^ Casualties\n                ^^^^ Casualties\n";
    let most = u64::MAX;
    let ledger = |one: &str, other: &str| ledger(article, &[one, other]);
    let sum = ledger(&format!("Killed, {most}, Event"), "Killed, 1, Event");
    assert_eq!((sum.row("Killed").total, sum.row("Killed").n_errors, sum.n_errors), (None, 1, 1));
    let sum = ledger(&format!("Killed, {}, Event", most - 1), "Killed, 1, Event");
    assert_eq!((sum.row("Killed").total.unwrap().high, sum.n_errors), (Some(most), 0));
    let families = format!("Killed, {most}, Household, figure.household_size: 5, Event");
    let sum = ledger(&families, "Killed, 1, Event");
    assert_eq!(
        (sum.totals(), sum.left_out(), sum.n_errors),
        (vec!["Killed 1 1 1".to_owned()], vec!["1 TooLarge".to_owned()], 1)
    );
}

#[test]
fn the_share_of_each_source_is_told_the_largest_first() {
    let ledger = ledger(
        "\
Nine died, the office said; three more, said residents. 46 were hurt; some 4,000 fled.
^^^^ Casualties
                            ^^^^^ Casualties
                                                        ^^ Casualties
                                                                      ^^^^^^^^^^ Displacement
",
        &[
            "Killed, 3, Event, attribution.words:  the  Residents",
            "Killed, 9, Additional 1, attribution.source: 1",
            "Injured, 46, Event, attribution.source: 99, attribution.words: a nurse",
            "Flow, ≤ 4000, Event, attribution.source: 2",
        ],
    );
    let shares: Vec<(String, f64)> =
        ledger.row("Killed").shares.iter().map(|share| (format!("{:?}", share.account), share.share)).collect();
    assert_eq!(shares, [("Source(SourceId(1))".to_owned(), 0.75), ("Words(\"the residents\")".to_owned(), 0.25)]);
    let largest = |row: &str| ledger.row(row).largest().map(|share| (format!("{:?}", share.account), share.percent()));
    assert_eq!(largest("Injured"), Some(("Words(\"a nurse\")".to_owned(), 100)), "a source that is not there");
    assert_eq!(largest("Displaced, flow"), Some(("Source(SourceId(2))".to_owned(), 100)), "without a best");
}
