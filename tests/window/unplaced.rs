//! Marks whose words were not found are listed, placed by hand, or deleted.

use eframe::egui::Key;

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

fn document() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for (words, key) in [("wounding dozens", Key::Num1), ("at least 12 people", Key::Num1)] {
        desk.drag_over(words);
        desk.press(NONE, key);
    }
    desk.save_as(&folder.path("karsa.ron"));
    desk.press(CTRL, Key::W);
    let written = folder.read("karsa.ron");
    assert!(written.contains("words: [\"wounding dozens\"]"));
    folder.put("karsa.ron", written.replace("words: [\"wounding dozens\"]", "words: [\"wounding ninety-nine\"]"));
    desk.click("karsa.ron");
    (folder, desk)
}

#[test]
fn a_mark_whose_words_are_gone_is_listed_and_kept_in_the_file() {
    let (folder, mut desk) = document();
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
    desk.assert_says("Not placed: these words were not found for certain");
    desk.assert_says("wounding ninety-nine");
    desk.assert_says("1 not placed");
    desk.save_as(&folder.path("again.ron"));
    assert!(folder.read("again.ron").contains("wounding ninety-nine"));
}

#[test]
fn it_is_placed_on_the_selected_words_and_that_is_undone() {
    let (_folder, mut desk) = document();
    desk.drag_over("wounding dozens");
    desk.click("Place on the selected words");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
    assert!(!desk.has("1 not placed"));
    desk.press(CTRL, Key::Z);
    assert!(desk.has("1 not placed"));
    assert_eq!(desk.marks().len(), 1);
}

#[test]
fn without_selected_words_it_cannot_be_placed() {
    let (_folder, mut desk) = document();
    desk.click("Place on the selected words");
    assert_eq!(desk.project().unplaced().len(), 1);
}

#[test]
fn it_is_deleted_and_that_is_undone() {
    let (_folder, mut desk) = document();
    desk.click("Delete mark");
    assert_eq!(desk.project().unplaced().len(), 0);
    desk.choose("Undo delete mark");
    assert_eq!(desk.project().unplaced().len(), 1);
}
