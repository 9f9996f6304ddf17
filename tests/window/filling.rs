//! A field that was filled is done with: what comes next is meant for something else.

use eframe::egui::Key;

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

fn marked(words: &str, key: Key) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over(words);
    desk.press(NONE, key);
    (folder, desk)
}

const KILLED: &str = "Casualties: killing at least 12 people (Unspecified · ≥ 12 persons)";

/// Marks other words, and says that they became a mark and the first is as it was.
#[track_caller]
fn assert_next_words_are_a_mark(desk: &mut Desk, first: &str) {
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    assert!(desk.marks().contains(&first.to_owned()), "{:?}", desk.marks());
    assert!(desk.marks().contains(&"Casualties: wounding dozens (Unspecified)".to_owned()), "{:?}", desk.marks());
}

#[test]
fn after_the_reading_is_taken_the_next_words_are_a_mark_of_their_own() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Figure");
    desk.press(NONE, Key::Enter);
    assert_next_words_are_a_mark(&mut desk, KILLED);

    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.click("Take the reading");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, KILLED);
}

#[test]
fn after_words_were_picked_the_next_words_are_a_mark_of_their_own() {
    let picked = "Casualties: killing at least 12 people (Unspecified · at least 12)";
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.drag_over("killing [at least 12] people");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, picked);

    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Figure");
    desk.press(CTRL, Key::P);
    desk.drag_over("killing [at least 12] people");
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, picked);
}

#[test]
fn after_picking_was_left_by_escape_the_next_words_are_a_mark_of_their_own() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for figure");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Figure");
    assert_next_words_are_a_mark(&mut desk, "Casualties: killing at least 12 people (Unspecified)");
}

#[test]
fn a_click_into_the_filled_field_takes_other_words() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Figure");
    desk.drag_over("killing [at least 12] people");
    desk.click("Figure");
    desk.drag_over("wounding [dozens]");
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 people (Unspecified · dozens)"]);
}

#[test]
fn a_space_is_no_value_and_spaces_at_the_ends_go_when_the_field_is_left() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Note");
    desk.write(" ");
    assert_eq!(desk.project().annotations()[0].note, "");
    desk.write(" ask the office ");
    desk.press(NONE, Key::Tab);
    assert_eq!(desk.project().annotations()[0].note, "ask the office");
    desk.click("Cue");
    desk.write(" said ");
    desk.press(NONE, Key::Tab);
    let cue = desk.project().annotations()[0].details.attribution().cue.clone();
    assert_eq!(cue.map(|cue| cue.value).as_deref(), Some("said"));
    desk.press(NONE, Key::Escape);
    desk.press_times(2, CTRL, Key::Z);
    assert_eq!(desk.project().annotations()[0].note, "", "a field is one step, its trimming with it");
}

#[test]
fn marks_that_the_filter_hides_are_told() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click_words(1, "Shells [struck] a crowded");
    desk.drag_over("the deadliest attack in the Sarn valley");
    desk.press(NONE, Key::Num4);
    desk.press(eframe::egui::Modifiers { shift: true, ..CTRL }, Key::F);
    desk.write("deadliest");
    desk.assert_says("1 hidden by the filter");
    desk.click("Clear filter");
    assert!(!desk.has("1 hidden by the filter"));
}
