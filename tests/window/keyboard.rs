//! Everything without a mouse.

use std::path::Path;

use eframe::egui::{Key, Pos2, Rect, vec2};
use egui_kittest::kittest::Queryable;
use newsmark::app::theme::Theme;
use newsmark::model::{Project, Span};
use newsmark::store;

use crate::desk::{BY_WORD, CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SHIFT};

#[test]
fn an_article_is_opened_marked_filled_in_and_saved_by_keys_alone() {
    let folder = Folder::new();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("karsa.txt"));
    assert_eq!(desk.focused(), "Article");

    for (n, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4].into_iter().enumerate() {
        desk.press(CTRL, Key::ArrowDown);
        desk.press_times(2, BY_WORD, Key::ArrowRight);
        desk.press(NONE, key);
        if n == 0 {
            desk.write("Ines Varga");
            desk.press(NONE, Key::Enter);
        }
    }
    assert_eq!(
        desk.marks(),
        [
            "Casualties: Shells struck (Unspecified)",
            "Displacement: We were (Unspecified)",
            "Quotes: Close to (Unspecified)",
            "Claims: Five of (Unverified)",
        ]
    );

    desk.press(NONE, Key::Enter);
    assert_eq!(desk.focused(), "Statement");
    desk.write("Five children died");
    desk.press(NONE, Key::Escape);
    desk.press(NONE, Key::K);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::D);
    desk.press(NONE, Key::Enter);
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.selected(), "Quotes: Close to (Direct)");

    desk.press(CTRL, Key::S);
    desk.write_path(&folder.path("karsa.ron"));
    assert!(folder.read("karsa.ron").contains("Five children died"));
}

#[test]
fn a_whole_sample_is_annotated_by_keys_alone_as_it_was_by_hand() {
    let sample = store::load(Path::new("projects/port-of-lir.ron")).unwrap().project;
    let folder = Folder::of_ines();
    folder.put("lir.txt", include_str!("../../assets/articles/port-of-lir.txt"));
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("lir.txt"));
    for annotation in sample.annotations().iter() {
        for (n, span) in annotation.spans.iter().enumerate() {
            select(&mut desk, span);
            let digit = [Key::Num1, Key::Num2, Key::Num3, Key::Num4][annotation.category() as usize];
            desk.press(NONE, if n == 0 { digit } else { Key::Equals });
        }
    }
    desk.press(CTRL, Key::S);
    desk.write_path(&folder.path("lir.ron"));
    let saved = store::load(&folder.path("lir.ron")).unwrap().project;
    let marks = |project: &Project| {
        let marks = project.annotations().iter().map(|annotation| (annotation.category(), annotation.spans.clone()));
        marks.collect::<Vec<_>>()
    };
    assert_eq!(marks(&saved), marks(&sample));
}

/// Selects a span of the article by keys.
fn select(desk: &mut Desk, span: Span) {
    let head = |desk: &Desk| desk.document().session.selection.head;
    desk.press(CTRL, Key::Home);
    let text = desk.project().article().text.clone();
    while text.paragraph_at(head(desk)) < text.paragraph_at(span.start()) {
        desk.press(CTRL, Key::ArrowDown);
    }
    for (modifiers, by_word, to) in [(NONE, CTRL, span.start()), (SHIFT, BY_WORD, span.end())] {
        while head(desk) < to {
            desk.press(by_word, Key::ArrowRight);
        }
        while head(desk) > to {
            desk.press(modifiers, Key::ArrowLeft);
        }
    }
    assert_eq!(desk.selected_words(), text.words(span));
}

#[test]
fn tab_reaches_every_button_and_field_and_comes_back() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.press(CTRL, Key::ArrowDown);
    desk.press(BY_WORD, Key::ArrowRight);
    desk.press(NONE, Key::Num1);
    let mut reached = vec![desk.focused()];
    for _ in 0..150 {
        desk.press(NONE, Key::Tab);
        if desk.focused() == "Article" {
            break;
        }
        reached.push(desk.focused());
    }
    assert_eq!(desk.focused(), "Article", "{reached:?}");
    for name in ["Menu", "Find a command", "Undo mark as casualties", "Search annotations", "Harm", "Figure", "Note"] {
        assert!(reached.iter().any(|other| other == name), "{name} is not among {reached:?}");
    }
    assert!(!reached.iter().any(String::is_empty), "{reached:?}");
}

