use egui::accesskit::{Action, ActionData, Orientation};
use egui::{CursorIcon, EventFilter, Id, Key, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo};

use super::FocusRing;
use crate::theme::Theme;

/// How wide an edge is to be grabbed, within its panel, in points: a hairline could not be hit, and more would take
/// presses from what stands at the side of the panel.
const GRAB: f32 = 5.0;
/// How far an arrow moves it, in points: four of the grid, as one is hardly seen to move.
const STEP: f32 = 16.0;

/// Where the edge of a panel is by which its size is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// At the left of the panel.
    Left,
    /// At its right.
    Right,
    /// Below it.
    Bottom,
    /// Above it.
    Top,
}

impl Side {
    /// Whether the edge lies flat.
    fn is_flat(self) -> bool {
        matches!(self, Side::Bottom | Side::Top)
    }
}

/// The edge of a panel, dragged by the pointer or moved by arrow keys to change the panel’s size.
#[derive(Clone, Copy, Debug)]
#[must_use = "call show"]
pub struct PanelEdge<'a> {
    /// What a screen reader calls it: “Width of the left panel”.
    pub name: &'a str,
    /// Where it is.
    pub side: Side,
    /// The sizes that the panel may have, in points.
    pub range: Rangef,
}

impl PanelEdge<'_> {
    /// Shows it over the panel’s contents, so it comes after these; answers the new size in points.
    pub fn show(self, ui: &Ui, panel: Rect) -> Option<f32> {
        let (grab, size, arrows) = match self.side {
            Side::Left => (panel.with_max_x(panel.left() + GRAB), panel.width(), (Key::ArrowRight, Key::ArrowLeft)),
            Side::Right => (panel.with_min_x(panel.right() - GRAB), panel.width(), (Key::ArrowLeft, Key::ArrowRight)),
            Side::Bottom => (panel.with_min_y(panel.bottom() - GRAB), panel.height(), (Key::ArrowUp, Key::ArrowDown)),
            Side::Top => (panel.with_max_y(panel.top() + GRAB), panel.height(), (Key::ArrowDown, Key::ArrowUp)),
        };
        // Its id is its name alone, as panels of several modes share an edge and what is remembered of it.
        let response = ui.interact(grab, Id::unique(self.name), Sense::drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            let is_flat = self.side.is_flat();
            node.set_orientation(if is_flat { Orientation::Horizontal } else { Orientation::Vertical });
            node.set_numeric_value(f64::from(size.round()));
            node.set_min_numeric_value(f64::from(self.range.min));
            node.set_max_numeric_value(f64::from(self.range.max));
            node.set_numeric_value_step(f64::from(STEP));
            node.add_action(Action::Increment);
            node.add_action(Action::Decrement);
            node.add_action(Action::SetValue);
        });
        self.paint(ui, grab, response.hovered() || response.dragged(), response.has_focus());
        let mut wanted = size;
        if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            wanted = match self.side {
                Side::Left => panel.right() - at.x,
                Side::Right => at.x - panel.left(),
                Side::Bottom => at.y - panel.top(),
                Side::Top => panel.bottom() - at.y,
            };
        }
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let pressed = |key| ui.input(|input| input.num_presses(key)) as f32;
            wanted += STEP * (pressed(arrows.1) - pressed(arrows.0));
        }
        ui.input(|input| {
            wanted += STEP * input.num_accesskit_action_requests(response.id, Action::Increment) as f32;
            wanted -= STEP * input.num_accesskit_action_requests(response.id, Action::Decrement) as f32;
            for request in input.accesskit_action_requests(response.id, Action::SetValue) {
                if let Some(ActionData::NumericValue(value)) = request.data {
                    wanted = value as f32;
                }
            }
        });
        let wanted = self.range.clamp(wanted).round();
        // Only a change is answered, so that settings are not written in each frame.
        (wanted != size.round()).then_some(wanted)
    }

    fn paint(self, ui: &Ui, grab: Rect, is_lit: bool, has_focus: bool) {
        let theme = Theme::of(ui.ctx());
        if is_lit {
            let is_flat = self.side.is_flat();
            ui.set_cursor_icon(if is_flat { CursorIcon::ResizeVertical } else { CursorIcon::ResizeHorizontal });
        }
        if is_lit || (has_focus && FocusRing::by_keyboard(ui.ctx())) {
            let stroke = Stroke::new(2.0, theme.focus);
            match self.side {
                Side::Left => ui.painter().vline(grab.left() + 1.0, grab.y_range(), stroke),
                Side::Right => ui.painter().vline(grab.right() - 1.0, grab.y_range(), stroke),
                Side::Bottom => ui.painter().hline(grab.x_range(), grab.bottom() - 1.0, stroke),
                Side::Top => ui.painter().hline(grab.x_range(), grab.top() + 1.0, stroke),
            };
        }
    }
}
