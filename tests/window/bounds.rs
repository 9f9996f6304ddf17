//! Boundaries of marks, further words of a mark, and what is marked of a selection.

use eframe::egui::{Event, Key};

use crate::desk::{BY_WORD, CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SAWT, SHIFT};

const ALT: eframe::egui::Modifiers = eframe::egui::Modifiers::ALT;

fn karsa() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

/// The window with these words marked and selected.
fn marked(words: &str, key: Key) -> (Folder, Desk) {
    let (folder, mut desk) = karsa();
    desk.drag_over(words);
    desk.press(NONE, key);
    (folder, desk)
}

#[test]
fn boundaries_moved_by_keys_are_kept_as_one_step() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    desk.press(NONE, Key::B);
    desk.assert_says("Move boundaries");
    desk.press(NONE, Key::ArrowRight);
    desk.press(SHIFT, Key::ArrowLeft);
    desk.press(CTRL, Key::ArrowRight);
    desk.press(CTRL, Key::ArrowRight);
    desk.press(CTRL, Key::ArrowLeft);
    assert_eq!(desk.marks(), ["Casualties: at least 12 (Unspecified)"], "nothing is changed before it is kept");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 people  (Unspecified)"]);
    assert!(!desk.has("Move boundaries"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.marks(), ["Casualties: at least 12 (Unspecified)"]);
}

#[test]
fn boundaries_are_moved_by_keys_that_come_in_one_frame() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    let press = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
    desk.frame([Key::B, Key::ArrowRight, Key::Enter].map(press).to_vec());
    desk.settle();
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
    assert_eq!(desk.focused(), "Article");
}

#[test]
fn escape_and_its_button_put_the_boundaries_back() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    for leave in [|desk: &mut Desk| desk.press(NONE, Key::Escape), |desk: &mut Desk| desk.click("Restore")] {
        desk.press(NONE, Key::B);
        desk.press_times(3, NONE, Key::ArrowRight);
        leave(&mut desk);
        assert!(!desk.has("Move boundaries"));
        assert_eq!(desk.marks(), ["Casualties: at least 12 (Unspecified)"]);
        assert_eq!(desk.document().session.history().undo_name(), Some("mark as casualties"));
    }
    desk.press(NONE, Key::B);
    desk.press(NONE, Key::ArrowRight);
    desk.click("Keep");
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
}

#[test]
fn whatever_else_is_done_keeps_the_boundaries_first() {
    let (folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    desk.press(NONE, Key::B);
    desk.press(NONE, Key::ArrowRight);
    desk.save_as(&folder.path("karsa.ron"));
    assert!(folder.read("karsa.ron").contains("at least 12 people\""));
}

#[test]
fn arrows_move_arabic_boundaries_as_they_point() {
    let folder = Folder::of_ines();
    folder.put("sawt.txt", SAWT);
    let mut desk = Desk::open(&folder, "sawt.txt");
    desk.drag_over("نحو 4,300");
    desk.press(NONE, Key::Num2);
    desk.press(NONE, Key::B);
    desk.press(NONE, Key::ArrowLeft);
    desk.press(SHIFT, Key::ArrowRight);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Displacement: أن نحو 4,300 شخص (Unspecified)"]);
}

#[test]
fn a_handle_snaps_to_words_and_with_alt_to_letters() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    let (handle, inside) = (desk.handle("End of the mark"), desk.end_of("killing at least 12 [peop]le"));
    desk.drag(handle, inside);
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
    assert_eq!(desk.document().session.history().undo_name(), Some("move of boundaries"));
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.marks(), ["Casualties: at least 12 (Unspecified)"]);
    desk.drag_with(ALT, desk.handle("End of the mark"), inside);
    assert_eq!(desk.marks(), ["Casualties: at least 12 peop (Unspecified)"]);
    let start = desk.rects("morning, [k]illing")[0].left_center();
    desk.drag(desk.handle("Start of the mark"), start);
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 peop (Unspecified)"]);
}

#[test]
fn escape_while_a_handle_is_drawn_leaves_the_mark_as_it_was() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    let (handle, inside) = (desk.handle("End of the mark"), desk.end_of("killing at least 12 [peop]le"));
    desk.press_button(handle);
    desk.point_at(inside);
    desk.press(NONE, Key::Escape);
    desk.release_button(inside);
    assert_eq!(desk.marks(), ["Casualties: at least 12 (Unspecified)"]);
    assert_eq!(desk.document().session.history().undo_name(), Some("mark as casualties"));
}

