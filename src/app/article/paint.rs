use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use eframe::egui::{Color32, Painter, Pos2, pos2};

use crate::app::document::Proposals;
use crate::app::text::{Engine, TextLayout};
use crate::app::theme::Theme;
use crate::edit::OpenProject;
use crate::model::{Annotation, AnnotationId, FieldValue, Span};

use super::bands::{BandGeometry, Painting};
use super::block::{Block, UNDER_GAP};
use super::handles::Handle;
use super::marks::Mark;
use super::preview::Preview;
use super::view_options::MarkStyle;
use super::{Column, Found, Lit, margin, movement};

/// A block on the screen.
pub struct ShownBlock {
    /// The part's index.
    pub part: usize,
    /// The number of the paragraph that begins with it.
    pub number: Option<u32>,
    /// The block's upper edge in the window, in points.
    pub top: f32,
    /// The block.
    pub block: Block,
    /// Its marks, the longest first.
    pub marks: Rc<[Mark]>,
}

impl ShownBlock {
    /// Upper left corner of the words.
    pub fn origin(&self, column: &Column) -> Pos2 {
        pos2(column.left, self.top + self.block.before)
    }
}

/// What painting a frame of the article needs to know.
pub struct Scene<'a> {
    /// The painter of the article's area.
    pub painter: &'a Painter,
    /// The colours.
    pub theme: &'a Theme,
    /// The project.
    pub open: &'a OpenProject,
    /// The column.
    pub column: Column,
    /// The mark under the pointer.
    pub hovered: Option<AnnotationId>,
    /// A mark whose boundary is being moved, as it would be.
    pub preview: Option<Preview>,
    /// What marking would mark of the selected words.
    pub marked: Option<Span>,
    /// Whether marks are hidden while the key is held.
    pub is_clean: bool,
    /// The part in which the caret is to be seen.
    pub caret_in: Option<usize>,
    /// The words that fields of the selected mark rest on.
    pub anchors: Vec<Span>,
    /// What is proposed, where that is shown.
    pub proposals: Option<&'a Proposals>,
    /// The words that proposed fields rest on.
    pub lit: &'a [Lit],
    /// The words that a field under the pointer rests on.
    pub highlighted: Option<Span>,
    /// What was found.
    pub found: Option<Found<'a>>,
    /// What is drawn of each mark.
    pub drawn: &'a dyn Fn(&Annotation) -> MarkStyle,
}

