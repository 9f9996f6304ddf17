use egui::{Event, Key};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{description, press, window};
use crate::widgets::samples::{CHECKS, HARMS};
use crate::widgets::{Button, Choice};

fn field<'a>(chosen: usize) -> Harness<'a, usize> {
    window(chosen, |ui, chosen| {
        Choice::new("Harm", &HARMS).width(200.0).show(ui, chosen);
    })
}

fn open(window: &Harness<'_, usize>) -> bool {
    window.query_by_label("Injured").is_some()
}

#[test]
fn a_term_is_picked_with_the_keyboard_alone() {
    let mut window = field(0);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    assert!(open(&window));
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert!(!open(&window));
    assert_eq!(HARMS[*window.state()].label, "Injured");
    let field = window.get_by_label("Harm");
    assert_eq!(field.value().as_deref(), Some("Injured"));
    assert!(field.is_focused());
}

#[test]
fn home_end_and_letters_move_the_mark() {
    let mut window = field(2);
    press(&mut window, Key::Tab);
    press(&mut window, Key::ArrowDown);
    assert!(open(&window));
    press(&mut window, Key::End);
    press(&mut window, Key::Space);
    assert_eq!(HARMS[*window.state()].label, "Sexual violence");
    press(&mut window, Key::Space);
    press(&mut window, Key::Home);
    press(&mut window, Key::Enter);
    assert_eq!(*window.state(), 0);
    window.event(Event::Text("d".to_owned()));
    window.run();
    assert!(open(&window), "a letter opens the list");
    press(&mut window, Key::Enter);
    assert_eq!(HARMS[*window.state()].label, "Detained");
}

#[test]
fn esc_closes_the_list_and_leaves_the_field_as_it_was() {
    let mut window = field(1);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    press(&mut window, Key::End);
    press(&mut window, Key::Escape);
    assert!(!open(&window));
    assert_eq!(*window.state(), 1);
    assert!(window.get_by_label("Harm").is_focused());
}

#[test]
fn tab_takes_what_is_marked_and_goes_on() {
    let mut window = window(1, |ui, chosen| {
        Choice::new("Harm", &HARMS).show(ui, chosen);
        Button::new("Submit").show(ui);
    });
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    press(&mut window, Key::End);
    press(&mut window, Key::Tab);
    assert!(!open(&window));
    assert_eq!(*window.state(), HARMS.len() - 1);
    assert!(window.get_by_label("Submit").is_focused());
}

#[test]
fn a_term_is_picked_with_the_pointer_and_the_field_keeps_the_focus() {
    let mut window = field(0);
    window.get_by_label("Harm").click();
    window.run();
    assert!(open(&window));
    window.get_by_label("Missing").click();
    window.run();
    assert_eq!(HARMS[*window.state()].label, "Missing");
    assert!(!open(&window));
    assert!(window.get_by_label("Harm").is_focused());
}

#[test]
fn a_second_press_of_the_field_closes_the_list() {
    let mut window = field(0);
    for expected in [true, false, true] {
        window.get_by_label("Harm").click();
        window.run();
        assert_eq!(open(&window), expected);
    }
}

#[test]
fn digits_are_left_to_others() {
    let mut window = field(1);
    press(&mut window, Key::Tab);
    window.event(Event::Text("3".to_owned()));
    window.run();
    assert!(!open(&window));
    assert_eq!(*window.state(), 1);
}

#[test]
fn a_list_longer_than_its_room_scrolls_to_the_mark() {
    let mut window = window(0, |ui, chosen| {
        Choice::new("Verification", &CHECKS).show(ui, chosen);
    });
    press(&mut window, Key::Tab);
    press(&mut window, Key::Space);
    press(&mut window, Key::End);
    press(&mut window, Key::Enter);
    assert_eq!(CHECKS[*window.state()].label, "Not checkable yet");
}

#[test]
fn a_disabled_field_says_why_and_stays_closed() {
    let mut window = window(1, |ui, chosen| {
        Choice::new("Harm", &HARMS).disabled(Some("This is approved")).show(ui, chosen);
    });
    window.get_by_label("Harm").click();
    window.run();
    assert!(!open(&window));
    let told = description(&window.get_by_label("Harm")).unwrap_or_default();
    assert!(told.ends_with("This is approved"), "{told}");
}

#[test]
fn letters_that_fit_nothing_move_nothing_and_say_so() {
    let mut window = field(0);
    press(&mut window, Key::Tab);
    for letter in ["d", "r", "y"] {
        window.event(Event::Text(letter.to_owned()));
        window.run();
    }
    assert!(window.query_by_label("Nothing fits “dry”").is_some());
    press(&mut window, Key::Enter);
    assert_eq!(*window.state(), 0, "“d” fits Detained, but that is not what was typed");
    // A letter alone that fits nothing says so too.
    window.event(Event::Text("w".to_owned()));
    window.run();
    assert!(open(&window) && window.query_by_label("Nothing fits “w”").is_some());
}
