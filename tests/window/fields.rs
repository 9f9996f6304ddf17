//! What a mark says is filled in by typing, by choosing and from the article.

use eframe::egui::Key;
use newsmark::model::Details;

use crate::desk::{BY_WORD, CTRL, Desk, Folder, KARSA, NONE};

fn marked(words: &str, key: Key) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over(words);
    desk.press(NONE, key);
    (folder, desk)
}

#[test]
fn a_term_is_chosen_by_its_first_letters() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::I);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Injured)");
    desk.tab_to("Victims");
    desk.press_times(2, NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Injured · Civilians)");
}

#[test]
fn a_term_is_chosen_by_the_mouse() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.click("Harm");
    desk.click("Injured");
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Injured)");
}

#[test]
fn an_open_list_left_by_escape_changes_nothing() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::I);
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
    assert_eq!(desk.focused(), "Harm");
}

#[test]
fn letters_and_digits_in_a_field_are_typed_and_no_commands() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.click("Figure");
    for key in [Key::Num1, Key::Num2, Key::J, Key::K, Key::Delete] {
        desk.press(NONE, key);
    }
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified · 12jk)"]);
}

#[test]
fn typing_into_a_field_is_one_step() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.click("Note");
    for letter in ["one ", "word ", "more"] {
        desk.write(letter);
    }
    assert_eq!(desk.project().annotations()[0].note, "one word more");
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.project().annotations()[0].note, "");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}

#[test]
fn words_for_a_field_are_picked_by_its_button_and_the_mouse() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for figure");
    desk.assert_says("Select the words for Figure");
    desk.drag_over("killing [at least 12] people");
    assert_eq!(desk.selected(), "Casualties: killing at least 12 people (Unspecified · at least 12)");
    assert!(desk.has("Unanchor figure"));
    assert!(!desk.has("Select the words for Figure"));
}

#[test]
fn words_for_a_field_are_picked_by_keys_and_enter() {
    let (_folder, mut desk) = marked("Five of the dead were children", Key::Num1);
    desk.click("Pick words for figure");
    desk.press(BY_WORD, Key::ArrowRight);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.selected(), "Casualties: Five of the dead were children (Unspecified · Five)");
    desk.press(CTRL, Key::Z);
    assert_eq!(desk.selected(), "Casualties: Five of the dead were children (Unspecified)");
}

#[test]
fn ctrl_p_in_a_field_picks_words_for_it() {
    let (_folder, mut desk) = marked("“and then the stalls were in the air.”", Key::Num3);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Cue");
    desk.press(CTRL, Key::P);
    assert_eq!(desk.focused(), "Article");
    desk.assert_says("Select the words for Cue");
    desk.drag_over("oranges,” [said] Dala");
    assert_eq!(desk.selected(), "Quotes: “and then the stalls were in the air.” (Unspecified · said)");
    assert_eq!(desk.focused(), "Cue");
}

#[test]
fn picking_is_left_by_escape_and_changes_nothing() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for figure");
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Figure");
    desk.press(NONE, Key::Escape);
    assert!(!desk.has("Select the words for Figure"));
    desk.drag_over("wounding dozens");
    assert_eq!(desk.selected(), "Casualties: killing at least 12 people (Unspecified)");
}

#[test]
fn a_field_that_has_the_focus_takes_the_words_that_the_mouse_selects() {
    let (_folder, mut desk) = marked("“and then the stalls were in the air.”", Key::Num3);
    desk.click("Named as");
    desk.drag_over("said [Dala Imren], a");
    assert_eq!(desk.selected(), "Quotes: “and then the stalls were in the air.” (Unspecified · Dala Imren)");
}

#[test]
fn an_anchored_value_is_let_go_by_its_button() {
    let (_folder, mut desk) = marked("killing at least 12 people", Key::Num1);
    desk.click("Pick words for figure");
    desk.drag_over("killing [at least 12] people");
    desk.click("Unanchor figure");
    assert_eq!(desk.selected(), "Casualties: killing at least 12 people (Unspecified · at least 12)");
    assert!(desk.has("Pick words for figure"));
}

#[test]
fn the_article_card_is_edited_and_undone() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.press(CTRL, Key::I);
    assert_eq!(desk.focused(), "Title");
    desk.press(NONE, Key::Tab);
    desk.write("The Orvane Courier");
    desk.click("Published");
    desk.write("2026-03");
    desk.assert_says("This is not a date: write it as 2026-03-14");
    desk.write("-16");
    desk.assert_says("Monday 16 March 2026");
    desk.click("Keep card");
    let card = &desk.project().article().card;
    assert_eq!(
        (card.outlet.as_str(), card.published.map(|date| date.to_string())),
        ("The Orvane Courier", Some("2026-03-16".to_owned()))
    );
    desk.choose("Undo change of the article card");
    assert_eq!(desk.project().article().card.outlet, "");
}

#[test]
fn a_field_of_words_that_rests_on_none_takes_what_the_mouse_selects_too() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.click("Place name");
    desk.drag_over("crowded market in [Karsa] on Sunday");
    assert_eq!(desk.focused(), "Place name");
    let Details::Casualties(record) = &desk.project().annotations()[0].details else { panic!() };
    assert_eq!((record.place.name.as_str(), desk.project().annotations().len()), ("Karsa", 1));
    // The editor's own words are never written over by reading on.
    desk.click("Note");
    desk.write("Ask");
    desk.drag_over("wounding [dozens]");
    assert_eq!(desk.project().annotations()[0].note, "Ask");
}

#[test]
fn tab_goes_on_to_the_field_that_a_term_asks_for() {
    for by_tab in [true, false] {
        let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
        desk.press(NONE, Key::Enter);
        desk.press(NONE, Key::I);
        if !by_tab {
            desk.press(NONE, Key::Enter);
            assert_eq!(desk.focused(), "Harm");
        }
        desk.press(NONE, Key::Tab);
        assert_eq!(
            (desk.focused().as_str(), desk.selected().as_str()),
            ("Severity", "Casualties: wounding dozens (Injured)")
        );
    }
}

#[test]
fn the_convention_is_the_stop_after_the_bounds() {
    let (_folder, mut desk) = marked("wounding dozens", Key::Num1);
    desk.press(NONE, Key::Enter);
    desk.tab_to("Figure");
    desk.press(NONE, Key::Enter);
    desk.tab_to("High");
    desk.press(NONE, Key::Tab);
    assert_eq!(desk.focused(), "Convention");
    desk.press(NONE, Key::Tab);
    assert_eq!(desk.focused(), "Unit");
}
