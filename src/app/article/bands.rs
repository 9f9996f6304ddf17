use std::ops::Range;

use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::text::{Line, Place, TextLayout};
use crate::app::theme::Theme;
use crate::model::{Annotation, AnnotationId, Span};

use super::marks::Mark;
use super::view_options::MarkStyle;

/// Sizes of bands and underlines in points from the baseline, at one reading size.
#[derive(Clone, Copy, Debug)]
pub struct BandGeometry {
    scale: f32,
    ascent: f32,
    lane_top: f32,
    pitch: f32,
    thickness: f32,
}

/// How far a band reaches beyond the words at the mark's true ends.
const PAD: f32 = 1.5;

impl BandGeometry {
    /// The geometry of a paragraph with so many lanes, whose lines are as `line`.
    ///
    /// At 18/30 a band begins 15 above the baseline and the first lane 5 below
    /// it; taller lines, as of headlines and Arabic, leave room accordingly.
    pub fn new(scale: f32, line: &Line, n_lanes: usize) -> BandGeometry {
        // Six points of a line's ascent are air above its capitals; a band that took them would touch the lane
        // of the line above.
        let ascent = (line.baseline - line.top) / scale - 6.0;
        // The lane keeps 4 clear of the line's end, where the next line's ascenders begin, and 4 of the
        // baseline for the descenders of small faces.
        let lane_top = ((line.bottom - line.baseline) / scale - 4.0).max(4.0);
        let (pitch, thickness) = match n_lanes {
            // Up to three lanes have two clear points between them. More share what is left above the next line:
            // about 10 points, whatever their number, so that they grow thin and never run into the words below.
            0..=3 => (4.0, 2.0),
            4..=5 => (2.5, 1.5),
            more => (10.0 / (more - 1) as f32, 1.0),
        };
        BandGeometry { scale, ascent, lane_top, pitch, thickness }
    }

    /// The upper edge of a band, from the baseline.
    pub fn band_top(&self, depth: usize) -> f32 {
        // Each mark within another begins 2 lower, so that the outer one shows above it; beyond four the words
        // would stand out of their band.
        (-self.ascent + 2.0 * depth.min(4) as f32) * self.scale
    }

    /// The upper edge of a lane's underline, from the baseline.
    pub fn line_top(&self, lane: usize) -> f32 {
        (self.lane_top + self.pitch * lane as f32) * self.scale
    }

    /// The lower edge of a lane, from the baseline.
    pub fn line_bottom(&self, lane: usize) -> f32 {
        self.line_top(lane) + self.thickness * self.scale
    }

    /// The upper edge of the line over the words of a mark that so many enclose, from the baseline.
    pub fn over_top(&self, depth: usize) -> f32 {
        // Clear of the band by one point under a line of two.
        self.band_top(depth) - 3.0 * self.scale
    }

    /// How much larger the words are than at the usual reading size.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    fn thickness_scale(&self) -> f32 {
        self.thickness / 2.0 * self.scale
    }
}

/// A part of the article being painted: where its words stand and what is known of its marks.
pub struct Painting<'a> {
    /// The painter of the article's area.
    pub painter: &'a Painter,
    /// The colours.
    pub theme: &'a Theme,
    /// Its bytes in the article.
    pub bytes: Range<usize>,
    /// Its lines that are on the screen.
    pub lines: Range<usize>,
    /// Its words.
    pub laid: &'a TextLayout,
    /// Upper left corner of its words in the window.
    pub origin: Pos2,
    /// Its marks, the longest first.
    pub marks: &'a [Mark],
    /// Sizes.
    pub geometry: BandGeometry,
    /// The selected mark.
    pub selected: Option<AnnotationId>,
    /// The mark under the pointer.
    pub hovered: Option<AnnotationId>,
    /// What is drawn of each mark.
    pub drawn: &'a dyn Fn(&Annotation) -> MarkStyle,
}

/// One line of a span: its rectangle and whether it holds the span's true ends.
pub(super) struct Piece {
    pub(super) line: usize,
    pub(super) rect: Rect,
    pub(super) left_end: bool,
    pub(super) right_end: bool,
}

