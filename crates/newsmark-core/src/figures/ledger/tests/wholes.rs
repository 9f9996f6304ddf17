use super::article::told;
use super::ledger;

/// A whole and up to three of its parts.
const ARTICLE: &str = "\
46 people were hurt: 26 children, nine women, the rest men.
^^ Casualties
                     ^^ Casualties
                                  ^^^^ Casualties
                                              ^^^^^^^^ Casualties
";

/// What is left of the whole without its parts.
fn left(whole: &str, one: &str, other: &str) -> String {
    let records = [whole, one, other].map(|figure| format!("Injured, {figure}"));
    let article = ARTICLE.lines().take(4).collect::<Vec<_>>().join("\n");
    let ledger = ledger(
        &article,
        &[
            &format!("{}, Event", records[0]),
            &format!("{}, PartOf 1", records[1]),
            &format!("{}, PartOf 1", records[2]),
        ],
    );
    assert_eq!(ledger.row("Injured").counted.len(), 1);
    told(ledger.row("Injured").parts[0].residual)
}

#[test]
fn what_is_left_of_a_whole_is_worked_out_in_ranges() {
    assert_eq!(left("46", "26", "9"), "11 11 11");
    assert_eq!(left("≥ 46", "26", "9"), "11 11 open");
    assert_eq!(left("46", "≥ 26", "9"), "open 11 11");
    assert_eq!(left("46", "≤ 26", "9"), "11 – 46", "the part that is open below may be none");
    assert_eq!(left("46", "20–26", "9"), "11 – 17");
    assert_eq!(left("about 46", "26", "9"), "– 11 –");
    assert_eq!(left("40–46", "30–36", "9"), "0 – 7", "never negative");
    assert_eq!(left("46", "many", "9"), "– – –");
    assert_eq!(left("46", "26, Household", "9"), "– – –", "families among people");
    assert_eq!(left("46", "40", "9"), "– – –", "parts that overlap");
}

#[test]
fn the_rest_has_the_number_that_is_left() {
    let ledger = ledger(
        ARTICLE,
        &[
            "Injured, 46, Event",
            "Injured, 26, PartOf 1",
            "Injured, 9, PartOf 1",
            "Injured, the rest, PartOf 1, Men: all",
        ],
    );
    let parts = &ledger.row("Injured").parts[0];
    let amounts: Vec<_> = parts.parts.iter().map(|part| part.amount.sign()).collect();
    assert_eq!((amounts.join(" "), told(parts.residual)), ("26 9 11".to_owned(), "11 11 11".to_owned()));
    assert_eq!(told(ledger.row("Injured").groups[0].amount), "11 11 11");
}

#[test]
fn of_two_that_are_the_rest_neither_has_a_number() {
    let ledger = ledger(
        ARTICLE,
        &["Injured, 46, Event", "Injured, 26, PartOf 1", "Injured, the rest, PartOf 1", "Injured, the rest, PartOf 1"],
    );
    let amounts: Vec<_> = ledger.row("Injured").parts[0].parts.iter().map(|part| part.amount.sign()).collect();
    assert_eq!(amounts.join(" "), "26 – –");
}

#[test]
fn the_rest_of_the_rest_is_worked_out_from_the_outside_in() {
    let ledger = ledger(
        ARTICLE,
        &["Injured, 46, Event", "Injured, 26, PartOf 1", "Injured, 9, PartOf 4", "Injured, the rest, PartOf 1"],
    );
    let parts = &ledger.row("Injured").parts;
    assert_eq!((told(parts[0].residual), told(parts[1].residual)), ("20 20 20".to_owned(), "11 11 11".to_owned()));
}

#[test]
fn a_part_above_its_whole_is_an_error_beside_the_total() {
    let errors = |part: &str| {
        let part = format!("Injured, {part}, PartOf 1");
        let ledger =
            ledger("46, of them 50\n^^ Casualties\n            ^^ Casualties\n", &["Injured, 46, Event", &part]);
        (ledger.row("Injured").n_errors, ledger.totals().concat())
    };
    let total = "Injured 46 46 46".to_owned();
    assert_eq!(errors("50"), (1, total.clone()));
    assert_eq!(errors("> 46"), (1, total.clone()));
    assert_eq!(errors("≥ 46"), (0, total.clone()));
    assert_eq!(errors("≤ 50"), (0, total));
    let groups =
        |group: &str| ledger("46\n^^ Casualties\n", &[&format!("Injured, 46, Event, Children: {group}")]).n_errors;
    assert_eq!((groups("47"), groups("46")), (1, 0));
}

#[test]
fn a_total_is_told_by_victims_with_parts_taken_out_of_their_whole() {
    let ledger = ledger(
        "\
46 died: 26 civilians, among them nine women, and a soldier. Elsewhere 3 civilians died.
^^ Casualties
         ^^ Casualties
                                  ^^^^ Casualties
                                                  ^^^^^^^^^ Casualties
                                                                       ^ Casualties
",
        &[
            "Killed, 46, Event, Mixed",
            "Killed, 26, PartOf 1, Civilian",
            "Killed, 9, PartOf 2, Civilian, Women: all",
            "Killed, 1, PartOf 1, ArmedForces",
            "Killed, 3, Additional 1, Civilian",
        ],
    );
    let row = ledger.row("Killed");
    let victims: Vec<_> =
        row.victims.iter().map(|part| format!("{} {}", part.who.name(), part.amount.unwrap().sign())).collect();
    assert_eq!(victims, ["Civilian 29", "ArmedForces 1", "Mixed 19"]);
    let groups: Vec<_> =
        row.groups.iter().map(|part| format!("{} {}", part.who.name(), part.amount.unwrap().sign())).collect();
    assert_eq!(groups, ["Women 9"]);
}

#[test]
fn a_part_that_names_a_group_is_among_the_part_that_names_none() {
    let ledger = ledger(
        "12 died, 8 civilians, 5 children\n^^ Casualties\n         ^ Casualties\n                      ^ Casualties\n",
        &["Killed, 12, Event", "Killed, 8, PartOf 1, Civilian", "Killed, 5, PartOf 1, Civilian, Children: all"],
    );
    let victims: Vec<_> = ledger.row("Killed").victims.iter().map(|part| part.amount.unwrap().sign()).collect();
    assert_eq!(victims, ["4", "8"]);
}

#[test]
fn a_group_is_told_once_for_a_fact_by_its_latest_figure() {
    let ledger = ledger(
        "\
Seven died, three of them children; later 12 died, five of them children and four women.
^^^^^ Casualties
            ^^^^^ Casualties
                                          ^^ Casualties
",
        &[
            "Killed, 7, Event, Children: 3, Elderly: 1, attribution.source: 1",
            "Killed, 3, PartOf 1, Children: all",
            "Killed, 12, UpdateOf 1, Children: 5, Women: 4, attribution.source: 2",
        ],
    );
    let groups: Vec<_> = ledger
        .row("Killed")
        .groups
        .iter()
        .map(|part| format!("{} {} {:?}", part.who.name(), part.amount.unwrap().sign(), part.ids.len()))
        .collect();
    assert_eq!(groups, ["Children 5 1", "Women 4 1", "Elderly 1 1"]);
}
