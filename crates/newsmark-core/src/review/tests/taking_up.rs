use super::*;
use crate::model::Part;
use crate::review::{Adjudication, Decision};

const OWN: &str = "\
Ten people died. Two fled.
^^^ Casualties
                 ^^^ Displacement";

const OTHER: &str = "\
Ten people died. Two fled.
^^^^^^^^^^ Casualties
                 ^^^ Displacement
                     ^^^^ Claims";

fn both(own: &str) -> Comparison {
    compared(vec![by("Ines Varga", 1, own), by("Tomas Reed", 9, OTHER)])
}

#[test]
fn a_whole_mark_is_taken_and_settled_in_one_step() {
    let comparison = both(OWN);
    let mut adjudication = Adjudication::of(&comparison);
    assert!(!adjudication.can_undo());
    assert!(adjudication.take_and_decide(&comparison, 0, 1));
    assert!(adjudication.take_and_decide(&comparison, 2, 0), "Ines has no such mark, so it is left out");
    assert!(!adjudication.take_and_decide(&comparison, 0, 2), "there is no third side");
    assert_eq!(adjudication.open().collect::<Vec<_>>(), [1]);
    assert!(adjudication.decision(2).unwrap().is_left_out);
    assert!(adjudication.undo() && adjudication.undo() && adjudication.can_redo());
    assert_eq!(adjudication, {
        let mut fresh = Adjudication::of(&comparison);
        fresh.redo = adjudication.redo.clone();
        fresh
    });
}

#[test]
fn decisions_are_taken_up_again_and_those_that_do_not_fit_are_left_out() {
    let comparison = both(OWN);
    let mut adjudication = Adjudication::of(&comparison);
    adjudication.choose(&comparison, 0, Part::Boundary, 1);
    adjudication.decide(0, true);
    let mut decided = adjudication.decided(&comparison);
    assert_eq!(decided.len(), 1);
    let wrong = Decision { side: 7, ..decided[0].1.clone() };
    decided.extend([(1, wrong.clone()), (90, wrong)]);
    let taken_up = Adjudication::taken_up(&comparison, decided);
    assert_eq!(taken_up.decision(0), adjudication.decision(0));
    assert_eq!(taken_up.open().collect::<Vec<_>>(), [1, 2]);
    assert!(!taken_up.can_undo());
}

#[test]
fn decisions_about_marks_that_are_as_they_were_outlive_work_on_a_project() {
    let comparison = both(OWN);
    let mut adjudication = Adjudication::of(&comparison);
    (0..3).for_each(|row| assert!(adjudication.take_and_decide(&comparison, row, 1)));
    let own = with(by("Ines Varga", 1, OWN), 1, |mark| mark.note = "Asked the desk".to_owned());
    let anew = compared(vec![own, by("Tomas Reed", 9, OTHER)]);
    let carried = adjudication.carried_over(&comparison, &anew);
    assert_eq!(carried.open().collect::<Vec<_>>(), [1], "the mark with the new note is open again");
    assert_eq!(carried.decision(0), adjudication.decision(0));
    let three = compared(vec![by("Ines Varga", 1, OWN), by("Tomas Reed", 9, OTHER), by("Lena Torvik", 20, OWN)]);
    assert_eq!(adjudication.carried_over(&comparison, &three), Adjudication::of(&three));
}
