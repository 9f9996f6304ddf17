//! The reader's place is a place in the text.

use eframe::egui::{Event, Key, MouseWheelSource, MouseWheelUnit, TouchPhase, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::{CTRL, Desk, Folder, NONE};

/// A paragraph that is told from all others by its first word, and long enough for some lines.
fn paragraph(n: usize) -> String {
    format!("Number{n:03} {}\n", "of those who left the valley some came back in the spring. ".repeat(n % 5 + 2))
}

/// An article that is many screens long, scrolled some screens down.
fn in_the_middle(folder: &Folder) -> Desk {
    folder.put("long.txt", (0..200).map(paragraph).collect::<String>());
    let mut desk = Desk::open(folder, "long.txt");
    scroll(&mut desk, -9000.0);
    desk
}

fn scroll(desk: &mut Desk, points: f32) {
    let page = desk.harness.get_by_label("Article").rect();
    desk.frame(vec![Event::PointerMoved(page.center())]);
    let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
    desk.frame(vec![Event::MouseWheel { unit, delta: vec2(0.0, points), phase, source, modifiers: NONE }]);
    desk.settle();
}

/// The paragraph at the top of the view, and how far its first line is below the top.
fn top(desk: &Desk) -> (String, f32) {
    let page = desk.harness.get_by_label("Article").rect();
    let words = desk.harness.query_all_by_label_contains("Number");
    let shown = words.filter(|node| page.intersects(node.rect()) && node.rect().width() > 400.0);
    let Some(first) = shown.min_by(|one, other| one.rect().top().total_cmp(&other.rect().top())) else {
        panic!("no paragraph is on the screen");
    };
    let label = first.accesskit_node().label().or(first.accesskit_node().value()).unwrap_or_default();
    (label[..9].to_owned(), first.rect().top() - page.top())
}

#[test]
fn the_words_at_the_top_stay_when_the_text_gets_larger_and_smaller() {
    let folder = Folder::of_ines();
    let mut desk = in_the_middle(&folder);
    let before = top(&desk).0;
    desk.press(CTRL, Key::Plus);
    desk.press(CTRL, Key::Plus);
    assert_eq!(top(&desk).0, before);
    desk.press(CTRL, Key::Num0);
    assert_eq!(top(&desk).0, before);
}

#[test]
fn the_words_at_the_top_stay_when_the_window_gets_narrower_and_a_panel_goes() {
    let folder = Folder::of_ines();
    let mut desk = in_the_middle(&folder);
    let before = top(&desk);
    desk.press(CTRL, Key::B);
    desk.harness.set_size(vec2(1300.0, 800.0));
    desk.settle();
    desk.harness.set_size(vec2(1440.0, 900.0));
    desk.settle();
    desk.press(CTRL, Key::B);
    assert_eq!(top(&desk), before);
}

#[test]
fn scrolling_up_into_what_was_never_shown_moves_by_what_the_wheel_says() {
    let folder = Folder::of_ines();
    let mut desk = in_the_middle(&folder);
    desk.press(CTRL, Key::End);
    for _ in 0..12 {
        let (label, below) = top(&desk);
        scroll(&mut desk, 40.0);
        let rect =
            desk.harness.query_all_by_label_contains(&label).map(|node| node.rect()).find(|rect| rect.width() > 400.0);
        let page = desk.harness.get_by_label("Article").rect();
        let moved = rect.unwrap().top() - page.top() - below;
        assert!((moved - 40.0).abs() <= 1.0, "{label} moved by {moved} points");
    }
}
