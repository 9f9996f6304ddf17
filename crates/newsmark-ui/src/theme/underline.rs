use std::f32::consts::TAU;

use egui::{Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke, emath::GuiRounding, pos2};

use super::Theme;

/// Thickness that the lengths below belong to, in points.
const BASE: f32 = 2.0;
/// A dash and what follows it, in points: together about a letter of the article, so that the shortest word has a gap.
const DASH: f32 = 7.0;
const DASH_GAP: f32 = 3.0;
/// The lines of a double one and what lies between, in points. The gap is wider than a line, or it would close where
/// widths are rounded to whole pixels.
const DOUBLE_LINE: f32 = 1.0;
const DOUBLE_GAP: f32 = 1.5;
/// How far the double line reaches above its lane, in points, as it is taller than one line.
const DOUBLE_LIFT: f32 = 1.0;
/// Its line and gap in high contrast.
const THICK_DOUBLE: (f32, f32) = (1.5, 1.0);
/// The line of a wave in points: thinner than a straight one, whose ink it would else exceed.
const WAVE_LINE: f32 = 1.4;
/// From crest to crest in points: short enough that a word of three letters shows whole waves.
const WAVE_PERIOD: f32 = 8.0;
/// From the middle to a crest in points: more than a pixel, without which it would be seen as a blurred line.
const WAVE_HEIGHT: f32 = 1.2;

/// The style of the line under marked words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Underline {
    /// One line.
    Solid,
    /// A line of dashes.
    Dashed,
    /// Two thin lines.
    Double,
    /// A wave.
    Wavy,
}

impl Underline {
    /// Paints the line under the words that `x` spans.
    ///
    /// `top` is the upper edge of a lane that is 2 points high at `scale` 1; the double line reaches a point above it.
    /// `scale` follows the reading size (1 at 18 points; 0.75 of that where many marks overlap); high contrast adds its
    /// own thickness. Widths are whole pixels, at least one.
    pub fn paint(self, painter: &Painter, x: Rangef, top: f32, scale: f32, colour: Color32) {
        if x.span() <= 0.0 {
            return;
        }
        let wider = Theme::of(painter.ctx()).underline_width / BASE;
        // Two lines as wide as that would leave no room for the next lane, so they are as wide together.
        let double = if wider > 1.0 { THICK_DOUBLE } else { (DOUBLE_LINE, DOUBLE_GAP) };
        let (line, gap) = (double.0 * scale, double.1 * scale);
        let lift = DOUBLE_LIFT * scale;
        let scale = scale * wider;
        let pixel = 1.0 / painter.pixels_per_point();
        let whole = |width: f32| (width / pixel).round().max(1.0) * pixel;
        let bar = |x: Rangef, top: f32, width: f32| {
            let top = top.round_to_pixels(painter.pixels_per_point());
            Shape::rect_filled(Rect::from_x_y_ranges(x, top..=top + whole(width)), 0.0, colour)
        };
        match self {
            Underline::Solid => {
                painter.add(bar(x, top, BASE * scale));
            }
            Underline::Dashed => {
                painter.extend(dashes(x, scale).map(|dash| bar(dash, top, BASE * scale)));
            }
            Underline::Double => {
                let first = top - lift;
                let second = first + whole(line) + whole(gap);
                painter.extend([bar(x, first, line), bar(x, second, line)]);
            }
            Underline::Wavy => {
                let middle = top + BASE * scale / 2.0;
                painter.add(Shape::line(wave(x, middle, scale), Stroke::new((WAVE_LINE * scale).max(pixel), colour)));
            }
        }
    }
}

/// The dashes within `x`, the last one cut off by its end.
fn dashes(x: Rangef, scale: f32) -> impl Iterator<Item = Rangef> {
    let pitch = (DASH + DASH_GAP) * scale;
    let count = (x.span() / pitch).ceil() as usize;
    (0..count).map(move |index| {
        let from = x.min + pitch * index as f32;
        Rangef::new(from, (from + DASH * scale).min(x.max))
    })
}

/// A sine that rises first, a point each point.
fn wave(x: Rangef, middle: f32, scale: f32) -> Vec<Pos2> {
    let height = |along: f32| middle - WAVE_HEIGHT * scale * (along / (WAVE_PERIOD * scale) * TAU).sin();
    let steps = x.span().floor() as usize;
    let mut points: Vec<Pos2> = (0..=steps).map(|step| pos2(x.min + step as f32, height(step as f32))).collect();
    points.push(pos2(x.max, height(x.span())));
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dash_ends_where_the_words_end() {
        let found: Vec<Rangef> = dashes(Rangef::new(10.0, 34.0), 1.0).collect();
        assert_eq!(found, [Rangef::new(10.0, 17.0), Rangef::new(20.0, 27.0), Rangef::new(30.0, 34.0)]);
    }

    #[test]
    fn a_wave_spans_the_words_and_stays_in_its_lane() {
        let points = wave(Rangef::new(3.0, 40.5), 100.0, 1.0);
        assert_eq!(points.first().map(|point| point.x), Some(3.0));
        assert_eq!(points.last().map(|point| point.x), Some(40.5));
        assert!(points.iter().all(|point| (point.y - 100.0).abs() <= WAVE_HEIGHT + 1e-4));
    }
}