/// The parts of the window in the order in which Tab goes through them, by where a control stands.
fn part_of(at: Pos2, left: f32, right: f32) -> &'static str {
    match at {
        at if at.y < 44.0 => "top bar",
        at if at.y > 872.0 => "status bar",
        at if at.x < left => "left",
        at if at.x > right => "right",
        at if at.y < 88.0 => "strip",
        _ => "article",
    }
}

#[test]
fn tab_goes_from_part_to_part_in_the_order_of_reading() {
    for (panels, parts) in [
        (true, vec!["top bar", "left", "strip", "article", "right", "status bar"]),
        (false, vec!["top bar", "strip", "article", "status bar"]),
    ] {
        let folder = Folder::of_ines();
        let mut desk = Desk::start(&folder);
        desk.click("Open sample project");
        let (mut left, mut right) = (272.0, 1060.0);
        if !panels {
            desk.press(CTRL, Key::B);
            desk.press(CTRL, Key::J);
            (left, right) = (0.0, 1440.0);
        }
        let window = Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0));
        desk.tab_to("Menu");
        let mut seen: Vec<&str> = Vec::new();
        for n in 0..250 {
            let name = desk.focused();
            assert!(!name.is_empty(), "a stop in {seen:?} has no name");
            if n > 0 && name == "Menu" {
                break;
            }
            let rect = desk.focused_rect();
            assert!(window.contains_rect(rect.shrink(1.0)), "{name} at {rect} is not on the screen");
            let part = part_of(rect.center(), left, right);
            if seen.last() != Some(&part) {
                seen.push(part);
            }
            desk.press_tab();
        }
        assert_eq!(seen, parts);
    }
}

#[test]
fn f6_goes_from_panel_to_panel_and_back() {
    let folder = Folder::of_ines();
    let mut desk = Desk::start(&folder);
    desk.click("Open sample project");
    assert_eq!(desk.focused(), "Article");
    let mut parts = Vec::new();
    for _ in 0..5 {
        desk.press(NONE, Key::F6);
        parts.push(part_of(desk.focused_rect().center(), 272.0, 1060.0));
    }
    assert_eq!(parts, ["right", "top bar", "left", "strip", "article"]);
    desk.press(SHIFT, Key::F6);
    assert_eq!(desk.focused(), "Casualties");
    desk.press(NONE, Key::F6);
    assert_eq!(desk.focused(), "Article");
}

#[test]
fn the_panels_beside_the_article_are_resized_at_their_edges() {
    let folder = Folder::of_ines();
    let mut desk = Desk::start(&folder);
    desk.click("Open sample project");
    let edge = |desk: &Desk, name: &str| desk.harness.get_by_label(name).rect();
    for (name, by) in [
        ("Width of the left panel", vec2(40.0, 0.0)),
        ("Width of the right panel", vec2(-40.0, 0.0)),
        ("Height of the list", vec2(0.0, 40.0)),
    ] {
        let before = edge(&desk, name).center();
        desk.drag(before, before + by);
        let moved = edge(&desk, name).center() - before;
        assert!((moved * by.normalized()).length() > 36.0, "{name}: {moved}");
    }
    desk.press(NONE, Key::F6);
    while desk.focused() != "Menu" {
        desk.press(NONE, Key::F6);
    }
    desk.press(NONE, Key::F6);
    desk.tab_to("Width of the left panel");
    let before = edge(&desk, "Width of the left panel").center();
    desk.press(NONE, Key::ArrowRight);
    assert!(edge(&desk, "Width of the left panel").center().x > before.x + 8.0);
}

#[test]
fn the_palette_finds_a_command_and_enter_does_it() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.press(CTRL_SHIFT, Key::P);
    assert_eq!(desk.focused(), "Find a command");
    desk.write("colours high");
    desk.press(NONE, Key::ArrowDown);
    desk.press(NONE, Key::Enter);
    assert_eq!(Theme::of(&desk.harness.ctx), Theme::high_contrast_dark());
    assert_eq!(store::Settings::load(&folder.platform.settings).0.theme, store::Theme::HighContrastDark);
    assert_eq!(desk.focused(), "Article");
}

