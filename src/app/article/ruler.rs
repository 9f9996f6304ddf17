use eframe::egui::{self, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::theme::Theme;
use crate::edit::OpenProject;
use crate::model::Category;

use super::signs::Signs;
use super::ticks::{Shape, Ticks};
use super::{LayoutCache, Scroll, ViewOptions, access};

/// Width of the ruler in points.
pub const WIDTH: f32 = 28.0;
/// Width of the scroll bar in points.
pub const BAR: f32 = 12.0;

/// The overview of all marks beside the scroll bar: the whole column in the height of the view.
///
/// Ticks that touch are one. They are made anew where the column's length or what is shown of the marks changes, some
/// thousand marks a frame, so that no frame takes much longer however many there are; those that were shown before stay
/// until all are made. A mark that is made or taken back costs its own tick.
#[derive(Default)]
pub struct Ruler {
    shown: Ticks,
    coming: Option<Ticks>,
    problems: Signs,
}

/// So many marks become ticks in one frame, or a twentieth of all, but all in the first frame of a project.
const A_FRAME: usize = 2000;

/// How near to a mark a click must be to go to it, in points, and how many marks are asked.
const NEAR: f32 = 8.0;
// A dense part of a large article has thousands within a point of the ruler; the nearest of the first
// hundreds is as good.
const NEIGHBOURS: usize = 400;

/// The column that ruler and scroll bar show.
pub struct Overview<'a> {
    /// The project.
    pub open: &'a OpenProject,
    /// How it is looked at.
    pub look: ViewOptions<'a>,
    /// The article as it is set.
    pub sheet: &'a LayoutCache,
    /// Points above the first part.
    pub lead: f32,
}

impl Ruler {
    /// Paints the ruler: four columns of ticks. A click answers with the byte to go to.
    pub fn show(&mut self, ui: &mut Ui, rect: Rect, overview: &Overview<'_>) -> Option<usize> {
        let theme = Theme::of(ui.ctx());
        ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(theme.line_width, theme.border));
        // It answers to the pointer alone: J and K go from mark to mark by key.
        let response = ui.interact(rect, ui.scope_id().with("ruler"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, overview.name()));
        if !self.sync(rect, overview) {
            ui.ctx().request_repaint();
        }
        for category in Category::ALL {
            // Four columns of 4 points with 1 between them, after 5 for the arrow of the selected mark: 24 of the
            // 28.
            let left = rect.left() + 5.0 + 5.0 * category as usize as f32;
            for (first, end) in self.shown.runs(category) {
                let y = rect.top() + first as f32..=rect.top() + end as f32;
                let tick = Rect::from_x_y_ranges(left..=left + 4.0, y);
                ui.painter().rect_filled(tick, 1.0, theme.mark(category.look()).line);
            }
        }
        self.problems.show(ui, rect, overview, self.shown.shape());
        if let Some(annotation) = overview.open.selected_annotation() {
            let (top, bottom) = overview.scale(rect.height()).tick(annotation.spans.start(), annotation.spans.end());
            let y = rect.top() + (top + bottom) / 2.0;
            let points = vec![pos2(rect.left(), y - 4.0), pos2(rect.left() + 4.0, y), pos2(rect.left(), y + 4.0)];
            ui.painter().add(egui::Shape::convex_polygon(points, theme.text, Stroke::NONE));
        }
        if let Some(found) = overview.look.found {
            found.ticks(ui, rect, |y| overview.byte_at(rect, y));
        }
        let at = response.interact_pointer_pos().filter(|_| response.clicked())?;
        overview.nearest(rect, at.y)
    }

    /// Goes on making the ticks; answers whether those that are shown are the right ones.
    fn sync(&mut self, rect: Rect, overview: &Overview<'_>) -> bool {
        let (shape, mark_visibility) = (overview.shape(rect.height()), overview.look.mark_visibility);
        let annotations = overview.open.project().annotations();
        let is_first = self.shown.shape().is_none_or(|made_for| made_for.text != shape.text);
        if self.shown.fit(&shape, mark_visibility) {
            self.coming = None;
            self.shown.catch_up(annotations);
            return true;
        }
        // What is half counted for another shape is of no use; it is begun anew.
        let begun = self.coming.take().filter(|coming| coming.fit(&shape, mark_visibility));
        let mut coming = begun.unwrap_or_else(|| Ticks::begin(overview, shape));
        if !coming.count(if is_first { usize::MAX } else { A_FRAME.max(annotations.len() / 20) }) {
            self.coming = Some(coming);
            return false;
        }
        // What was marked while they were counted is added.
        coming.catch_up(annotations);
        self.shown = coming;
        true
    }
}

