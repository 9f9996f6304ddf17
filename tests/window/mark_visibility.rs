//! Which marks are shown.

use eframe::egui::Key;
use newsmark::app::theme::Theme;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SHIFT};

/// A casualty count within a quote, and a claim after it.
fn three_marks() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for (words, key) in [("wounding dozens", Key::Num1), ("district health office", Key::Num3)] {
        desk.drag_over(words);
        desk.press(NONE, key);
    }
    desk.drag_over("the deadliest attack");
    desk.press(NONE, Key::Num4);
    (folder, desk)
}

fn ask(desk: &mut Desk, words: &str) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter(words);
    desk.settle();
}

#[test]
fn marks_of_one_category_are_shown_alone_and_all_again() {
    let (_folder, mut desk) = three_marks();
    ask(&mut desk, "show quotes alone");
    desk.assert_says("Quotes alone");
    desk.press(NONE, Key::Escape);
    desk.press_times(3, NONE, Key::K);
    desk.press_times(3, NONE, Key::J);
    assert_eq!(desk.selected(), "Quotes: district health office (Unspecified)", "J passes what is hidden");
    desk.click_words(1, "wounding dozens");
    assert_eq!(desk.selected(), "", "a click meets nothing that is hidden");
    desk.click("Show all");
    assert!(!desk.has("Quotes alone"));
    desk.click_words(1, "wounding dozens");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
}

#[test]
fn the_menu_tells_and_sets_what_is_shown_by_keys_alone() {
    let (_folder, mut desk) = three_marks();
    desk.press(CTRL, Key::J);
    desk.press(CTRL, Key::B);
    desk.tab_to("Which marks are shown");
    desk.press(NONE, Key::Enter);
    desk.tab_to("Show claims alone");
    desk.press(NONE, Key::Enter);
    desk.assert_says("Claims alone");
    desk.tab_to("Show all marks");
    desk.press(NONE, Key::Enter);
    assert!(!desk.has("Claims alone"));
    desk.press(NONE, Key::Escape);
    // What was done last is said as well, so that another entry tells that the menu is closed.
    assert!(!desk.has("Show claims alone"));
}

#[test]
fn dimming_takes_the_bands_and_leaves_lines_and_letters() {
    let (_folder, mut desk) = three_marks();
    desk.press(NONE, Key::Escape);
    desk.press(SHIFT, Key::ArrowRight);
    let here = desk.rects("wounding dozens")[0].expand(2.0);
    let band = Theme::of(&desk.harness.ctx).categories.casualties.band;
    let picture = |desk: &Desk| {
        let picture = desk.picture(here);
        let n_of_band = picture.pixels().filter(|pixel| pixel.0 == band.to_array()).count();
        (picture, n_of_band)
    };
    assert!(picture(&desk).1 > 0, "there is a band");
    ask(&mut desk, "dim casualties");
    desk.assert_says("Casualties dimmed");
    let (dimmed, n_of_band) = picture(&desk);
    assert_eq!(n_of_band, 0);
    ask(&mut desk, "show quotes alone");
    assert!(picture(&desk).0 != dimmed, "a line was left");
}
