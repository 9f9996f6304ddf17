use egui::{Align2, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::{FocusRing, Words};
use crate::theme::{Face, MarkLook, Theme, space};

/// Width of the cell of a letter, in points: as wide as a control is high.
const CELL: f32 = space::CONTROL;

/// The letters of kinds of mark side by side, each on or off: which kinds a list shows.
#[derive(Clone, Copy, Debug)]
#[must_use = "a control is seen once it is shown"]
pub struct LetterFilter<'a> {
    looks: &'a [MarkLook],
}

impl<'a> LetterFilter<'a> {
    /// One letter for each look.
    pub fn new(looks: &'a [MarkLook]) -> LetterFilter<'a> {
        LetterFilter { looks }
    }

    /// Its width in points.
    pub fn width(&self) -> f32 {
        CELL * self.looks.len() as f32
    }

    /// Shows it; `shown` stands in the order of the looks, and a letter beyond its end is not shown. The answer's
    /// `changed` is true when a letter was pressed.
    pub fn show(self, ui: &mut Ui, shown: &mut [bool]) -> Response {
        let theme = Theme::of(ui.ctx());
        let (frame, mut response) = ui.allocate_exact_size(Vec2::new(self.width(), space::CONTROL), Sense::hover());
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        let radius = CornerRadius::same(space::RADIUS_BUTTON);
        ui.painter().rect_filled(frame, radius, theme.raised);
        let cells: Vec<(Rect, Response)> = self
            .looks
            .iter()
            .zip(&mut *shown)
            .enumerate()
            .map(|(index, (look, is_shown))| {
                let left = frame.left() + CELL * index as f32;
                let cell = Rect::from_min_size([left, frame.top()].into(), Vec2::new(CELL, frame.height()));
                let pressed = letter(ui, cell, response.id.with(index), *look, *is_shown);
                if pressed.clicked() {
                    *is_shown = !*is_shown;
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
                leave_lower_edge_out(ui, *cell, index == 0, index + 1 == cells.len());
            }
            FocusRing::on_button(ui.painter(), pressed, space::RADIUS_BUTTON);
        }
        response
    }
}

fn letter(ui: &Ui, cell: Rect, id: Id, look: MarkLook, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(cell, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, response.enabled(), on, look.name));
    if response.hovered() {
        ui.painter().rect_filled(cell.shrink(1.0), CornerRadius::same(space::RADIUS_BUTTON - 1), theme.hover);
    }
    let ink = if on { theme.mark(look).ink } else { theme.disabled };
    let letter = look.letter.to_string();
    Words::new(&letter, ink).face(Face::Semibold).size(12.0).paint(ui.painter(), cell, Align2::CENTER_CENTER);
    response
}

/// Paints the cell's ground over the lower edge, but for the round corners of the frame.
fn leave_lower_edge_out(ui: &Ui, cell: Rect, is_first: bool, is_last: bool) {
    let theme = Theme::of(ui.ctx());
    let corner = f32::from(space::RADIUS_BUTTON);
    let left = cell.left() + if is_first { corner } else { 0.5 };
    let right = cell.right() - if is_last { corner } else { 0.5 };
    let gap = Rect::from_min_max([left, cell.bottom() - theme.line_width].into(), [right, cell.bottom()].into());
    ui.painter().rect_filled(gap, 0.0, theme.raised);
}
