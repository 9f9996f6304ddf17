use egui::{
    Align2, Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::Words;
use crate::theme::{Face, Theme, space};

/// Height and least width in points: as high as a line of the label beside it, and square for one letter.
const HEIGHT: f32 = 18.0;
/// Points from the side to the letters.
const MARGIN: f32 = 6.0;
/// Size of the letters in points: below the least of labels, as a key is read at a glance beside its name.
const SIZE: f32 = 11.0;

/// A key as it looks on the keyboard: "A", "Ctrl Z", "Space".
#[derive(Clone, Copy, Debug)]
pub struct KeyCap<'a> {
    keys: &'a str,
}

impl<'a> KeyCap<'a> {
    /// The cap of `keys`. The faces lack the signs of macOS, so write "Cmd" and "Shift".
    pub fn new(keys: &'a str) -> KeyCap<'a> {
        KeyCap { keys }
    }

    /// Width and height in points.
    pub fn size(&self, painter: &Painter) -> Vec2 {
        let words = self.words(Color32::PLACEHOLDER).line(painter).size().x;
        // A cap of one letter is a square, as on the keyboard.
        Vec2::new((words + 2.0 * MARGIN).max(HEIGHT).ceil(), HEIGHT)
    }

    /// Paints it centred in `rect`.
    pub fn paint(&self, painter: &Painter, rect: Rect) {
        let theme = Theme::of(painter.ctx());
        self.paint_in(painter, rect, theme.text2, theme.border_strong, theme.raised);
    }

    /// Paints it centred in `rect` in the colour of the button around it, as on a primary button.
    pub fn paint_bare(&self, painter: &Painter, rect: Rect, ink: Color32) {
        let ink = ink.gamma_multiply(0.75);
        self.paint_in(painter, rect, ink, ink, Color32::TRANSPARENT);
    }

    fn paint_in(&self, painter: &Painter, rect: Rect, ink: Color32, edge: Color32, fill: Color32) {
        let cap = Align2::CENTER_CENTER.align_size_within_rect(self.size(painter), rect);
        let stroke = Stroke::new(Theme::of(painter.ctx()).line_width, edge);
        painter.rect(cap, CornerRadius::same(space::RADIUS_CHIP), fill, stroke, StrokeKind::Inside);
        let line = self.words(ink).line(painter);
        line.paint(painter, Align2::CENTER_CENTER.align_size_within_rect(line.size(), cap).min);
    }

    fn words(&self, ink: Color32) -> Words<'a> {
        Words::new(self.keys, ink).face(Face::Medium).size(SIZE)
    }

    /// Shows it by itself.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(self.size(ui.painter()), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.keys));
        self.paint(ui.painter(), rect);
        response
    }
}
