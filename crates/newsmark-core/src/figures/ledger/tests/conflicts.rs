use super::ledger;

const FLED: &str = "\
The government says 18,000 people have fled. The committee says the number is close to 31,000.
                    ^^^^^^^^^^^^^ Displacement
                                                                              ^^^^^^^^^^^^^^^ Displacement
";

fn fled(one: &str, other: &str) -> Vec<String> {
    ledger(FLED, &[&format!("Flow, {one}"), &format!("Flow, {other}")]).disputes()
}

#[test]
fn two_figures_for_one_fact_conflict_where_their_ranges_do_not_meet() {
    let fact = |one: &str, other: &str| {
        let since = "Cumulative, when.text: since January, from.name: Karsa";
        !fled(&format!("{one}, {since}"), &format!("{other}, {since}")).is_empty()
    };
    assert!(fact("18,000", "nearly 31,000"));
    assert!(fact("> 30,000", "nearly 30,000"), "a strict qualifier excludes its bound");
    assert!(!fact("≥ 30,000", "nearly 30,000"));
    assert!(fact("< 30,000", "30,000"));
    assert!(!fact("≤ 30,000", "30,000"));
    assert!(fact("> 30", "< 31"), "no number lies between");
    assert!(!fact("> 30", "< 32"));
    assert!(fact("about 4,300", "3,800"), "a bound that is not stated takes best");
    assert!(!fact("about 4,300", "4,200") && !fact("about 18", "17"), "about is within a tenth on either side");
    assert!(fact("about 18", "20") && fact("about 18", "16"));
    assert!(!fact("290", "nearly 300") && fact("269", "nearly 300") && fact("301", "nearly 300"));
    assert!(!fact("about 4,300", "4,200–4,400"));
    assert!(!fact("≥ 12", "46"));
    assert!(!fact("many", "46"), "no number, no conflict");
    let families = "300, Household, figure.household_size: 5";
    assert!(fact(families, "1,600") && !fact(families, "1,500") && !fact("300, Household", "1,600"));
}

#[test]
fn one_fact_is_linked_or_of_the_same_time_and_place() {
    let (one, other) = ("18,000, Event", "31,000, Event");
    let both = |words: &str| fled(&format!("{one}, {words}"), &format!("{other}, {words}"));
    assert_eq!(fled("18,000, Event", "31,000, SameAs 1"), ["Figures 1 2"]);
    assert_eq!(fled("18,000, Event", "31,000, UpdateOf 1"), [""; 0], "a later figure replaces");
    assert_eq!(fled("18,000, Event", "1,000, PartOf 1"), [""; 0]);
    assert_eq!(both("when.date: 2026-03-08, from.name: Karsa"), ["Figures 1 2"]);
    assert_eq!(both("when.text: on  Sunday, from.text: Karsa"), ["Figures 1 2"]);
    assert_eq!(both("when.date: 2026-03-08"), [""; 0], "unknown places need not be one place");
    assert_eq!(both(""), [""; 0]);
    let sunday = "when.date: 2026-03-08, from.name: Karsa";
    assert_eq!(fled(&format!("{one}, {sunday}"), &format!("{other}, {sunday}, to.name: Lir")), [""; 0]);
    assert_eq!(fled(&format!("{one}, {sunday}"), &format!("31,000, Event, Triangulation, {sunday}")), ["Figures 1 2"]);
    assert_eq!(fled(&format!("{one}, {sunday}"), &format!("31,000, Additional 1, {sunday}")), [""; 0]);
    let denied = format!("{other}, {sunday}, attribution.certainty: Denied");
    assert_eq!(fled(&format!("{one}, {sunday}"), &denied), [""; 0]);
}

#[test]
fn a_conflict_names_both_figures() {
    let ledger = ledger(FLED, &["Flow, 18000, Event", "Flow, nearly 31000, SameAs 1"]);
    assert_eq!(ledger.conflicts[0].why, "18,000 persons against nearly 31,000 persons: the ranges do not meet");
    let in_conflict = |n| ledger.conflicts_of(crate::model::AnnotationId::from_u64(n)).count();
    assert_eq!([1, 2, 3].map(in_conflict), [1, 1, 0]);
}

