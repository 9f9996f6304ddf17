//! The next start goes on where the last one ended.

use eframe::egui::{Event, Key, vec2};
use newsmark::store::{Session, Settings, WindowPlace};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE};

/// Saves a project with two marks, selects the second and quits at the foot of the article.
fn work_and_quit(folder: &Folder) {
    let text = format!("{KARSA}\n\n{}", "The market was closed for the day.\n\n".repeat(60));
    folder.put("karsa.txt", text);
    let mut desk = Desk::open(folder, "karsa.txt");
    desk.save_as(&folder.path("karsa.ron"));
    desk.press_times(3, NONE, Key::ArrowDown);
    desk.press(CTRL_SHIFT, Key::ArrowRight);
    desk.press(NONE, Key::Num1);
    desk.press(NONE, Key::ArrowDown);
    desk.press(CTRL_SHIFT, Key::ArrowRight);
    desk.press(NONE, Key::Num2);
    desk.press(CTRL, Key::S);
    desk.press(CTRL, Key::Q);
}

fn settings(folder: &Folder) -> Settings {
    Settings::load(&folder.platform.settings).0
}

#[test]
fn a_start_without_files_opens_the_last_project_at_its_place() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    folder.set(|settings| {
        let session = settings.session.as_mut().unwrap();
        let text_end = session.selection.1;
        session.top = Some((text_end, 40.0));
    });
    let noted = settings(&folder).session.unwrap();
    assert_eq!(noted.project.as_deref(), Some(folder.path("karsa.ron").as_path()));

    let mut desk = Desk::start(&folder);
    assert_eq!(desk.document().path(), folder.path("karsa.ron"));
    let selection = desk.document().session.selection;
    assert_eq!((selection.anchor, selection.head), noted.selection);
    assert_eq!(desk.document().session.selected.map(|id| id.to_string()), noted.mark);
    assert!(noted.mark.is_some());
    assert!(
        desk.document().lock.is_some() && desk.document().journaling.is_some(),
        "it is guarded as one that was opened"
    );

    // The view is where it was: what is noted on the way out again is the same.
    desk.press(CTRL, Key::Q);
    let again = settings(&folder).session.unwrap();
    let (Some(top), Some(before)) = (again.top, noted.top) else { panic!("{again:?}") };
    assert!(top.0 <= before.0 && before.0 - top.0 < 400, "{top:?} and {before:?}");
    assert_eq!(Session { top: None, ..again }, Session { top: None, ..noted });
}

#[test]
fn the_view_at_the_end_of_a_long_article_comes_back() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::End);
    desk.press(CTRL, Key::Q);
    let noted = settings(&folder).session.unwrap();
    let end = noted.selection.0;
    assert!(noted.top.is_some_and(|(byte, _)| byte > end / 2), "{noted:?}");
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::Q);
    assert_eq!(settings(&folder).session.unwrap(), noted);
}

#[test]
fn the_mode_comes_back() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::Num2);
    desk.press(CTRL, Key::Q);
    assert_eq!(settings(&folder).session.unwrap().mode, "Review");
    let mut desk = Desk::start(&folder);
    desk.assert_says("Review");
    desk.press(CTRL, Key::Q);
    assert_eq!(settings(&folder).session.unwrap().mode, "Review");
}

#[test]
fn a_project_that_is_gone_gives_the_start_page_without_a_word() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    std::fs::remove_file(folder.path("karsa.ron")).unwrap();
    let desk = Desk::start(&folder);
    desk.assert_says("Open an article to start");
    assert!(
        !desk.said().iter().any(|said| said.contains("not opened") || said.contains("karsa.ron")),
        "{:?}",
        desk.said()
    );
}

#[test]
fn a_project_that_cannot_be_read_is_told() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    folder.put("karsa.ron", "(version: 1, article");
    let desk = Desk::start(&folder);
    desk.assert_says("Open an article to start");
    desk.assert_says("The project was not opened");
}

#[test]
fn a_place_that_the_text_no_longer_has_is_brought_into_it() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    folder.set(|settings| {
        let session = settings.session.as_mut().unwrap();
        (session.selection, session.top) = ((usize::MAX, 1), Some((usize::MAX, f32::MAX)));
        (session.mark, session.mode) = (Some("no id".to_owned()), "Dancing".to_owned());
    });
    let desk = Desk::start(&folder);
    let open = &desk.document().session;
    assert_eq!(open.selection.anchor, open.project().article().text.len());
    assert_eq!(open.selected, None);
}

#[test]
fn files_that_are_named_are_opened_instead() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    folder.put("other.txt", "Another article.\n");
    let desk = Desk::open(&folder, "other.txt");
    assert_eq!(desk.document().path(), folder.path("other.ron"));
}

#[test]
fn what_a_crash_left_comes_before_the_last_project() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL_SHIFT, Key::ArrowRight);
    desk.press(NONE, Key::Num3);
    let after = folder.after_a_crash();
    let later = Desk::start(&after);
    later.assert_says("Recover");
    assert!(later.window().document().is_none());
}

#[test]
fn whoever_wants_the_start_page_gets_it() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::Comma);
    desk.click("Show the start page");
    desk.click("Done");
    desk.press(CTRL, Key::Q);
    assert_eq!(settings(&folder).session, None);
    let desk = Desk::start(&folder);
    desk.assert_says("Open an article to start");
}

#[test]
fn a_project_that_was_closed_is_not_opened_again() {
    let folder = Folder::of_ines();
    work_and_quit(&folder);
    let mut desk = Desk::start(&folder);
    desk.press(CTRL, Key::W);
    desk.press(CTRL, Key::Q);
    let desk = Desk::start(&folder);
    desk.assert_says("Open an article to start");
}

#[test]
fn the_place_of_the_window_is_noted_when_it_is_left() {
    let folder = Folder::of_ines();
    let mut desk = Desk::start(&folder);
    let at = |x: f32, y: f32, width, height| {
        Some(eframe::egui::Rect::from_min_size(eframe::egui::pos2(x, y), vec2(width, height)))
    };
    let viewport = desk.harness.input_mut().viewports.entry(eframe::egui::ViewportId::ROOT).or_default();
    viewport.native_pixels_per_point = Some(1.0);
    (viewport.outer_rect, viewport.inner_rect) = (at(30.0, 20.0, 1200.0, 730.0), at(30.0, 50.0, 1200.0, 700.0));
    desk.frame(Vec::new());
    let viewport = desk.harness.input_mut().viewports.entry(eframe::egui::ViewportId::ROOT).or_default();
    viewport.focused = Some(false);
    desk.harness.input_mut().focused = false;
    desk.frame(vec![Event::WindowFocused(false)]);
    desk.settle();
    let place = WindowPlace { corner: Some((30, 20)), scale: 1.0, size: (1200.0, 700.0), is_maximized: false };
    assert_eq!(settings(&folder).place, Some(place));
}

#[test]
fn at_200_percent_the_least_window_still_fits_the_screen() {
    let folder = Folder::of_ines();
    folder.set(|settings| settings.ui_scale = 200.0);
    let mut desk = Desk::start(&folder);
    let viewport = desk.harness.input_mut().viewports.entry(eframe::egui::ViewportId::ROOT).or_default();
    // 1920 × 1080 pixels.
    viewport.monitor_size = Some(vec2(960.0, 540.0));
    desk.frame(Vec::new());
    let least = desk.asked.iter().rev().find_map(|asked| match asked {
        eframe::egui::ViewportCommand::MinInnerSize(size) => Some(*size),
        _ => None,
    });
    assert_eq!(least, Some(vec2(800.0, 459.0)));
}
