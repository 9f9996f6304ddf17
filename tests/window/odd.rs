//! Text that nobody writes on purpose, and that comes all the same: shown, walked through, selected, marked and saved.
#![allow(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use std::collections::BTreeSet;

use eframe::egui::{Event, Key};
use newsmark::model::{Annotation, AnnotationId, Article, Card, Category, Person, Project, ProjectParts, Span, Text};
use newsmark::store::Printed;
use unicode_segmentation::UnicodeSegmentation;

use crate::desk::{BY_WORD, CTRL, Desk, Folder, NONE, SHIFT};

/// A paragraph each, one with so many marks on a letter; words stand at both ends, for white space there is no part
/// of a mark.
fn odd(heap: usize) -> Vec<String> {
    let of = str::to_owned;
    vec![
        of("Zero\u{200B}width \u{FEFF}no break\u{2060}joined \u{200D}joiner so\u{AD}ft end of it."),
        of("Tab\tand\ttab\t\tend of it."),
        of("Line\u{2028}separator\u{2028}end of it."),
        of("Null\0and\u{1}bell\u{7}escape\u{1B}delete\u{7F}next\u{85}line end of it."),
        of("Private\u{E000}use\u{F8FF}and\u{10FFFD}end of it."),
        of("Unassigned\u{378}and\u{1FFFE}and\u{E0080}and\u{FFFF}end of it."),
        of("Runes ᚠᚢᚦ, signs 漢字, wedges 𐏃𐎠 and नमस्ते end of it."),
        of("Family 👨‍👩‍👧 thumb 👍🏽 flag 🇫🇷 keycap 1️⃣ end of it."),
        format!("Heap e{} end of it.", "\u{301}".repeat(heap)),
        format!("Sorts a{} end of it.", "\u{301}\u{651}\u{20DD}\u{1D165}".repeat(50)),
    ]
}

/// Paragraphs in which what is seen is in another order than what is read.
const TURNED: [&str; 3] = [
    "Never \u{202E}closed \u{2067}twice\u{200F} end of it.",
    "Closed\u{2069}\u{2069}\u{202C} without opening \u{200E}\u{200F} end of it.",
    "Left قُتل \u{200E}46\u{200F} شخصًا \u{202D}12 end of it.",
];

fn project(text: String, spans: impl IntoIterator<Item = (usize, usize)>) -> Project {
    let annotations = spans.into_iter().enumerate().map(|(index, (start, end))| {
        let (span, author) = (Span::new(start, end).unwrap(), Person::new("Ines Varga").unwrap());
        Annotation::draft(AnnotationId::from_u64(index as u64 + 1), span, Category::ALL[index % 4], author)
    });
    let article = Article { text: Text::new(text), card: Card::default() };
    Project::from_parts(ProjectParts { annotations: annotations.collect(), ..ProjectParts::of(article) }).unwrap()
}

fn open(project: &Project) -> (Folder, Desk) {
    let folder = Folder::of_ines();
    folder.put("odd.ron", Printed::of(project).as_bytes());
    let desk = Desk::open(&folder, "odd.ron");
    assert_eq!(desk.project().article().text, project.article().text);
    (folder, desk)
}

/// Saves, and fails unless another window finds the same.
#[track_caller]
fn save_and_compare(folder: &Folder, mut desk: Desk) {
    desk.press(CTRL, Key::S);
    let places = |desk: &Desk| {
        let of = |annotation: &Annotation| (annotation.id, annotation.spans.clone(), annotation.details.clone());
        desk.project().annotations().iter().map(|annotation| of(annotation)).collect::<Vec<_>>()
    };
    let (text, before) = (desk.project().article().text.clone(), places(&desk));
    assert!(!desk.document().is_dirty());
    drop(desk);
    let again = Desk::open(folder, "odd.ron");
    assert_eq!(again.project().article().text, text);
    assert!(places(&again) == before, "the marks are not as they were");
    assert!(again.project().unplaced().is_empty());
}

/// The places at which the caret stops when a key is pressed again and again.
fn stops(desk: &mut Desk, key: Key, most: usize) -> Vec<usize> {
    let mut selection = desk.document().session.selection;
    let mut stops = vec![selection.head];
    loop {
        let event = |pressed| Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: NONE };
        desk.frame(vec![event(true), event(false)]);
        assert!(stops.len() < most, "the caret does not come to an end");
        let before = std::mem::replace(&mut selection, desk.document().session.selection);
        if before == selection {
            return stops;
        }
        stops.push(selection.head);
    }
}

#[test]
fn the_caret_stops_at_every_grapheme_of_odd_text() {
    let text = odd(10_000).join("\n");
    let (_folder, mut desk) = open(&project(text.clone(), []));
    desk.press(CTRL, Key::Home);
    let graphemes = text.graphemes(true).count();
    let seen: BTreeSet<usize> = stops(&mut desk, Key::ArrowRight, 2 * graphemes).into_iter().collect();
    let wanted = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
    let missed: Vec<usize> = wanted.filter(|at| !seen.contains(at)).collect();
    assert!(missed.is_empty(), "{:?}", missed.iter().map(|at| &text[at - 1..*at]).collect::<Vec<_>>());
    assert_eq!(seen.len(), graphemes + 1, "the caret stops nowhere else");
}

