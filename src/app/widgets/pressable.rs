use eframe::egui::{Response, Sense, Ui, Vec2};

/// Room for something that can be pressed by pointer and keyboard. With a reason for being disabled it answers
/// nothing, and says why in its tooltip and to screen readers.
pub(super) fn pressable(ui: &mut Ui, size: Vec2, disabled: Option<&str>) -> Response {
    // A scope in either case, so that the control keeps its identity, and with it the focus, when it is enabled.
    let response = ui.add_enabled_ui(disabled.is_none(), |ui| ui.allocate_response(size, Sense::click())).inner;
    match disabled {
        Some(reason) => response.on_disabled_hover_text(reason),
        None => response,
    }
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