impl Scene<'_> {
    /// Paints one block with its marks, margin, selection and caret; answers the
    /// handles of the selected mark.
    pub fn block(&self, shown: &ShownBlock) -> Vec<Handle> {
        let Some(laid) = &shown.block.laid else { return Vec::new() };
        let marks = match &self.preview {
            _ if self.is_clean => Cow::Borrowed(&[][..]),
            Some(preview) => preview.among(&shown.marks, &shown.block.bytes),
            None => Cow::Borrowed(&shown.marks[..]),
        };
        let origin = shown.origin(&self.column);
        let n_lanes = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
        let Some(line) = laid.lines().first() else { return Vec::new() };
        let painting = Painting {
            painter: self.painter,
            theme: self.theme,
            bytes: shown.block.bytes.clone(),
            lines: self.lines(laid, origin),
            laid,
            origin,
            marks: &marks,
            geometry: BandGeometry::new(self.column.scale, line, n_lanes),
            selected: self.open.selected,
            hovered: self.hovered,
            drawn: self.drawn,
        };
        // Bands first: hits, selection and words lie over them. The rules come after the selection, whose
        // ground would hide them.
        let proposals = self.proposals.filter(|_| !self.is_clean);
        if let Some(proposals) = proposals {
            painting.lit(self.lit);
            painting.proposed_in_hand(proposals);
        }
        painting.bands();
        let found = self.found.filter(|_| !self.is_clean);
        if let Some(found) = found {
            painting.hits(found);
        }
        if let Some(span) = self.highlighted.filter(|_| !self.is_clean) {
            painting.selection(span, None);
        }
        if let Some(span) = self.open.selection.span() {
            painting.selection(span, self.marked);
        }
        painting.rules();
        if !self.is_clean {
            self.anchors.iter().for_each(|span| painting.anchor(*span));
            margin::paint(&painting, &self.column);
        }
        if let Some(proposals) = proposals {
            painting.proposed(proposals, &self.column);
            painting.ring_lit(self.lit);
        }
        if let Some(number) = shown.number {
            margin::number(&painting, number, &self.column);
        }
        // Words above all grounds and rules, so that nothing takes from their contrast.
        self.words(laid, painting.origin, self.theme.text);
        self.under(&shown.block, painting.origin.y + laid.size().y);
        if let Some(found) = found {
            // Its outline goes over the words, as the ground of the hits lies under those of the selection.
            painting.current(found);
        }
        // Over the words: a handle is taken hold of at the letter that it stands before.
        let handles = self.handles(&painting);
        self.caret(&painting, shown.part);
        handles
    }

    /// Paints the handles of the selected mark, where it may be changed.
    fn handles(&self, painting: &Painting<'_>) -> Vec<Handle> {
        // While a field is picked for, a press in the article takes words; a handle under it would be moved
        // instead.
        let may_change = self.open.read_only.is_none() && self.open.picking.is_none();
        let Some(mark) = painting.marks.iter().find(|mark| may_change && mark.is(painting.selected)) else {
            return Vec::new();
        };
        let handles = painting.handles(mark);
        handles.iter().for_each(|handle| handle.paint(self.painter, self.theme, mark.category()));
        handles
    }

    /// Paints the head of an article whose title is not in its text.
    pub fn head(&self, block: &Block, top: f32) {
        if let Some(laid) = &block.laid {
            self.words(laid, pos2(self.column.left, top), self.theme.text);
            self.under(block, top + laid.size().y);
        }
    }

    /// Paints the line of outlet, byline and date under the headline.
    fn under(&self, block: &Block, top: f32) {
        if let Some(under) = &block.under {
            self.words(under, pos2(self.column.left, top + UNDER_GAP), self.theme.text2);
        }
    }

    /// Paints words with their upper left corner at `at`.
    fn words(&self, laid: &TextLayout, at: Pos2, colour: Color32) {
        Engine::of(self.painter.ctx()).paint(laid, self.painter, at, colour);
    }

    /// The lines that are on the screen, with those that reach into it from above and below.
    fn lines(&self, laid: &TextLayout, origin: Pos2) -> Range<usize> {
        let clip = self.painter.clip_rect();
        let (top, bottom) = (clip.top() - origin.y, clip.bottom() - origin.y);
        // One line more at both ends: underlines reach into the line below, and tall letters into the one
        // above.
        let first = laid.lines().partition_point(|line| line.bottom < top).saturating_sub(1);
        let end = laid.lines().partition_point(|line| line.top < bottom) + 1;
        first..end.min(laid.lines().len())
    }

    fn caret(&self, painting: &Painting<'_>, part: usize) {
        if self.caret_in == Some(part) {
            let mut place = movement::place(self.open.selection);
            // A part of a long paragraph may begin a line later than the text alone says.
            place.byte = place.byte.clamp(painting.bytes.start, painting.bytes.end) - painting.bytes.start;
            painting.caret(place);
        }
    }
}

/// The words that fields of the selected mark rest on.
pub fn anchors(open: &OpenProject) -> Vec<Span> {
    let Some(annotation) = open.selected_annotation() else { return Vec::new() };
    let fields = annotation.fields().into_iter();
    let values = fields.filter_map(|path| annotation.field(path));
    // Within the mark's own band a hairline could not be told from its underline.
    let outside = |span: &Span| !annotation.spans.iter().any(|own| own.encloses(*span));
    values
        .filter_map(|value| match value {
            FieldValue::Words(Some(words)) => words.anchor?.at,
            _ => None,
        })
        .filter(outside)
        .collect()
}
