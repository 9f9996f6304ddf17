use egui::{Color32, Rect, Response, Sense, Stroke, Ui, Vec2};

use crate::theme::Theme;

/// The line at which panels, rows and parts of a panel meet.
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "a line is seen once it is shown"]
pub struct Hairline {
    strong: bool,
}

impl Hairline {
    /// A line between panels or rows.
    pub fn new() -> Hairline {
        Hairline::default()
    }

    /// A line that can be dragged, or that parts the list from the inspector.
    pub fn strong() -> Hairline {
        Hairline { strong: true }
    }

    /// How it is drawn, for a place where egui asks for a stroke.
    pub fn stroke(self, theme: &Theme) -> Stroke {
        Stroke::new(theme.line_width, self.colour(theme))
    }

    fn colour(self, theme: &Theme) -> Color32 {
        if self.strong { theme.border_strong } else { theme.border }
    }

    /// Shows it across the room there is. It takes its own thickness and no gap to what follows.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let gap = ui.spacing().item_spacing.y;
        // A line has no gap of its own, or it would part what stands on either side by more than its width.
        ui.spacing_mut().item_spacing.y = 0.0;
        let (rect, response) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), theme.line_width), Sense::hover());
        ui.spacing_mut().item_spacing.y = gap;
        ui.painter().rect_filled(rect, 0.0, self.colour(&theme));
        response
    }

    /// Paints it within the lower edge of `rect`.
    pub fn paint_below(self, ui: &Ui, rect: Rect) {
        let theme = Theme::of(ui.ctx());
        let line = Rect::from_min_max(rect.left_bottom() - Vec2::new(0.0, theme.line_width), rect.right_bottom());
        ui.painter().rect_filled(line, 0.0, self.colour(&theme));
    }

    /// Paints it within the upper edge of `rect`.
    pub fn paint_above(self, ui: &Ui, rect: Rect) {
        let theme = Theme::of(ui.ctx());
        let line = Rect::from_min_max(rect.left_top(), rect.right_top() + Vec2::new(0.0, theme.line_width));
        ui.painter().rect_filled(line, 0.0, self.colour(&theme));
    }
}
