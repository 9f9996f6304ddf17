//! Every panel and every question is drawn in every theme at every size, with
//! a name for each thing that can be used and its buttons within the window.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use newsmark::app::theme::Theme as Shown;
use newsmark::store::Theme;

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

/// How the names of buttons within the details begin.
const DETAILS: [&str; 19] = [
    "Pick words ",
    "Unanchor ",
    "Click a mark ",
    "Take the reading",
    "Keep ",
    "Add ",
    "Remove ",
    "Go to “",
    "Edit source…",
    "Article card…",
    // The heads of sections.
    "Circumstances",
    "Attribution",
    "Count",
    "Setting",
    "Review",
    "Groups",
    "Named victims",
    "Evidence",
    "Links",
];
const SIZES: [Vec2; 3] = [vec2(1440.0, 900.0), vec2(1000.0, 700.0), vec2(800.0, 560.0)];

/// Draws it all in one theme, at each size.
fn draws_in(theme: Theme, shown: &Shown) {
    for size in SIZES {
        let folder = Folder::new();
        folder.put("karsa.txt", KARSA);
        folder.set(|settings| settings.theme = theme);
        let mut desk = Desk::start_with(&folder, &[], size);
        assert_eq!(*Shown::of(&desk.harness.ctx), *shown);
        check(&desk, "welcome", size);
        questions_without_a_project(&mut desk, &folder, size);
        desk.click("Open sample project");
        check(&desk, "the article", size);
        marks(&mut desk, size);
        questions(&mut desk, &folder, size);
        crash(&folder, &mut desk, size);
    }
}

fn questions_without_a_project(desk: &mut Desk, folder: &Folder, size: Vec2) {
    for (modifiers, key) in [(NONE, Key::F1), (CTRL, Key::Comma), (CTRL_SHIFT, Key::P), (CTRL, Key::O)] {
        desk.press(modifiers, key);
        check(desk, &format!("what {key:?} opens"), size);
        desk.press(NONE, Key::Escape);
    }
    desk.click("Menu");
    check(desk, "the menu", size);
    desk.press(NONE, Key::Escape);
    // Nothing opens at the end of this: its encoding is guessed, so it is asked about.
    folder.put("sawt.txt", encoding_rs::WINDOWS_1256.encode("قتل 17 شخصا في قصف سوق كارسا صباح الأحد.\n").0);
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("sawt.txt"));
    desk.assert_says("Encoding");
    check(desk, "the import", size);
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("absent.ron"));
    check(desk, "a notice", size);
    desk.click("Close");
}

/// The details of a mark of each category, and the list.
fn marks(desk: &mut Desk, size: Vec2) {
    let mut seen = Vec::new();
    for _ in 0..16 {
        desk.press(NONE, Key::J);
        let Some(category) = desk.document().session.selected_annotation().map(|mark| mark.category()) else {
            panic!("J selects the next mark")
        };
        if !seen.contains(&category) {
            seen.push(category);
            desk.press(NONE, Key::Enter);
            check(desk, &format!("the details of {}", category.name()), size);
            desk.press(NONE, Key::Escape);
            while desk.focused() != "Article" {
                desk.press(NONE, Key::Escape);
            }
        }
    }
    assert_eq!(seen.len(), 4, "the sample begins with marks of every category");
    desk.press(CTRL_SHIFT, Key::F);
    check(desk, "the list", size);
    desk.write("no annotation has these words");
    check(desk, "the empty list", size);
    desk.press(NONE, Key::Escape);
    desk.press(CTRL, Key::B);
    check(desk, "with or without the left panel", size);
    desk.press(CTRL, Key::B);
    desk.press(CTRL, Key::J);
    check(desk, "with or without the right panel", size);
    desk.press(CTRL, Key::J);
}

