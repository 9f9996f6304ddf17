use eframe::egui::{Painter, Pos2, Rect, Shape, Stroke, pos2};

use crate::app::theme::Theme;
use crate::figures::Amount;

/// From numbers to a share of the room that a range is drawn in; all rows of a kind share one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    most: u64,
}

impl Scale {
    /// The scale on which all `amounts` fit.
    pub fn of(amounts: impl Iterator<Item = Amount>) -> Scale {
        let largest = amounts.flat_map(|amount| [amount.low, amount.best, amount.high]).flatten().max();
        Scale { most: largest.unwrap_or(1).max(1) }
    }

    fn x(&self, room: Rect, number: u64) -> f32 {
        // An open end has room for its arrow beyond the largest number.
        let share = (number as f64 / self.most as f64).min(1.0) as f32;
        // 24: the arrow of an open end at either side, and the radius of the dot.
        (room.left() + 4.0 + share * (room.width() - 24.0)).round()
    }
}

/// Paints a range: a dot for best, a line from low to high with a tick at each stated end, an arrow at an open one.
pub fn paint_range(painter: &Painter, room: Rect, amount: &Amount, scale: &Scale, theme: &Theme) {
    let y = room.center().y.round();
    let at = |number: Option<u64>| number.map(|number| scale.x(room, number));
    let (low, best, high) = (at(amount.low), at(amount.best), at(amount.high));
    painter.hline(room.x_range(), y, Stroke::new(1.0, theme.border));
    let stroke = Stroke::new(1.5, theme.text);
    let left = low.or(amount.open_below.then_some(room.left() + 6.0));
    let right = high.or(amount.open_above.then_some(room.right() - 6.0));
    let (from, to) = (left.or(best), right.or(best));
    if let (Some(from), Some(to)) = (from, to)
        && from < to
    {
        painter.hline(from..=to, y, stroke);
    }
    for end in [low, high].into_iter().flatten() {
        painter.vline(end, y - 4.0..=y + 4.0, stroke);
    }
    if amount.open_above && high.is_none() {
        arrow(painter, pos2(room.right() - 4.0, y), -1.0, stroke);
    }
    if amount.open_below && low.is_none() {
        arrow(painter, pos2(room.left() + 4.0, y), 1.0, stroke);
    }
    if let Some(best) = best {
        painter.circle_filled(pos2(best, y), 4.0, theme.text);
    }
}

fn arrow(painter: &Painter, tip: Pos2, back: f32, stroke: Stroke) {
    let wing = |dy: f32| pos2(tip.x + back * 5.0, tip.y + dy);
    painter.add(Shape::line(vec![wing(-4.0), tip, wing(4.0)], stroke));
}
