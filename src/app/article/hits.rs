use std::ops::RangeInclusive;

use eframe::egui::{Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::app::theme::Theme;
use crate::find::Hits;
use crate::model::Span;

use super::bands::Painting;

/// What was found in the article, to be shown in it.
#[derive(Clone, Copy)]
pub struct Found<'a> {
    /// Every hit.
    pub hits: &'a Hits,
    /// The one that is gone to, if it is one.
    pub current: Option<Span>,
}

/// Height of a tick on the ruler, in points.
const TICK: f32 = 3.0;
/// The steps in which the ruler asks for hits, in points.
const STEP: f32 = 2.0;

impl Painting<'_> {
    /// Paints the ground of the hits on the screen.
    pub fn hits(&self, found: Found<'_>) {
        self.seen(found).iter().for_each(|hit| self.selection(*hit, None));
    }

    /// Paints the frame around the current hit.
    pub fn current(&self, found: Found<'_>) {
        let Some(current) = found.current.filter(|current| self.seen(found).binary_search(current).is_ok()) else {
            return;
        };
        let stroke = Stroke::new(1.5 * self.theme.line_width, self.theme.text);
        for (line, rect) in self.rects(current) {
            let line = &self.laid.lines()[line];
            let y = self.origin.y + line.top + 1.0..=self.origin.y + line.bottom - 1.0;
            let rect = Rect::from_x_y_ranges(rect.x_range(), y).expand2(vec2(1.5, 0.0));
            self.painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
        }
    }

    /// The hits on the lines that are on the screen.
    fn seen<'a>(&self, found: Found<'a>) -> &'a [Span] {
        let lines = &self.laid.lines()[self.lines.clone()];
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return &[] };
        let seen = self.bytes.start + first.bytes.start..self.bytes.start + last.bytes.end;
        &found.hits.as_slice()[found.hits.over(seen)]
    }
}

impl Found<'_> {
    /// Paints the hits at the right of the ruler; `byte_at` tells what stands
    /// at a height of the window. It costs the ruler's height, not the number of hits.
    pub fn ticks(&self, ui: &Ui, rect: Rect, byte_at: impl Fn(f32) -> usize) {
        let theme = Theme::of(ui.ctx());
        let x: RangeInclusive<f32> = rect.right() - 3.0..=rect.right() - 0.5;
        let n_steps = ((rect.height() - 8.0) / STEP).max(0.0) as usize;
        let mut from = 0;
        let n_before = |byte: usize| self.hits.as_slice().partition_point(|hit| hit.start() < byte);
        let mut passed = 0;
        for step in 0..n_steps {
            let top = (rect.top() + 4.0 + step as f32 * STEP).round();
            // The last step takes all that is left, as rounding must not lose the last hit.
            let to = if step + 1 == n_steps { usize::MAX } else { byte_at(top + STEP) };
            let n = n_before(to);
            if n > passed {
                let tick = Rect::from_x_y_ranges(x.clone(), top..=top + TICK);
                ui.painter().rect_filled(tick, 0.0, theme.text3);
            }
            passed = passed.max(n);
            if self.current.is_some_and(|current| (from..to).contains(&current.start())) {
                let y = top + TICK / 2.0;
                let right = rect.right();
                let points = vec![pos2(right, y - 4.0), pos2(right - 4.0, y), pos2(right, y + 4.0)];
                ui.painter().add(Shape::convex_polygon(points, theme.text, Stroke::NONE));
            }
            from = from.max(to);
        }
    }
}
