//! The main job: an article becomes a saved project and comes back as it was.

use eframe::egui::Key;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

#[test]
fn the_welcome_screen_offers_the_sample_an_article_and_what_was_open_last() {
    let folder = Folder::new();
    folder.put("karsa.ron", "");
    folder.set(|settings| settings.recent = vec![folder.path("karsa.ron")]);
    let mut desk = Desk::start(&folder);
    for offer in ["Open article…", "Paste article", "Open sample project", "karsa.ron"] {
        assert!(desk.has(offer), "{offer}");
    }
    desk.click("Open sample project");
    assert_eq!(desk.project().annotations().len(), 40);
    assert!(!desk.opened().is_dirty());
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
    assert!(desk.has("Your name stands with every mark you make"));
    desk.write("Ines Varga");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
    desk.assert_says("Marked by Ines Varga");
}
