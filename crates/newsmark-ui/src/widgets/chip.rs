use egui::{Align2, CornerRadius, Painter, Pos2, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo};

use super::Words;
use crate::theme::{Face, MarkLook, Theme, space};

/// Side in points: as high as a line of a label, so that it makes no row higher.
const SIDE: f32 = 18.0;
/// The same beside words of the smallest size.
const SIDE_SMALL: f32 = 16.0;
/// Dots around a suggestion: diameter and distance from one to the next, in points. Closer ones would run together on a
/// screen of one pixel a point.
const DOT: f32 = 1.5;
// Dots of 1.5 with nearly as much between: closer they run together, further apart they read as noise.
const PITCH: f32 = 2.7;

/// The letter of a kind of mark on its band.
#[derive(Clone, Copy, Debug)]
pub struct Chip {
    look: MarkLook,
    small: bool,
    suggested: bool,
}

impl Chip {
    /// A chip of 18 × 18.
    pub fn new(look: MarkLook) -> Chip {
        Chip { look, small: false, suggested: false }
    }

    /// 16 × 16, for bars, headers and hits.
    pub fn small(self) -> Chip {
        Chip { small: true, ..self }
    }

    /// Dotted outline instead of the band: nobody has accepted it yet.
    pub fn suggested(self, suggested: bool) -> Chip {
        Chip { suggested, ..self }
    }

    /// Its side in points.
    pub fn side(&self) -> f32 {
        if self.small { SIDE_SMALL } else { SIDE }
    }

    /// Paints it centred in `rect`, without a name for screen readers: for a place where the name of the kind stands.
    pub fn paint(&self, painter: &Painter, rect: Rect) {
        let theme = Theme::of(painter.ctx());
        let colours = theme.mark(self.look);
        let square = Align2::CENTER_CENTER.align_size_within_rect(Vec2::splat(self.side()), rect);
        let radius = if self.small { space::RADIUS_BAND } else { space::RADIUS_CHIP };
        if self.suggested {
            for dot in dots(square.shrink(DOT)) {
                painter.circle_filled(dot, DOT / 2.0, colours.ink);
            }
        } else {
            painter.rect_filled(square, CornerRadius::same(radius), colours.band);
        }
        let letter = self.look.letter.to_string();
        let line = Words::new(&letter, colours.ink).face(Face::Semibold).size(if self.small { 11.0 } else { 12.0 });
        line.paint(painter, square, Align2::CENTER_CENTER);
    }

    /// Shows it; a screen reader hears the name of the kind.
    pub fn show(self, ui: &mut Ui) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(self.side()), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, self.look.name));
        self.paint(ui.painter(), rect);
        response
    }
}

/// Places of round dots along the edge of a square with its corners cut.
fn dots(square: Rect) -> Vec<Pos2> {
    let count = (square.width() / PITCH).floor().max(2.0) as usize;
    // The pitch is stretched so that a dot falls on each corner.
    let step = square.width() / count as f32;
    let mut places = Vec::with_capacity(4 * count);
    for index in 1..count {
        let along = step * index as f32;
        places.push(square.left_top() + Vec2::new(along, 0.0));
        places.push(square.left_bottom() + Vec2::new(along, 0.0));
        places.push(square.left_top() + Vec2::new(0.0, along));
        places.push(square.right_top() + Vec2::new(0.0, along));
    }
    let inset = DOT / 2.0;
    let corners = square.shrink(inset);
    places.extend([corners.left_top(), corners.right_top(), corners.left_bottom(), corners.right_bottom()]);
    places
}