fn questions(desk: &mut Desk, folder: &Folder, size: Vec2) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write("sources");
    desk.press(NONE, Key::Enter);
    check(desk, "the table of sources", size);
    desk.press(NONE, Key::Escape);
    for (modifiers, key) in [(CTRL, Key::I), (CTRL, Key::S), (CTRL_SHIFT, Key::P)] {
        desk.press(modifiers, key);
        check(desk, &format!("what {key:?} opens"), size);
        desk.press(NONE, Key::Escape);
    }
    desk.press(CTRL, Key::Home);
    desk.press(CTRL, Key::ArrowDown);
    desk.press(crate::desk::BY_WORD, Key::ArrowRight);
    desk.press(NONE, Key::Num3);
    desk.assert_says("Who marks?");
    check(desk, "the name", size);
    desk.write("Ines Varga");
    desk.press(NONE, Key::Enter);
    finding(desk, size);
    desk.press(CTRL, Key::W);
    check(desk, "the unsaved question", size);
    desk.press(NONE, Key::Escape);
    let name = format!("karsa {}.ron", size.x);
    desk.save_as(&folder.path(&name));
    desk.press(NONE, Key::Num1);
    let theirs = folder.read(&name).replace("Ines Varga", "Osk Behren");
    folder.put(&name, theirs);
    desk.press(CTRL, Key::S);
    desk.assert_says("Another program has changed this project");
    check(desk, "the file that was changed", size);
    desk.press(NONE, Key::Escape);
    folder.put("taken.ron", "");
    desk.save_as(&folder.path("taken.ron"));
    desk.assert_says("Replace this file?");
    check(desk, "the file that is there", size);
    desk.click("Cancel");
    desk.press(NONE, Key::Escape);
}

fn finding(desk: &mut Desk, size: Vec2) {
    desk.press(CTRL, Key::F);
    desk.write("the");
    check(desk, "the find bar", size);
    desk.click("Mark all…");
    desk.assert_says("Mark all hits");
    check(desk, "the list of hits", size);
    desk.press(NONE, Key::Escape);
    desk.click("Regular expression");
    desk.press(CTRL, Key::F);
    desk.write("(");
    desk.assert_says("The expression cannot be read");
    check(desk, "an expression with an error", size);
    desk.click("Close find");
}

fn crash(folder: &Folder, desk: &mut Desk, size: Vec2) {
    desk.settle();
    let after = Desk::start_with(&folder.after_a_crash(), &[], size);
    after.assert_says("Newsmark ended before these were saved");
    check(&after, "what was recovered", size);
}

/// Fails where a button lies outside the window or is too small to be hit.
#[track_caller]
fn check(desk: &Desk, what: &str, size: Vec2) {
    let window = Rect::from_min_size([0.0, 0.0].into(), size);
    for button in desk.harness.query_all_by_role(Role::Button) {
        let (label, rect) = (button.accesskit_node().label(), button.rect());
        let is_row =
            label.as_ref().is_some_and(|label| label.starts_with("Paragraph ") || label.starts_with("Heading"));
        assert!(rect.height() >= 18.0 && rect.width() >= 18.0, "{what} at {size}: {label:?} is {rect:?}");
        // The details are scrolled; their buttons stay between the sides of the window.
        let is_scrolled = label.as_ref().is_some_and(|label| DETAILS.iter().any(|verb| label.starts_with(verb)));
        let is_within =
            if is_scrolled { rect.left() >= 0.0 && rect.right() <= size.x } else { window.contains_rect(rect) };
        assert!(is_row || is_within, "{what} at {size}: {label:?} at {rect:?}");
    }
    let dialogs = desk.harness.query_all_by_role(Role::Dialog);
    let fields = dialogs.flat_map(|dialog| dialog.children_recursive().collect::<Vec<_>>());
    for field in fields.filter(|field| field.accesskit_node().role() == Role::TextInput) {
        let (label, rect) = (field.accesskit_node().label(), field.rect());
        assert!(window.contains_rect(rect), "{what} at {size}: {label:?} at {rect:?}");
    }
}

#[test]
fn all_is_drawn_in_the_light_theme() {
    draws_in(Theme::Light, &Shown::light());
}

#[test]
fn all_is_drawn_in_the_dark_theme() {
    draws_in(Theme::Dark, &Shown::dark());
}

#[test]
fn all_is_drawn_in_high_contrast() {
    draws_in(Theme::HighContrast, &Shown::high_contrast());
}

#[test]
fn all_is_drawn_in_high_contrast_and_dark() {
    draws_in(Theme::HighContrastDark, &Shown::high_contrast_dark());
}
