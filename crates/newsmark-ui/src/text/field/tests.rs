use std::sync::Arc;

use egui::{
    Context, Event, FontData, FontDefinitions, FontFamily, Id, ImeEvent, Key, Modifiers, OutputCommand, Ui, pos2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

use super::super::Role;
use super::TextField;

/// Two fields, and what the first answered.
#[derive(Default)]
struct Form {
    figure: String,
    note: String,
    changed: usize,
    submitted: usize,
    cancelled: usize,
    undo: usize,
}

fn fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::empty();
    let data = include_bytes!("../../../assets/fonts/SourceSans3-Regular.ttf");
    fonts.font_data.insert("sans".to_owned(), Arc::new(FontData::from_static(data)));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, vec!["sans".to_owned()]);
    }
    ctx.set_fonts(fonts);
}

fn show(ui: &mut Ui, form: &mut Form) {
    let figure = TextField::new(&mut form.figure, Id::unique("figure"), Role::Words);
    let answer = figure.name("Figure").placeholder("Select words or type").width(200.0).show(ui);
    form.changed += usize::from(answer.changed);
    form.submitted += usize::from(answer.submitted);
    form.cancelled += usize::from(answer.cancelled);
    form.undo += usize::from(ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z)));
    TextField::new(&mut form.note, Id::unique("note"), Role::Value).name("Note").multiline(3).show(ui);
}

fn form(figure: &str, note: &str) -> Harness<'static, Form> {
    let state = Form { figure: figure.to_owned(), note: note.to_owned(), ..Form::default() };
    let mut harness = Harness::builder()
        .with_size((320.0, 200.0))
        .with_step_dt(0.05)
        .with_context_setup(fonts)
        .build_ui_state(show, state);
    harness.run();
    harness
}

fn focus(harness: &mut Harness<'_, Form>, name: &str) {
    harness.get_by_label(name).focus();
    harness.run();
}

fn copied(harness: &Harness<'_, Form>) -> Vec<String> {
    let commands = &harness.output().platform_output.commands;
    commands
        .iter()
        .filter_map(|c| if let OutputCommand::CopyText(text) = c { Some(text.clone()) } else { None })
        .collect()
}

#[test]
fn typing_changes_the_value_and_enter_submits_it() {
    let mut harness = form("", "");
    focus(&mut harness, "Figure");
    harness.get_by_label("Figure").type_text("at least قتيلا 12");
    harness.run();
    assert_eq!(harness.state().figure, "at least قتيلا 12");
    assert_eq!(harness.get_by_label("Figure").value().as_deref(), Some("at least قتيلا 12"));
    assert_eq!(harness.state().changed, 1);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().submitted, 1);
    assert!(!harness.get_by_label("Figure").is_focused());
}

#[test]
fn escape_cancels_and_leaves() {
    let mut harness = form("12", "");
    focus(&mut harness, "Figure");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!((harness.state().cancelled, harness.state().submitted), (1, 0));
    assert!(!harness.get_by_label("Figure").is_focused());
}

#[test]
fn tab_goes_from_field_to_field_and_selects_what_it_enters() {
    let mut harness = form("old", "note");
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Figure").is_focused());
    harness.get_by_label("Figure").type_text("new");
    harness.run();
    assert_eq!(harness.state().figure, "new");
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Note").is_focused());
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(harness.state().note, "note");
    assert!(!harness.get_by_label("Note").is_focused());
}

#[test]
fn arrows_words_and_deletion_work_together() {
    let mut harness = form("one two three", "");
    focus(&mut harness, "Figure");
    harness.key_press(Key::End);
    harness.key_press_modifiers(Modifiers::CTRL, Key::Backspace);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Home);
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().figure, "ne two ");
}

#[test]
fn copy_cut_and_paste_go_through_the_clipboard() {
    let mut harness = form("سوق كارسا", "");
    focus(&mut harness, "Figure");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness), ["سوق كارسا"]);
    harness.event(Event::Cut);
    harness.step();
    assert_eq!((copied(&harness), harness.state().figure.as_str()), (vec!["سوق كارسا".to_owned()], ""));
    harness.event(Event::Paste("two\r\nlines".to_owned()));
    harness.run();
    assert_eq!(harness.state().figure, "two lines");
}

#[test]
fn the_undo_key_is_left_to_the_program() {
    let mut harness = form("", "");
    focus(&mut harness, "Figure");
    harness.get_by_label("Figure").type_text("12");
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!((harness.state().figure.as_str(), harness.state().undo), ("12", 1));
}

#[test]
fn what_an_input_method_composes_counts_once_it_is_committed() {
    let mut harness = form("ab", "");
    focus(&mut harness, "Figure");
    harness.key_press(Key::End);
    let preedit = ImeEvent::Preedit { text: "にほ".to_owned(), active_range_chars: Some(0..2) };
    harness.event(Event::Ime(preedit));
    harness.run();
    assert_eq!(harness.state().figure, "ab");
    let ime = harness.output().platform_output.ime.as_ref().expect("the field asks for an input method");
    assert!(ime.rect.contains(ime.cursor_rect.center()));
    harness.event(Event::Ime(ImeEvent::Commit("日本".to_owned())));
    harness.run();
    assert_eq!((harness.state().figure.as_str(), harness.state().changed), ("ab日本", 1));
}

#[test]
fn a_value_changed_by_the_program_shows_at_once() {
    let mut harness = form("12", "");
    focus(&mut harness, "Figure");
    harness.state_mut().figure = "at least 12".to_owned();
    harness.run();
    assert_eq!(harness.get_by_label("Figure").value().as_deref(), Some("at least 12"));
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("Figure").type_text("!");
    harness.run();
    assert_eq!(harness.state().figure, "at least 12!");
}

#[test]
fn dragging_selects_and_a_double_click_takes_a_word() {
    let mut harness = form("one two three", "");
    let rect = harness.get_by_label("Figure").rect();
    harness.drag_at(pos2(rect.left() + 8.0, rect.center().y));
    harness.run();
    harness.hover_at(pos2(rect.right() - 2.0, rect.center().y));
    harness.run();
    harness.drop_at(pos2(rect.right() - 2.0, rect.center().y));
    harness.run();
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness), ["one two three"]);
    let word = pos2(rect.left() + 45.0, rect.center().y);
    for _ in 0..2 {
        harness.drag_at(word);
        harness.step();
        harness.drop_at(word);
        harness.step();
    }
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness), ["two"]);
}

#[test]
fn enter_breaks_the_line_of_a_note_and_arrows_walk_its_lines() {
    let mut harness = form("", "first");
    focus(&mut harness, "Note");
    harness.key_press_modifiers(Modifiers::CTRL, Key::End);
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Note").type_text("second");
    harness.run();
    harness.key_press(Key::ArrowUp);
    harness.key_press(Key::End);
    harness.run();
    harness.get_by_label("Note").type_text(" line");
    harness.run();
    assert_eq!(harness.state().note, "first line\nsecond");
}

#[test]
fn a_field_at_rest_asks_for_no_frames() {
    let mut harness = form("12", "");
    harness.ctx.all_styles_mut(|style| style.visuals.text_cursor.blink = true);
    focus(&mut harness, "Figure");
    harness.key_press(Key::End);
    harness.step();
    let delay = |harness: &Harness<'_, Form>| harness.output().viewport_output.values().next().unwrap().repaint_delay;
    harness.step();
    assert!(delay(&harness).as_secs_f32() < 0.6, "it blinks");
    for _ in 0..250 {
        harness.step();
    }
    assert!(delay(&harness).as_secs_f32() > 3600.0, "after ten seconds it rests: {:?}", delay(&harness));
}