impl Overview<'_> {
    /// Paints the scroll bar and answers where dragging it went.
    pub fn scroll_bar(&self, ui: &mut Ui, rect: Rect, scroll: Scroll) -> Option<Scroll> {
        let view = rect.height();
        let length = Scroll::length(self.sheet.heights(), self.lead, view);
        if length <= f64::from(view) {
            return None;
        }
        // Four points at either end, as on the ruler beside it: the thumb then stands level with the ticks of
        // what it shows.
        let room = rect.height() - 8.0;
        // In an article of megabytes the thumb would be a hair; 24 points is the least that can be taken hold
        // of.
        let height = ((f64::from(view) / length) as f32 * room).max(24.0);
        let span = (length - f64::from(view)).max(1.0);
        let y = scroll.y(self.sheet.heights(), self.lead);
        // The article itself scrolls by key.
        let response = ui.interact(rect, ui.scope_id().with("scroll bar"), Sense::CLICK | Sense::DRAG);
        if let Some(y) = access::scroll_bar(ui, &response, y, span, view) {
            return Some(Scroll::to(y, self.sheet.heights(), self.lead, view));
        }
        let share = (y / span) as f32;
        let top = rect.top() + 4.0 + share.clamp(0.0, 1.0) * (room - height);
        let theme = Theme::of(ui.ctx());
        let colour = if response.hovered() || response.dragged() { theme.border_field } else { theme.border_strong };
        // Thinner than the 12 points that answer to the mouse, so that it does not compete with the ticks.
        let thumb = Rect::from_min_size(pos2(rect.center().x - 3.5, top), vec2(7.0, height));
        ui.painter().rect_filled(thumb, 4.0, colour);
        let pointer = response.interact_pointer_pos()?;
        let wanted = (pointer.y - rect.top() - 4.0 - height / 2.0) / (room - height).max(1.0);
        Some(Scroll::to(f64::from(wanted) * span, self.sheet.heights(), self.lead, view))
    }

    /// How many marks it shows.
    fn name(&self) -> String {
        match self.open.project().annotations().len() {
            0 => "Overview: no marks".to_owned(),
            1 => "Overview of 1 mark".to_owned(),
            many => format!("Overview of {many} marks"),
        }
    }

    fn shape(&self, height: f32) -> Shape {
        let text = self.open.project().article().text.sha256();
        // Heights that are corrected move ticks; by a point or two of the ruler nobody sees it.
        let points = 2.0 * self.length(height) / f64::from(height.max(1.0));
        // In steps of a power of two, so that small corrections of guessed heights leave the shape as it is.
        let length = (self.length(height) / points.max(1.0).log2().floor().exp2()).round() as i64;
        Shape { text, height, length }
    }

    /// The ruler's scale at a height in points.
    pub fn scale(&self, height: f32) -> RulerScale<'_> {
        RulerScale { sheet: self.sheet, lead: self.lead, height, length: self.length(height), last: None }
    }

    fn length(&self, height: f32) -> f64 {
        Scroll::length(self.sheet.heights(), self.lead, height)
    }

    /// The byte that stands at a height of the window, by its part and its share of it.
    pub fn byte_at(&self, rect: Rect, y: f32) -> usize {
        let heights = self.sheet.heights();
        let share = f64::from((y - rect.top() - 4.0) / (rect.height() - 8.0));
        let y = (share * self.length(rect.height()) - f64::from(self.lead)).max(0.0);
        let index = heights.at(y);
        let Some(part) = self.sheet.parts().get(index) else { return usize::MAX };
        let within = ((y - heights.top(index)) / f64::from(heights.height(index).max(1.0))).min(1.0);
        part.start + (within * (part.end - part.start) as f64) as usize
    }

    /// The mark nearest to a height on the ruler, else the part there.
    fn nearest(&self, rect: Rect, y: f32) -> Option<usize> {
        let share = f64::from((y - rect.top() - 4.0) / (rect.height() - 8.0));
        let index = self.sheet.heights().at(share * self.length(rect.height()) - f64::from(self.lead));
        let part = self.sheet.parts().get(index)?;
        let annotations = self.open.project().annotations();
        let away = |offset: usize| (rect.top() + self.scale(rect.height()).y(offset) - y).abs();
        let (first, end) = (annotations.begun_before(part.start), annotations.begun_before(part.end + 1));
        let near = annotations.range(first.saturating_sub(1)..(end + 1).min(first + NEIGHBOURS));
        let starts = near.map(|annotation| annotation.spans.start());
        let nearest = starts.min_by(|one, other| away(*one).total_cmp(&away(*other)));
        // Between marks a click means the place, as on a scroll bar.
        nearest.filter(|offset| away(*offset) < NEAR).or(Some(part.start))
    }
}

/// Turns bytes of the article into points from the ruler's top.
pub struct RulerScale<'a> {
    sheet: &'a LayoutCache,
    lead: f32,
    height: f32,
    length: f64,
    /// The part asked for last and where it begins, as marks come in order.
    last: Option<(usize, f64)>,
}

impl RulerScale<'_> {
    /// The edges of a tick.
    fn tick(&mut self, start: usize, end: usize) -> (f32, f32) {
        let top = self.y(start);
        // Shorter ones are lost between the pixels of a large screen.
        (top, self.y(end).max(top + 3.0))
    }

    /// Where a byte stands, by its part and its share of it.
    pub fn y(&mut self, offset: usize) -> f32 {
        let Some((index, top)) = self.part_at(offset) else { return 0.0 };
        let (parts, heights) = (self.sheet.parts(), self.sheet.heights());
        let Some(part) = parts.get(index) else { return 0.0 };
        let length = (part.end - part.start).max(1) as f32;
        let share = ((offset - part.start) as f32 / length).min(1.0);
        let y = top + f64::from(share * heights.height(index) + self.lead);
        4.0 + (y / self.length) as f32 * (self.height - 8.0)
    }

    fn part_at(&mut self, offset: usize) -> Option<(usize, f64)> {
        let parts = self.sheet.parts();
        let is_in = |index: usize| {
            let begins = parts.get(index).is_some_and(|part| part.start <= offset);
            begins && parts.get(index + 1).is_none_or(|next| offset < next.start)
        };
        if self.last.is_none_or(|(index, _)| !is_in(index)) {
            let index = parts.at(offset);
            parts.get(index)?;
            self.last = Some((index, self.sheet.heights().top(index)));
        }
        self.last
    }
}
