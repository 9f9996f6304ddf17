use std::ops::Range;
use std::sync::Mutex;

use egui::{Pos2, Rect, Vec2, pos2};
use fontique::Blob;

use super::mesh::CachedMesh;

/// Text that is shaped and broken into lines: what is painted, hit, selected
/// and walked through. Positions are points from its top left corner, places
/// are byte offsets into its text.
///
/// A line break in the text ends a paragraph, each with its own direction; so
/// does, for the reader almost unseen, every 16 kB of a longer one.
pub struct TextLayout {
    pub(super) text: Box<str>,
    pub(super) lines: Vec<Line>,
    pub(super) cells: Vec<Cell>,
    pub(super) glyphs: Vec<Glyph>,
    pub(super) faces: Vec<FaceRun>,
    pub(super) size: Vec2,
    pub(super) pixels_per_point: f32,
    pub(super) elided: bool,
    /// The quads, made when it is first painted. They may be made anew without
    /// the text being laid out anew, hence the lock.
    pub(super) mesh: Mutex<Option<CachedMesh>>,
}

/// One line on the screen; lengths in points from the top left of the [`TextLayout`].
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The upper edge; whole pixels.
    pub top: f32,
    /// Where letters stand; whole pixels.
    pub baseline: f32,
    /// The lower edge, which is the upper one of the next line; whole pixels.
    pub bottom: f32,
    /// The left edge of its words, without the space it was broken at.
    pub left: f32,
    /// The right edge of its words, without the space it was broken at.
    pub right: f32,
    /// Its bytes, with the space it was broken at, without a line break.
    pub bytes: Range<usize>,
    /// Whether its paragraph runs from right to left.
    pub rtl: bool,
    /// Whether it was broken because it was full.
    pub soft: bool,
    pub(super) cells: Range<usize>,
    pub(super) glyphs: Range<usize>,
}

/// One grapheme cluster, in visual order within its line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub start: usize,
    pub end: usize,
    pub left: f32,
    pub right: f32,
    pub rtl: bool,
    /// White space that hangs over the end of a soft line.
    pub hangs: bool,
}

/// One glyph, in pixels from the left of the layout and its line’s baseline.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub id: u16,
    pub face: u16,
    pub x: f32,
    pub y: f32,
    /// The character it stands for where its font lacks it.
    pub missing: Option<char>,
}

/// A font at a size in pixels.
#[derive(Clone)]
pub(super) struct FaceRun {
    pub data: Blob<u8>,
    pub index: u32,
    pub size: f32,
    pub coords: Vec<i16>,
    pub skew: Option<f32>,
    pub embolden: bool,
}

/// Which of the two characters beside a place it belongs to; they may stand
/// apart where direction changes or a line was broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Affinity {
    /// The character that follows in the text.
    #[default]
    Downstream,
    /// The character that precedes in the text.
    Upstream,
}

/// A place between two graphemes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Place {
    /// The offset in bytes.
    pub byte: usize,
    /// The neighbour it is drawn at.
    pub affinity: Affinity,
}

impl Place {
    /// The place before the character at `byte`.
    pub fn before(byte: usize) -> Place {
        Place { byte, affinity: Affinity::Downstream }
    }

    /// The place after the character that ends at `byte`.
    pub fn after(byte: usize) -> Place {
        Place { byte, affinity: Affinity::Upstream }
    }
}

impl TextLayout {
    /// The text that was laid out; of an elided one, what is left with its “ …”.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Width and height in points. The width is the one it was laid out for,
    /// else that of the longest line with its trailing spaces.
    pub fn size(&self) -> Vec2 {
        self.size
    }

    /// The smallest rectangle in points that holds every line’s words.
    pub fn words_rect(&self) -> Rect {
        let left = self.lines.iter().map(|line| line.left).fold(f32::INFINITY, f32::min);
        let right = self.lines.iter().map(|line| line.right).fold(f32::NEG_INFINITY, f32::max);
        Rect::from_min_max(pos2(left.min(right), 0.0), pos2(right, self.size.y))
    }

    /// The lines from top to bottom, at least one.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Whether words were left out at the end, with “ …” in their place.
    pub fn is_elided(&self) -> bool {
        self.elided
    }

