//! What is not saved is asked about before it would be lost.

use eframe::egui::{Key, ViewportCommand, ViewportEvent, ViewportId};

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

const QUESTION: &str = "Save your changes first?";

fn marked() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    (folder, desk)
}

fn close_window(desk: &mut Desk) {
    let viewport = desk.harness.input_mut().viewports.get_mut(&ViewportId::ROOT);
    viewport.into_iter().for_each(|viewport| viewport.events.push(ViewportEvent::Close));
    desk.settle();
}

#[test]
fn cancelling_keeps_the_project_open() {
    let (_folder, mut desk) = marked();
    desk.press(CTRL, Key::W);
    desk.assert_says(QUESTION);
    desk.assert_says("1 change is not saved");
    desk.click("Cancel");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
    assert!(!desk.has(QUESTION));
}

#[test]
fn discarding_closes_without_a_file_and_without_a_journal() {
    let (folder, mut desk) = marked();
    desk.press(CTRL, Key::W);
    desk.click("Discard changes");
    assert!(desk.window().document().is_none());
    assert!(!folder.path("karsa.ron").exists());
    assert_eq!(std::fs::read_dir(&folder.platform.journals).unwrap().count(), 0);
}

#[test]
fn saving_asks_for_a_file_and_then_closes() {
    let (folder, mut desk) = marked();
    desk.press(CTRL, Key::W);
    desk.click("Save");
    desk.write_path(&folder.path("karsa.ron"));
    assert!(desk.window().document().is_none());
    assert!(folder.read("karsa.ron").contains("wounding dozens"));
}

#[test]
fn a_save_that_is_given_up_closes_nothing_then_or_later() {
    let (folder, mut desk) = marked();
    desk.press(CTRL, Key::W);
    desk.click("Save");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.marks().len(), 1);
    desk.save_as(&folder.path("karsa.ron"));
    assert_eq!(desk.marks().len(), 1);
    assert!(!desk.document().is_dirty());
}

#[test]
fn closing_the_window_asks_too() {
    let (folder, mut desk) = marked();
    close_window(&mut desk);
    assert!(desk.asked.contains(&ViewportCommand::CancelClose));
    desk.assert_says(QUESTION);
    desk.click("Cancel");
    assert!(!desk.asked.contains(&ViewportCommand::Close));
    close_window(&mut desk);
    desk.click("Save");
    desk.write_path(&folder.path("karsa.ron"));
    assert!(desk.asked.contains(&ViewportCommand::Close));
    assert!(folder.read("karsa.ron").contains("wounding dozens"));
}

#[test]
fn a_saved_project_is_closed_without_a_question_and_leaves_no_journal() {
    let (folder, mut desk) = marked();
    desk.save_as(&folder.path("karsa.ron"));
    close_window(&mut desk);
    assert!(!desk.asked.contains(&ViewportCommand::CancelClose));
    assert_eq!(std::fs::read_dir(&folder.platform.journals).unwrap().count(), 0);
    assert_eq!(std::fs::read_dir(&folder.platform.documents).unwrap().count(), 2, "no lock stays behind");
}

#[test]
fn what_was_typed_in_a_question_is_not_closed_away_with_the_window() {
    let (folder, mut desk) = marked();
    desk.save_as(&folder.path("karsa.ron"));
    desk.choose("Article card…");
    desk.click("Outlet");
    desk.write("Karsa Post");
    close_window(&mut desk);
    assert!(desk.asked.contains(&ViewportCommand::CancelClose) && !desk.asked.contains(&ViewportCommand::Close));
    desk.assert_says("The article’s card is not kept yet");
    desk.assert_holds("Outlet", "Karsa Post");
    desk.press(NONE, Key::Escape);
    desk.asked.clear();
    close_window(&mut desk);
    assert!(!desk.asked.contains(&ViewportCommand::CancelClose));
}

#[test]
fn opening_another_article_asks_and_then_opens_it() {
    let (folder, mut desk) = marked();
    folder.put("lir.txt", "A fuel store caught fire in the port of Lir.\n");
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("lir.txt"));
    desk.assert_says(QUESTION);
    desk.click("Discard changes");
    assert!(desk.has("A fuel store caught fire in the port of Lir."));
    assert!(desk.marks().is_empty());
}

#[test]
fn what_was_undone_need_not_be_saved() {
    let (_folder, mut desk) = marked();
    desk.press(CTRL, Key::Z);
    desk.press(CTRL, Key::W);
    assert!(desk.window().document().is_none());
}
