//! A row of the list that has the focus: its keys are commands, and are for its mark.

use eframe::egui::{Key, Vec2, vec2};

use crate::desk::{Desk, Folder, KARSA, NONE};

const LIR: &str = include_str!("../../projects/port-of-lir.ron");

/// Two marks, of which the other is selected.
fn with_two_marks(size: Vec2) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::start_with(&folder, &[folder.path("karsa.txt")], size);
    for (words, key) in [("wounding dozens", Key::Num1), ("the deadliest attack", Key::Num4)] {
        desk.drag_over(words);
        desk.press(NONE, key);
    }
    (folder, desk)
}

fn row_of_dozens(desk: &Desk) -> String {
    let is_row = |name: &String| name.starts_with("Casualties, ") && name.ends_with("wounding dozens");
    desk.said().into_iter().find(is_row).unwrap_or_default()
}

#[test]
fn a_key_on_a_row_is_for_its_mark_and_not_for_the_one_selected_before() {
    let (_folder, mut desk) = with_two_marks(vec2(1440.0, 900.0));
    let row = row_of_dozens(&desk);
    desk.tab_to(&row);
    assert!(desk.selected().starts_with("Claims"), "the focus alone selects nothing");
    desk.press(NONE, Key::Num2);
    assert_eq!(
        desk.marks(),
        ["Displacement: wounding dozens (Unspecified)", "Claims: the deadliest attack (Unverified)"]
    );
    let (_folder, mut desk) = with_two_marks(vec2(1440.0, 900.0));
    let row = row_of_dozens(&desk);
    desk.tab_to(&row);
    desk.press(NONE, Key::Delete);
    assert_eq!(desk.marks(), ["Claims: the deadliest attack (Unverified)"]);
}

#[test]
fn letters_are_no_commands_any_more_where_the_list_with_the_focused_row_is_hidden() {
    let folder = Folder::of_ines();
    folder.put("lir.ron", LIR);
    let mut desk = Desk::start_with(&folder, &[folder.path("lir.ron")], vec2(1024.0, 700.0));
    desk.click("List 13");
    let is_row = |name: &String| {
        name.starts_with("Casualties, ") && name.ends_with("Two of the injured were in serious condition")
    };
    let row = desk.said().into_iter().find(is_row).unwrap();
    desk.tab_to(&row);
    let before = desk.marks();
    desk.press(NONE, Key::Enter);
    assert!(desk.selected().starts_with("Casualties: Two of the injured"), "Enter on a row shows its details");
    desk.tab_to("Figure");
    desk.write("2 of 3");
    desk.press(NONE, Key::Backspace);
    desk.assert_holds("Figure", "2 of ");
    assert_eq!(desk.marks(), before, "no digit marked, and nothing was deleted");
}
