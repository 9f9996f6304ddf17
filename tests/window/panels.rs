//! The list and the details beside the article: their sizes, their filter, what they keep.

use eframe::egui::{Key, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use newsmark::store::Settings;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

fn article() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

/// Where the list ends, from the top of the window.
fn foot_of_list(desk: &Desk) -> f32 {
    desk.harness.get_by_label("Height of the list").rect().bottom()
}

#[test]
fn a_new_mark_is_never_hidden_by_a_filter_of_before() {
    let (_folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    desk.press(CTRL_SHIFT, Key::F);
    desk.write("dozens");
    desk.drag_over("killing at least 12 people");
    desk.press(NONE, Key::Num1);
    assert!(desk.has("Casualties, Unspecified: killing at least 12 people"), "{:#?}", desk.said());
    assert!(desk.has("Casualties, Unspecified: wounding dozens"));
}

#[test]
fn the_button_that_clears_the_filter_is_whole_in_the_lowest_list() {
    let (folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    let edge = desk.harness.get_by_label("Height of the list").rect().center();
    desk.drag(edge, edge - vec2(0.0, 300.0));
    desk.press(CTRL_SHIFT, Key::F);
    desk.write("the moon");
    let button = desk.harness.get_by_label("Clear filter").rect();
    assert!(button.bottom() + 3.0 < foot_of_list(&desk), "{button} and {}", foot_of_list(&desk));
    drop(folder);
}

#[test]
fn the_height_of_the_list_and_closed_sections_are_kept_for_the_next_start() {
    let (folder, mut desk) = article();
    let at_first = foot_of_list(&desk);
    assert_eq!(desk.harness.get_by_label("Height of the list").accesskit_node().numeric_value(), Some(226.0));
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    let edge = desk.harness.get_by_label("Height of the list").rect().center();
    desk.drag(edge, edge + vec2(0.0, 60.0));
    let moved = foot_of_list(&desk);
    assert!(moved > at_first + 50.0, "{moved}");
    assert!(desk.has("Held responsible"));
    desk.click("Circumstances");
    assert!(!desk.has("Held responsible"));
    let (settings, warnings) = Settings::load(&folder.platform.settings);
    assert_eq!((settings.shown.get("details: circumstances"), warnings.len()), (Some(&false), 0));
    let mut again = Desk::open(&folder, "karsa.txt");
    assert!((foot_of_list(&again) - moved).abs() < 1.0);
    again.drag_over("wounding dozens");
    again.press(NONE, Key::Num1);
    assert!(!again.has("Held responsible"));
    again.click("Circumstances");
    assert!(again.has("Held responsible"));
    assert!(Settings::load(&folder.platform.settings).0.shown.values().all(|is_shown| *is_shown));
}

#[test]
fn the_sources_have_a_key_that_the_table_of_keys_tells() {
    let (_folder, mut desk) = article();
    desk.press(CTRL, Key::U);
    assert!(desk.has("Done"), "{:#?}", desk.said());
    desk.click("Done");
    desk.press(NONE, Key::F1);
    let told = desk.said();
    assert!(told.iter().any(|said| said.starts_with("Sources: ") && said.ends_with('U')), "{told:#?}");
}
