use std::sync::Mutex;

use egui::vec2;

use super::missing;
use super::shape::{Piece, Request, is_joiner};
use super::style::{ScriptFace, Style};
use super::text_layout::{Cell, FaceRun, Glyph, Line, TextLayout};

/// Breaks the pieces of `text` into lines.
pub fn wrap(text: &str, pieces: &mut [Piece], request: &Request<'_>) -> TextLayout {
    let max_width = request.max_width.map(|width| (width * request.pixels_per_point).floor());
    let mut wrapping = Wrapping { request, laid: empty(text, request), height: 0.0 };
    for piece in pieces {
        // Breaking is cheap beside shaping, which is why pieces are kept between widths.
        piece.layout.break_all_lines(max_width);
        wrapping.piece(piece);
    }
    let Wrapping { mut laid, height, .. } = wrapping;
    align(&mut laid, max_width, height);
    laid
}

fn empty(text: &str, request: &Request<'_>) -> TextLayout {
    TextLayout {
        text: text.into(),
        lines: Vec::new(),
        cells: Vec::new(),
        glyphs: Vec::new(),
        faces: Vec::new(),
        size: vec2(0.0, 0.0),
        pixels_per_point: request.pixels_per_point,
        elided: false,
        mesh: Mutex::new(None),
    }
}

/// Lines as they come from the shaper: everything in pixels, each line’s
/// leftmost cell at 0.
struct Wrapping<'a> {
    request: &'a Request<'a>,
    laid: TextLayout,
    height: f32,
}

impl Wrapping<'_> {
    fn piece(&mut self, piece: &Piece) {
        let style = self.request.style;
        let scale = self.request.pixels_per_point;
        let face = if piece.arabic { style.arabic() } else { style.latin() };
        let tall = (face.line * scale).round().max(1.0);
        let baseline = baseline(style, face, scale, tall);
        for line in piece.layout.lines() {
            let (cells, glyphs) = (self.laid.cells.len(), self.laid.glyphs.len());
            let mut range = 0..0;
            if !piece.bytes.is_empty() {
                self.line(&line, piece);
                range = line.text_range();
            }
            self.laid.lines.push(Line {
                top: self.height,
                baseline: self.height + baseline,
                bottom: self.height + tall,
                left: 0.0,
                right: 0.0,
                bytes: piece.bytes.start + range.start..piece.bytes.start + range.end,
                rtl: piece.rtl,
                soft: true,
                cells: cells..self.laid.cells.len(),
                glyphs: glyphs..self.laid.glyphs.len(),
            });
            self.height += tall;
        }
        if let Some(line) = self.laid.lines.last_mut().filter(|_| piece.is_last) {
            line.soft = false;
        }
    }

    fn line(&mut self, line: &parley::Line<'_, ()>, piece: &Piece) {
        let (offset, graphemes) = (piece.bytes.start, &piece.graphemes);
        let first_cell = self.laid.cells.len();
        let mut x = 0.0;
        for run in line.runs() {
            let face = u16::try_from(self.face(&run)).unwrap_or(u16::MAX);
            let mut pen = x;
            for cluster in run.visual_clusters() {
                let bytes = cluster.text_range();
                let lacking = piece.is_lacking && cluster.glyphs().any(|glyph| glyph.id == 0);
                let TextLayout { text, glyphs, .. } = &mut self.laid;
                // Joiners have no glyph to be missing, and must not take a box from the letter after them.
                let mut letters = text[offset + bytes.start..offset + bytes.end].chars().filter(|&c| !is_joiner(c));
                for glyph in cluster.glyphs() {
                    let missing = if glyph.id == 0 { letters.next() } else { None };
                    let (shift, advance) = match missing {
                        Some(c) => (0.0, missing::advance(c, run.font_size())),
                        // The cluster has been given the width of its boxes; its other glyphs, as marks, add none.
                        None if lacking => (glyph.x, 0.0),
                        None => (glyph.x, glyph.advance),
                    };
                    let id = u16::try_from(glyph.id).unwrap_or(0);
                    glyphs.push(Glyph { id, face, x: pen + shift, y: glyph.y, missing });
                    pen += advance;
                }
                let cell = Cell {
                    start: offset + bytes.start,
                    end: offset + bytes.end,
                    left: x,
                    right: x + cluster.advance(),
                    rtl: cluster.is_rtl(),
                    hangs: false,
                };
                x = cell.right;
                if lacking {
                    pen = x;
                }
                self.push_cell(cell, first_cell, offset, graphemes);
            }
        }
    }

    /// Adds a cell, or lets it grow the one before it where the two are parts
    /// of one grapheme that a change of font divides.
    fn push_cell(&mut self, cell: Cell, first_cell: usize, offset: usize, graphemes: &[usize]) {
        // Shaping parts what a person sees as one sign; the caret must not stand within it.
        let inside = |at: usize| graphemes.binary_search(&(at - offset)).is_err();
        if self.laid.cells.len() > first_cell
            && let Some(last) = self.laid.cells.last_mut()
        {
            let follows = !cell.rtl && last.end == cell.start && inside(cell.start);
            let precedes = cell.rtl && last.start == cell.end && inside(last.start);
            if follows || precedes {
                last.start = last.start.min(cell.start);
                last.end = last.end.max(cell.end);
                last.right = cell.right;
                return;
            }
        }
        self.laid.cells.push(cell);
    }

    fn face(&mut self, run: &parley::Run<'_, ()>) -> usize {
        let (font, synthesis) = (run.font(), run.synthesis());
        let face = FaceRun {
            data: font.data.clone(),
            index: font.index,
            size: run.font_size(),
            coords: run.normalized_coords().iter().map(|coord| coord.to_bits()).collect(),
            skew: synthesis.skew(),
            embolden: synthesis.embolden(),
        };
        let same = |other: &FaceRun| {
            other.data.id() == face.data.id()
                && other.index == face.index
                && other.size == face.size
                && other.coords == face.coords
                && other.skew == face.skew
                && other.embolden == face.embolden
        };
        if let Some(at) = self.laid.faces.iter().position(same) {
            return at;
        }
        self.laid.faces.push(face);
        self.laid.faces.len() - 1
    }
}

