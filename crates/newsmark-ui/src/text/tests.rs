use std::collections::HashSet;
use std::sync::Arc;

use egui::{Context, pos2};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::Direction;
use super::{Affinity, Engine, Place, Role, TextLayout};

const ARABIC: &str = "قُتل ما لا يقل عن 46 شخصًا وأُصيب العشرات";
const MIXED: &str = "The office (مديرية الصحة في كارسا) counted 46 dead, é\u{301} 👨‍👩‍👧 نحو 4,300 شخص fled";

fn engine() -> Engine {
    Engine::of(&Context::default())
}

fn lay(text: &str, width: Option<f32>) -> Arc<TextLayout> {
    engine().layout(text, Role::Article, Direction::Auto, width)
}

/// The graphemes of a line from left to right.
fn seen(laid: &TextLayout, line: usize) -> String {
    laid.cells[laid.lines[line].cells.clone()].iter().map(|cell| &laid.text[cell.start..cell.end]).collect()
}

fn under(laid: &TextLayout, words: &str) -> Vec<(usize, egui::Rect)> {
    let start = laid.text().find(words).unwrap();
    laid.rects(start..start + words.len())
}

#[test]
fn figures_in_an_arabic_sentence_read_forwards() {
    let laid = lay(ARABIC, None);
    assert!(laid.is_rtl());
    assert!(seen(&laid, 0).contains("46"), "{}", seen(&laid, 0));
    let four = laid.rects(ARABIC.find('4').unwrap()..ARABIC.find('6').unwrap());
    let six = laid.rects(ARABIC.find('6').unwrap()..ARABIC.find('6').unwrap() + 1);
    assert!(four[0].1.right() <= six[0].1.left() + 0.01);
    let first_word = under(&laid, "قُتل")[0].1;
    assert!((first_word.right() - laid.words_rect().right()).abs() < 0.01, "the first word stands on the right");
}

#[test]
fn a_range_across_a_change_of_direction_covers_its_words_and_no_others() {
    let laid = lay("The office مديرية الصحة counted", None);
    let text = laid.text();
    let range = text.find("office").unwrap()..text.find(" الصحة").unwrap();
    let rects = laid.rects(range.clone());
    assert_eq!(rects.len(), 2, "English on the left, the Arabic word on the right of its phrase");
    for cell in &laid.cells {
        let middle = pos2((cell.left + cell.right) / 2.0, 5.0);
        let covered = rects.iter().any(|(_, rect)| rect.contains(middle));
        assert_eq!(covered, range.contains(&cell.start), "{}", &text[cell.start..cell.end]);
    }
}

#[test]
fn hitting_a_caret_gives_its_place_back_for_every_grapheme() {
    for width in [None, Some(160.0)] {
        let laid = lay(MIXED, width);
        for (start, grapheme) in MIXED.grapheme_indices(true) {
            for place in [Place::before(start), Place::after(start + grapheme.len())] {
                let caret = laid.caret(place);
                let rect = laid.rects(start..start + grapheme.len());
                // The space at which a line was broken shows no caret of its own.
                let Some((_, rect)) = rect.first() else { continue };
                let inwards = if caret.left() < rect.center().x { 0.1 } else { -0.1 };
                let hit = laid.hit(pos2(caret.left() + inwards, caret.center().y));
                assert_eq!(hit, place, "{grapheme:?}");
            }
        }
    }
}

#[test]
fn a_grapheme_is_never_divided() {
    let laid = lay(MIXED, Some(120.0));
    let starts: HashSet<usize> = MIXED.grapheme_indices(true).map(|(at, _)| at).collect();
    assert_eq!(laid.cells.len(), starts.len());
    assert!(laid.cells.iter().all(|cell| starts.contains(&cell.start)));
}

/// Every place that steps lead to, with the last one.
fn walk(start: Place, step: impl Fn(Place) -> Option<Place>) -> Vec<Place> {
    let mut places = vec![start];
    let mut place = start;
    while let Some(next) = step(place) {
        assert!(!places.contains(&next), "came back to {next:?} after {} steps", places.len());
        places.push(next);
        place = next;
    }
    places
}

