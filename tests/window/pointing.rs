//! Words of the article as they stand on the screen, and the mouse over them.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "it serves tests, where a failure has to be loud")]

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::accesskit::Role as AccessRole;
use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use newsmark::app::text::{Engine, Place, Role, Style, TextLayout};
use newsmark::model::Direction;

use crate::desk::{Desk, NONE, SHIFT, button};

/// Words of the article as they stand on the screen.
struct Found {
    laid: Arc<TextLayout>,
    origin: Pos2,
    bytes: Range<usize>,
}

impl Desk {
    /// Drags with the mouse from the first of `words` to the last. In brackets stand those that
    /// are meant, where the others are needed to find them: "Nearly [half] of those".
    #[track_caller]
    pub fn drag_over(&mut self, words: &str) {
        self.bring(words);
        let found = self.find(words);
        let (from, to) = (found.start(), found.end());
        self.drag(from, to);
    }

    /// Turns the wheel until words can be seen.
    #[track_caller]
    pub fn bring(&mut self, words: &str) {
        let page = self.harness.get_by_label("Article").rect();
        self.frame(vec![Event::PointerMoved(page.center())]);
        for _ in 0..60 {
            let label = self.paragraph_of(words).1;
            let rect = self.paragraph(&label).map(|node| node.rect());
            if rect.is_some_and(|rect| page.contains_rect(rect)) {
                return;
            }
            let delta = vec2(0.0, -240.0);
            let (unit, phase, source) = (MouseWheelUnit::Point, TouchPhase::Move, MouseWheelSource::Wheel);
            self.frame(vec![Event::MouseWheel { unit, delta, phase, source, modifiers: NONE }]);
            self.settle();
        }
        panic!("“{words}” cannot be brought on the screen");
    }