    /// Whether its first paragraph runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.lines.first().is_some_and(|line| line.rtl)
    }

    /// The rectangles of the bytes in `range`, each with the index of its line,
    /// as tall as that line; more than one in a line where direction changes.
    /// A grapheme that is covered in part counts as a whole, and the space at
    /// which a line was broken has none.
    ///
    /// ```
    /// use newsmark_ui::text::{Direction, Engine, Role};
    ///
    /// let text = "قُتل 46 شخصًا";
    /// let laid = Engine::of(&egui::Context::default()).layout(text, Role::Article, Direction::Auto, None);
    /// let four = text.find('4').unwrap();
    /// let (four, six) = (laid.rects(four..four + 1)[0].1, laid.rects(four + 1..four + 2)[0].1);
    /// assert!(four.right() <= six.left() + 0.01, "a figure reads forwards in an Arabic sentence");
    /// ```
    pub fn rects(&self, range: Range<usize>) -> Vec<(usize, Rect)> {
        self.rects_in(range, 0..self.lines.len())
    }

    /// The lines that hold the bytes in `range`.
    pub fn lines_of(&self, range: Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.bytes.end <= range.start);
        let end = self.lines.partition_point(|line| line.bytes.start < range.end);
        first..end.max(first)
    }

    /// The lines of which something stands between two heights, in points from the top.
    pub fn lines_between(&self, top: f32, bottom: f32) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.bottom <= top);
        let end = self.lines.partition_point(|line| line.top < bottom);
        first..end.max(first)
    }

    /// As [`rects`](TextLayout::rects), within some lines alone.
    pub fn rects_in(&self, range: Range<usize>, lines: Range<usize>) -> Vec<(usize, Rect)> {
        let holding = self.lines_of(range.clone());
        let mut rects = Vec::new();
        for index in holding.start.max(lines.start)..holding.end.min(lines.end) {
            let line = &self.lines[index];
            let mut open: Option<Rect> = None;
            for cell in &self.cells[line.cells.clone()] {
                if cell.hangs || cell.start >= range.end || cell.end <= range.start {
                    // A gap ends the rectangle: where the direction turns, selected words lie in two places of a line.
                    rects.extend(open.take().map(|rect| (index, rect)));
                    continue;
                }
                let rect = Rect::from_min_max(pos2(cell.left, line.top), pos2(cell.right, line.bottom));
                open = Some(open.map_or(rect, |open| open.union(rect)));
            }
            rects.extend(open.map(|rect| (index, rect)));
        }
        rects
    }

    /// Where characters of `range` without width stand in some lines: as tall as these, a point wide.
    pub fn hairlines(&self, range: Range<usize>, lines: Range<usize>) -> Vec<Rect> {
        let holding = self.lines_of(range.clone());
        let lines = holding.start.max(lines.start)..holding.end.min(lines.end);
        let cells = lines.flat_map(|index| {
            let line = &self.lines[index];
            self.cells[line.cells.clone()].iter().map(move |cell| (line, cell))
        });
        let unseen = cells.filter(|(_, cell)| {
            let is_thin = cell.right - cell.left < 0.5;
            is_thin && cell.start < range.end && cell.end > range.start
        });
        let rects = unseen.map(|(line, cell)| {
            Rect::from_min_max(pos2(cell.left - 0.5, line.top), pos2(cell.left + 0.5, line.bottom))
        });
        rects.collect()
    }

    /// The place nearest to `pos`, in the line at its height; above the first
    /// line and below the last those count.
    pub fn hit(&self, pos: Pos2) -> Place {
        let index = self.lines.partition_point(|line| line.bottom <= pos.y).min(self.lines.len() - 1);
        self.hit_in_line(index, pos.x)
    }

    /// The place in line `index` nearest to `x` points from the left.
    pub fn hit_in_line(&self, index: usize, x: f32) -> Place {
        let Some(line) = self.lines.get(index) else { return Place::default() };
        let cells = &self.cells[line.cells.clone()];
        let nearest = cells.iter().position(|cell| x < cell.right).unwrap_or(cells.len().saturating_sub(1));
        match cells.get(nearest) {
            Some(cell) if x < (cell.left + cell.right) / 2.0 => cell.left_place(),
            Some(cell) => cell.right_place(),
            None => Place::before(line.bytes.start),
        }
    }

    /// The caret at `place`: as tall as its line and without width. A place
    /// that is not in the text is drawn at its end.
    pub fn caret(&self, place: Place) -> Rect {
        let (index, edge) = self.edge(place);
        let line = &self.lines[index];
        // Spaces at a line's end hang beyond the width; a caret among them stays within the field.
        let x = self.edge_x(line, edge).clamp(0.0, self.size.x.max(0.0));
        Rect::from_min_max(pos2(x, line.top), pos2(x, line.bottom))
    }

    /// The index of the line in which `place` is drawn.
    pub fn line_of(&self, place: Place) -> usize {
        self.edge(place).0
    }

    /// The line of `place` and how many of its cells stand to the left of it.
    pub(super) fn edge(&self, place: Place) -> (usize, usize) {
        let before = self.lines.partition_point(|line| line.bytes.start <= place.byte).saturating_sub(1);
        if place.affinity == Affinity::Upstream && self.lines[before].bytes.start == place.byte && before > 0 {
            let previous = &self.lines[before - 1];
            // One byte is two places where a line was broken by its width: the end of one line and the start of
            // the next.
            if previous.bytes.end == place.byte && previous.soft {
                return (before - 1, self.edge_in_line(before - 1, place));
            }
        }
        (before, self.edge_in_line(before, place))
    }

    fn edge_in_line(&self, index: usize, place: Place) -> usize {
        let line = &self.lines[index];
        let cells = &self.cells[line.cells.clone()];
        let holds = |byte: Option<usize>| {
            cells.iter().position(|cell| byte.is_some_and(|byte| (cell.start..cell.end).contains(&byte)))
        };
        let upstream = || holds(place.byte.checked_sub(1)).map(|at| at + usize::from(!cells[at].rtl));
        let downstream = || holds(Some(place.byte)).map(|at| at + usize::from(cells[at].rtl));
        let found = match place.affinity {
            Affinity::Upstream => upstream().or_else(downstream),
            Affinity::Downstream => downstream().or_else(upstream),
        };
        // Only an empty line, or a place past the end, is in no cell.
        found.unwrap_or(if line.rtl { 0 } else { cells.len() })
    }

    fn edge_x(&self, line: &Line, edge: usize) -> f32 {
        let cells = &self.cells[line.cells.clone()];
        match edge.checked_sub(1).and_then(|at| cells.get(at)) {
            Some(cell) => cell.right,
            None => cells.first().map_or(line.left, |cell| cell.left),
        }
    }
}

impl Cell {
    /// The place at its left edge.
    pub fn left_place(&self) -> Place {
        if self.rtl { Place::after(self.end) } else { Place::before(self.start) }
    }

    /// The place at its right edge.
    pub fn right_place(&self) -> Place {
        if self.rtl { Place::before(self.start) } else { Place::after(self.end) }
    }
}