#[test]
fn walking_on_the_screen_reaches_the_other_end_and_sees_every_grapheme() {
    for (text, width) in [(MIXED, None), (MIXED, Some(140.0)), (ARABIC, None), (ARABIC, Some(90.0)), ("", None)] {
        let laid = lay(text, width);
        let rtl = laid.is_rtl();
        let ahead = |place: Place| if rtl { laid.left(place) } else { laid.right(place) };
        let back = |place: Place| if rtl { laid.right(place) } else { laid.left(place) };
        let there = walk(laid.start(), ahead);
        let bytes: HashSet<usize> = there.iter().map(|place| place.byte).collect();
        assert!(bytes.contains(&text.len()) && bytes.contains(&0), "{bytes:?}");
        assert!(there.len() > text.graphemes(true).count() * 9 / 10, "{} steps", there.len());
        let home = walk(*there.last().unwrap(), back);
        assert_eq!(home.last().unwrap().byte, 0);
    }
}

#[test]
fn walking_by_words_ends_at_both_ends_without_a_loop() {
    for (text, width) in [(MIXED, None), (MIXED, Some(140.0)), (ARABIC, Some(90.0))] {
        let laid = lay(text, width);
        let right = walk(if laid.is_rtl() { laid.end() } else { laid.start() }, |place| laid.word_right(place));
        let words = text.unicode_words().count();
        assert!(right.len() >= words && right.len() <= words + 4, "{} stops for {words} words", right.len());
        walk(*right.last().unwrap(), |place| laid.word_left(place));
    }
}

#[test]
fn words_are_stopped_at_behind_them() {
    let laid = lay("at least 12 قتيلا, they said", None);
    let stops: Vec<usize> = walk(laid.start(), |place| laid.word_right(place)).iter().map(|p| p.byte).collect();
    let text = laid.text();
    let (word, after) = (text.find('ق').unwrap(), text.find(',').unwrap());
    assert_eq!(stops, [0, 2, 8, 11, word, after + 6, text.len()]);
    assert_eq!(laid.word_at(word + 2), word..after);
}

#[test]
fn a_wrapped_line_is_left_for_the_next_without_standing_still() {
    let laid = lay("one two three four five six seven", Some(90.0));
    assert!(laid.lines().len() > 2);
    let end = laid.line_end(Place::before(0));
    assert_eq!(end.affinity, Affinity::Upstream);
    assert_eq!(laid.line_of(end), 0);
    let next = laid.right(end).unwrap();
    assert_eq!((laid.line_of(next), next.byte), (1, end.byte + 1));
    let below = laid.below(Place::before(0), 0.0).unwrap();
    assert_eq!(below, laid.line_start(below));
    assert_eq!(laid.above(below, 0.0), Some(Place::before(0)));
    assert_eq!(laid.above(Place::before(0), 0.0), None);
}

#[test]
fn line_breaks_part_paragraphs_with_their_own_directions() {
    let laid = lay("One\nقتل\r\n\nend", Some(300.0));
    let lines: Vec<(&str, bool)> =
        laid.lines().iter().map(|line| (&laid.text()[line.bytes.clone()], line.rtl)).collect();
    assert_eq!(lines, [("One", false), ("قتل", true), ("", false), ("end", false)]);
    assert!(laid.lines()[1].right > 299.0);
    assert_eq!(laid.paragraph_at(5), 4..10);
    let below = laid.below(Place::before(0), 0.0).unwrap();
    assert_eq!(laid.line_of(below), 1);
    let edges = [4, 4, 1, 4];
    assert_eq!(walk(laid.start(), |place| laid.right(place)).len(), edges.iter().sum::<usize>());
}

#[test]
fn every_line_of_a_paragraph_is_as_tall_as_its_script_asks() {
    let tall = |text: &str| {
        let laid = lay(text, Some(200.0));
        let heights: HashSet<u32> = laid.lines().iter().map(|line| (line.bottom - line.top) as u32).collect();
        assert_eq!(heights.len(), 1, "{text}");
        laid.lines()[0].bottom
    };
    assert_eq!(tall(MIXED), 30.0);
    assert_eq!(tall(ARABIC), 38.0);
}

