//! How the article is set to be read.

use eframe::egui::{Event, Key, MouseWheelSource, MouseWheelUnit, Rect, TouchPhase, vec2};
use egui_kittest::kittest::Queryable;
use newsmark::store::{ArticleFace, Measure, Settings, Spacing};

use crate::desk::{CTRL, CTRL_SHIFT, Desk, Folder, KARSA, NONE, SAWT};

fn document(article: &str) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("article.txt", article);
    let desk = Desk::open(&folder, "article.txt");
    (folder, desk)
}

fn kept(folder: &Folder) -> Settings {
    Settings::load(&folder.platform.settings).0
}

/// Does what the palette lists under these words.
fn ask(desk: &mut Desk, words: &str) {
    desk.press(CTRL_SHIFT, Key::P);
    desk.write_and_enter(words);
    desk.settle();
}

/// Where the paragraph that begins so stands.
fn paragraph(desk: &Desk, start: &str) -> Rect {
    let text = &desk.project().article().text;
    let found = text.paragraphs()[text.paragraph_at(text.find(start).unwrap_or_default())];
    desk.paragraph(&text[found.start..found.end]).map_or(Rect::NOTHING, |node| node.rect())
}

#[test]
fn what_is_chosen_in_the_settings_is_seen_at_once_and_kept() {
    let (folder, mut desk) = document(KARSA);
    let before = paragraph(&desk, "Shells struck");
    desk.press(CTRL, Key::Comma);
    for choice in ["Sans", "Narrow", "Airy", "Hidden", "Size of the article’s text: more"] {
        desk.click(choice);
    }
    assert_eq!(kept(&folder).measure, Measure::Narrow);
    desk.assert_says("19 points");
    desk.click("Done");
    let after = paragraph(&desk, "Shells struck");
    assert!(after.width() < before.width() && after.height() > before.height(), "{before} {after}");
    let settings = kept(&folder);
    assert_eq!((settings.face, settings.spacing), (ArticleFace::Sans, Spacing::Airy));
    assert_eq!((settings.reading_size, settings.paragraph_numbers), (19.0, false));
}

#[test]
fn lines_stand_further_apart_in_every_script() {
    for (article, start, line) in [(KARSA, "Shells struck", 30.0), (SAWT, "قال", 38.0)] {
        let (folder, mut desk) = document(article);
        let usual = paragraph(&desk, start).height();
        let n_lines = (usual / line).round();
        ask(&mut desk, "line spacing airy");
        let airy = paragraph(&desk, start).height();
        assert!((airy - n_lines * (line * 1.2).round()).abs() < 1.0, "{usual} became {airy}");
        ask(&mut desk, "line spacing compact");
        assert!(paragraph(&desk, start).height() < usual);
        assert_eq!(kept(&folder).spacing, Spacing::Compact);
    }
}

#[test]
fn the_reader_stays_at_the_same_paragraph_when_the_text_is_set_otherwise() {
    let (_folder, mut desk) = document(KARSA);
    let words = "Two rescuers were among";
    desk.bring(words);
    let page = desk.harness.get_by_label("Article").rect();
    for choice in ["lines narrow", "line spacing airy", "lines wide", "article face sans", "paragraph numbers"] {
        ask(&mut desk, choice);
        assert!(paragraph(&desk, words).intersects(page), "{choice}");
    }
}

#[test]
fn the_wheel_with_ctrl_sets_the_size_a_step_a_notch() {
    let (folder, mut desk) = document(KARSA);
    let at = desk.harness.get_by_label("Article").rect().center();
    let top = paragraph(&desk, "Shells struck").top();
    for (lines, size) in [(1.0, 19.0), (1.0, 20.0), (-1.0, 19.0)] {
        desk.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(CTRL)]);
        let (unit, phase, source) = (MouseWheelUnit::Line, TouchPhase::Move, MouseWheelSource::Wheel);
        desk.frame(vec![Event::MouseWheel { unit, delta: vec2(0.0, lines), phase, source, modifiers: CTRL }]);
        desk.settle();
        desk.frame(vec![Event::ModifiersChanged(NONE)]);
        desk.settle();
        assert_eq!(kept(&folder).reading_size, size);
    }
    assert!((paragraph(&desk, "Shells struck").top() - top).abs() < 20.0, "it does not scroll as well");
}
