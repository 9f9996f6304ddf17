//! Menu, palette and the list of keys: everything can be reached, in any window.

use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::{Event, Key, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, ViewportCommand, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{CTRL_SHIFT, Desk, Folder, KARSA, NONE};

fn start(size: eframe::egui::Vec2) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let desk = Desk::start_with(&folder, &[folder.path("karsa.txt")], size);
    (folder, desk)
}

/// How many rows of the palette can be seen.
fn n_rows_seen(desk: &Desk) -> usize {
    let screen = desk.harness.ctx.content_rect();
    let rows = desk.harness.query_all_by_role(AccessRole::ListBoxOption);
    // Those of the outline are at the side.
    let is_seen =
        |row: Rect| screen.contains_rect(row) && row.height() > 20.0 && row.x_range().contains(screen.center().x);
    rows.filter(|row| is_seen(row.rect())).count()
}

#[test]
fn the_palette_is_as_high_as_its_rows_also_after_a_narrow_query() {
    let (_folder, mut desk) = start(vec2(1440.0, 900.0));
    desk.press(CTRL_SHIFT, Key::P);
    let before = n_rows_seen(&desk);
    assert!(before >= 12, "{before} rows");
    desk.write("full screen");
    assert_eq!(n_rows_seen(&desk), 1);
    desk.press_times(11, NONE, Key::Backspace);
    assert_eq!(n_rows_seen(&desk), before);
}

#[test]
fn the_palette_finds_commands_by_other_words() {
    let cases = [
        ("export", "Make a report…"),
        ("print", "Make a report…"),
        ("help", "Keys…"),
        ("shortcuts", "Keys…"),
        ("night", "Colours: dark"),
        ("zoom in", "Larger text"),
        ("preferences", "Settings…"),
        ("fullscreen", "Full screen"),
    ];
    let (_folder, mut desk) = start(vec2(1440.0, 900.0));
    for (words, command) in cases {
        desk.press(CTRL_SHIFT, Key::P);
        desk.write(words);
        let rows: Vec<String> = desk
            .harness
            .query_all_by_role(AccessRole::ListBoxOption)
            .filter_map(|row| row.accesskit_node().label())
            .collect();
        assert!(rows.iter().any(|row| row == command), "“{words}” finds {rows:?}");
        desk.press(NONE, Key::Escape);
    }
}

#[test]
fn the_keys_open_at_their_full_height() {
    let (_folder, mut desk) = start(vec2(1440.0, 900.0));
    desk.press(NONE, Key::F1);
    let (top, foot) =
        (desk.harness.get_by_label("In the article and the list").rect(), desk.harness.get_by_label("Done").rect());
    assert!(foot.bottom() - top.top() > 600.0, "from {top} to {foot}");
    assert!(desk.harness.ctx.content_rect().contains_rect(foot), "{foot}");
}

#[test]
fn f11_fills_the_screen() {
    let (_folder, mut desk) = start(vec2(1440.0, 900.0));
    desk.press(NONE, Key::F11);
    assert!(desk.asked.contains(&ViewportCommand::Fullscreen(true)));
}

#[test]
fn every_entry_of_the_menu_can_be_reached_by_wheel_and_by_key() {
    for size in [vec2(800.0, 560.0), vec2(1440.0, 900.0)] {
        let (_folder, mut desk) = start(size);
        let window = desk.harness.ctx.content_rect();
        desk.click("Menu");
        let seen = |desk: &Desk, name: &str| {
            window.contains_rect(desk.harness.get_by_role_and_label(AccessRole::MenuItem, name).rect())
        };
        assert!(seen(&desk, "Open…"));
        let at = desk.harness.get_by_role_and_label(AccessRole::MenuItem, "Open…").rect().center();
        desk.frame(vec![Event::PointerMoved(at)]);
        for _ in 0..30 {
            let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
            desk.frame(vec![Event::MouseWheel { unit, delta: vec2(0.0, -60.0), phase, source, modifiers: NONE }]);
        }
        desk.settle();
        assert!(seen(&desk, "Quit"), "by wheel at {size}");
        desk.press(NONE, Key::Escape);

        desk.click("Menu");
        for _ in 0..40 {
            desk.press_tab();
            if desk.focused() == "Quit" {
                break;
            }
        }
        desk.settle();
        assert_eq!(desk.focused(), "Quit");
        assert!(seen(&desk, "Quit"), "by key at {size}");
    }
}
