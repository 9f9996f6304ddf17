use std::ops::Range;
use std::sync::Mutex;

use eframe::egui::vec2;
use parley::{
    BaseDirection, FontContext, FontStyle, Layout, LayoutContext, LineHeight, OverflowWrap, RangedBuilder,
    StyleProperty,
};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::laid::{Cell, FaceRun, Glyph, Laid, Line};
use super::missing;
use super::script::{arabic_ranges, is_mostly_arabic};
use super::style::{Face, Style};
use crate::model::Direction;

/// A paragraph longer than this many bytes is laid out in chunks, so that no
/// one call takes long and no count overflows.
const CHUNK: usize = 16 * 1024;
/// What a tab is wider than a space, in sizes of the face.
const TAB: f32 = 0.75;
/// A grapheme of more bytes is kept from being broken at the end of a line.
const LONG_GRAPHEME: usize = 8;
/// So many characters of one grapheme are drawn, more than any writing uses.
const MOST_JOINED: usize = 32;

/// What shaping needs besides the text.
pub struct Request<'a> {
    pub style: &'a Style,
    pub direction: Direction,
    pub max_width: Option<f32>,
    pub pixels_per_point: f32,
}

/// Shapes `text` and breaks it into lines.
pub fn shape(fonts: &mut FontContext, layouts: &mut LayoutContext<()>, text: &str, request: &Request<'_>) -> Laid {
    let mut shaping = Shaping { fonts, layouts, request, laid: empty(text, request), height: 0.0 };
    for paragraph in paragraphs(text) {
        let words = &text[paragraph.clone()];
        let rtl = request.direction.is_right_to_left(words);
        let arabic = is_mostly_arabic(words);
        for chunk in chunks(words) {
            shaping.piece(paragraph.start + chunk.start..paragraph.start + chunk.end, rtl, arabic);
        }
        if let Some(line) = shaping.laid.lines.last_mut() {
            line.soft = false;
        }
    }
    let height = shaping.height;
    let mut laid = shaping.laid;
    align(&mut laid, request.max_width.map(|width| (width * request.pixels_per_point).floor()), height);
    laid
}

fn empty(text: &str, request: &Request<'_>) -> Laid {
    Laid {
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

/// The byte ranges between line breaks (LF, CRLF, CR, U+2028, U+2029), at least one.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            found.push(start..at);
            start = at + c.len_utf8();
            if c == '\r' && chars.next_if(|&(_, next)| next == '\n').is_some() {
                start += 1;
            }
        }
    }
    found.push(start..text.len());
    found
}

/// Parts of at most [`CHUNK`] bytes, cut after a space, else between graphemes;
/// longer where one grapheme is.
fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while text.len() - start > CHUNK {
        let limit = text.floor_char_boundary(start + CHUNK);
        let window = &text[start..limit];
        let space = window.rfind(char::is_whitespace).map(|at| start + at);
        let cut = space.map(|at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        // A cursor over the whole text never asks for another chunk of it.
        let grapheme = || GraphemeCursor::new(limit, text.len(), true).prev_boundary(text, 0).ok().flatten();
        let cut = cut.or_else(grapheme).filter(|&cut| cut > start).unwrap_or(limit);
        let mut cursor = GraphemeCursor::new(cut, text.len(), true);
        let is_whole = cursor.is_boundary(text, 0) == Ok(true);
        let cut = if is_whole { cut } else { cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()) };
        found.push(start..cut);
        start = cut;
    }
    if start < text.len() || found.is_empty() {
        found.push(start..text.len());
    }
    found
}

/// Lines as they come from the shaper: everything in pixels, each line’s
/// leftmost cell at 0.
struct Shaping<'a> {
    fonts: &'a mut FontContext,
    layouts: &'a mut LayoutContext<()>,
    request: &'a Request<'a>,
    laid: Laid,
    height: f32,
}

