use super::{ledger, project};
use crate::figures::Ledger;
use crate::model::{Annotation, AnnotationId, Change, LostAnchor, Status};

#[test]
fn what_its_source_denies_neither_counts_nor_replaces() {
    let ledger = ledger(
        "\
Nine died. The army denied that the toll had risen to 17. It later said eleven.
^^^^ Casualties
                                                      ^^ Casualties
                                                                        ^^^^^^ Casualties
",
        &["Killed, 9, Event", "Killed, 17, UpdateOf 1, attribution.certainty: Denied", "Killed, 11, UpdateOf 2"],
    );
    assert_eq!(ledger.totals(), ["Killed 11 11 11"]);
    assert_eq!(ledger.left_out(), ["1 Replaced", "2 Denied"]);
    let alone = super::ledger(
        "Nine died, not 17.\n^^^^ Casualties\n               ^^ Casualties\n",
        &["Killed, 9, Event", "Killed, 17, UpdateOf 1, attribution.certainty: Denied"],
    );
    assert_eq!((alone.totals(), alone.left_out()), (vec!["Killed 9 9 9".to_owned()], vec!["2 Denied".to_owned()]));
}

#[test]
fn words_of_doubt_change_the_account_and_not_the_number() {
    for certainty in ["Reported", "Estimate", "Alleged", "Possible", "Feared", "Announced"] {
        let record = format!("Killed, 9, Event, attribution.certainty: {certainty}");
        assert_eq!(ledger("Nine\n^^^^ Casualties\n", &[&record]).totals(), ["Killed 9 9 9"], "{certainty}");
    }
}

#[test]
fn an_update_stands_as_what_it_updates_stood() {
    let ledger = ledger(
        "\
Twelve died, four of them children, later five. 31,000 by another count, then 33,000.
^^^^^^ Casualties
             ^^^^ Casualties
                                          ^^^^ Casualties
                                                ^^^^^^ Displacement
                                                                              ^^^^^^ Displacement
",
        &[
            "Killed, 12, Event",
            "Killed, 4, PartOf 1",
            "Killed, 5, UpdateOf 2",
            "Flow, 31000, Event, Triangulation",
            "Flow, 33000, UpdateOf 4",
        ],
    );
    assert_eq!(ledger.left_out(), ["2 Replaced", "3 PartOf", "4 Triangulation", "5 Triangulation"]);
    assert_eq!(ledger.row("Killed").parts[0].residual.unwrap().sign(), "7");
    assert_eq!(ledger.totals()[0], "Killed 12 12 12");
}

#[test]
fn the_missing_who_are_found_dead_are_killed_and_missing_no_more() {
    let ledger = ledger(
        "\
Three were missing on Sunday. The three were found dead on Monday.
^^^^^ Casualties
                              ^^^^^^^^^ Casualties
",
        &["Missing, 3, Event", "Killed, 3, UpdateOf 1"],
    );
    assert_eq!(ledger.totals(), ["Killed 3 3 3", "Missing – – –"]);
}

#[test]
fn families_said_again_as_people_count_once() {
    let ledger = ledger(
        "\
Some 1,500 people fled, 300 families in all.
     ^^^^^^^^^^^^ Displacement
                        ^^^^^^^^^^^^ Displacement
",
        &["Flow, about 1500, Event", "Flow, 300, Household, SameAs 1"],
    );
    assert_eq!(ledger.totals(), ["Displaced, flow – 1,500 –", "Displaced, flow (households) – – –"]);
    assert_eq!(ledger.disputes(), [""; 0]);
}

#[test]
fn what_a_reviewer_rejected_does_not_count() {
    let mut project = project(
        "Nine, then ten\n^^^^ Casualties\n           ^^^ Casualties\n",
        &["Killed, 9, Event", "Killed, 10, UpdateOf 1"],
    );
    let rejected = Annotation { status: Status::Rejected, ..Annotation::clone(&project.annotations()[1]) };
    project.apply(Change::Replace(rejected.into())).unwrap();
    let ledger = Ledger::of(&project);
    assert_eq!((ledger.totals(), ledger.left_out()), (vec!["Killed 9 9 9".to_owned()], vec!["2 Rejected".to_owned()]));
}

#[test]
fn a_figure_whose_words_were_edited_away_is_an_error_beside_the_total() {
    let mut project = project(
        "Nine, and ten\n^^^^ Casualties\n          ^^^ Casualties\n",
        &["Killed, 9, Event", "Killed, 10, Event"],
    );
    let lost = LostAnchor { words: vec!["ten".to_owned()], claimed: vec![(10, 13)] };
    let kept = Annotation::clone(&project.annotations()[1]).at(lost);
    project.apply(Change::Remove(kept.id)).unwrap();
    project.apply(Change::InsertUnplaced(kept.into())).unwrap();
    let ledger = Ledger::of(&project);
    assert_eq!((ledger.totals(), ledger.left_out()), (vec!["Killed 9 9 9".to_owned()], vec!["2 Unplaced".to_owned()]));
    assert_eq!((ledger.row("Killed").n_errors, ledger.n_errors), (1, 1));
}

#[test]
fn every_record_leads_to_its_row_and_other_marks_to_none() {
    let ledger = ledger(
        "Nine died, “all of them”, and 46 hurt\n^^^^ Casualties\n           ^^^^^^^^^^^^^ Quotes\n                              ^^ Casualties\n",
        &["Killed, 9, Event", "", "Injured, 46, SameAs 9"],
    );
    let row = |n| ledger.row_of(AnnotationId::from_u64(n)).map(|row| row.label());
    assert_eq!([row(1), row(2), row(3)], [Some("Killed".to_owned()), None, Some("Injured".to_owned())]);
}
