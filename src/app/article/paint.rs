use eframe::egui::{Color32, Painter, Pos2, pos2};

use crate::app::text::{Engine, Laid};
use crate::app::theme::Theme;
use crate::edit::OpenProject;
use crate::model::{AnnotationId, Category, FieldPath, FieldValue, Span};

use super::bands::{Geometry, Painting};
use super::block::{Block, UNDER_GAP};
use super::handles::Handle;
use super::lanes::{self, Mark};
use super::preview::Preview;
use super::{Column, margin, movement};

/// A block on the screen.
pub struct Shown {
    /// The paragraph's index.
    pub index: usize,
    /// The block's upper edge in the window, in points.
    pub top: f32,
    /// The block.
    pub block: Block,
}

impl Shown {
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
    pub preview: Option<&'a Preview>,
    /// Whether marks are hidden while the key is held.
    pub is_clean: bool,
    /// Whether the caret is to be seen.
    pub shows_caret: bool,
}

impl Scene<'_> {
    /// Paints one block with its marks, margin, selection and caret; answers the
    /// handles of the selected mark.
    pub fn block(&self, shown: &Shown, marks: &[Mark]) -> Vec<Handle> {
        let Some(laid) = &shown.block.laid else { return Vec::new() };
        let paragraph = self.open.project().article().text.paragraphs()[shown.index];
        let marks = if self.is_clean { &[] } else { marks };
        let with_preview = self.preview.filter(|_| !self.is_clean).map(|preview| preview.among(marks, paragraph));
        let marks = with_preview.as_deref().unwrap_or(marks);
        let n_lanes = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
        let Some(line) = laid.lines().first() else { return Vec::new() };
        let painting = Painting {
            painter: self.painter,
            theme: self.theme,
            paragraph,
            laid,
            origin: shown.origin(&self.column),
            marks,
            geometry: Geometry::new(self.column.scale, line, n_lanes),
            selected: self.open.selected,
            hovered: self.hovered,
        };
        painting.bands();
        if let Some(span) = self.open.selection.span() {
            painting.selection(span);
        }
        painting.underlines();
        if !self.is_clean {
            self.anchors().into_iter().for_each(|span| painting.anchor(span));
            margin::paint(&painting, &self.column);
        }
        margin::number(&painting, &self.column);
        self.words(laid, painting.origin, self.theme.text);
        self.under(shown, painting.origin.y + laid.size().y);
        let handles = self.handles(&painting);
        self.caret(&painting);
        handles
    }

    /// Paints the handles of the selected mark, where it may be changed.
    fn handles(&self, painting: &Painting<'_>) -> Vec<Handle> {
        let may_change = self.open.read_only.is_none() && self.open.picking.is_none();
        let Some(mark) = painting.marks.iter().find(|mark| may_change && lanes::is(mark, painting.selected)) else {
            return Vec::new();
        };
        let handles = painting.handles(mark);
        handles.iter().for_each(|handle| handle.paint(self.painter, self.theme, mark.annotation.category()));
        handles
    }

    /// Paints the line of outlet, byline and date under the headline.
    pub fn under(&self, shown: &Shown, top: f32) {
        if let Some(under) = &shown.block.under {
            self.words(under, pos2(self.column.left, top + UNDER_GAP), self.theme.text2);
        }
    }

    /// Paints words with their upper left corner at `at`.
    pub fn words(&self, laid: &Laid, at: Pos2, colour: Color32) {
        Engine::of(self.painter.ctx()).paint(laid, self.painter, at, colour);
    }

    /// The words that fields of the selected mark rest on.
    fn anchors(&self) -> Vec<Span> {
        let Some(annotation) = self.open.selected_annotation() else { return Vec::new() };
        let fields = FieldPath::of(annotation.category()).iter();
        let values = fields.filter_map(|path| annotation.field(*path));
        let outside = |span: &Span| !annotation.spans.iter().any(|own| own.encloses(*span));
        values
            .filter_map(|value| match value {
                FieldValue::Words(Some(words)) => words.anchor?.at,
                _ => None,
            })
            .filter(outside)
            .collect()
    }

    fn caret(&self, painting: &Painting<'_>) {
        let head = self.open.selection.head;
        let paragraph = painting.paragraph;
        if self.shows_caret && (paragraph.start..=paragraph.end).contains(&head) {
            let mut place = movement::place(self.open.selection);
            place.byte -= paragraph.start;
            painting.caret(place);
        }
    }
}

/// A mark in one sentence, as a tooltip and a screen reader give it.
pub fn told(open: &OpenProject, id: AnnotationId) -> Option<(Category, String)> {
    let annotation = open.project().annotation(id)?;
    let status = annotation.status.label();
    Some((annotation.category(), format!("{} · {status} · {}", annotation.details.reading(), annotation.author)))
}
