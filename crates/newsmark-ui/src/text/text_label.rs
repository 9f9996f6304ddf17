use egui::{Color32, Response, Role as Access, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::Direction;
use super::engine::Engine;
use super::style::Style;

/// TextLabel that are not the program’s own, to be read: a name, a note, a
/// quotation in a row. They run and align in their own direction, are cut at a
/// space where they do not fit, and then show the whole in a tooltip.
#[must_use = "call show"]
pub struct TextLabel<'a> {
    text: &'a str,
    style: Style,
    color: Option<Color32>,
    max_lines: Option<usize>,
    width: Option<f32>,
    sense: Sense,
    spoken: Option<&'a str>,
}

impl<'a> TextLabel<'a> {
    /// One line of `text` in the colour of the surrounding text.
    pub fn new(text: &'a str, style: impl Into<Style>) -> TextLabel<'a> {
        TextLabel {
            text,
            style: style.into(),
            color: None,
            // One line unless asked otherwise: a name of unknown length must not push the controls below it.
            max_lines: Some(1),
            width: None,
            sense: Sense::hover(),
            spoken: None,
        }
    }

    /// Paints them in `color`.
    pub fn color(self, color: Color32) -> TextLabel<'a> {
        TextLabel { color: Some(color), ..self }
    }

    /// Italic, as what is unknown is shown.
    pub fn italic(self) -> TextLabel<'a> {
        TextLabel { style: self.style.italic(), ..self }
    }

    /// Cuts them after so many lines.
    pub fn max_lines(self, lines: usize) -> TextLabel<'a> {
        TextLabel { max_lines: Some(lines), ..self }
    }

    /// Breaks them into as many lines as they need and keeps their line breaks.
    pub fn wrap(self) -> TextLabel<'a> {
        TextLabel { max_lines: None, ..self }
    }

    /// Takes so many points of width whatever the words need, and aligns them
    /// within. Without it they take what they need of the width there is; only
    /// right-to-left words in a column take all of it, to stand on its right.
    pub fn width(self, points: f32) -> TextLabel<'a> {
        TextLabel { width: Some(points), ..self }
    }

    /// What a screen reader says instead, where a name beside the words belongs to them: “Low: 12”.
    pub fn spoken(self, spoken: &'a str) -> TextLabel<'a> {
        TextLabel { spoken: Some(spoken), ..self }
    }

    /// Makes them clickable.
    pub fn sense(self, sense: Sense) -> TextLabel<'a> {
        TextLabel { sense, ..self }
    }

    /// The size in points they would take of `available` points of width.
    pub fn measure(&self, ui: &Ui, available: f32) -> Vec2 {
        let laid = self.layout(ui, available);
        vec2(laid.words_rect().width().ceil(), laid.size().y)
    }

    /// Shows them. The screen reader gets the whole text.
    pub fn show(self, ui: &mut Ui) -> Response {
        let available = self.width.unwrap_or_else(|| ui.available_width());
        let laid = self.layout(ui, available);
        let words = laid.words_rect();
        // Words from right to left stand at the right of what they have, which in a column is all of it.
        let fills = self.width.is_some() || (laid.is_rtl() && ui.layout().is_vertical() && available.is_finite());
        let width = if fills { available } else { words.width().ceil() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, laid.size().y), self.sense);
        if ui.is_rect_visible(rect) {
            // What was laid out for all the width there is may stand at the far side of it.
            let shift = if fills { 0.0 } else { words.left() };
            let color = self.color.unwrap_or_else(|| ui.visuals().text_color());
            Engine::of(ui.ctx()).paint(&laid, ui.painter(), rect.min - vec2(shift, 0.0), color);
        }
        response.widget_info(|| WidgetInfo::labeled(Access::Label, ui.is_enabled(), self.spoken.unwrap_or(self.text)));
        if laid.is_elided() {
            let (text, style) = (self.text, self.style);
            return response.on_hover_ui(|ui| {
                // Some 70 letters a line, and at most half a window high: what is longer is read where it stands.
                ui.set_max_width(480.0);
                TextLabel::new(text, style).max_lines(24).show(ui);
            });
        }
        response
    }

    fn layout(&self, ui: &Ui, available: f32) -> std::sync::Arc<super::TextLayout> {
        let engine = Engine::of(ui.ctx());
        // Half a point keeps a width that was measured and rounded from breaking a line.
        let width = available.max(1.0) + 0.5;
        match self.max_lines {
            Some(lines) => engine.layout_elided(self.text, self.style, Direction::Auto, width, lines),
            None => engine.layout(self.text, self.style, Direction::Auto, Some(width)),
        }
    }
}