#[test]
fn a_long_paragraph_keeps_one_direction_and_loses_no_letter() {
    let text = format!("{} and the end", "قصف kill ".repeat(6000));
    let laid = lay(&text, Some(600.0));
    assert!(laid.lines().iter().all(|line| line.rtl));
    assert_eq!(laid.lines()[0].bytes.start, 0);
    assert!(laid.lines().windows(2).all(|pair| pair[0].bytes.end == pair[1].bytes.start));
    assert_eq!(laid.lines().last().unwrap().bytes.end, text.len());
}

#[test]
fn what_does_not_fit_is_cut_at_a_space() {
    let engine = engine();
    let text = "the deadliest attack in the Sarn valley";
    for width in 30..300 {
        let laid = engine.layout_elided(text, Role::Words, Direction::Auto, width as f32, 1);
        assert_eq!(laid.lines().len(), 1);
        if let Some(kept) = laid.text().strip_suffix(" …") {
            assert!(laid.is_elided() && text.starts_with(kept) && text[kept.len()..].starts_with(' '));
        } else if laid.is_elided() {
            assert!(laid.text().len() < "the …".len(), "only a first word that is too wide is cut: {}", laid.text());
        }
        assert!(laid.words_rect().right() <= width as f32 + 0.5);
    }
    assert!(!engine.layout_elided(text, Role::Words, Direction::Auto, 400.0, 1).is_elided());
    let two = engine.layout_elided(text, Role::Words, Direction::Auto, 100.0, 2);
    assert_eq!((two.lines().len(), two.is_elided()), (2, true));
}

#[test]
fn one_address_without_spaces_is_cut_between_letters() {
    let laid = engine().layout_elided("https://example.org/a/very/long/path", Role::Words, Direction::Auto, 90.0, 1);
    assert!(laid.is_elided() && laid.text().ends_with('…') && laid.text().starts_with("https"), "{}", laid.text());
}

