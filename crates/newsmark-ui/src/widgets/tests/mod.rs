//! What a user sees and presses, by the names that a screen reader hears.

mod choice;
mod dialog;
mod virtual_list;
mod words;

use egui::accesskit::Toggled;
use egui::{Key, Ui};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};

use super::gallery::Gallery;
use super::samples::LOOKS;
use super::{
    Button, EmptyState, Icon, IconButton, LetterFilter, Notice, NoticeAnswer, PaletteButton, PaletteDensity,
    PanelHeader, Pill, Row, Segmented, Tone, Words, menu,
};
use crate::theme::{ThemeChoice, install};

fn window<'a, S: 'a>(state: S, show: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
    let builder = Harness::builder().with_size([900.0, 700.0]);
    builder.with_context_setup(|ctx| install(ctx, ThemeChoice::Light)).build_ui_state(show, state)
}

fn press<S>(window: &mut Harness<'_, S>, key: Key) {
    window.key_press(key);
    window.run();
}

fn description(node: &Node<'_>) -> Option<String> {
    node.accesskit_node().data().description().map(str::to_owned)
}

#[test]
fn every_control_is_drawn_in_every_theme() {
    for choice in ThemeChoice::ALL {
        for pixels_per_point in [1.0, 1.5] {
            let builder = Harness::builder().with_size([1440.0, 900.0]).with_pixels_per_point(pixels_per_point);
            let setup = builder.with_context_setup(move |ctx| install(ctx, choice));
            let mut window = setup.build_ui_state(|ui, gallery: &mut Gallery| gallery.show(ui), Gallery::default());
            window.run();
            assert!(window.query_by_label("Accept").is_some(), "{choice:?}");
        }
    }
}

#[test]
fn a_button_answers_the_pointer_and_the_keyboard() {
    let mut window = window(0, |ui, pressed| {
        *pressed += i32::from(Button::new("Accept").key("A").show(ui).clicked());
    });
    window.get_by_label("Accept").click();
    window.run();
    assert_eq!(*window.state(), 1);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    press(&mut window, Key::Space);
    assert_eq!(*window.state(), 3);
    let shortcut = window.get_by_label("Accept").accesskit_node().data().keyboard_shortcut().map(str::to_owned);
    assert_eq!(shortcut.as_deref(), Some("A"));
}

#[test]
fn a_disabled_button_says_why_and_does_nothing() {
    let mut window = window(0, |ui, pressed| {
        *pressed += i32::from(Button::new("Approve").disabled(Some("You marked this yourself")).show(ui).clicked());
        *pressed +=
            i32::from(IconButton::new(Icon::Redo, "Redo").disabled(Some("Nothing was undone")).show(ui).clicked());
    });
    for (name, reason) in [("Approve", "You marked this yourself"), ("Redo", "Nothing was undone")] {
        let button = window.get_by_label(name);
        assert!(button.accesskit_node().is_disabled());
        assert_eq!(description(&button).as_deref(), Some(reason));
        button.click();
        button.hover();
        // The tooltip waits until the pointer has rested.
        window.run_steps(6);
        assert!(window.query_by_label(reason).or(window.query_by_value(reason)).is_some(), "{name}");
    }
    assert_eq!(*window.state(), 0);
}

#[test]
fn a_button_that_is_enabled_keeps_the_focus() {
    let mut window = window(None, |ui, reason: &mut Option<&str>| {
        let button = Button::new("Submit").disabled(*reason).show(ui);
        ui.label(if button.has_focus() { "focused" } else { "not focused" });
    });
    press(&mut window, Key::Tab);
    assert!(window.query_by_value("focused").or(window.query_by_label("focused")).is_some());
    *window.state_mut() = Some("No figure is set");
    window.run();
    *window.state_mut() = None;
    window.run();
    press(&mut window, Key::Tab);
    assert!(window.get_by_label("Submit").is_focused());
}

#[test]
fn a_switch_says_whether_it_is_on() {
    let mut window = window(true, |ui, on| {
        if IconButton::new(Icon::LeftPanel, "Show the library").toggled(*on).show(ui).clicked() {
            *on = !*on;
        }
    });
    assert_eq!(window.get_by_label("Show the library").accesskit_node().toggled(), Some(Toggled::True));
    window.get_by_label("Show the library").click();
    window.run();
    assert_eq!(window.get_by_label("Show the library").accesskit_node().toggled(), Some(Toggled::False));
}