#[test]
fn the_caret_gets_through_text_whose_direction_marks_are_unpaired() {
    let text = TURNED.join("\n");
    let (_folder, mut desk) = open(&project(text.clone(), []));
    desk.press(CTRL, Key::Home);
    let graphemes = text.graphemes(true).count();
    let seen = stops(&mut desk, Key::ArrowRight, 2 * graphemes);
    assert!(seen.len() > graphemes - TURNED.len() * 3, "{} stops for {graphemes}", seen.len());
    desk.press(CTRL, Key::Home);
    let lines = stops(&mut desk, Key::ArrowDown, 20);
    assert_eq!(lines.len(), TURNED.len());
    desk.press(CTRL, Key::End);
    assert_eq!(stops(&mut desk, Key::ArrowLeft, 2 * graphemes).last(), Some(&0));
}

#[test]
fn odd_text_is_selected_by_mouse_marked_and_saved() {
    let mut paragraphs = odd(1000);
    paragraphs.extend(TURNED.map(str::to_owned));
    let (folder, mut desk) = open(&project(paragraphs.join("\n"), []));
    for (n, words) in odd(1000).iter().enumerate() {
        desk.drag_over(words);
        assert_eq!(desk.selected_words(), words);
        desk.press(NONE, [Key::Num1, Key::Num2, Key::Num3, Key::Num4][n % 4]);
        assert!(desk.selected().contains(words.as_str()), "{words}");
    }
    for words in TURNED {
        let first: String = words.chars().take_while(|letter| *letter != ' ').collect();
        desk.bring(words);
        desk.click_words(3, words);
        assert_eq!(desk.selected_words(), words);
        desk.press(NONE, Key::Num4);
        assert!(desk.selected().contains(&first), "{words}");
    }
    save_and_compare(&folder, desk);
}

#[test]
fn a_mark_may_hold_the_whole_of_an_odd_article() {
    let text = [odd(10_000).join("\n"), TURNED.join("\n")].join("\n\n");
    let (folder, mut desk) = open(&project(text.clone(), []));
    desk.press(CTRL, Key::A);
    desk.press(NONE, Key::Num3);
    desk.press(NONE, Key::PageDown);
    desk.press(CTRL, Key::End);
    let marked: Vec<Span> = desk.project().annotations().iter().flat_map(|mark| mark.spans.iter()).collect();
    assert_eq!(marked, [Span::new(0, text.len()).unwrap()]);
    save_and_compare(&folder, desk);
}

#[test]
fn a_word_of_a_megabyte_is_walked_selected_and_marked() {
    let word = "Endless".repeat(150_000);
    let (folder, mut desk) = open(&project(format!("Before.\n{word}\nAfter it."), []));
    desk.press(CTRL, Key::ArrowDown);
    desk.press(NONE, Key::ArrowRight);
    assert_eq!(desk.document().session.selection.head, 9);
    desk.press(NONE, Key::PageDown);
    desk.press(SHIFT, Key::End);
    assert!(desk.selected_words().len() > 20 && desk.selected_words().len() < 200);
    desk.press(NONE, Key::Num1);
    desk.press(BY_WORD, Key::ArrowRight);
    desk.press(CTRL, Key::End);
    desk.press(SHIFT, Key::Home);
    desk.press(SHIFT, Key::ArrowUp);
    desk.press(SHIFT, Key::ArrowUp);
    assert!(desk.selected_words().contains("less\nAfter"), "{}", desk.selected_words());
    desk.press(NONE, Key::Num2);
    desk.press(CTRL, Key::A);
    desk.press(NONE, Key::Num3);
    assert_eq!(desk.marks().len(), 3);
    save_and_compare(&folder, desk);
}

#[test]
fn a_hundred_thousand_marks_on_one_paragraph_are_shown_and_saved() {
    let text = "Shells struck a crowded market in Karsa on Sunday morning, killing at least 12 people.\nAfter it.";
    let spans = (0..100_000).map(|n| {
        let start = n * 7 % 80;
        (start, start + 1 + n % (86 - start))
    });
    let (folder, mut desk) = open(&project(text.to_owned(), spans));
    let n_marks = |desk: &Desk| desk.project().annotations().len();
    assert_eq!(n_marks(&desk), 100_000);
    assert!(desk.has("Overview of 100000 marks"));
    desk.drag_over("crowded market");
    desk.press(NONE, Key::Num3);
    assert_eq!(n_marks(&desk), 100_001);
    desk.press(NONE, Key::J);
    desk.press(NONE, Key::Delete);
    assert_eq!(n_marks(&desk), 100_000);
    save_and_compare(&folder, desk);
}
