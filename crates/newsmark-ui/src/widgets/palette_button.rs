use egui::{
    Align2, Color32, CornerRadius, Painter, Rect, Response, Role, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use super::pressable::{describe, pressable};
use super::{FocusRing, KeyCap, Words, tip};
use crate::theme::{Face, MarkLook, Theme, space};

/// Height of the band behind the name in points: the line of the words and the lane of the underline below it.
const BAND: f32 = 22.0;
/// Height of the line of the words in points.
const WORDS: f32 = 18.0;
/// From the top of the band to the lane of the underline in points. A double line reaches a point above its lane, and
/// stays clear of the words.
const UNDERLINE: f32 = 19.5;
/// Points from the side of the band to the words.
const BAND_MARGIN: f32 = 3.0;

/// How much of a palette button there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaletteDensity {
    /// Key, name and count.
    Full,
    /// Key and name, in a window under 1280 wide.
    NoCount,
    /// Key and letter, in a window under 1000 wide.
    Letters,
}

/// A kind of mark in a strip: its key, its name as words of it would be marked, how many marks there are.
#[derive(Clone, Copy, Debug)]
#[must_use = "a button is seen once it is shown"]
pub struct PaletteButton<'a> {
    look: MarkLook,
    key: &'a str,
    count: usize,
    density: PaletteDensity,
    disabled: Option<&'a str>,
}

impl<'a> PaletteButton<'a> {
    /// The button of a kind with its key and the number of its marks.
    pub fn new(look: MarkLook, key: &'a str, count: usize) -> PaletteButton<'a> {
        PaletteButton { look, key, count, density: PaletteDensity::Full, disabled: None }
    }

    /// With less on it.
    pub fn density(self, density: PaletteDensity) -> PaletteButton<'a> {
        PaletteButton { density, ..self }
    }

    /// Disabled, with the sentence that says why, if there is one.
    pub fn disabled(self, reason: Option<&'a str>) -> PaletteButton<'a> {
        PaletteButton { disabled: reason, ..self }
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let width = self.width(ui.painter());
        let response = pressable(ui, Vec2::new(width, space::CONTROL), self.disabled);
        let marks = if self.count == 1 { "1 mark".to_owned() } else { format!("{} marks", self.count) };
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Button, response.enabled(), self.look.name);
            // The count is a value and not part of the name, which speech control says to press it.
            info.current_text_value = Some(marks.clone());
            info
        });
        describe(&response, self.disabled, Some(self.key));
        match self.density {
            PaletteDensity::Full => {}
            PaletteDensity::NoCount => tip(&response, &marks, None),
            PaletteDensity::Letters => tip(&response, &format!("{}, {marks}", self.look.name), None),
        }
        if ui.is_rect_visible(response.rect) {
            self.paint(ui.painter(), &response);
        }
        response
    }

    /// Margin left, gap between the parts, margin right.
    fn gaps(&self) -> (f32, f32, f32) {
        if self.density == PaletteDensity::Full { (7.0, 8.0, 9.0) } else { (7.0, 6.0, 7.0) }
    }

    fn name(&self) -> String {
        match self.density {
            PaletteDensity::Full | PaletteDensity::NoCount => self.look.name.to_owned(),
            PaletteDensity::Letters => self.look.letter.to_string(),
        }
    }

    fn count(&self) -> Option<String> {
        (self.density == PaletteDensity::Full).then(|| self.count.to_string())
    }

    fn band_width(&self, painter: &Painter) -> f32 {
        let name = Words::new(&self.name(), Color32::PLACEHOLDER).face(Face::Medium).line(painter).size().x;
        // A letter alone would leave too little line to tell the styles apart.
        let least = if self.density == PaletteDensity::Letters { 24.0 } else { 0.0 };
        (name + 2.0 * BAND_MARGIN).max(least)
    }

    fn width(&self, painter: &Painter) -> f32 {
        let (left, gap, right) = self.gaps();
        let count = self.count().map_or(0.0, |count| {
            gap + Words::new(&count, Color32::PLACEHOLDER).size(Face::SMALL).line(painter).size().x
        });
        (left + KeyCap::new(self.key).size(painter).x + gap + self.band_width(painter) + count + right).ceil()
    }

    fn paint(&self, painter: &Painter, response: &Response) {
        let theme = Theme::of(painter.ctx());
        let colours = theme.mark(self.look);
        let rect = response.rect;
        let enabled = response.enabled();
        let fill = match (enabled && response.is_pointer_button_down_on(), enabled && response.hovered()) {
            (true, _) => theme.selected,
            (false, true) => theme.hover,
            (false, false) => theme.raised,
        };
        let edge = Stroke::new(theme.line_width, theme.border);
        painter.rect(rect, CornerRadius::same(space::RADIUS_BUTTON), fill, edge, StrokeKind::Inside);

        let (left, gap, _) = self.gaps();
        let cap = KeyCap::new(self.key);
        let cap_room =
            Rect::from_min_size(pos2(rect.left() + left, rect.top()), Vec2::new(cap.size(painter).x, rect.height()));
        cap.paint(painter, cap_room);

        let band_size = Vec2::new(self.band_width(painter), BAND);
        let band = Rect::from_min_size(pos2(cap_room.right() + gap, rect.center().y - BAND / 2.0), band_size);
        painter.rect_filled(band, CornerRadius::same(space::RADIUS_BAND), colours.band);
        let ink = if enabled { theme.text } else { theme.disabled };
        let upper = Rect::from_min_size(band.min, Vec2::new(band.width(), WORDS));
        Words::new(&self.name(), ink).face(Face::Medium).paint(painter, upper.expand2(Vec2::X), Align2::CENTER_CENTER);
        self.look.underline.paint(painter, band.x_range(), band.top() + UNDERLINE, 1.0, colours.line);

        if let Some(count) = self.count() {
            let ink = if enabled { theme.text3 } else { theme.disabled };
            Words::new(&count, ink).size(Face::SMALL).paint_at(painter, pos2(band.right() + gap, rect.center().y));
        }
        FocusRing::on_button(painter, response, space::RADIUS_BUTTON);
    }
}
