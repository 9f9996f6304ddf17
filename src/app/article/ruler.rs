use eframe::egui::{self, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::Theme;
use crate::model::{AnnotationId, Project};

use super::{Heights, Scroll};

/// Width of the ruler in points.
pub const WIDTH: f32 = 28.0;
/// Width of the scroll bar in points.
pub const BAR: f32 = 12.0;

/// What ruler and scroll bar show: the whole column in the height of the view.
pub struct Overview<'a> {
    /// The project.
    pub project: &'a Project,
    /// The heights of the paragraphs.
    pub heights: &'a Heights,
    /// Points above the first paragraph.
    pub lead: f32,
    /// The selected mark.
    pub selected: Option<AnnotationId>,
}

impl Overview<'_> {
    /// Paints the ruler: four columns of ticks, one for each mark. A click answers with the byte to go to.
    pub fn ruler(&self, ui: &mut Ui, rect: Rect) -> Option<usize> {
        let theme = Theme::of(ui.ctx());
        ui.painter().vline(rect.left(), rect.y_range(), Stroke::new(theme.line_width, theme.border));
        let response = ui.interact(rect, ui.scope_id().with("ruler"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Overview of all marks"));
        for annotation in self.project.annotations() {
            let (top, bottom) = (self.y(rect, annotation.spans.start()), self.y(rect, annotation.spans.end()));
            let category = annotation.category();
            let left = rect.left() + 5.0 + 5.0 * category as usize as f32;
            let height = (bottom - top).max(3.0);
            let tick = Rect::from_min_size(pos2(left, top.round()), vec2(4.0, height.round()));
            ui.painter().rect_filled(tick, 1.0, theme.category(category).line);
            if self.selected == Some(annotation.id) {
                let y = tick.center().y;
                let points = vec![pos2(rect.left(), y - 4.0), pos2(rect.left() + 4.0, y), pos2(rect.left(), y + 4.0)];
                ui.painter().add(egui::Shape::convex_polygon(points, theme.text, Stroke::NONE));
            }
        }
        let at = response.interact_pointer_pos().filter(|_| response.clicked())?;
        self.nearest(rect, at.y)
    }

    /// Paints the scroll bar and answers where dragging it went.
    pub fn scroll_bar(&self, ui: &mut Ui, rect: Rect, scroll: Scroll) -> Option<Scroll> {
        let view = rect.height();
        let length = Scroll::length(self.heights, self.lead, view);
        if length <= f64::from(view) {
            return None;
        }
        let response = ui.interact(rect, ui.scope_id().with("scroll bar"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll the article"));
        let room = rect.height() - 8.0;
        let height = ((f64::from(view) / length) as f32 * room).max(24.0);
        let span = (length - f64::from(view)).max(1.0);
        let share = (scroll.y(self.heights, self.lead) / span) as f32;
        let top = rect.top() + 4.0 + share.clamp(0.0, 1.0) * (room - height);
        let theme = Theme::of(ui.ctx());
        let colour = if response.hovered() || response.dragged() { theme.border_field } else { theme.border_strong };
        let thumb = Rect::from_min_size(pos2(rect.center().x - 3.5, top), vec2(7.0, height));
        ui.painter().rect_filled(thumb, 4.0, colour);
        let pointer = response.interact_pointer_pos()?;
        let wanted = (pointer.y - rect.top() - 4.0 - height / 2.0) / (room - height).max(1.0);
        Some(Scroll::to(f64::from(wanted) * span, self.heights, self.lead, view))
    }

    /// Where byte `offset` stands on the ruler, by its paragraph and its share of it.
    fn y(&self, rect: Rect, offset: usize) -> f32 {
        let text = &self.project.article().text;
        let index = text.paragraph_at(offset);
        let paragraph = text.paragraphs()[index];
        let length = (paragraph.end - paragraph.start).max(1) as f32;
        let share = ((offset - paragraph.start) as f32 / length).min(1.0);
        let y = self.heights.top(index) + f64::from(share * self.heights.height(index));
        rect.top() + 4.0 + ((y + f64::from(self.lead)) / self.length(rect)) as f32 * (rect.height() - 8.0)
    }

    fn length(&self, rect: Rect) -> f64 {
        Scroll::length(self.heights, self.lead, rect.height())
    }

    /// The mark nearest to a height on the ruler, else the paragraph there.
    fn nearest(&self, rect: Rect, y: f32) -> Option<usize> {
        let away = |offset: usize| (self.y(rect, offset) - y).abs();
        let starts = self.project.annotations().iter().map(|annotation| annotation.spans.start());
        let nearest = starts.min_by(|one, other| away(*one).total_cmp(&away(*other)));
        nearest.filter(|offset| away(*offset) < 8.0).or_else(|| {
            let share = f64::from((y - rect.top() - 4.0) / (rect.height() - 8.0));
            let index = self.heights.at(share * self.length(rect) - f64::from(self.lead));
            self.project.article().text.paragraphs().get(index).map(|paragraph| paragraph.start)
        })
    }
}
