use egui::{Id, Rect, Response, Sense, Ui, UiBuilder, Vec2};

use super::tip_disabled;

/// Room for something that can be pressed by pointer and keyboard. With a reason for being disabled it answers
/// nothing, and says why in its tooltip and to screen readers.
pub fn pressable(ui: &mut Ui, size: Vec2, disabled: Option<&str>) -> Response {
    let (id, rect) = ui.allocate_space(size);
    pressable_at(ui, rect, id, disabled)
}

/// As [`pressable`], in room that is there already. It keeps its identity, and with it the focus, when it is enabled.
pub(super) fn pressable_at(ui: &mut Ui, rect: Rect, id: Id, disabled: Option<&str>) -> Response {
    let Some(reason) = disabled else {
        return ui.interact(rect, id, Sense::click());
    };
    // A disabled control is one within a disabled part of the window. It is painted outside of that part: egui would
    // make it paler, and the look of a disabled control has an ink of its own.
    let part = ui.new_child(UiBuilder::new().max_rect(rect).disabled().id_salt(id));
    let response = part.interact(rect, id, Sense::click());
    tip_disabled(&response, reason);
    response
}

/// Tells screen readers why it is disabled, and the key that does the same. Call after its widget info.
pub(super) fn describe(response: &Response, disabled: Option<&str>, key: Option<&str>) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        if let Some(reason) = disabled {
            node.set_description(reason);
        }
        if let Some(key) = key {
            node.set_keyboard_shortcut(key);
        }
    });
}
