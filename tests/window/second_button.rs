//! The second button acts on what is under the pointer; a drag beyond the edge takes what comes into view.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{Desk, Folder, KARSA, NONE};

fn article() -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::open(&folder, "karsa.txt");
    (folder, desk)
}

fn right_click(desk: &mut Desk, at: Pos2) {
    let event = |pressed| Event::PointerButton { pos: at, button: PointerButton::Secondary, pressed, modifiers: NONE };
    desk.frame(vec![Event::PointerMoved(at)]);
    desk.frame(vec![event(true)]);
    desk.frame(vec![event(false)]);
    desk.settle();
}

fn choose(desk: &mut Desk, entry: &str) {
    let at = desk.harness.get_by_role_and_label(Role::MenuItem, entry).rect().center();
    desk.click_at(at);
}

#[test]
fn the_second_button_acts_on_the_mark_under_the_pointer() {
    let (_folder, mut desk) = article();
    for (words, key) in [
        ("killing at least 12 people", Key::Num1),
        ("killing [at least 12] people", Key::Num4),
        ("wounding dozens", Key::Num1),
    ] {
        desk.drag_over(words);
        desk.press(NONE, key);
    }
    assert_eq!(desk.selected(), "Casualties: wounding dozens (Unspecified)");
    let at = desk.rects("killing at [least] 12 people")[0].center();
    right_click(&mut desk, at);
    desk.assert_says("“at least 12”, ¶ ");
    choose(&mut desk, "Delete mark");
    assert_eq!(
        desk.marks(),
        ["Casualties: killing at least 12 people (Unspecified)", "Casualties: wounding dozens (Unspecified)"]
    );
}

#[test]
fn the_second_button_beside_all_marks_offers_nothing_for_the_selected_one() {
    let (_folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num1);
    let at = desk.rects("Shells [struck] a crowded")[0].center();
    right_click(&mut desk, at);
    assert_eq!(desk.selected(), "");
    let items = desk.harness.query_all_by_role(Role::MenuItem);
    let names: Vec<_> = items.filter_map(|item| item.accesskit_node().label()).collect();
    assert!(!names.is_empty() && names.iter().all(|name| !name.contains("mark")), "{names:?}");
}

#[test]
fn the_second_button_on_selected_words_keeps_them() {
    let (_folder, mut desk) = article();
    desk.drag_over("wounding dozens");
    let at = desk.rects("wounding dozens")[0].center();
    right_click(&mut desk, at);
    choose(&mut desk, "Mark as casualties");
    assert_eq!(desk.marks(), ["Casualties: wounding dozens (Unspecified)"]);
}

#[test]
fn words_that_come_into_view_under_a_drag_that_rests_beyond_the_edge_are_selected() {
    let folder = Folder::of_ines();
    let lines: Vec<String> = (1..200).map(|n| format!("Line {n} of the long article.")).collect();
    folder.put("long.txt", lines.join("\n\n"));
    let mut desk = Desk::open(&folder, "long.txt");
    let page = desk.harness.get_by_label("Article").rect();
    let from = desk.rects("[Line] 2 of the long")[0].center();
    let beyond = Pos2::new(from.x + 60.0, page.bottom() + 20.0);
    desk.press_button(from);
    desk.point_at(page.center());
    desk.point_at(beyond);
    let before = desk.selected_words().len();
    for _ in 0..60 {
        desk.frame(Vec::new());
    }
    let after = desk.selected_words().len();
    assert!(after > before + 200, "{before} bytes were selected, and {after} after a second beyond the edge");
    desk.release_button(beyond);
    assert!(desk.selected_words().len() >= after);
}
