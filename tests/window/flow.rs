//! The main job: an article becomes a saved project and comes back as it was.

use std::path::{Path, PathBuf};

use eframe::egui::{DroppedFile, Key};

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

#[test]
fn the_welcome_screen_offers_the_sample_an_article_and_what_was_open_last() {
    let folder = Folder::new();
    let recent = folder.put("istrel.ron", "");
    folder.set(|settings| settings.recent = vec![recent]);
    let mut desk = Desk::start(&folder);
    for offer in ["Open article…", "Paste article", "Open sample project", "istrel.ron"] {
        assert!(desk.has(offer), "{offer}");
    }
    desk.click("Open sample project");
    assert_eq!(
        desk.marks()[0],
        "Casualties: killing at least 12 people (Killed · ≥ 12 persons · update of “nine”, ¶ 18)"
    );
    assert!(!desk.document().is_dirty());
}

#[test]
fn an_article_is_opened_marked_saved_and_comes_back_as_it_was() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("karsa.txt"));
    assert_eq!(&*desk.project().article().text, KARSA);

    desk.drag_over("at least 12 people");
    assert_eq!(desk.selected_words(), "at least 12 people");
    desk.press(NONE, Key::Num1);
    desk.assert_says("Your name stands with every mark you make");
    desk.write("Ines Varga");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
    desk.assert_says("Marked by Ines Varga");

    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Harm");
    desk.press(NONE, Key::K);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Tab);
    assert_eq!(desk.focused(), "Figure");
    desk.write("at least 12");
    // Enter takes what the words read as, and then goes on to the next field.
    desk.press_times(2, NONE, Key::Enter);
    assert!(!["Figure", "Article", ""].contains(&desk.focused().as_str()), "{}", desk.focused());
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Article");
    let marked = ["Casualties: at least 12 people (Killed · ≥ 12 persons)"];
    assert_eq!(desk.marks(), marked);

    desk.press(CTRL, Key::S);
    desk.write_path(&folder.path("karsa.ron"));
    desk.assert_says("Saved");
    assert!(!desk.document().is_dirty());
    let (saved, project) = (folder.read("karsa.ron"), desk.project().clone());

    desk.press(CTRL, Key::W);
    assert!(desk.window().document().is_none());
    desk.click("karsa.ron");
    assert_eq!(desk.marks(), marked);
    assert_eq!(desk.project(), &project);

    desk.press(CTRL, Key::S);
    assert_eq!(folder.read("karsa.ron"), saved);
}

#[test]
fn a_file_named_on_the_command_line_is_open_at_the_start() {
    let folder = Folder::new();
    folder.put("karsa.md", KARSA);
    let desk = Desk::open(&folder, "karsa.md");
    assert_eq!(&*desk.project().article().text, KARSA);
    assert_eq!(desk.focused(), "Article");
}

/// A file as the system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a dropped file is opened by its path".to_owned())
    }
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = Folder::new();
    let path = folder.put("karsa.txt", KARSA);
    let mut desk = Desk::start(&folder);
    desk.harness.input_mut().dropped_files = vec![std::sync::Arc::new(Dropped(path))];
    desk.settle();
    assert_eq!(&*desk.project().article().text, KARSA);
}

#[test]
fn a_name_and_the_enter_behind_it_may_come_in_one_frame() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.write_and_enter("Ines Varga");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
    assert_eq!(desk.project().annotations()[0].author.name(), "Ines Varga");
}

#[test]
fn who_gives_no_name_marks_nothing() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.assert_says("Your name stands with every mark you make");
    desk.press(NONE, Key::Escape);
    assert!(desk.marks().is_empty());
    assert_eq!((desk.focused().as_str(), desk.selected_words()), ("Article", "wounding dozens"));
}

#[test]
fn the_name_is_asked_once() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.write("Ines Varga");
    desk.press(NONE, Key::Enter);
    drop(desk);
    let mut desk = Desk::open(&folder, "karsa.txt");
    if desk.has("Later") {
        // The first window was never closed, so that what it held may be offered.
        desk.click("Later");
    }
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}