#[test]
fn a_split_quotation_is_one_annotation_that_is_saved_and_read_again() {
    let (folder, mut desk) = marked("“We were choosing oranges,”", Key::Num3);
    desk.drag_over_with(CTRL, "“and then the stalls were in the air.”");
    let split = "Quotes: “We were choosing oranges,” … “and then the stalls were in the air.” (Unspecified)";
    assert_eq!(desk.marks(), [split]);
    desk.save_as(&folder.path("karsa.ron"));
    desk.press(CTRL, Key::W);
    desk.click("karsa.ron");
    assert_eq!(desk.marks(), [split]);

    desk.press(NONE, Key::J);
    desk.press(NONE, Key::B);
    desk.assert_says("Move boundaries, words 1 of 2");
    desk.press(NONE, Key::Tab);
    desk.assert_says("Move boundaries, words 2 of 2");
    desk.press(SHIFT, Key::ArrowRight);
    desk.press(NONE, Key::Enter);
    assert!(desk.marks()[0].contains("… and then the stalls"), "{:?}", desk.marks());
    desk.press(NONE, Key::Minus);
    assert_eq!(desk.marks(), ["Quotes: “We were choosing oranges,” (Unspecified)"]);
    desk.press(NONE, Key::Minus);
    desk.assert_says("These are the only words of the mark");
}

#[test]
fn words_are_added_to_a_mark_by_keys() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    desk.press_times(3, CTRL, Key::ArrowRight);
    desk.press(BY_WORD, Key::ArrowRight);
    desk.press(SHIFT, Key::Plus);
    assert_eq!(desk.marks(), ["Casualties: at least 12 … dozens (Unspecified)"]);
    desk.press(BY_WORD, Key::ArrowLeft);
    desk.press(NONE, Key::Equals);
    desk.assert_says("These words are in the mark already");
}

#[test]
fn a_double_click_with_ctrl_adds_a_word_and_leaves_the_mark_selected() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    desk.click_words_with(CTRL, 2, "wounding [dozens]");
    assert_eq!(desk.selected(), "Casualties: at least 12 … dozens (Unspecified)");
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Delete);
    desk.drag_over_with(CTRL, "wounding [dozens]");
    desk.assert_says("No mark is selected");
}

#[test]
fn what_is_not_marked_of_a_selection_is_told_and_shift_marks_it_all() {
    let (_folder, mut desk) = karsa();
    desk.drag_over("“We were choosing oranges,” [said Dala Imren, ]a");
    desk.assert_says("Without the comma at the end");
    desk.press(NONE, Key::Num4);
    assert_eq!(desk.marks(), ["Claims: said Dala Imren (Unverified)"]);
    desk.press(CTRL, Key::Z);
    desk.drag_over("“We were choosing oranges,” [said Dala Imren, ]a");
    desk.press(SHIFT, Key::Num4);
    assert_eq!(desk.marks(), ["Claims: said Dala Imren,  (Unverified)"]);
}

#[test]
fn a_word_that_the_mouse_cut_is_marked_whole() {
    let (_folder, mut desk) = karsa();
    desk.drag_over("k[illing at least 12 peop]le");
    desk.assert_says("With the whole word at the start and the end");
    desk.press(NONE, Key::Num1);
    assert_eq!(desk.marks(), ["Casualties: killing at least 12 people (Unspecified)"]);
}

#[test]
fn the_selection_grows_and_shrinks_by_meaning() {
    let (_folder, mut desk) = karsa();
    desk.click_words(1, "nightfall about [4],300");
    desk.press(ALT, Key::ArrowUp);
    assert_eq!(desk.selected_words(), "4,300");
    desk.press(ALT, Key::ArrowUp);
    assert_eq!(desk.selected_words(), "about 4,300 people");
    desk.press(ALT, Key::ArrowUp);
    assert!(desk.selected_words().starts_with("By nightfall"));
    desk.press_times(2, ALT, Key::ArrowDown);
    assert_eq!(desk.selected_words(), "4,300");
}

#[test]
fn headings_are_walked_by_keys() {
    let (_folder, mut desk) = karsa();
    desk.press(NONE, Key::H);
    desk.press(NONE, Key::H);
    desk.press(ALT, Key::ArrowUp);
    assert_eq!(desk.selected_words(), "Two");
    desk.press(SHIFT, Key::H);
    desk.press(ALT, Key::ArrowUp);
    assert_eq!(desk.selected_words(), "At");
}

#[test]
fn the_commands_are_in_the_palette() {
    let (_folder, mut desk) = marked("killing [at least 12] people", Key::Num1);
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("move the boundaries");
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::ArrowRight);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Casualties: at least 12 people (Unspecified)"]);
}