#[test]
fn the_palette_names_the_step_that_undo_takes_back() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("mark as quote");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Quotes: wounding dozens (Unspecified)"]);
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("undo mark as quote");
    desk.press(NONE, Key::Enter);
    assert!(desk.marks().is_empty());
}

#[test]
fn a_commands_name_and_the_enter_behind_it_may_come_in_one_frame() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.drag_over("wounding dozens");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("mark as claim");
    assert_eq!(desk.marks(), ["Claims: wounding dozens (Unverified)"]);
}

#[test]
fn arrows_move_the_caret_again_after_a_button_was_pressed() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.click("Left panel");
    desk.press(BY_WORD, Key::ArrowRight);
    assert_eq!(desk.selected_words(), "Shelling");
}

#[test]
fn the_palette_is_left_by_escape_and_by_a_click_elsewhere() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("nothing of that name");
    desk.assert_says("No command of that name");
    desk.press(NONE, Key::Enter);
    desk.press(CTRL_SHIFT, Key::P);
    desk.press(NONE, Key::Escape);
    assert_eq!(desk.focused(), "Article");
    desk.press(CTRL_SHIFT, Key::P);
    desk.click_at(eframe::egui::pos2(640.0, 820.0));
    assert!(!desk.has("No command of that name") && !desk.has("Open sample project"));
}

#[test]
fn all_keys_are_listed() {
    let folder = Folder::of_ines();
    let mut desk = Desk::start(&folder);
    desk.press(NONE, Key::F1);
    for name in ["Mark as casualties", "Next mark", "Save", "Caret by word"] {
        desk.assert_says(&format!("{name}: "));
    }
    desk.press(NONE, Key::Escape);
    assert!(!desk.said().iter().any(|said| said.starts_with("Caret by word")));
}

#[test]
fn the_articles_text_is_set_larger_and_smaller() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.press_times(3, CTRL, Key::Plus);
    assert_eq!(store::Settings::load(&folder.platform.settings).0.reading_size, 21.0);
    desk.press_times(4, CTRL, Key::Minus);
    assert_eq!(store::Settings::load(&folder.platform.settings).0.reading_size, 17.0);
    desk.press(CTRL, Key::Num0);
    assert_eq!(store::Settings::load(&folder.platform.settings).0.reading_size, 18.0);
}

#[test]
fn a_person_changes_the_keys_in_a_file() {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let file = folder.platform.keys_file();
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter("edit the keys");
    desk.settle();
    desk.assert_says(&file.display().to_string());
    let written = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, written.replace("\"mark-claim\": [\"4\"]", "\"mark-claim\": [\"G\"]")).unwrap();
    desk.click("Read the keys again");
    desk.assert_says("The keys are as in your file");

    desk.drag_over("wounding dozens");
    desk.press(NONE, Key::Num4);
    assert!(desk.marks().is_empty());
    desk.press(NONE, Key::G);
    assert_eq!(desk.marks(), ["Claims: wounding dozens (Unverified)"]);
}

#[test]
fn what_is_wrong_in_the_file_of_keys_is_said_at_the_start_and_with_the_keys() {
    let folder = Folder::of_ines();
    let file = folder.platform.keys_file();
    std::fs::write(&file, "{ \"save\": [\"Ctrl+O\"], \"undo\": [\"U\"], \"redo\": [\"Ctrl+R\"] }").unwrap();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    desk.assert_says("2 keys in the file of keys could not be taken, and the usual ones stay");
    desk.click("Show the keys");
    desk.assert_says("“Ctrl+O” is wanted for “save” and belongs to “open”; “save” keeps its usual keys");
    desk.assert_says("“U” alone is for writing, and the command works everywhere; “undo” keeps its usual keys");
    desk.assert_says(&format!("Your keys are in {}", file.display()));
    let cap = if cfg!(target_os = "macos") { "Cmd R" } else { "Ctrl R" };
    desk.assert_says(&format!("Redo: {cap}"));
}
