use eframe::egui::{Rect, Stroke, StrokeKind, Ui};

use crate::app::category_look::CategoryLook;
use crate::app::document::Proposals;
use crate::app::theme::Theme;
use crate::model::Category;

use super::ruler::Overview;
use super::ticks::Shape;

/// The ticks of what is proposed, hollow, in the ruler's four columns.
///
/// Those that would touch are one: however many there are, the ruler has no room for more than its height.
#[derive(Default)]
pub struct HollowTicks {
    /// Upper and lower edge in points from the ruler's top, by category.
    shown: Vec<(Category, f32, f32)>,
    made_for: Option<(Shape, u64)>,
}

/// The least height of a hollow tick in points: in less, nothing would be seen within its edges.
const LEAST: f32 = 5.0;

impl HollowTicks {
    /// Paints the ticks; they are made anew where the column's length or what is proposed is another.
    pub fn show(&mut self, ui: &Ui, rect: Rect, overview: &Overview<'_>, proposals: &Proposals) {
        let made_for = Some((overview.shape(rect.height()), proposals.generation()));
        if self.made_for != made_for {
            self.shown = made(rect, overview, proposals);
            self.made_for = made_for;
        }
        let theme = Theme::of(ui.ctx());
        for (category, top, bottom) in &self.shown {
            let left = rect.left() + 5.0 + 5.0 * *category as usize as f32;
            let tick = Rect::from_x_y_ranges(left..=left + 4.0, rect.top() + top..=rect.top() + bottom);
            let stroke = Stroke::new(1.0, theme.mark(category.look()).line);
            ui.painter().rect_stroke(tick, 1.0, stroke, StrokeKind::Inside);
        }
    }
}

fn made(rect: Rect, overview: &Overview<'_>, proposals: &Proposals) -> Vec<(Category, f32, f32)> {
    let mut scale = overview.scale(rect.height());
    let mut last: [Option<usize>; Category::ALL.len()] = Default::default();
    let mut ticks: Vec<(Category, f32, f32)> = Vec::new();
    for proposal in proposals.in_text() {
        let category = proposal.category();
        let (top, bottom) = scale.tick(proposal.spans.start(), proposal.spans.end());
        let (top, bottom) = (top.round(), bottom.max(top + LEAST).round());
        let before = last[category as usize].and_then(|at: usize| ticks.get_mut(at));
        match before.filter(|(_, _, end)| top <= *end) {
            Some((_, _, end)) => *end = end.max(bottom),
            None => {
                last[category as usize] = Some(ticks.len());
                ticks.push((category, top, bottom));
            }
        }
    }
    ticks
}
