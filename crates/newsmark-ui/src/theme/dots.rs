use std::f32::consts::FRAC_PI_2;

use egui::emath::GuiRounding;
use egui::{Color32, Painter, Pos2, Rangef, Rect, pos2, vec2};

use super::Theme;

/// A line of round dots: the one sign for what is proposed and nobody's yet.
///
/// It needs no colour and no fill, so that it is told from what is made in grey as well: dots, never a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dots {
    /// From the middle of a dot to that of the next, in points.
    pitch: f32,
    /// Diameter of a dot in points.
    thickness: f32,
    colour: Color32,
}

/// Pitch and thickness, in points, of what is likely and of what is possible; the same in high contrast; rings in the
/// margin, which are small, and theirs in high contrast. Closer dots run together on a screen of a pixel a point.
const LIKELY: [(f32, f32); 2] = [(3.5, 1.5), (4.5, 2.0)];
const POSSIBLE: [(f32, f32); 2] = [(6.5, 1.5), (8.0, 2.0)];
const RING_LIKELY: [(f32, f32); 2] = [(3.1, 1.3), (3.7, 1.7)];
const RING_POSSIBLE: [(f32, f32); 2] = [(5.5, 1.3), (6.2, 1.7)];

impl Dots {
    /// The line around words or a field, wider apart where it is only `possible`.
    pub fn line(theme: &Theme, possible: bool, colour: Color32) -> Dots {
        Dots::of(theme, if possible { POSSIBLE } else { LIKELY }, colour)
    }

    /// The ring round a letter.
    pub fn ring(theme: &Theme, possible: bool, colour: Color32) -> Dots {
        Dots::of(theme, if possible { RING_POSSIBLE } else { RING_LIKELY }, colour)
    }

    fn of(theme: &Theme, [usual, contrast]: [(f32, f32); 2], colour: Color32) -> Dots {
        // High contrast is the look whose lines are wider.
        let (pitch, thickness) = if theme.line_width > 1.0 { contrast } else { usual };
        Dots { pitch, thickness, colour }
    }

    /// Paints the outline of `rect` with round corners; a side that is not an end of the words stays open, since they go
    /// on in another line.
    pub fn outline(&self, painter: &Painter, rect: Rect, radius: f32, has_left: bool, has_right: bool) {
        if has_left && has_right {
            return self.along(painter, &rounded(rect, radius));
        }
        let (left, right) = (rect.left(), rect.right());
        if has_left {
            return self.along(painter, &[rect.right_top(), rect.left_top(), rect.left_bottom(), rect.right_bottom()]);
        }
        if has_right {
            return self.along(painter, &[rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()]);
        }
        self.across(painter, Rangef::new(left, right), rect.top());
        self.across(painter, Rangef::new(left, right), rect.bottom());
    }

    /// Paints a line from one side of `x` to the other at the height `y`.
    pub fn across(&self, painter: &Painter, x: Rangef, y: f32) {
        self.along(painter, &[pos2(x.min, y), pos2(x.max, y)]);
    }

    /// Paints a line from the top of `y` to its bottom.
    pub fn down(&self, painter: &Painter, x: f32, y: Rangef) {
        self.along(painter, &[pos2(x, y.min), pos2(x, y.max)]);
    }

    /// Paints a circle.
    pub fn circle(&self, painter: &Painter, middle: Pos2, radius: f32) {
        self.along(painter, &rounded(Rect::from_center_size(middle, egui::Vec2::splat(2.0 * radius)), radius));
    }

    /// Paints the dots along a line through `points`.
    fn along(&self, painter: &Painter, points: &[Pos2]) {
        for place in places(points, self.pitch) {
            painter.circle_filled(place.round_to_pixels(painter.pixels_per_point()), self.thickness / 2.0, self.colour);
        }
    }
}

/// The outline of a rectangle with round corners, closed, clockwise from the middle of its top.
fn rounded(rect: Rect, radius: f32) -> Vec<Pos2> {
    /// Points a corner: more are no rounder at a radius of a few points.
    const STEPS: usize = 4;
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(radius);
    let corners =
        [(inner.right_top(), 3.0), (inner.right_bottom(), 0.0), (inner.left_bottom(), 1.0), (inner.left_top(), 2.0)];
    let mut points = vec![rect.center_top()];
    for (middle, quarter) in corners {
        points.extend((0..=STEPS).map(|step| {
            let angle = (quarter + step as f32 / STEPS as f32) * FRAC_PI_2;
            middle + vec2(angle.cos(), angle.sin()) * radius
        }));
    }
    points.push(rect.center_top());
    points
}

/// Places along a line, `pitch` apart as nearly as a whole number of dots allows, from its first point to its last.
fn places(points: &[Pos2], pitch: f32) -> Vec<Pos2> {
    let length: f32 = points.windows(2).map(|pair| pair[0].distance(pair[1])).sum();
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    // A line without length has no step to walk it by.
    if !length.is_finite() || length < 0.01 {
        return vec![*first];
    }
    let n_steps = (length / pitch).round().max(1.0);
    let step = length / n_steps;
    let is_closed = first.distance(*last) < 0.01;
    let (mut found, mut left) = (vec![*first], step);
    for pair in points.windows(2) {
        let along = pair[0].distance(pair[1]);
        let mut at = left;
        while at <= along + 0.001 {
            found.push(pair[0] + (pair[1] - pair[0]) * (at / along.max(f32::EPSILON)));
            at += step;
        }
        left = at - along;
    }
    // A closed line ends on its first dot, which would be painted twice and look darker.
    if is_closed && found.len() > 1 {
        found.pop();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_stand_evenly_from_the_first_point_to_the_last() {
        let found = places(&[pos2(0.0, 0.0), pos2(10.0, 0.0)], 3.5);
        let x: Vec<f32> = found.iter().map(|place| place.x.round()).collect();
        assert_eq!(x, [0.0, 3.0, 7.0, 10.0]);
    }

    #[test]
    fn a_closed_line_has_no_dot_twice() {
        let rect = Rect::from_min_size(pos2(0.0, 0.0), vec2(40.0, 20.0));
        let found = places(&rounded(rect, 3.0), 3.5);
        let nearest = |one: &Pos2| {
            let others = found.iter().filter(|other| *other != one);
            others.map(|other| one.distance(*other)).fold(f32::MAX, f32::min)
        };
        assert!(found.iter().all(|dot| nearest(dot) > 2.5), "{found:?}");
        assert!(found.iter().all(|dot| rect.expand(0.01).contains(*dot)));
    }

    #[test]
    fn nothing_has_no_dots() {
        assert!(places(&[], 3.5).is_empty());
        assert_eq!(places(&[pos2(1.0, 1.0), pos2(1.0, 1.0)], 3.5).len(), 1);
    }
}
