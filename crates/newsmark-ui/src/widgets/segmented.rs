use egui::{
    Align2, Color32, CornerRadius, Id, Painter, Rect, Response, Role, Sense, Shadow, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use super::pressable::{describe, pressable_at};
use super::{FocusRing, Words, told};
use crate::theme::{Face, Theme, space};

/// Points from the edge of the trough to its parts: with it the whole is as high as every control.
const INSET: f32 = 2.0;
/// Height of a part in points, the least of what can be pressed.
const HEIGHT: f32 = space::HIT;
/// Points from the side of a part to its label.
const MARGIN: f32 = 14.0;
/// Corner radius of the trough. That of a part is less by the inset, so that the two curves run side by side.
const TROUGH_RADIUS: u8 = 7;
const RADIUS: u8 = TROUGH_RADIUS - INSET as u8;

/// A few words side by side, one of them chosen: the modes, "List | Details".
#[derive(Clone, Copy, Debug)]
#[must_use = "a control is seen once it is shown"]
pub struct Segmented<'a> {
    name: &'a str,
    labels: &'a [&'a str],
    disabled: &'a [Option<&'a str>],
}

impl<'a> Segmented<'a> {
    /// One part for each label; `name` is what a screen reader calls the whole.
    pub fn new(name: &'a str, labels: &'a [&'a str]) -> Segmented<'a> {
        Segmented { name, labels, disabled: &[] }
    }

    /// For each part the sentence that says why it cannot be chosen, if it cannot.
    pub fn disabled(self, reasons: &'a [Option<&'a str>]) -> Segmented<'a> {
        Segmented { disabled: reasons, ..self }
    }

    /// Shows it; the answer's `changed` is true when another part was chosen.
    pub fn show(self, ui: &mut Ui, chosen: &mut usize) -> Response {
        // Every part is as wide as its label is when chosen, so choosing moves nothing.
        let widths: Vec<f32> = self.labels.iter().map(|label| part_width(ui.painter(), label)).collect();
        let size = Vec2::new(widths.iter().sum::<f32>() + 2.0 * INSET, HEIGHT + 2.0 * INSET);
        // Its own name makes its identity: one that changed with what stands before it would be heard as another choice.
        let (_, trough) = ui.allocate_space(size);
        let mut response = ui.interact(trough, ui.scope_id().with(("segmented", self.name)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::TabList, true, self.name));
        told::n_of(ui.ctx(), response.id, self.labels.len());
        // The parts hang below the control in the tree of a screen reader, which counts them.
        let mut inside = ui.new_child(UiBuilder::new().max_rect(trough).accessibility_parent(response.id));
        let ui = &mut inside;
        let theme = Theme::of(ui.ctx());
        ui.painter().rect_filled(trough, CornerRadius::same(TROUGH_RADIUS), theme.selected);
        let mut left = trough.left() + INSET;
        for (index, label) in self.labels.iter().enumerate() {
            let rect = Rect::from_min_size([left, trough.top() + INSET].into(), Vec2::new(widths[index], HEIGHT));
            left = rect.right();
            let reason = self.disabled.get(index).copied().flatten();
            let part = part(ui, rect, response.id.with(index), label, index == *chosen, reason);
            told::row(ui.ctx(), part.id, index, index == *chosen);
            if part.clicked() && index != *chosen {
                *chosen = index;
                response.mark_changed();
            }
        }
        response
    }
}

fn part_width(painter: &Painter, label: &str) -> f32 {
    let words = Words::new(label, Color32::PLACEHOLDER).face(Face::Semibold);
    (words.line(painter).size().x + 2.0 * MARGIN).ceil()
}

fn part(ui: &mut Ui, rect: Rect, id: Id, label: &str, chosen: bool, reason: Option<&str>) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = pressable_at(ui, rect, id, reason);
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, response.enabled(), label));
    if chosen {
        let shadow = Shadow { offset: [0, 1], blur: 2, spread: 0, color: theme.shadow_small };
        ui.painter().add(shadow.as_shape(rect, CornerRadius::same(RADIUS)));
        ui.painter().rect_filled(rect, CornerRadius::same(RADIUS), theme.raised);
        // In high contrast a shadow tells nothing, so that the chosen part has an edge.
        if theme.line_width > 1.0 {
            let edge = Stroke::new(theme.line_width, theme.border_strong);
            ui.painter().rect_stroke(rect, CornerRadius::same(RADIUS), edge, StrokeKind::Inside);
        }
    }
    let (face, ink) = match (chosen, response.enabled(), response.hovered()) {
        (true, _, _) => (Face::Semibold, theme.text),
        (false, false, _) => (Face::Medium, theme.disabled),
        (false, true, true) => (Face::Medium, theme.text),
        (false, true, false) => (Face::Medium, theme.text2),
    };
    Words::new(label, ink).face(face).paint(ui.painter(), rect, Align2::CENTER_CENTER);
    FocusRing::on_button(ui.painter(), &response, RADIUS);
    describe(&response, reason, None);
    response
}