#[test]
fn another_part_of_a_segmented_control_is_chosen_by_pointer_and_arrows() {
    let mut window = window(0, |ui, chosen| {
        Segmented::new("Panel", &["List 35", "Details", "Ledger"]).show(ui, chosen);
    });
    window.get_by_label("Details").click();
    window.run();
    assert_eq!(*window.state(), 1);
    window.get_by_label("Details").focus();
    window.run();
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::Enter);
    assert_eq!(*window.state(), 2);
}

#[test]
fn letters_of_the_filter_are_heard_as_names() {
    let mut window = window([true; 4], |ui, shown| {
        LetterFilter::new(&LOOKS).show(ui, shown);
    });
    window.get_by_label("Quotes").click();
    window.run();
    assert_eq!(*window.state(), [true, true, false, true]);
}

#[test]
fn a_palette_button_keeps_its_name_where_only_its_letter_is_seen() {
    let mut window = window(0, |ui, pressed| {
        let button = PaletteButton::new(LOOKS[3], "4", 1).density(PaletteDensity::Letters);
        *pressed += i32::from(button.show(ui).clicked());
    });
    window.get_by_label("Claims").click();
    window.run();
    assert_eq!(*window.state(), 1);
    assert_eq!(window.get_by_label("Claims").value().as_deref(), Some("1 mark"));
}

#[test]
fn a_button_in_a_row_is_pressed_and_not_the_row() {
    let mut window = window((0, 0), |ui, (rows, buttons)| {
        let row = Row::new("Quotes, direct, draft").height(45.0).show(ui, |ui, ink| {
            Words::new("said", ink.text).show(ui);
            IconButton::new(Icon::Trash, "Delete mark").show(ui).clicked()
        });
        *buttons += i32::from(row.inner);
        *rows += i32::from(row.response.clicked());
    });
    window.get_by_label("Delete mark").click();
    window.run();
    assert_eq!(*window.state(), (0, 1));
    window.get_by_label("Quotes, direct, draft").click();
    window.run();
    assert_eq!(*window.state(), (1, 1));
}

#[test]
fn a_header_opens_and_closes_its_part() {
    let mut window = window(true, |ui, open| {
        let header = PanelHeader::new("Sent back").count("4").open(*open).show_right(ui, |ui| {
            IconButton::new(Icon::Plus, "Add").show(ui);
        });
        if header.response.clicked() {
            *open = !*open;
        }
    });
    window.get_by_label("Sent back, 4").click();
    window.run();
    assert!(!*window.state());
    window.get_by_label("Add").click();
    window.run();
    assert!(!*window.state(), "a control in the header does not close it");
}

#[test]
fn a_notice_is_answered_by_its_actions_and_closed() {
    let mut window = window(Vec::new(), |ui, answers| {
        let notice = Notice::new(Tone::Error, "The disk is full").actions(&["Save again", "Save as…"]).closable();
        answers.extend(notice.show_bar(ui));
    });
    for name in ["Save as…", "Close"] {
        window.get_by_label(name).click();
        window.run();
    }
    assert_eq!(*window.state(), [NoticeAnswer::Action(1), NoticeAnswer::Closed]);
}

#[test]
fn a_pill_opens_its_menu() {
    let mut window = window("Draft", |ui, status| {
        let pill = Pill::new(status).menu("Status").show(ui);
        menu(&pill).show(|ui| {
            if ui.button("Submit").clicked() {
                *status = "Submitted";
            }
        });
    });
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    window.get_by_label("Submit").click();
    window.run();
    assert_eq!(window.get_by_label("Status").value().as_deref(), Some("Submitted"));
    assert!(window.query_by_label("Submit").is_none());
}

#[test]
fn an_empty_panel_offers_what_to_do() {
    let mut window = window(None, |ui, pressed| {
        let empty = EmptyState::new("Open an article to start").buttons(&["Open…", "Paste article"]);
        *pressed = pressed.or(empty.show(ui));
    });
    window.get_by_label("Paste article").click();
    window.run();
    assert_eq!(*window.state(), Some(1));
}