#[test]
fn the_same_request_is_laid_out_once() {
    let engine = engine();
    let first = engine.layout(MIXED, Role::Article, Direction::Auto, Some(300.0));
    assert!(Arc::ptr_eq(&first, &engine.layout(MIXED, Role::Article, Direction::Auto, Some(300.0))));
    assert!(!Arc::ptr_eq(&first, &engine.layout(MIXED, Role::Article, Direction::Auto, Some(301.0))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn lines_of_another_width_are_as_if_there_had_been_no_other(
        text in "[a-c .,46٤قتلשα😀🇺🇳\u{301}\u{378}\u{200D}\u{202B}\t\n]{0,60}",
        widths in prop::collection::vec(prop::option::of(20.0_f32..200.0), 2..4),
    ) {
        let engine = engine();
        for width in widths {
            let laid = engine.layout(&text, Role::Article, Direction::Auto, width);
            let fresh = lay(&text, width);
            prop_assert_eq!(&laid.lines, &fresh.lines);
            prop_assert_eq!(&laid.cells, &fresh.cells);
            prop_assert_eq!(format!("{:?}", laid.glyphs), format!("{:?}", fresh.glyphs));
        }
    }

    #[test]
    fn any_text_is_laid_out_whole_and_walked_through_without_a_loop(
        text in "[a-c .,46٤قتلשα😀🇺🇳\u{301}\u{64B}\u{200D}\u{200F}\u{202B}\u{2067}\u{2069}\u{1}\t\n\r\u{2029}]{0,60}",
        width in prop::option::of(20.0_f32..200.0),
    ) {
        let laid = lay(&text, width);
        let mut covered: Vec<_> = laid.cells.iter().map(|cell| (cell.start, cell.end)).collect();
        covered.sort_unstable();
        prop_assert!(covered.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{covered:?}");
        let breaks = |c: char| matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        for (at, c) in text.char_indices().filter(|&(_, c)| !breaks(c)) {
            prop_assert!(covered.iter().any(|&(start, end)| (start..end).contains(&at)), "{c:?} is lost");
        }
        let far_left = walk(laid.start(), |place| laid.left(place));
        let right = walk(*far_left.last().unwrap(), |place| laid.right(place));
        walk(*right.last().unwrap(), |place| laid.left(place));
        walk(*far_left.last().unwrap(), |place| laid.word_right(place));
        for place in right {
            let caret = laid.caret(place);
            prop_assert!(caret.left() >= 0.0 && caret.bottom() <= laid.size().y);
            prop_assert!(laid.below(place, 10.0).is_none_or(|below| laid.line_of(below) > laid.line_of(place)));
        }
    }
}

/// Text that nobody writes on purpose, and that comes all the same.
fn odd() -> Vec<(&'static str, String)> {
    let of = |name, text: &str| (name, text.to_owned());
    vec![
        of("zero width", "zero\u{200B}width \u{FEFF}no break\u{2060}joined \u{200D}joiner so\u{AD}ft"),
        of("direction marks", "a \u{202E}never closed \u{2067}twice \u{200F} b\u{2069}\u{2069} c\u{202C}"),
        of("only marks", "\u{200E}\u{200F}\u{202A}\u{2066}"),
        of("Arabic with marks", "قُتل \u{200E}46\u{200F} شخصًا \u{202D}12\u{202C} و\u{200C}ما"),
        of("marks on one letter", &format!("e{} after", "\u{301}".repeat(10_000))),
        of("marks of all sorts", &format!("a{} b", "\u{301}\u{651}\u{20DD}\u{1D165}".repeat(900))),
        of("marks on nothing", &format!("{} after", "\u{301}".repeat(300))),
        of("tabs", "\tone\ttwo\t\tthree\t"),
        of("line separator", "one\u{2028}two\u{2028}"),
        of("control characters", "a\0b\u{1}c\u{1B}[0md\u{7F}e\u{9B}f\u{B}g\u{C}h\u{85}i"),
        of("private use", "a\u{E000}b\u{F8FF}c\u{10FFFD}d"),
        of("unassigned", "a\u{378}b\u{1FFFE}c\u{E0080}d\u{FFFF}e"),
        of("no face", "ᚠᚢᚦ 漢字 𐏃𐎠 नमस्ते"),
        of("emoji", "👨‍👩‍👧👍🏽🇫🇷🏴\u{E0067}\u{E0062}\u{E007F} 1️⃣"),
        of("one word", &"x".repeat(15_000)),
        of("jamo", &format!("{}ᅡ 가", "ᄀ".repeat(400))),
    ]
}

#[test]
fn every_grapheme_of_odd_text_has_a_place_of_its_own() {
    for (name, text) in odd() {
        for width in [None, Some(300.0)] {
            let laid = lay(&text, width);
            let mut cells: Vec<_> = laid.cells.iter().map(|cell| cell.start..cell.end).collect();
            cells.sort_by_key(|cell| cell.start);
            let graphemes = text.grapheme_indices(true).filter(|(_, grapheme)| *grapheme != "\u{2028}");
            let expected: Vec<_> = graphemes.map(|(at, grapheme)| at..at + grapheme.len()).collect();
            assert_eq!(cells, expected, "{name} {width:?}");
        }
    }
}

#[test]
fn what_has_no_width_is_seen_where_it_is_selected() {
    let text = "zero\u{200B}width and \u{202E}\u{2060}none";
    let laid = lay(text, None);
    assert_eq!(laid.hairlines(0..text.len(), 0..1).len(), 3);
    let space = text.find('\u{200B}').unwrap();
    let hairlines = laid.hairlines(space..space + 3, 0..1);
    assert_eq!(hairlines.len(), 1);
    assert_eq!(hairlines[0].center().x, laid.caret(Place::before(space)).center().x);
}

#[test]
fn a_tab_is_wider_than_a_space() {
    let text = "a\tb c";
    let laid = lay(text, None);
    let width = |at: usize| laid.rects(at..at + 1)[0].1.width();
    assert!(width(1) > 3.0 * width(3), "{} and {}", width(1), width(3));
}

#[test]
fn marks_heaped_on_one_letter_stay_one_grapheme_and_are_not_all_drawn() {
    let laid = lay(&format!("e{} after", "\u{301}".repeat(10_000)), Some(300.0));
    assert_eq!(laid.cells.len(), 7);
    let plain = laid.glyphs.iter().filter(|glyph| glyph.id == laid.glyphs[1].id).count();
    assert!(plain < 40, "{plain} marks are drawn");
    assert_eq!(laid.lines.iter().filter(|line| line.bytes.is_empty()).count(), 0, "no line is empty");
    let of_marks = lay("e\u{301}", None);
    assert!((laid.cells[0].right - of_marks.cells[0].right).abs() < 0.1);
}