impl Shaping<'_> {
    fn piece(&mut self, bytes: Range<usize>, rtl: bool, arabic: bool) {
        let style = self.request.style;
        let text = &self.laid.text[bytes.clone()];
        let graphemes: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let words = printable(text, &graphemes);
        let scale = self.request.pixels_per_point;
        let tabs = text.match_indices('\t').map(|(at, _)| (at..at + 1, TAB * style.latin().size));
        let mut special = Special { wider: tabs.collect(), whole: long_graphemes(text, &graphemes) };
        let max_width = self.request.max_width.map(|width| (width * scale).floor());
        let mut layout = self.build(&words, rtl, arabic, &special);
        layout.break_all_lines(max_width);
        let boxes = missing_letters(&layout, &words);
        if !boxes.is_empty() {
            special.wider.extend(boxes);
            layout = self.build(&words, rtl, arabic, &special);
            layout.break_all_lines(max_width);
        }

        let face = if arabic { style.arabic() } else { style.latin() };
        let tall = (face.line * scale).round().max(1.0);
        let baseline = baseline(style, face, scale, tall);
        for line in layout.lines() {
            let (cells, glyphs) = (self.laid.cells.len(), self.laid.glyphs.len());
            if !words.is_empty() {
                self.line(&line, bytes.start, &graphemes);
            }
            let range = if words.is_empty() { 0..0 } else { line.text_range() };
            let cells = cells..self.laid.cells.len();
            self.laid.lines.push(Line {
                top: self.height,
                baseline: self.height + baseline,
                bottom: self.height + tall,
                left: 0.0,
                right: 0.0,
                bytes: bytes.start + range.start..bytes.start + range.end,
                rtl,
                soft: true,
                cells,
                glyphs: glyphs..self.laid.glyphs.len(),
            });
            self.height += tall;
        }
    }

    fn build(&mut self, words: &str, rtl: bool, arabic: bool, special: &Special) -> Layout<()> {
        let style = self.request.style;
        let mut builder = self.layouts.ranged_builder(self.fonts, words, self.request.pixels_per_point, true);
        builder.set_base_direction(if rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(OverflowWrap::BreakWord);
        push(&mut builder, style.latin(), style.italic, None, style.arabic());
        for range in arabic_ranges(words, arabic) {
            push(&mut builder, style.arabic(), false, Some(range), style.latin());
        }
        for (range, points) in &special.wider {
            builder.push(StyleProperty::LetterSpacing(*points), range.clone());
        }
        for range in &special.whole {
            builder.push(StyleProperty::OverflowWrap(OverflowWrap::Normal), range.clone());
        }
        builder.build(words)
    }

    fn line(&mut self, line: &parley::Line<'_, ()>, offset: usize, graphemes: &[usize]) {
        let first_cell = self.laid.cells.len();
        let mut x = 0.0;
        for run in line.runs() {
            let face = u16::try_from(self.face(&run)).unwrap_or(u16::MAX);
            let mut pen = x;
            for cluster in run.visual_clusters() {
                let bytes = cluster.text_range();
                let lacking = cluster.glyphs().any(|glyph| glyph.id == 0);
                let Laid { text, glyphs, .. } = &mut self.laid;
                let mut letters = text[offset + bytes.start..offset + bytes.end].chars().filter(|&c| !is_joiner(c));
                for glyph in cluster.glyphs() {
                    let missing = if glyph.id == 0 { letters.next() } else { None };
                    let (shift, advance) = match missing {
                        Some(c) => (0.0, missing::advance(c, run.font_size())),
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

/// What is laid out in a way of its own.
struct Special {
    /// Letters that take more room than in their font, and by how many points: tabs, and those that no font has.
    wider: Vec<(Range<usize>, f32)>,
    /// Where no line may be broken though words may be.
    whole: Vec<Range<usize>>,
}

/// The graphemes that may be of several fonts, each without its first character.
fn long_graphemes(text: &str, graphemes: &[usize]) -> Vec<Range<usize>> {
    let ends = graphemes.iter().skip(1).copied().chain([text.len()]);
    let long = graphemes.iter().copied().zip(ends).filter(|(start, end)| end - start > LONG_GRAPHEME);
    long.map(|(start, end)| text.ceil_char_boundary(start + 1)..end).collect()
}

/// Whether `c` only joins or varies what stands beside it, and so needs no box.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{34F}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}')
}

/// `text` as it is shaped, with as many bytes, so that offsets stay: spaces in
/// the place of characters that steer a terminal or a page rather than print,
/// and nothing to be seen in that of what is heaped on one grapheme beyond all use.
fn printable(text: &str, graphemes: &[usize]) -> String {
    let mut words = String::with_capacity(text.len());
    let ends = graphemes.iter().skip(1).copied().chain([text.len()]);
    for (start, end) in graphemes.iter().copied().zip(ends) {
        words.extend(text[start..end].chars().enumerate().map(|(nth, c)| match (c, c.len_utf8()) {
            ('\t' | '\u{B}' | '\u{C}', _) => ' ',
            ('\u{85}', _) => '\u{A0}',
            (_, 2) if nth >= MOST_JOINED => '\u{34F}',
            (_, 3) if nth >= MOST_JOINED => '\u{FE0F}',
            (_, 4) if nth >= MOST_JOINED => '\u{E0100}',
            _ => c,
        }));
    }
    words
}

/// How far below the top of a line `tall` pixels high its letters stand.
/// In rows and fields, where lines are as tall in every script, that is the
/// same for all, so that what stands side by side is level.
fn baseline(style: &Style, face: Face, scale: f32, tall: f32) -> f32 {
    let latin = style.latin();
    let face = if face.line == latin.line { latin } else { face };
    let (ascent, descent) = face.family.extents();
    let (ascent, descent) = (ascent * face.size * scale, descent * face.size * scale);
    ((tall - ascent - descent) / 2.0 + ascent).round()
}

/// The letters that no font has, each with the points that its box lacks in width.
fn missing_letters(layout: &Layout<()>, words: &str) -> Vec<(Range<usize>, f32)> {
    let runs = layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>());
    let mut found = Vec::new();
    for run in runs {
        for cluster in run.clusters() {
            let lacking = cluster.glyphs().filter(|glyph| glyph.id == 0).count();
            if lacking == 0 {
                continue;
            }
            let range = cluster.text_range();
            let letters = words[range.clone()].chars().filter(|&c| !is_joiner(c)).take(lacking);
            let boxes: f32 = letters.map(|c| missing::advance(c, run.font_size())).sum();
            found.push((range, (boxes - cluster.advance()) / layout.scale()));
        }
    }
    found
}

fn push(builder: &mut RangedBuilder<'_, ()>, face: Face, italic: bool, range: Option<Range<usize>>, fallback: Face) {
    let properties: [StyleProperty<'static, ()>; 5] = [
        StyleProperty::FontFamily(face.family.stack(fallback.family)),
        StyleProperty::FontWeight(face.weight),
        StyleProperty::FontSize(face.size),
        StyleProperty::FontStyle(if italic { FontStyle::Italic } else { FontStyle::Normal }),
        StyleProperty::LineHeight(LineHeight::Absolute(face.line)),
    ];
    for property in properties {
        match &range {
            Some(range) => builder.push(property, range.clone()),
            None => builder.push_default(property),
        }
    }
}

/// Moves each line to the side its paragraph begins at, in a box of `width`
/// pixels or as wide as the longest line, and turns pixels into points.
fn align(laid: &mut Laid, width: Option<f32>, height: f32) {
    let scale = laid.pixels_per_point;
    let advance = |line: &Line, cells: &[Cell]| cells[line.cells.clone()].last().map_or(0.0, |cell| cell.right);
    let longest = laid.lines.iter().map(|line| advance(line, &laid.cells)).fold(0.0, f32::max);
    let width = width.unwrap_or(longest.ceil());
    for line in &mut laid.lines {
        let cells = &mut laid.cells[line.cells.clone()];
        if line.soft {
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
