//! A crash takes nothing that was shown.

use eframe::egui::Key;

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

const ENDED: &str = "Newsmark ended before these were saved";

/// Two marks in an article, the first one saved where `is_saved`, and then a crash.
fn crashed(is_saved: bool) -> (Folder, Folder) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    if is_saved {
        desk.save_as(&folder.path("karsa.ron"));
    }
    desk.drag_over("the district health office");
    desk.press(NONE, Key::Num4);
    let after = folder.after_a_crash();
    drop(desk);
    (folder, after)
}

#[test]
fn what_was_marked_before_a_crash_is_offered_and_recovered_unsaved() {
    let (folder, after) = crashed(true);
    let saved = folder.read("karsa.ron");
    let mut desk = Desk::start(&after);
    desk.assert_says(ENDED);
    assert!(desk.has("karsa.ron"));
    desk.assert_says("1 change, the last at");
    desk.assert_says(": mark as claim");
    desk.press(NONE, Key::Enter);
    assert_eq!(
        desk.marks(),
        ["Casualties: wounding dozens (Unspecified)", "Claims: the district health office (Unverified)"]
    );
    assert!(desk.document().is_dirty());
    assert_eq!(folder.read("karsa.ron"), saved);
    desk.press(CTRL, Key::S);
    assert!(folder.read("karsa.ron").contains("the district health office"));
    assert!(!desk.document().is_dirty());
}

#[test]
fn recovered_steps_can_be_undone() {
    let (_folder, after) = crashed(true);
    let mut desk = Desk::start(&after);
    desk.press(NONE, Key::Enter);
    desk.choose("Undo mark as claim");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}

#[test]
fn an_article_that_was_never_saved_is_recovered() {
    let (folder, after) = crashed(false);
    let mut desk = Desk::start(&after);
    assert!(desk.has("karsa.txt, never saved"));
    desk.assert_says("2 changes, the last at");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
    assert!(desk.document().is_dirty());
    desk.save_as(&folder.path("karsa.ron"));
    assert!(folder.read("karsa.ron").contains("the district health office"));
}

#[test]
fn a_second_crash_takes_nothing_either() {
    let (_folder, after) = crashed(false);
    let mut desk = Desk::start(&after);
    desk.press(NONE, Key::Enter);
    desk.drag_over("at least 12 people");
    desk.press(NONE, Key::Num1);
    let later = after.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&later);
    desk.assert_says("3 changes");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 3);
}

#[test]
fn later_keeps_it_for_the_next_start() {
    let (_folder, after) = crashed(true);
    let mut desk = Desk::start(&after);
    desk.click("Later");
    assert!(!desk.has(ENDED));
    assert!(desk.window().document().is_none());
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.assert_says(ENDED);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn discarding_asks_once_more_and_is_for_good() {
    let (_folder, after) = crashed(true);
    let mut desk = Desk::start(&after);
    desk.click("Discard");
    desk.assert_says(ENDED);
    desk.click("Discard for good");
    assert!(!desk.has(ENDED));
    drop(desk);
    let desk = Desk::start(&after);
    assert!(!desk.has(ENDED));
}

#[test]
fn a_file_that_was_changed_after_the_crash_is_not_overwritten_by_what_is_recovered() {
    let (folder, after) = crashed(true);
    folder.put("karsa.ron", folder.read("karsa.ron").replace("Ines Varga", "Osk Behren"));
    let theirs = folder.read("karsa.ron");
    let mut desk = Desk::start(&after);
    desk.assert_says("Its file was changed since; the two can be merged");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
    desk.assert_says("Another program has changed the project’s file");
    desk.press(CTRL, Key::S);
    desk.click("Keep mine as another file…");
    desk.write_path(&folder.path("mine.ron"));
    assert_eq!(folder.read("karsa.ron"), theirs);
    assert!(folder.read("mine.ron").contains("the district health office"));
}

#[test]
fn what_is_recovered_is_merged_with_a_file_that_was_changed_after_the_crash() {
    let (folder, after) = crashed(true);
    folder.put("karsa.ron", folder.read("karsa.ron").replace("note: \"\"", "note: \"Ask the ministry\""));
    let mut desk = Desk::start(&after);
    desk.press(NONE, Key::Enter);
    desk.click("Merge");
    desk.press(CTRL, Key::S);
    let file = folder.read("karsa.ron");
    assert!(file.contains("the district health office") && file.contains("Ask the ministry"), "{file}");
}

#[test]
fn recovering_does_not_take_the_place_of_a_file_that_was_opened_without_a_question() {
    let (folder, after) = crashed(true);
    folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n");
    let mut desk = Desk::open(&after, "lir.txt");
    desk.assert_says(ENDED);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 2);
}

#[test]
fn nothing_is_offered_after_an_ordinary_end() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.save_as(&folder.path("karsa.ron"));
    desk.press(CTRL, Key::W);
    drop(desk);
    assert!(!Desk::start(&folder).has(ENDED));
}

#[test]
fn a_crash_between_two_changes_offers_nothing_that_the_file_has() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.save_as(&folder.path("karsa.ron"));
    let after = folder.after_a_crash();
    drop(desk);
    assert!(!Desk::start(&after).has(ENDED));
}
