use egui::{CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2};

use super::{FocusRing, Theme, Tone, space};

/// The ground and edge of a text or choice field, painted before what stands in it.
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "a frame is seen once it is painted"]
pub struct FieldFrame {
    focused: bool,
    problem: Option<Tone>,
}

impl FieldFrame {
    /// A field at rest.
    pub fn new() -> FieldFrame {
        FieldFrame::default()
    }

    /// With the ring, which fields have for keyboard and pointer alike.
    pub fn focused(self, focused: bool) -> FieldFrame {
        FieldFrame { focused, ..self }
    }

    /// With the lower edge of a problem, whose sentence stands under the field.
    pub fn problem(self, problem: Option<Tone>) -> FieldFrame {
        FieldFrame { problem, ..self }
    }

    /// Paints it.
    pub fn paint(self, painter: &Painter, rect: Rect) {
        let theme = Theme::of(painter.ctx());
        let (lower, width) = match self.problem {
            Some(tone) => (tone.ink(&theme), 2.0 * theme.line_width),
            None => (theme.border_field, theme.line_width),
        };
        let radius = CornerRadius::same(space::RADIUS_FIELD);
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        painter.rect(rect, radius, theme.field, edge, StrokeKind::Inside);
        // The lower edge is the same outline once more, of which only the lowest strip is seen.
        let strip = Rect::from_min_max(pos2(rect.left(), rect.bottom() - width), rect.max);
        let outline = Stroke::new(width, lower);
        painter.with_clip_rect(strip.intersect(painter.clip_rect())).rect_stroke(
            rect,
            radius,
            outline,
            StrokeKind::Inside,
        );
        if self.focused {
            FocusRing::paint(painter, rect, space::RADIUS_FIELD);
        }
    }
}
