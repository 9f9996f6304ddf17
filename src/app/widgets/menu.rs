use eframe::egui::{Frame, Popup, Response, Style, Vec2, containers::menu::menu_style};

/// Inner margin of a menu, and of the words in its rows.
const MARGIN: f32 = 4.0;
const ROW_MARGIN: f32 = 8.0;

/// The menu that `button` opens, with rows of 28 that touch. Fill it with egui's own buttons:
/// `menu(&response).show(|ui| ui.button("Delete mark"))`.
pub fn menu(button: &Response) -> Popup<'_> {
    dressed(Popup::menu(button), button)
}

/// The menu that a press of the second pointer button on `widget` opens.
pub fn context_menu(widget: &Response) -> Popup<'_> {
    dressed(Popup::context_menu(widget), widget)
}

fn dressed<'a>(popup: Popup<'a>, widget: &Response) -> Popup<'a> {
    let frame = Frame::popup(&widget.ctx.global_style()).inner_margin(MARGIN);
    popup.accessible_name("Menu").frame(frame).gap(3.0).style(|style: &mut Style| {
        menu_style(style);
        style.spacing.button_padding = Vec2::new(ROW_MARGIN, 0.0);
        style.spacing.item_spacing.y = 0.0;
        // On the ground of a menu the hovered row needs the stronger of the two grounds to be seen in the dark.
        style.visuals.widgets.hovered.weak_bg_fill = style.visuals.widgets.active.weak_bg_fill;
    })
}
