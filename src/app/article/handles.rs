use std::sync::Arc;

use eframe::egui::{Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::theme::Theme;
use crate::edit::OpenProject;
use crate::edit::boundaries::{Boundary, moved, snapped};
use crate::model::{Annotation, AnnotationId, Category, Span, Spans};

use super::bands::Painting;
use super::marks::Mark;
use super::pointer::SAME_PLACE;
use super::preview::Preview;
use crate::app::region_focus::article_id;

/// Width of the bar in points.
const BAR: f32 = 2.0;
/// How far the bar reaches over the band at both ends.
// Else the bar could not be told from the end of the band, whose colour is near its own.
const OVER: f32 = 2.0;
/// Radius of the knob.
const KNOB: f32 = 4.0;
/// Width of what the mouse takes hold of.
// Six times the bar: a mouse finds it, and two handles of a word of two letters still do not cover
// each other.
const GRAB: f32 = 12.0;

/// The handles of the selected mark: those on the screen, and the one that the mouse holds.
#[derive(Debug, Default)]
pub struct Handles {
    /// As they were painted last.
    shown: Vec<Handle>,
    /// The mark that they belong to, as it was painted.
    mark: Option<Arc<Annotation>>,
    held: Option<Held>,
}

/// The handle at one end of one span.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Handle {
    /// The span's place among those of its mark, from 0.
    pub index: usize,
    /// The end.
    pub boundary: Boundary,
    bar: Rect,
    knob: Pos2,
}

/// A handle that the mouse holds.
#[derive(Debug)]
struct Held {
    mark: Arc<Annotation>,
    handle: Handle,
    at: Pos2,
    /// The spans as they would be; `None` until the mouse moves.
    spans: Option<Spans>,
}

impl Handle {
    /// What the mouse takes hold of, in points of the window.
    pub fn rect(&self) -> Rect {
        let knob = Rect::from_center_size(self.knob, vec2(GRAB, 2.0 * KNOB + 2.0));
        Rect::from_center_size(self.bar.center(), vec2(GRAB, self.bar.height())).union(knob)
    }

    /// What a screen reader calls it.
    pub fn name(&self) -> &'static str {
        match self.boundary {
            Boundary::Start => "Start of the mark",
            Boundary::End => "End of the mark",
        }
    }

    /// Paints it; the knob of the start stands above, that of the end below.
    pub fn paint(&self, painter: &Painter, theme: &Theme, category: Category) {
        let line = theme.mark(category.look()).line;
        painter.rect_filled(self.bar, 0.0, line);
        painter.circle(self.knob, KNOB - 1.0, theme.page, Stroke::new(2.0, line));
    }
}

impl Handles {
    /// Takes note of the handles on the screen and of the mark that they belong to.
    pub fn show(&mut self, shown: Vec<Handle>, mark: Option<&Arc<Annotation>>) {
        self.shown = shown;
        self.mark = mark.cloned();
    }

    /// Tells a screen reader of them.
    pub fn describe(&self, ui: &Ui) {
        for (n, handle) in self.shown.iter().enumerate() {
            ui.interact(handle.rect(), article_id().with(("handle", n)), Sense::hover())
                .widget_info(|| WidgetInfo::labeled(Role::Splitter, true, handle.name()));
        }
    }

    /// The handle under a point; of several the nearest.
    pub fn at(&self, at: Pos2) -> Option<Handle> {
        let distance = |handle: &Handle| handle.bar.distance_to_pos(at).min(handle.knob.distance(at));
        let under = self.shown.iter().filter(|handle| handle.rect().contains(at));
        under.min_by(|a, b| distance(a).total_cmp(&distance(b))).copied()
    }

    /// Takes hold of the handle under a point; answers whether there is one.
    pub fn grab(&mut self, at: Pos2) -> bool {
        let (handle, mark) = (self.at(at), self.mark.clone());
        self.held = handle.zip(mark).map(|(handle, mark)| Held { mark, handle, at, spans: None });
        self.held.is_some()
    }

    /// Whether the mouse has moved the held handle, or does so by going to `to`.
    pub fn moves_to(&self, to: Pos2) -> bool {
        // Once it has moved it follows the mouse even back to where it began; before that, a click that
        // trembles is no drag.
        self.held.as_ref().is_some_and(|held| held.spans.is_some() || held.at.distance(to) > SAME_PLACE)
    }

    /// Draws the held handle to a byte of the article: to the nearest word, or
    /// just there where `by_grapheme`.
    pub fn drag(&mut self, open: &OpenProject, byte: usize, by_grapheme: bool) {
        let Some(held) = &mut self.held else { return };
        let text = &open.project().article().text;
        let Handle { index, boundary, .. } = held.handle;
        let to = if by_grapheme { byte } else { snapped(text, byte, boundary) };
        held.spans = Some(moved(text, &held.mark.spans, index, boundary, to));
    }

    /// Whether the mouse holds a handle.
    pub fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// The mark whose handle is drawn, as it would be.
    pub fn preview(&self, open: &OpenProject) -> Option<Preview> {
        let held = self.held.as_ref()?;
        Preview::new(open, held.mark.id, held.spans.clone()?)
    }

    /// Lets go. Answers the mark and its new spans; `None` where the handle was not moved.
    pub fn release(&mut self) -> Option<(AnnotationId, Spans)> {
        let held = self.held.take()?;
        Some((held.mark.id, held.spans?))
    }

    /// Lets go without moving anything; answers whether a handle was held.
    pub fn cancel(&mut self) -> bool {
        self.held.take().is_some()
    }
}

impl Painting<'_> {
    /// The handles of a mark that stand in this paragraph.
    pub fn handles(&self, mark: &Mark) -> Vec<Handle> {
        let spans = mark.spans().iter().enumerate();
        spans.flat_map(|(index, span)| self.handles_of_span(mark, index, span)).collect()
    }

    fn handles_of_span(&self, mark: &Mark, index: usize, span: Span) -> Vec<Handle> {
        let is_rtl = self.laid.is_rtl();
        let mut handles = Vec::new();
        for piece in self.pieces(span) {
            for (is_end, x, boundary) in [
                (piece.left_end, piece.rect.left(), if is_rtl { Boundary::End } else { Boundary::Start }),
                (piece.right_end, piece.rect.right(), if is_rtl { Boundary::Start } else { Boundary::End }),
            ] {
                if is_end {
                    handles.push(self.handle(mark, index, boundary, piece.line, x));
                }
            }
        }
        handles
    }

    fn handle(&self, mark: &Mark, index: usize, boundary: Boundary, line: usize, x: f32) -> Handle {
        let baseline = self.baseline(line);
        let top = baseline + self.geometry.band_top(mark.depth) - OVER;
        let bottom = baseline + self.geometry.line_bottom(mark.lane) + OVER;
        let bar = Rect::from_min_max(pos2(x - BAR / 2.0, top), pos2(x + BAR / 2.0, bottom));
        let knob = match boundary {
            Boundary::Start => pos2(x, top - KNOB),
            Boundary::End => pos2(x, bottom + KNOB),
        };
        Handle { index, boundary, bar, knob }
    }
}
