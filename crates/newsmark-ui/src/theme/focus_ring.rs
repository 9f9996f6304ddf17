use egui::{Context, CornerRadius, Event, Id, Painter, Plugin, RawInput, Rect, Response, Stroke, StrokeKind, Ui};

use super::Theme;

/// Width of the ring in points: the least that WCAG 2.2 asks of what shows the focus (2.4.13).
const WIDTH: f32 = 2.0;
/// Distance of the ring from the widget in points, so that it is not taken for the widget's own edge.
const GAP: f32 = 1.0;

/// The ring around what has the keyboard focus.
///
/// On buttons and rows it shows only while the keyboard is what the user works with: a press of the pointer
/// hides it, the next key brings it back. Fields show it always.
#[derive(Debug, Default)]
pub struct FocusRing {
    by_keyboard: bool,
    /// What gets the focus back, and the pass from which on it can have it.
    give_back: Option<(Id, u64)>,
}

impl Plugin for FocusRing {
    fn debug_name(&self) -> &'static str {
        "focus ring"
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        let Some((id, due)) = self.give_back else { return };
        if ui.cumulative_pass_nr() < due {
            ui.request_repaint();
            return;
        }
        self.give_back = None;
        // What took the focus in the meantime keeps it.
        ui.memory_mut(|memory| {
            if memory.focused().is_none() {
                memory.request_focus(id);
            }
        });
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        for event in &input.events {
            match event {
                Event::PointerButton { pressed: true, .. } | Event::Touch { .. } => self.by_keyboard = false,
                Event::Key { pressed: true, .. } => self.by_keyboard = true,
                // Who works by speech or switch needs to see where the focus is as well.
                Event::AccessKitActionRequest(_) => self.by_keyboard = true,
                _ => {}
            }
        }
    }
}

impl FocusRing {
    /// Lets the context watch what the user works with. Again for the same context it does nothing.
    pub fn install(ctx: &Context) {
        ctx.add_plugin(FocusRing::default());
    }

    /// Whether the keyboard is what the user works with.
    pub fn by_keyboard(ctx: &Context) -> bool {
        ctx.with_plugin(|ring: &mut FocusRing| ring.by_keyboard).unwrap_or(true)
    }

    /// Gives the focus back to a widget that a dialog took it from. For one pass after its last, egui still keeps the
    /// focus from everything behind a dialog, so it waits for the pass after that.
    pub(crate) fn give_back(ctx: &Context, id: Id) {
        // Two passes: in the next one the dialog is still known to egui, which keeps the focus within it.
        let due = ctx.cumulative_pass_nr() + 2;
        ctx.with_plugin(|ring: &mut FocusRing| ring.give_back = Some((id, due)));
        ctx.request_repaint();
    }

    /// Paints the ring around a button or row that got the focus by keyboard.
    pub fn on_button(painter: &Painter, response: &Response, radius: u8) {
        if response.has_focus() && FocusRing::by_keyboard(&response.ctx) {
            FocusRing::paint(painter, response.rect, radius);
        }
    }

    /// Paints the ring around a row that meets its neighbours, so it lies within the row.
    pub fn within(painter: &Painter, response: &Response) {
        if response.has_focus() && FocusRing::by_keyboard(&response.ctx) {
            let stroke = Stroke::new(WIDTH, Theme::of(&response.ctx).focus);
            painter.rect_stroke(response.rect, CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
    }

    /// Paints the ring around `rect`, whatever has the focus; `radius` is the widget's.
    pub fn paint(painter: &Painter, rect: Rect, radius: u8) {
        let stroke = Stroke::new(WIDTH, Theme::of(painter.ctx()).focus);
        // The corners of ring and control have one centre, so that the gap is even all round.
        painter.rect_stroke(rect.expand(GAP), CornerRadius::same(radius + 2), stroke, StrokeKind::Outside);
    }
}
