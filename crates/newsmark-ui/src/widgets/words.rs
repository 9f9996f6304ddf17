use std::sync::Arc;

use egui::{Align2, Color32, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::tip_sentence;
use crate::text::{Direction, Engine, Style, TextLayout, quotations_isolated};
use crate::theme::Face;

/// The program's own words in one face, size and colour. They run from left to right, whatever runs the other way
/// within them: a name, a file, words of an article.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    text: &'a str,
    face: Face,
    size: f32,
    ink: Color32,
}

/// Words that are laid out: to be measured, and painted.
pub struct LaidWords {
    laid: Arc<TextLayout>,
    ink: Color32,
}

impl<'a> Words<'a> {
    /// Regular words of 13 points.
    pub fn new(text: &'a str, ink: Color32) -> Words<'a> {
        Words { text, face: Face::Regular, size: Face::BODY, ink }
    }

    /// In another face.
    pub fn face(self, face: Face) -> Words<'a> {
        Words { face, ..self }
    }

    /// In another size, in whole points.
    pub fn size(self, size: f32) -> Words<'a> {
        Words { size, ..self }
    }

    /// One line, as long as it gets.
    pub fn line(&self, painter: &Painter) -> LaidWords {
        self.laid(Engine::of(painter.ctx()).layout(
            &quotations_isolated(self.text),
            self.style(),
            Direction::LeftToRight,
            None,
        ))
    }

    /// One line of at most `width` points, cut at a space and ended by " …". Only a first word that is too wide by
    /// itself is cut inside, as nothing of it would be left.
    pub fn line_within(&self, painter: &Painter, width: f32) -> LaidWords {
        let whole = self.line(painter);
        // Room that was rounded to pixels holds what it was made for.
        if whole.size().x <= width + 0.5 && whole.laid.lines().len() == 1 {
            return whole;
        }
        let engine = Engine::of(painter.ctx());
        self.laid(engine.layout_elided(
            &quotations_isolated(self.text),
            self.style(),
            Direction::LeftToRight,
            width.max(1.0),
            1,
        ))
    }

    /// As many lines of at most `width` points as it takes.
    pub fn lines(&self, painter: &Painter, width: f32) -> LaidWords {
        let engine = Engine::of(painter.ctx());
        self.laid(engine.layout(
            &quotations_isolated(self.text),
            self.style(),
            Direction::LeftToRight,
            Some(width.max(1.0)),
        ))
    }

    fn style(&self) -> Style {
        Style::own(self.face, self.size.round() as u8)
    }

    fn laid(&self, laid: Arc<TextLayout>) -> LaidWords {
        LaidWords { laid, ink: self.ink }
    }

    /// Paints one line within `rect`, cut if need be, and returns where it stands.
    pub fn paint(&self, painter: &Painter, rect: Rect, align: Align2) -> Rect {
        let line = self.line_within(painter, rect.width());
        let place = align.align_size_within_rect(line.size(), rect);
        line.paint(painter, place.min);
        place
    }

    /// Paints one line that begins at `left` and is centred on its height.
    pub fn paint_at(&self, painter: &Painter, left: Pos2) -> Rect {
        let line = self.line(painter);
        let place = Align2::LEFT_CENTER.anchor_size(left, line.size());
        line.paint(painter, place.min);
        place
    }

    /// Paints so many lines of at most the width of `rect` as it takes, each in the middle, from its top.
    pub fn paint_centred(&self, painter: &Painter, rect: Rect) {
        let text = quotations_isolated(self.text);
        let all = self.lines(painter, rect.width());
        for line in all.laid.lines() {
            // Each line by itself: the engine aligns to a side, and the blank at a line's end would push it off
            // the middle.
            let words = Words { text: text[line.bytes.clone()].trim(), ..*self };
            let room = Rect::from_x_y_ranges(rect.x_range(), rect.top() + line.top..=rect.top() + line.bottom);
            words.paint(painter, room.expand2(Vec2::X), Align2::CENTER_CENTER);
        }
    }

    /// Shows one line as a label, cut to the room there is; the whole stands in its tooltip then.
    pub fn show(self, ui: &mut Ui) -> Response {
        let line = self.line_within(ui.painter(), ui.available_width());
        let response = self.place(ui, &line);
        if line.laid.is_elided() {
            tip_sentence(&response, self.text);
        }
        response
    }

    /// Shows as many lines as it takes in the room there is, as a label.
    pub fn show_lines(self, ui: &mut Ui) -> Response {
        let lines = self.lines(ui.painter(), ui.available_width());
        self.place(ui, &lines)
    }

    fn place(&self, ui: &mut Ui, laid: &LaidWords) -> Response {
        let (rect, response) = ui.allocate_exact_size(laid.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.text));
        if ui.is_rect_visible(rect) {
            laid.paint(ui.painter(), rect.min);
        }
        response
    }
}

impl LaidWords {
    /// The width of its longest line and the height of all, in whole points, so that room of that size holds them.
    pub fn size(&self) -> Vec2 {
        vec2(self.laid.words_rect().right().ceil(), self.laid.size().y)
    }

    /// What is shown of the words.
    #[cfg(test)]
    pub fn text(&self) -> &str {
        self.laid.text()
    }

    /// How far under its top its first line of letters stands, in points.
    pub fn baseline(&self) -> f32 {
        self.laid.lines().first().map_or(0.0, |line| line.baseline)
    }

    /// Paints them with their top left corner at `at`.
    pub fn paint(&self, painter: &Painter, at: Pos2) {
        Engine::of(painter.ctx()).paint(&self.laid, painter, at, self.ink);
    }
}