impl Painting<'_> {
    /// Paints the bands, the longest mark first, so that the shortest lies on top.
    pub fn bands(&self) {
        for mark in self.marks {
            let palette = self.theme.mark(mark.category().look());
            // What is selected shows even where it is dimmed: one must see what a key would change.
            let is_strong = mark.is(self.selected) || mark.is(self.hovered);
            if !is_strong && (mark.is_dimmed || !self.drawn(mark).band) {
                continue;
            }
            let colour = if is_strong { palette.band_strong } else { palette.band };
            for span in mark.spans().iter() {
                for piece in self.pieces(span) {
                    self.band(mark, &piece, colour);
                }
            }
        }
    }

    fn band(&self, mark: &Mark, piece: &Piece, colour: Color32) {
        let baseline = self.baseline(piece.line);
        let top = baseline + self.geometry.band_top(mark.depth);
        let bottom = baseline + self.geometry.line_bottom(mark.lane);
        let rect = Rect::from_min_max(pos2(piece.rect.left(), top), pos2(piece.rect.right(), bottom));
        // Only true ends are round. A square end tells that the mark goes on in the next line.
        let radius = |is_end: bool| if is_end { 3 } else { 0 };
        let corners = CornerRadius { nw: radius(piece.left_end), ne: radius(piece.right_end), sw: 0, se: 0 };
        self.painter.rect_filled(rect, corners, colour);
    }

    /// Paints the lines under and over words, and the hairline between the spans of a split mark.
    pub fn rules(&self) {
        for mark in self.marks {
            let underline = mark.category().look().underline;
            let colour = self.line_colour(mark);
            let thickness = self.geometry.thickness_scale() * if self.is_pale(mark) { 0.5 } else { 1.0 };
            let drawn = self.drawn(mark);
            for span in mark.spans().iter() {
                for piece in self.pieces(span) {
                    let (x, baseline) = (piece.rect.x_range(), self.baseline(piece.line));
                    if drawn.below {
                        let y = baseline + self.geometry.line_top(mark.lane);
                        underline.paint(self.painter, x, y, thickness, colour);
                    }
                    if drawn.above {
                        let y = baseline + self.geometry.over_top(mark.depth);
                        underline.paint(self.painter, x, y, thickness, colour);
                    }
                }
            }
            for pair in mark.spans().as_slice().windows(2) {
                let Some(gap) = Span::new(pair[0].end(), pair[1].start()) else { continue };
                for (line, rect) in self.rects(gap) {
                    // In the middle of the underline's two points, so that the parts of a split mark read as one line.
                    let y = self.baseline(line) + self.geometry.line_top(mark.lane) + 1.0;
                    self.painter.hline(
                        rect.x_range(),
                        y,
                        Stroke::new(self.theme.line_width, colour.gamma_multiply(0.7)),
                    );
                }
            }
        }
    }

    fn drawn(&self, mark: &Mark) -> MarkStyle {
        let usual = MarkStyle { band: true, below: true, above: false };
        mark.annotation().map_or(usual, |annotation| (self.drawn)(annotation))
    }

    /// Whether a mark is painted pale: it is dimmed and not the selected one.
    fn is_pale(&self, mark: &Mark) -> bool {
        mark.is_dimmed && !mark.is(self.selected)
    }

    /// The colour of a mark's underline and bracket.
    pub fn line_colour(&self, mark: &Mark) -> Color32 {
        let colour = self.theme.mark(mark.category().look()).line;
        if self.is_pale(mark) { colour.gamma_multiply(0.4) } else { colour }
    }

    /// Paints the ground of the selected words, weaker those that marking leaves out or takes in besides, and a
    /// hairline for each character among them that cannot be seen.
    pub fn selection(&self, selected: Span, marked: Option<Span>) {
        self.grounds(selected, marked);
        let Some(range) = self.within(selected) else { return };
        for rect in self.laid.hairlines(range, self.lines.clone()) {
            let rect = rect.translate(self.origin.to_vec2()).shrink2(vec2(0.0, 1.0));
            self.painter.rect_filled(rect, 0.0, self.theme.text2);
        }
    }

    fn grounds(&self, selected: Span, marked: Option<Span>) {
        let Some(marked) = marked.filter(|marked| *marked != selected) else {
            return self.ground(selected, self.theme.selection);
        };
        // Mixed with the page and not made transparent: both grounds lie one over the other, and would add up.
        let weak = self.theme.page.lerp_to_gamma(self.theme.selection, 0.4);
        self.ground(selected, weak);
        self.ground(marked, weak);
        let both = Span::new(selected.start().max(marked.start()), selected.end().min(marked.end()));
        both.into_iter().for_each(|both| self.ground(both, self.theme.selection));
    }

    fn ground(&self, span: Span, colour: Color32) {
        for (line, rect) in self.rects(span) {
            let line = &self.laid.lines()[line];
            // A point short at both ends, so that the grounds of two lines stay apart.
            let y = self.origin.y + line.top + 1.0..=self.origin.y + line.bottom - 1.0;
            self.painter.rect_filled(Rect::from_x_y_ranges(rect.x_range(), y), 0.0, colour);
        }
    }

    /// Paints a hairline under words that a field of the selected mark rests on.
    pub fn anchor(&self, span: Span) {
        for (line, rect) in self.rects(span) {
            // On the upper edge of the first lane: clear of the descenders, and not hidden by an underline.
            let y = self.baseline(line) + self.geometry.line_top(0) - 0.5;
            self.painter.hline(rect.x_range(), y, Stroke::new(self.theme.line_width, self.theme.text));
        }
    }

    /// Paints the caret.
    pub fn caret(&self, place: Place) {
        let caret = self.laid.caret(place).translate(self.origin.to_vec2());
        let baseline = self.baseline(self.laid.line_of(place));
        let top = baseline + self.geometry.band_top(0);
        // Six below the baseline, past the descenders, so that the caret is seen beside letters of any shape.
        let height = (self.geometry.ascent + 6.0) * self.geometry.scale;
        let rect = Rect::from_min_size(pos2(caret.left() - 1.0, top), vec2(2.0, height));
        self.painter.rect_filled(rect, 0.0, self.theme.text);
    }

    /// The baseline of a line, in points of the window.
    pub fn baseline(&self, line: usize) -> f32 {
        self.origin.y + self.laid.lines()[line].baseline
    }

    /// The lines of a span of the article that are on the screen, in points of the window.
    pub fn rects(&self, span: Span) -> Vec<(usize, Rect)> {
        let Some(range) = self.within(span) else { return Vec::new() };
        let shift = self.origin.to_vec2();
        self.laid
            .rects_in(range, self.lines.clone())
            .into_iter()
            .map(|(line, rect)| (line, rect.translate(shift)))
            .collect()
    }

    /// The bytes of a span within the part's words.
    pub fn within(&self, span: Span) -> Option<Range<usize>> {
        let (start, end) = (span.start().max(self.bytes.start), span.end().min(self.bytes.end));
        (start < end).then(|| start - self.bytes.start..end - self.bytes.start)
    }

    /// The lines of a span. Its true ends are where its words begin on the first and end on the last line in the
    /// paragraph's direction: a number at the start of Arabic words is drawn at their right.
    pub(super) fn pieces(&self, span: Span) -> Vec<Piece> {
        let Some(within) = self.within(span) else { return Vec::new() };
        let rects = self.rects(span);
        let lines = self.laid.lines_of(within);
        let (starts, ends) = (span.start() >= self.bytes.start, span.end() <= self.bytes.end);
        let is_outermost = |piece: &(usize, Rect), beyond: fn(&Rect, &Rect) -> bool| {
            !rects.iter().any(|other| other.0 == piece.0 && beyond(&other.1, &piece.1))
        };
        let pieces = rects.iter().map(|piece| {
            let (begins, closes) = (starts && piece.0 == lines.start, ends && piece.0 + 1 == lines.end);
            let (at_left, at_right) = if self.laid.is_rtl() { (closes, begins) } else { (begins, closes) };
            let left_end = at_left && is_outermost(piece, |other, this| other.left() < this.left());
            let right_end = at_right && is_outermost(piece, |other, this| other.right() > this.right());
            let (line, mut rect) = *piece;
            rect.min.x -= if left_end { PAD } else { 0.0 };
            rect.max.x += if right_end { PAD } else { 0.0 };
            Piece { line, rect, left_end, right_end }
        });
        pieces.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::text::{Engine, Role};
    use crate::model::Direction;
    use eframe::egui::Context;

    fn geometry(n_lanes: usize) -> BandGeometry {
        let laid = Engine::of(&Context::default()).layout("Two died.", Role::Article, Direction::Auto, None);
        BandGeometry::new(1.0, &laid.lines()[0], n_lanes)
    }

    #[test]
    fn lanes_stand_and_are_as_thick_as_the_design_has_them() {
        let lanes = |n: usize| (0..n).map(move |lane| (geometry(n).line_top(lane), geometry(n).line_bottom(lane)));
        assert_eq!(lanes(3).collect::<Vec<_>>(), [(5.0, 7.0), (9.0, 11.0), (13.0, 15.0)]);
        let five = [(5.0, 6.5), (7.5, 9.0), (10.0, 11.5), (12.5, 14.0), (15.0, 16.5)];
        assert_eq!(lanes(5).collect::<Vec<_>>(), five);
        assert_eq!(lanes(4).collect::<Vec<_>>(), five[..4]);
    }

    #[test]
    fn an_outer_band_frames_the_inner_ones() {
        let tops: Vec<f32> = (0..4).map(|depth| geometry(3).band_top(depth)).collect();
        assert_eq!(tops, [-15.0, -13.0, -11.0, -9.0]);
    }
}
