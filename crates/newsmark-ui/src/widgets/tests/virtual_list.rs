//! Lists of which only the rows on the screen are made.

use egui::accesskit::Role as AccessRole;
use egui::{Id, Key, Rect, Role, Sense, WidgetInfo, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use super::{press, window};
use crate::widgets::{ListCursor, ListResponse, RowHeights, VirtualList};

const FRAME: Rect = Rect { min: pos2(20.0, 20.0), max: pos2(420.0, 320.0) };

#[derive(Default)]
struct State {
    cursor: ListCursor,
    /// The rows that were made in the last frame, and whether the foot was.
    made: Vec<usize>,
    has_foot: bool,
    answer: ListResponse,
}

fn list(heights: RowHeights<'_>) -> Harness<'_, State> {
    window(State::default(), move |ui, State { cursor, made, has_foot, answer }| {
        made.clear();
        *has_foot = false;
        let list = VirtualList::new(Id::unique("numbers"), "Numbers", heights).scroll_bar("the numbers").foot(20.0);
        let show = |ui: &mut egui::Ui, row: crate::widgets::ListRow| {
            made.push(row.n);
            let response = ui.interact(row.rect, row.id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, format!("Number {}", row.n)));
            response.clicked()
        };
        let shown = list.show_with_foot(ui, FRAME, cursor, show, |_, _| *has_foot = true);
        if shown.clicked.is_some() {
            *answer = shown;
        }
    })
}

#[test]
fn only_the_rows_on_the_screen_are_made_and_the_list_tells_how_many_there_are() {
    let mut window = list(RowHeights::Equal(10_000, 30.0));
    window.run();
    assert_eq!(window.state().made, (0..10).collect::<Vec<_>>());
    assert!(!window.state().has_foot);
    let numbers = window.get_by_role_and_label(AccessRole::ListBox, "Numbers");
    assert_eq!(numbers.accesskit_node().data().size_of_set(), Some(10_000));
    assert!(window.query_by_label("Scroll bar of the numbers").is_some());
    let third = window.get_by_label("Number 2");
    assert_eq!(third.accesskit_node().data().position_in_set(), Some(2));
}

#[test]
fn keys_walk_through_the_list_and_bring_their_row_on_the_screen() {
    let mut window = list(RowHeights::Equal(10_000, 30.0));
    for (key, row) in [
        (Key::Tab, 0),
        (Key::ArrowDown, 1),
        (Key::PageDown, 11),
        (Key::ArrowUp, 10),
        (Key::End, 9_999),
        (Key::PageUp, 9_989),
        (Key::Home, 0),
    ] {
        press(&mut window, key);
        assert_eq!(window.state().cursor.row, row, "{key:?}");
        assert!(window.state().made.contains(&row), "{key:?}: {:?}", window.state().made);
        let name = format!("Number {row}");
        let current = window.get_by_label(&name);
        assert_eq!(current.accesskit_node().is_selected(), Some(true), "{key:?}");
    }
}

#[test]
fn the_foot_is_shown_below_the_last_row() {
    let mut window = list(RowHeights::Equal(4, 30.0));
    window.run();
    assert_eq!(window.state().made, [0, 1, 2, 3]);
    assert!(window.state().has_foot);
}

#[test]
fn a_click_takes_the_keys_to_its_row() {
    let mut window = list(RowHeights::Equal(100, 30.0));
    window.run();
    window.get_by_label("Number 3").click();
    window.run();
    assert_eq!((window.state().cursor.row, window.state().answer.clicked), (3, Some(3)));
    press(&mut window, Key::ArrowDown);
    assert_eq!(window.state().cursor.row, 4, "the list has the focus");
}

#[test]
fn rows_may_be_of_many_heights() {
    // Rows of 30 and 60 points by turns.
    let edges: Vec<f32> = (0..=1_000).map(|n| (n / 2 * 90 + n % 2 * 30) as f32).collect();
    let mut window = list(RowHeights::Edges(&edges));
    window.run();
    assert_eq!(window.state().made, (0..7).collect::<Vec<_>>());
    let (low, high) = (window.get_by_label("Number 2").rect(), window.get_by_label("Number 3").rect());
    assert_eq!((low.size(), high.size()), (vec2(400.0, 30.0), vec2(400.0, 60.0)));
    assert_eq!(low.bottom(), high.top());
    press(&mut window, Key::Tab);
    press(&mut window, Key::End);
    assert_eq!(window.state().made.last(), Some(&999));
}

#[test]
fn a_list_without_rows_shows_its_foot_alone() {
    for heights in [RowHeights::Equal(0, 30.0), RowHeights::Edges(&[0.0]), RowHeights::Edges(&[])] {
        let mut window = list(heights);
        press(&mut window, Key::Tab);
        press(&mut window, Key::ArrowDown);
        assert!(window.state().made.is_empty() && window.state().has_foot, "{heights:?}");
    }
}
