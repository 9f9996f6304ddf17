use egui::{Id, Key, TextEdit, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::{press, window};
use crate::widgets::samples::HARMS;
use crate::widgets::{Button, Choice, Dialog, DialogAnswer};

#[derive(Default)]
struct State {
    open: bool,
    harm: usize,
    words: String,
    answers: Vec<DialogAnswer>,
}

fn dialog<'a>(body: impl Fn(&mut Ui, &mut State) + 'a, first_field: bool) -> Harness<'a, State> {
    let show = move |ui: &mut Ui, state: &mut State| {
        Button::new("Behind").show(ui);
        if !state.open {
            return;
        }
        let mut dialog = Dialog::new("Discard changes?", "Discard changes").others(&["Save a copy…"]);
        if first_field {
            dialog = dialog.focus_first_field();
        }
        let answer = dialog.show(ui.ctx(), Id::unique("discard"), |ui| body(ui, state));
        state.open = answer.is_none();
        state.answers.extend(answer);
    };
    let mut window = window(State { open: true, ..State::default() }, show);
    window.run();
    window
}

#[test]
fn it_begins_on_its_primary_button_which_enter_presses() {
    let mut window = dialog(|_, _| {}, false);
    assert!(window.get_by_label("Discard changes").is_focused());
    press(&mut window, Key::Enter);
    assert_eq!(window.state().answers, [DialogAnswer::Primary]);
}

#[test]
fn esc_cancels_it() {
    let mut window = dialog(|_, _| {}, false);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().answers, [DialogAnswer::Cancelled]);
}

#[test]
fn each_button_is_its_answer() {
    for (name, answer) in [
        ("Cancel", DialogAnswer::Cancelled),
        ("Save a copy…", DialogAnswer::Other(0)),
        ("Discard changes", DialogAnswer::Primary),
    ] {
        let mut window = dialog(|_, _| {}, false);
        window.get_by_label(name).click();
        window.run();
        assert_eq!(window.state().answers, [answer]);
    }
}

#[test]
fn tab_walks_its_buttons_round_and_enter_presses_the_one_it_stands_on() {
    let mut window = dialog(|_, _| {}, false);
    for name in ["Cancel", "Save a copy…", "Discard changes", "Cancel"] {
        press(&mut window, Key::Tab);
        window.run();
        assert!(window.get_by_label(name).is_focused(), "{name}");
    }
    press(&mut window, Key::Enter);
    assert_eq!(window.state().answers, [DialogAnswer::Cancelled]);
}

#[test]
fn enter_in_a_field_of_one_line_presses_the_primary_button() {
    let body = |ui: &mut Ui, state: &mut State| {
        ui.add(TextEdit::singleline(&mut state.words)).accessible_name("Name");
    };
    let mut window = dialog(body, true);
    assert!(window.get_by_label("Name").is_focused());
    window.get_by_label("Name").type_text("Ines");
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(window.state().words, "Ines");
    assert_eq!(window.state().answers, [DialogAnswer::Primary]);
}

#[test]
fn enter_in_a_field_of_several_lines_stays_there() {
    let body = |ui: &mut Ui, state: &mut State| {
        ui.add(TextEdit::multiline(&mut state.words)).accessible_name("Note");
    };
    let mut window = dialog(body, true);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().words, "\n");
    assert!(window.state().answers.is_empty());
}

#[test]
fn enter_and_esc_in_an_open_list_do_not_answer() {
    let body = |ui: &mut Ui, state: &mut State| {
        Choice::new("Harm", &HARMS).show(ui, &mut state.harm);
    };
    let mut window = dialog(body, true);
    assert!(window.get_by_label("Harm").is_focused());
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::End);
    press(&mut window, Key::Enter);
    assert_eq!(HARMS[window.state().harm].label, "Sexual violence");
    press(&mut window, Key::Space);
    press(&mut window, Key::Escape);
    assert!(window.state().answers.is_empty());
    press(&mut window, Key::Escape);
    assert_eq!(window.state().answers, [DialogAnswer::Cancelled]);
}

#[test]
fn the_focus_goes_back_to_where_it_was() {
    let mut window = dialog(|_, _| {}, false);
    window.state_mut().open = false;
    // For a pass after its last, what is behind a dialog cannot be focused.
    window.run_steps(2);
    window.get_by_label("Behind").focus();
    window.run();
    window.state_mut().open = true;
    window.run();
    assert!(window.get_by_label("Discard changes").is_focused());
    press(&mut window, Key::Escape);
    assert!(window.get_by_label("Behind").is_focused());
}

#[test]
fn what_is_behind_it_cannot_be_pressed() {
    let mut window = dialog(|_, _| {}, false);
    for _ in 0..6 {
        press(&mut window, Key::Tab);
        assert!(!window.get_by_label("Behind").is_focused());
    }
}
