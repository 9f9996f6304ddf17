use eframe::egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::Theme;
use crate::review::ReviewProgress;

/// Height of the bar, least width of a part and the gap between two, in points.
const HEIGHT: f32 = 8.0;
// A part of one mark among hundreds is still seen and told apart by its fill.
const LEAST: f32 = 6.0;
const GAP: f32 = 2.0;

/// Shows how far a review has come: a part for each kind of mark, as wide as they are many. The numbers stand
/// beside it, in words.
pub fn progress_bar(ui: &mut Ui, progress: ReviewProgress, width: f32) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, "Progress of the review"));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(progress.n_judged() as f64);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(progress.n_all() as f64);
    });
    let waiting = progress.n_waiting + progress.n_sent_back;
    let counts = [progress.n_approved, progress.n_rejected, waiting, progress.n_drafts];
    let n_parts = counts.iter().filter(|n| **n > 0).count();
    if n_parts == 0 {
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(theme.line_width, theme.border_strong), StrokeKind::Inside);
        return;
    }
    let room = width - GAP * (n_parts - 1) as f32 - LEAST * n_parts as f32;
    let mut left = rect.left();
    for (kind, n) in counts.into_iter().enumerate().filter(|(_, n)| *n > 0) {
        let width = LEAST + room * n as f32 / progress.n_all() as f32;
        let part = Rect::from_min_size(pos2(left, rect.top()), vec2(width, HEIGHT));
        match kind {
            0 => ui.painter().rect_filled(part, 2.0, theme.text2),
            1 => ui.painter().rect_filled(part, 2.0, theme.text3),
            2 => {
                let edge = Stroke::new(theme.line_width, theme.text2);
                ui.painter().rect_stroke(part, 2.0, edge, StrokeKind::Inside)
            }
            _ => ui.painter().rect_filled(part, 2.0, theme.border_strong),
        };
        left += width + GAP;
    }
}
