//! What an edit does besides what was asked is said, and can be taken back.

use eframe::egui::Key;

use crate::desk::{Desk, Folder, KARSA, NONE};

fn marks(all: &[(&str, Key)]) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for (words, key) in all {
        desk.drag_over(words);
        desk.press(NONE, *key);
    }
    (folder, desk)
}

const KILLING: (&str, Key) = ("killing at least 12 people", Key::Num1);

#[test]
fn a_digit_sets_aside_what_the_other_category_has_no_field_for_and_brings_it_back() {
    let (_folder, mut desk) = marks(&[KILLING]);
    desk.click("Harm");
    desk.click("Killed");
    desk.click("Take the reading");
    desk.press(NONE, Key::Escape);
    let whole = "Casualties: killing at least 12 people (Killed · ≥ 12 persons)";
    assert_eq!(desk.selected(), whole);
    desk.press(NONE, Key::Num4);
    assert_eq!(desk.selected(), "Claims: killing at least 12 people (Unverified)");
    desk.assert_says("Set aside: Harm, Figure. They are back when the mark is casualties again");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.selected(), whole);
    desk.press(NONE, Key::Num4);
    desk.click("Undo");
    assert_eq!(desk.selected(), whole);
}

#[test]
fn what_is_set_aside_stands_in_no_file_and_is_back_after_a_save() {
    let (folder, mut desk) = marks(&[KILLING]);
    desk.click("Harm");
    desk.click("Killed");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::Num4);
    desk.save_as(&folder.path("karsa.ron"));
    assert!(!folder.read("karsa.ron").contains("Killed"));
    // The file has it not: what was set aside follows from the history of the open project.
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.selected(), "Casualties: killing at least 12 people (Killed)");
}

#[test]
fn the_marks_that_named_a_deleted_one_are_told() {
    let (_folder, mut desk) = marks(&[KILLING, ("Five of the dead were children", Key::Num1)]);
    desk.click("Scope");
    desk.click("Part of another");
    desk.click("Of");
    desk.write_and_enter("killing");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::K);
    desk.press(NONE, Key::Delete);
    desk.assert_says("1 mark referred to the deleted one: “Five of the dead were children”, ¶ ");
    desk.click("Undo");
    assert_eq!(desk.marks().len(), 2);
}
