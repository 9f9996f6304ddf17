use eframe::egui::{self, Rect, Stroke, Ui, pos2};

use crate::app::theme::Theme;
use crate::app::widgets::Tone;
use crate::check::Severity;

use super::ruler::Overview;
use super::ticks::Shape;

/// The signs of problems at the left of the ruler: a filled diamond for an error, a hollow one for anything less.
///
/// Signs that would touch are one, as grave as the gravest.
#[derive(Default)]
pub struct Signs {
    /// Points from the ruler's top.
    shown: Vec<(f32, Severity)>,
    made_for: Option<(Shape, u64)>,
}

/// Half a sign's height and width, in points.
const HALF: f32 = 2.0;

impl Signs {
    /// Paints the signs. They are made anew where the ticks were, which `ticks` decided, or other problems are known.
    pub fn show(&mut self, ui: &Ui, rect: Rect, overview: &Overview<'_>, ticks: Option<&Shape>) {
        let Some(ticks) = ticks else { return };
        let look = overview.look.problems.check_run();
        if self.made_for.as_ref().is_none_or(|(shape, of)| shape != ticks || *of != look) {
            self.shown = made(rect, overview);
            self.made_for = Some((ticks.clone(), look));
        }
        let theme = Theme::of(ui.ctx());
        for (y, severity) in &self.shown {
            let middle = pos2(rect.left() + HALF + 1.0, rect.top() + y.round());
            let at = |x: f32, y: f32| pos2(middle.x + x * HALF, middle.y + y * HALF);
            let corners = vec![at(0.0, -1.0), at(1.0, 0.0), at(0.0, 1.0), at(-1.0, 0.0)];
            ui.painter().add(match severity {
                Severity::Error => egui::Shape::convex_polygon(corners, Tone::Error.ink(&theme), Stroke::NONE),
                Severity::Warning => egui::Shape::closed_line(corners, Stroke::new(1.0, Tone::Warning.ink(&theme))),
                Severity::Note => egui::Shape::closed_line(corners, Stroke::new(1.0, Tone::Note.ink(&theme))),
            });
        }
    }
}

fn made(rect: Rect, overview: &Overview<'_>) -> Vec<(f32, Severity)> {
    let mut scale = overview.scale(rect.height());
    let mut signs: Vec<(f32, Severity)> = Vec::new();
    let problems = overview.look.problems;
    let mut from = 0;
    // However many problems there are, only those are looked for that begin a sign.
    while let Some(byte) = problems.next_from(from) {
        let y = scale.y(byte);
        // The next sign begins clear of this one; at least a byte further, or the loop would stand still.
        from = overview.byte_at(rect, rect.top() + y + 2.5 * HALF).max(byte + 1);
        signs.extend(problems.gravest_in(byte..from).map(|gravest| (y, gravest)));
    }
    signs
}