    /// Drags from place to place.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(NONE, from, to);
    }

    /// Drags over words with these modifiers held.
    #[track_caller]
    pub fn drag_over_with(&mut self, modifiers: Modifiers, words: &str) {
        self.bring(words);
        let found = self.find(words);
        let (from, to) = (found.start(), found.end());
        self.drag_with(modifiers, from, to);
    }

    /// Drags from place to place with these modifiers held.
    pub fn drag_with(&mut self, modifiers: Modifiers, from: Pos2, to: Pos2) {
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(from)]);
        self.frame(vec![button(from, true, modifiers)]);
        self.frame(vec![Event::PointerMoved(from + (to - from) * 0.5)]);
        self.frame(vec![Event::PointerMoved(to)]);
        self.frame(vec![button(to, false, modifiers)]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
        self.wait();
    }

    /// Presses the mouse button and holds it.
    pub fn press_button(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
        self.frame(vec![button(at, true, NONE)]);
    }

    /// Moves the mouse there.
    pub fn point_at(&mut self, at: Pos2) {
        self.frame(vec![Event::PointerMoved(at)]);
    }

    /// Lets the mouse button go.
    pub fn release_button(&mut self, at: Pos2) {
        self.frame(vec![button(at, false, NONE)]);
        self.settle();
    }

    /// The middle of the handle of that name; of a split mark, of its first words.
    #[track_caller]
    pub fn handle(&self, name: &str) -> Pos2 {
        self.harness.query_all_by_label(name).next().unwrap_or_else(|| panic!("no “{name}”")).rect().center()
    }

    /// Just within the last letter of words, on the side where it ends.
    #[track_caller]
    pub fn end_of(&self, words: &str) -> Pos2 {
        self.find(words).end()
    }

    /// Clicks so many times on the first of `words`, fast.
    #[track_caller]
    pub fn click_words(&mut self, n_times: usize, words: &str) {
        self.click_words_with(NONE, n_times, words);
    }

    /// Clicks so many times on the first of `words`, fast, with these modifiers held.
    #[track_caller]
    pub fn click_words_with(&mut self, modifiers: Modifiers, n_times: usize, words: &str) {
        self.bring(words);
        let at = self.rects(words)[0].center();
        self.frame(vec![Event::ModifiersChanged(modifiers), Event::PointerMoved(at)]);
        for _ in 0..n_times {
            self.frame(vec![button(at, true, modifiers)]);
            self.frame(vec![button(at, false, modifiers)]);
        }
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
        self.wait();
    }

    /// Clicks on the end of `words` with Shift held.
    #[track_caller]
    pub fn shift_click_after(&mut self, words: &str) {
        let at = self.find(words).end();
        self.frame(vec![Event::PointerMoved(at), Event::ModifiersChanged(SHIFT)]);
        self.frame(vec![button(at, true, SHIFT)]);
        self.frame(vec![button(at, false, SHIFT)]);
        self.frame(vec![Event::ModifiersChanged(NONE)]);
        self.settle();
    }

    /// Where words stand in the window, a rectangle for each stretch.
    #[track_caller]
    pub fn rects(&self, words: &str) -> Vec<Rect> {
        let Found { laid, origin, bytes } = self.find(words);
        laid.rects(bytes).into_iter().map(|(_, rect)| rect.translate(origin.to_vec2())).collect()
    }

    /// The bytes of words in their paragraph, and the paragraph's words.
    #[track_caller]
    fn paragraph_of(&self, words: &str) -> (Range<usize>, String) {
        let text = &self.project().article().text;
        let plain = words.replace(['[', ']'], "");
        let start = text.find(&plain).unwrap_or_else(|| panic!("“{plain}” is not in the article"));
        assert_eq!(text.matches(&plain).count(), 1, "“{plain}” is there more than once");
        let (from, to) = (words.find('[').unwrap_or(0), words.find(']').map_or(plain.len(), |at| at - 1));
        let paragraph = text.paragraphs()[text.paragraph_at(start)];
        let bytes = start - paragraph.start + from..start - paragraph.start + to;
        (bytes, text[paragraph.start..paragraph.end].to_owned())
    }

    /// The paragraph or heading of the article that says just these words, where it is on the screen.
    pub fn paragraph<'a>(&'a self, words: &'a str) -> Option<Node<'a>> {
        let mut all = self.harness.query_all_by_label(words);
        let is_text = |role| matches!(role, AccessRole::Paragraph | AccessRole::Heading);
        all.rfind(|node| is_text(node.accesskit_node().role()))
    }

    #[track_caller]
    fn find(&self, words: &str) -> Found {
        let (bytes, label) = self.paragraph_of(words);
        let label = label.as_str();
        let rect = self.paragraph(label).expect("the paragraph is on the screen").rect();
        let engine = Engine::of(&self.harness.ctx);
        let lay = |role| engine.layout(label, Style::new(role).at_reading_size(18.0), Direction::Auto, Some(596.0));
        let laid = [Role::Article, Role::Heading, Role::Headline].map(lay);
        let laid = laid.into_iter().find(|laid| (laid.size() - rect.size()).length() < 1.0);
        Found { laid: laid.expect("the paragraph is set as expected"), origin: rect.min, bytes }
    }
}

impl Found {
    /// Just within the first letter, on the side where it begins.
    fn start(&self) -> Pos2 {
        let first = self.laid.text()[self.bytes.clone()].chars().next().map_or(0, char::len_utf8);
        self.within(self.bytes.start..self.bytes.start + first, Place::before(self.bytes.start))
    }

    /// Just within the last letter, on the side where it ends.
    fn end(&self) -> Pos2 {
        let last = self.laid.text()[self.bytes.clone()].chars().next_back().map_or(0, char::len_utf8);
        self.within(self.bytes.end - last..self.bytes.end, Place::after(self.bytes.end))
    }

    fn within(&self, letter: Range<usize>, edge: Place) -> Pos2 {
        let caret = self.laid.caret(edge).center();
        let middle = self.laid.rects(letter).first().map_or(caret, |(_, rect)| rect.center());
        caret + vec2((middle.x - caret.x).clamp(-1.0, 1.0), 0.0) + self.origin.to_vec2()
    }
}
