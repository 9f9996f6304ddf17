use std::ops::Range;

use parley::{
    BaseDirection, FontContext, FontStyle, Language, Layout, LayoutContext, LineHeight, OverflowWrap, RangedBuilder,
    StyleProperty,
};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::Direction;
use super::missing;
use super::script::{arabic_ranges, is_mostly_arabic};
use super::style::{ScriptFace, Style};

/// A paragraph longer than this many bytes is laid out in chunks, so that no
/// one call takes long and no count overflows.
const CHUNK: usize = 16 * 1024;
/// What a tab is wider than a space, in sizes of the face: with the quarter or so that a space takes, a tab is about one
/// size wide. There are no stops, as an article has no columns to align.
const TAB: f32 = 0.75;
/// A grapheme of more bytes is kept from being broken at the end of a line. A letter with two marks has no more, so that
/// ordinary words cost nothing; what is longer may be of several fonts, between which the shaper would break.
const LONG_GRAPHEME: usize = 8;
/// So many characters of one grapheme are drawn, more than any writing uses: Unicode's stream-safe text has at most 30
/// marks in a row (Unicode Standard Annex 15).
const MOST_JOINED: usize = 32;

/// What laying out needs besides the text; the width is for its lines alone.
pub struct Request<'a> {
    pub style: &'a Style,
    pub direction: Direction,
    pub max_width: Option<f32>,
    pub pixels_per_point: f32,
    pub language: Option<Language>,
}

/// A stretch of text in one direction that is shaped, from which lines of any width are made.
pub struct Piece {
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// Whether its paragraph runs from right to left.
    pub rtl: bool,
    /// Whether its paragraph is mostly Arabic.
    pub arabic: bool,
    /// Whether its paragraph ends with it.
    pub is_last: bool,
    /// Whether no font has some of its letters.
    pub is_lacking: bool,
    /// Where its graphemes begin, in bytes of the piece.
    pub graphemes: Vec<usize>,
    /// Its glyphs, in pixels.
    pub layout: Layout<()>,
}

/// Shapes `text`, in at least one piece.
pub fn shape(
    fonts: &mut FontContext,
    layouts: &mut LayoutContext<()>,
    text: &str,
    request: &Request<'_>,
) -> Vec<Piece> {
    let mut shaping = Shaping { fonts, layouts, request };
    let mut pieces = Vec::new();
    for paragraph in paragraphs(text) {
        let words = &text[paragraph.clone()];
        let rtl = request.direction.is_right_to_left(words);
        let arabic = is_mostly_arabic(words);
        for chunk in chunks(words) {
            let is_last = chunk.end == words.len();
            let bytes = paragraph.start + chunk.start..paragraph.start + chunk.end;
            pieces.push(shaping.piece(text, bytes, rtl, arabic, is_last));
        }
    }
    pieces
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
        // A blank may be joined to a mark behind it, and is no place to cut then.
        let cut = if is_whole { cut } else { cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()) };
        found.push(start..cut);
        start = cut;
    }
    if start < text.len() || found.is_empty() {
        found.push(start..text.len());
    }
    found
}

struct Shaping<'a> {
    fonts: &'a mut FontContext,
    layouts: &'a mut LayoutContext<()>,
    request: &'a Request<'a>,
}

impl Shaping<'_> {
    fn piece(&mut self, text: &str, bytes: Range<usize>, rtl: bool, arabic: bool, is_last: bool) -> Piece {
        let text = &text[bytes.clone()];
        let graphemes: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let words = printable(text, &graphemes);
        let tabs = text.match_indices('\t').map(|(at, _)| (at..at + 1, TAB * self.request.style.latin().size));
        let mut special = Special { wider: tabs.collect(), whole: long_graphemes(text, &graphemes) };
        let mut layout = self.build(&words, rtl, arabic, &special);
        // Found by shaping once without them: only then it is known which letters no face has, and how wide
        // their boxes are.
        let boxes = missing_letters(&mut layout, &words);
        let is_lacking = !boxes.is_empty();
        if is_lacking {
            special.wider.extend(boxes);
            layout = self.build(&words, rtl, arabic, &special);
        }
        Piece { bytes, rtl, arabic, is_last, is_lacking, graphemes, layout }
    }

    fn build(&mut self, words: &str, rtl: bool, arabic: bool, special: &Special) -> Layout<()> {
        let style = self.request.style;
        let mut builder = self.layouts.ranged_builder(self.fonts, words, self.request.pixels_per_point, true);
        builder.set_base_direction(if rtl { BaseDirection::Rtl } else { BaseDirection::Ltr });
        builder.push_default(OverflowWrap::BreakWord);
        builder.push_default(StyleProperty::Locale(self.request.language));
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
pub fn is_joiner(c: char) -> bool {
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
            // Each is replaced by a sign of as many bytes, so that all places stay what they are in the text.
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

/// The letters that no font has, each with the points that its box lacks in width.
fn missing_letters(layout: &mut Layout<()>, words: &str) -> Vec<(Range<usize>, f32)> {
    layout.break_all_lines(None);
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

fn push(
    builder: &mut RangedBuilder<'_, ()>,
    face: ScriptFace,
    italic: bool,
    range: Option<Range<usize>>,
    fallback: ScriptFace,
) {
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
