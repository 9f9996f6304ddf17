//! Reads the part of SVG's path language that the icons use: M L H V A C S Z, absolute and relative.
//!
//! # Limitations
//!
//! Arcs are those of circles (both radii equal, no rotation), which is all that the icons need.

use std::f32::consts::TAU;

use egui::{Pos2, Vec2, pos2, vec2};

/// Straight pieces that a curve is cut into: at the sizes that icons have, none is seen as straight.
const PIECES: usize = 12;

/// One stroke of the pen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PenStroke {
    /// The corners, at least two.
    pub points: Vec<Pos2>,
    /// Whether the last corner joins the first.
    pub closed: bool,
}

/// The strokes of `path`. What it does not know ends the drawing, so a slip shows in the window and never stops it.
pub(super) fn lines(path: &str) -> Vec<PenStroke> {
    let mut pen = Pen::default();
    let mut numbers = Numbers { rest: path };
    let mut command = ' ';
    loop {
        if let Some(letter) = numbers.letter() {
            command = letter;
        }
        if pen.draw(command, &mut numbers).is_none() || numbers.at_end() {
            return pen.lines;
        }
    }
}

#[derive(Default)]
struct Pen {
    lines: Vec<PenStroke>,
    at: Pos2,
    /// The last control point of a curve, mirrored by the next S.
    control: Option<Pos2>,
}

impl Pen {
    fn draw(&mut self, command: char, numbers: &mut Numbers) -> Option<()> {
        let from = if command.is_ascii_lowercase() { self.at.to_vec2() } else { Vec2::ZERO };
        let control = self.control.take();
        match command.to_ascii_uppercase() {
            'M' => {
                self.at = numbers.point()? + from;
                self.lines.push(PenStroke { points: vec![self.at], closed: false });
            }
            'L' => {
                let to = numbers.point()? + from;
                self.to(to);
            }
            'H' => {
                let to = pos2(numbers.next()? + from.x, self.at.y);
                self.to(to);
            }
            'V' => {
                let to = pos2(self.at.x, numbers.next()? + from.y);
                self.to(to);
            }
            'A' => {
                let (radius, _, _) = (numbers.next()?, numbers.next()?, numbers.next()?);
                let (large, sweep) = (numbers.flag()?, numbers.flag()?);
                self.arc(radius, large, sweep, numbers.point()? + from);
            }
            'C' => {
                let first = numbers.point()? + from;
                self.curve(first, numbers.point()? + from, numbers.point()? + from);
            }
            'S' => {
                let first = control.map_or(self.at, |control| self.at + (self.at - control));
                self.curve(first, numbers.point()? + from, numbers.point()? + from);
            }
            'Z' => self.close(),
            _ => return None,
        }
        Some(())
    }

    fn to(&mut self, point: Pos2) {
        self.at = point;
        if let Some(line) = self.lines.last_mut() {
            line.points.push(point);
        }
    }

    fn close(&mut self) {
        if let Some(line) = self.lines.last_mut() {
            // A circle of arcs ends where it began; the same corner twice would give a join without direction.
            if line.points.len() > 2 && line.points.first() == line.points.last() {
                line.points.pop();
            }
            line.closed = true;
            self.at = line.points[0];
        }
    }

    fn curve(&mut self, first: Pos2, second: Pos2, end: Pos2) {
        let start = self.at;
        for piece in 1..=PIECES {
            let t = piece as f32 / PIECES as f32;
            let u = 1.0 - t;
            let weighted = start.to_vec2() * (u * u * u)
                + first.to_vec2() * (3.0 * u * u * t)
                + second.to_vec2() * (3.0 * u * t * t)
                + end.to_vec2() * (t * t * t);
            self.to(weighted.to_pos2());
        }
        self.control = Some(second);
    }

