use eframe::egui::{Align2, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::{FocusRing, Words};
use crate::app::theme::{Face, Theme, space};
use crate::model::Category;

const CELL: f32 = 28.0;

/// The letters C D Q L side by side, each on or off: which categories a list shows.
#[derive(Clone, Copy, Debug, Default)]
#[must_use = "a control is seen once it is shown"]
pub struct CategoryFilter;

impl CategoryFilter {
    /// Its width in points.
    pub const WIDTH: f32 = 4.0 * CELL;

    /// Shows it; `shown` stands in the order of [`Category::ALL`]. The answer's `changed` is true when a letter was
    /// pressed.
    pub fn show(self, ui: &mut Ui, shown: &mut [bool; 4]) -> Response {
        let theme = Theme::of(ui.ctx());
        let (frame, mut response) = ui.allocate_exact_size(Vec2::new(Self::WIDTH, space::CONTROL), Sense::hover());
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        let radius = CornerRadius::same(space::RADIUS_BUTTON);
        ui.painter().rect_filled(frame, radius, theme.raised);
        let cells: Vec<(Rect, Response)> = Category::ALL
            .iter()
            .enumerate()
            .map(|(index, category)| {
                let left = frame.left() + CELL * index as f32;
                let cell = Rect::from_min_size([left, frame.top()].into(), Vec2::new(CELL, frame.height()));
                let pressed = letter(ui, cell, response.id.with(index), *category, shown[index]);
                if pressed.clicked() {
                    shown[index] = !shown[index];
                    response.mark_changed();
                }
                if index > 0 {
                    ui.painter().vline(
                        cell.left(),
                        cell.shrink(1.0).y_range(),
                        Stroke::new(theme.line_width, theme.border),
                    );
                }
                (cell, pressed)
            })
            .collect();
        ui.painter().rect_stroke(frame, radius, edge, StrokeKind::Inside);
        for (index, (cell, pressed)) in cells.iter().enumerate() {
            if !shown[index] {
                leave_lower_edge_out(ui, *cell, index);
            }
            FocusRing::on_button(ui.painter(), pressed, space::RADIUS_BUTTON);
        }
        response
    }
}

fn letter(ui: &Ui, cell: Rect, id: Id, category: Category, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(cell, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, response.enabled(), on, category.name()));
    if response.hovered() {
        ui.painter().rect_filled(cell.shrink(1.0), CornerRadius::same(space::RADIUS_BUTTON - 1), theme.hover);
    }
    let ink = if on { theme.category(category).ink } else { theme.disabled };
    let letter = category.letter().to_string();
    Words::new(&letter, ink).face(Face::Semibold).size(12.0).paint(ui.painter(), cell, Align2::CENTER_CENTER);
    response
}

/// Paints the cell's ground over the lower edge, but for the round corners of the frame.
fn leave_lower_edge_out(ui: &Ui, cell: Rect, index: usize) {
    let theme = Theme::of(ui.ctx());
    let corner = f32::from(space::RADIUS_BUTTON);
    let left = cell.left() + if index == 0 { corner } else { 0.5 };
    let right = cell.right() - if index == Category::ALL.len() - 1 { corner } else { 0.5 };
    let gap = Rect::from_min_max([left, cell.bottom() - theme.line_width].into(), [right, cell.bottom()].into());
    ui.painter().rect_filled(gap, 0.0, theme.raised);
}