/// How far below the top of a line `tall` pixels high its letters stand.
/// In rows and fields, where lines are as tall in every script, that is the
/// same for all, so that what stands side by side is level.
fn baseline(style: &Style, face: ScriptFace, scale: f32, tall: f32) -> f32 {
    let latin = style.latin();
    // Scripts of one line height share one baseline, or words of a list would dance by a point.
    let face = if face.line == latin.line { latin } else { face };
    let (ascent, descent) = face.family.extents();
    let (ascent, descent) = (ascent * face.size * scale, descent * face.size * scale);
    // On a whole pixel: the horizontal strokes of all letters of the line are then equally sharp.
    ((tall - ascent - descent) / 2.0 + ascent).round()
}

/// Moves each line to the side its paragraph begins at, in a box of `width`
/// pixels or as wide as the longest line, and turns pixels into points.
fn align(laid: &mut TextLayout, width: Option<f32>, height: f32) {
    let scale = laid.pixels_per_point;
    let advance = |line: &Line, cells: &[Cell]| cells[line.cells.clone()].last().map_or(0.0, |cell| cell.right);
    let longest = laid.lines.iter().map(|line| advance(line, &laid.cells)).fold(0.0, f32::max);
    let width = width.unwrap_or(longest.ceil());
    for line in &mut laid.lines {
        let cells = &mut laid.cells[line.cells.clone()];
        if line.soft {
            // Before the width of the words is taken: the space at a line's end counts for nothing.
            mark_hanging(&laid.text, cells, line.rtl);
        }
        let content = cells.last().map_or(0.0, |cell| cell.right);
        let shift = if line.rtl { (width - content).round() } else { 0.0 };
        for cell in cells.iter_mut() {
            cell.left = (cell.left + shift) / scale;
            cell.right = (cell.right + shift) / scale;
        }
        for glyph in &mut laid.glyphs[line.glyphs.clone()] {
            glyph.x += shift;
        }
        let words = || cells.iter().filter(|cell| !cell.hangs);
        let start = if line.rtl { width / scale } else { 0.0 };
        line.left = words().next().map_or(start, |cell| cell.left);
        line.right = words().next_back().map_or(start, |cell| cell.right);
        line.top /= scale;
        line.baseline /= scale;
        line.bottom /= scale;
    }
    laid.size = vec2(width / scale, height / scale);
}

/// Finds the white space at the end of a line that was broken there; it stands
/// at the side where the line ends.
fn mark_hanging(text: &str, cells: &mut [Cell], rtl: bool) {
    let blank = |cell: &Cell| text[cell.start..cell.end].chars().all(char::is_whitespace);
    if rtl {
        cells.iter_mut().take_while(|cell| blank(cell)).for_each(|cell| cell.hangs = true);
    } else {
        cells.iter_mut().rev().take_while(|cell| blank(cell)).for_each(|cell| cell.hangs = true);
    }
}
