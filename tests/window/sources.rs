//! Sources are named by typing, and kept in a table.

use eframe::egui::{Event, Key, vec2};
use egui_kittest::kittest::Queryable;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

/// A window with two marks, the first selected.
fn two_marks() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.drag_over("killing at least 12 people");
    desk.press(NONE, Key::Num1);
    (folder, desk)
}

/// The names in the table.
fn table(desk: &Desk) -> Vec<&str> {
    let mut names: Vec<_> = desk.project().sources().iter().map(|source| source.name.as_str()).collect();
    names.sort_unstable();
    names
}

/// The sources that the marks name, in order.
fn named(desk: &Desk) -> Vec<&str> {
    let project = desk.project();
    let source = |id| project.sources().get(id).map_or("?", |source| source.name.as_str());
    let marks = project.annotations().iter();
    marks.map(|mark| mark.details.attribution().source.map_or("", source)).collect()
}

/// Names a source of the selected mark by typing and Enter.
#[track_caller]
fn name_source(desk: &mut Desk, typed: &str) {
    desk.click("Source");
    desk.press(CTRL, Key::A);
    desk.write_and_enter(typed);
}

#[track_caller]
fn open_table(desk: &mut Desk) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("sources");
    desk.press(NONE, Key::Enter);
    assert!(desk.has("Done"), "{:#?}", desk.said());
}

#[test]
fn a_new_name_is_put_into_the_table_and_named() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    assert_eq!((table(&desk), named(&desk)), (vec!["District health office"], vec!["District health office", ""]));
    assert_eq!(desk.focused(), "Source");
    desk.press(CTRL, Key::Z);
    assert_eq!((table(&desk), named(&desk)), (vec![], vec!["", ""]));
}

#[test]
fn a_name_is_completed_by_any_name_of_a_source() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    open_table(&mut desk);
    desk.click("Other names");
    desk.write("health authority");
    desk.click("Done");
    desk.press(NONE, Key::J);
    desk.click("Source");
    desk.write("health auth");
    assert!(desk.has("District health office") && desk.has("New source “health auth”"));
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(named(&desk), ["District health office"; 2]);
    assert_eq!(table(&desk).len(), 1);
}

#[test]
fn a_name_within_another_is_new_unless_the_other_is_chosen() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    name_source(&mut desk, "office");
    assert_eq!(table(&desk), ["District health office", "office"]);
    assert_eq!(named(&desk)[0], "office");
    desk.click("Source");
    desk.press(CTRL, Key::A);
    desk.write("heal");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(named(&desk)[0], "District health office");
}

#[test]
fn a_name_typed_in_full_is_taken_as_it_is_beside_a_longer_one() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office of Karsa");
    // A pointer that moves over the list chooses nothing.
    desk.click("Source");
    desk.press(CTRL, Key::A);
    desk.write("District health office");
    let at = desk.harness.get_by_label("District health office of Karsa").rect().center();
    desk.frame(vec![Event::PointerMoved(at)]);
    desk.frame(vec![Event::PointerMoved(at + vec2(3.0, 1.0))]);
    desk.press(NONE, Key::Enter);
    assert_eq!(table(&desk), ["District health office", "District health office of Karsa"]);
    assert_eq!(named(&desk)[0], "District health office");
    name_source(&mut desk, "DISTRICT health office OF Karsa");
    assert_eq!((table(&desk).len(), named(&desk)[0]), (2, "District health office of Karsa"));
}

#[test]
fn a_source_as_before_is_replaced_by_what_is_typed() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    desk.click("District health office, as before");
    assert_eq!(desk.focused(), "Source");
    desk.write_and_enter("Sarn Ledger");
    assert_eq!(named(&desk), ["District health office", "Sarn Ledger"]);
    desk.press(NONE, Key::Escape);
    desk.click("Source");
    desk.write_and_enter("Karsa radio");
    assert_eq!(named(&desk)[1], "Karsa radio");
    assert_eq!(table(&desk), ["District health office", "Karsa radio", "Sarn Ledger"]);
}

#[test]
fn a_source_is_chosen_by_the_mouse_and_cleared_by_keys() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    desk.click("Source");
    desk.write("dist");
    desk.click("District health office");
    assert_eq!(named(&desk)[1], "District health office");
    desk.click("Source");
    desk.press(CTRL, Key::A);
    desk.press(NONE, Key::Delete);
    desk.press(NONE, Key::Enter);
    assert_eq!(named(&desk)[1], "");
}

#[test]
fn the_source_of_the_mark_before_is_offered() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Enter);
    desk.tab_to("District health office, as before");
    desk.press(NONE, Key::Enter);
    assert_eq!(named(&desk), ["District health office"; 2]);
    assert!(!desk.has("District health office, as before"));
}

#[test]
fn a_name_left_without_enter_is_not_lost_and_says_what_is_missing() {
    let (_folder, mut desk) = two_marks();
    desk.click("Source");
    desk.write("Sarn Ledger");
    desk.click("Note");
    desk.assert_says("Not in the table yet");
    assert_eq!(table(&desk), Vec::<&str>::new());
    desk.click("Source");
    desk.press(NONE, Key::Enter);
    assert_eq!(named(&desk)[0], "Sarn Ledger");
}

#[test]
fn what_is_known_of_a_source_stands_under_its_name() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    open_table(&mut desk);
    for (field, term) in [("Kind", "Medical"), ("Anonymity", "On the record")] {
        desk.click(field);
        desk.write(&term.to_lowercase());
        desk.press(NONE, Key::Enter);
    }
    desk.click("Done");
    desk.click("Cue");
    desk.write("said");
    desk.assert_says("Medical, on the record; cue said");
}

#[test]
fn a_source_that_is_used_is_deleted_after_a_question_and_comes_back() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    open_table(&mut desk);
    desk.click("Delete source…");
    desk.assert_says("1 mark names “District health office”. It will name no source.");
    desk.click("Keep source");
    assert_eq!(table(&desk).len(), 1);
    desk.click("Delete source…");
    desk.click("Delete source");
    assert_eq!((table(&desk), named(&desk)), (vec![], vec!["", ""]));
    desk.click("Done");
    desk.press(CTRL, Key::Z);
    assert_eq!((table(&desk).len(), named(&desk)[0]), (1, "District health office"));
}

#[test]
fn two_sources_are_merged_and_parted_again() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    name_source(&mut desk, "The health authority");
    open_table(&mut desk);
    desk.click("Merge into another…");
    desk.click("Merge into District health office");
    assert_eq!((table(&desk), named(&desk)), (vec!["District health office"], vec!["District health office"; 2]));
    desk.click("Done");
    desk.press(CTRL, Key::Z);
    assert_eq!(named(&desk), ["District health office", "The health authority"]);
}

#[test]
fn a_name_of_the_table_needs_no_enter() {
    let (_folder, mut desk) = two_marks();
    name_source(&mut desk, "District health office");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::J);
    desk.click("Source");
    desk.write("district health office");
    desk.click("Note");
    assert_eq!(named(&desk)[1], "District health office");
}

#[test]
fn the_words_that_name_a_source_are_offered_as_its_name() {
    let (_folder, mut desk) = two_marks();
    desk.click("Named as");
    desk.write("the health office");
    desk.click("Source");
    desk.press(NONE, Key::ArrowDown);
    assert!(desk.has("New source “the health office”"));
    desk.press(NONE, Key::Enter);
    assert_eq!((table(&desk), named(&desk)[0]), (vec!["the health office"], "the health office"));
}