    /// SVG 2, appendix B.2.4, for a circle.
    fn arc(&mut self, radius: f32, large: bool, sweep: bool, end: Pos2) {
        let start = self.at;
        let half = (end - start) / 2.0;
        let radius = radius.max(half.length());
        let to_centre = (radius * radius - half.length_sq()).max(0.0).sqrt();
        let side = if large == sweep { -1.0 } else { 1.0 };
        let centre = start + half + half.normalized().rot90() * (to_centre * -side);
        let from = (start - centre).angle();
        let mut turn = (end - centre).angle() - from;
        if sweep && turn < 0.0 {
            turn += TAU;
        } else if !sweep && turn > 0.0 {
            turn -= TAU;
        }
        for piece in 1..PIECES {
            let angle = from + turn * piece as f32 / PIECES as f32;
            self.to(centre + vec2(angle.cos(), angle.sin()) * radius);
        }
        self.to(end);
    }
}

/// The numbers of a path, which may stand without anything between them.
struct Numbers<'a> {
    rest: &'a str,
}

impl Numbers<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', ',']);
    }

    fn at_end(&mut self) -> bool {
        self.skip();
        self.rest.is_empty()
    }

    fn letter(&mut self) -> Option<char> {
        self.skip();
        let letter = self.rest.chars().next().filter(char::is_ascii_alphabetic)?;
        self.rest = &self.rest[1..];
        Some(letter)
    }

    fn next(&mut self) -> Option<f32> {
        self.skip();
        let mut dots = 0;
        let end = self.rest.char_indices().position(|(index, character)| {
            dots += usize::from(character == '.');
            !(character.is_ascii_digit() || character == '.' && dots < 2 || character == '-' && index == 0)
        });
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        number.parse().ok()
    }

    fn flag(&mut self) -> Option<bool> {
        self.skip();
        let flag = self.rest.starts_with('1');
        self.rest = self.rest.get(1..)?;
        Some(flag)
    }

    fn point(&mut self) -> Option<Pos2> {
        Some(pos2(self.next()?, self.next()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_say_absolute_or_relative_and_repeat() {
        let drawn = lines("M6 3L3 6l3 3 1-1H9v.5");
        let corners = [(6.0, 3.0), (3.0, 6.0), (6.0, 9.0), (7.0, 8.0), (9.0, 8.0), (9.0, 8.5)];
        assert_eq!(drawn.len(), 1);
        assert_eq!(drawn[0].points, corners.map(|(x, y)| pos2(x, y)));
        assert!(!drawn[0].closed);
    }

    #[test]
    fn numbers_need_nothing_between_them() {
        assert_eq!(lines("M.5-1L.5.25")[0].points, [pos2(0.5, -1.0), pos2(0.5, 0.25)]);
    }

    #[test]
    fn two_half_circles_are_a_circle_around_its_centre() {
        let drawn = lines("M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11z");
        assert!(drawn[0].closed);
        for point in &drawn[0].points {
            assert!((point.distance(pos2(8.0, 8.0)) - 5.5).abs() < 1e-3, "{point:?}");
        }
        let left = drawn[0].points.iter().filter(|point| point.x < 7.9).count();
        let right = drawn[0].points.iter().filter(|point| point.x > 8.1).count();
        assert_eq!(left, right);
    }

    #[test]
    fn a_clockwise_half_circle_bulges_to_the_right_on_its_way_down() {
        let drawn = lines("M9.5 6a3.5 3.5 0 0 1 0 7");
        let furthest = drawn[0].points.iter().map(|point| point.x).fold(0.0, f32::max);
        assert!((furthest - 13.0).abs() < 0.1, "{furthest}");
    }

    #[test]
    fn a_smooth_curve_leaves_as_the_one_before_arrived() {
        let drawn = lines("M3 9.5c.3 2.4 2.3 4 5 4s4.7-1.6 5-4");
        assert_eq!(drawn[0].points.last(), Some(&pos2(13.0, 9.5)));
        let lowest = drawn[0].points.iter().map(|point| point.y).fold(0.0, f32::max);
        assert!((lowest - 13.5).abs() < 0.05, "{lowest}");
    }
}