#[test]
fn figures_that_claims_speak_of_are_of_one_fact() {
    let article = "\
18,000 fled, said the office; 31,000 fled, said the committee.
^^^^^^ Displacement
^^^^^^^^^^^ Claims
                              ^^^^^^ Displacement
                              ^^^^^^^^^^^ Claims
";
    let disputes = |one: &str, other: &str| {
        ledger(article, &["Flow, 18000, Event", one, "Flow, 31000, Event, Triangulation", other]).disputes()
    };
    assert_eq!(disputes("About: 1, Contradicts: 4", "About: 3"), ["Figures 1 3"]);
    assert_eq!(disputes("About: 1", "About: 3, Denies: 1"), ["Figures 1 3"]);
    assert_eq!(disputes("About: 1", "About: 3"), [""; 0]);
    assert_eq!(disputes("About: 1, Corroborates: 4, Contradicts: 99", "About: 3"), [""; 0]);
}

#[test]
fn every_pair_of_three_accounts_is_told_once_in_the_order_of_the_text() {
    let ledger = ledger(
        "Nine, ten or twelve died\n^^^^ Casualties\n      ^^^ Casualties\n             ^^^^^^ Casualties\n",
        &["Killed, 9, SameAs 3", "Killed, 10, SameAs 1", "Killed, 12, Event"],
    );
    assert_eq!(ledger.disputes(), ["Figures 1 2", "Figures 1 3", "Figures 2 3"]);
}

const STRIKE: &str = "\
Twelve died; residents blamed the army. 46 were hurt; the army denied it had fired.
^^^^^^ Casualties
                                        ^^ Casualties
";

#[test]
fn responsibility_asserted_here_and_denied_there_is_a_conflict() {
    let strike = |one: &str, other: &str| ledger(STRIKE, &[one, other]).disputes();
    let sunday = "when.date: 2026-03-08, where.name: Karsa";
    let suspected = "Killed, 12, Event, responsible: the army, responsibility: Suspected";
    let denied = "Killed, 12, SameAs 1, responsible: The Army, responsibility: Denied";
    assert_eq!(strike(suspected, denied), ["Responsibility 1 2"]);
    let again = format!("Killed, 12, Event, {sunday}, responsibility: Denied");
    assert_eq!(strike(&format!("{suspected}, {sunday}"), &again), ["Responsibility 1 2"]);
    assert_eq!(strike(&format!("{suspected}, {sunday}"), &format!("{again}, responsible: a militia")), [""; 0]);
    assert_eq!(strike(suspected, "Injured, 46, Event, responsibility: Denied"), [""; 0], "another harm, not linked");
    assert_eq!(strike(suspected, "Killed, 12, SameAs 1, responsibility: Contested"), [""; 0]);
    let why = &ledger(STRIKE, &[suspected, denied]).conflicts[0].why;
    assert_eq!(why, "the army held responsible here, The Army denied there");
}

#[test]
fn claims_on_who_did_it_conflict_where_they_contradict_or_deny() {
    let article = "\
Residents say the army shelled the market. The army says it did not fire.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Claims
                                                         ^^^^^^^^^^^^^^^ Claims
";
    let disputes = |one: &str, other: &str| ledger(article, &[one, other]).disputes();
    assert_eq!(disputes("Responsibility", "Responsibility, Denies: 1"), ["Responsibility 1 2"]);
    assert_eq!(disputes("Responsibility, Contradicts: 2", "Responsibility, Contradicts: 1"), ["Responsibility 1 2"]);
    assert_eq!(disputes("Responsibility, Contradicts: 2", "Event"), ["Responsibility 1 2"]);
    assert_eq!(disputes("Event, Contradicts: 2", "Event"), [""; 0]);
    assert_eq!(disputes("Responsibility, Corroborates: 2", "Responsibility"), [""; 0]);
    assert_eq!(disputes("Responsibility, Contradicts: 1, Contradicts: 9", "Responsibility"), [""; 0]);
}
