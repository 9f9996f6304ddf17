use egui::{Align2, Frame, Popup, Response, Role, Sense, Style, Ui, Vec2, WidgetInfo, containers::menu::menu_style};

use super::{FocusRing, Words};
use crate::theme::{Theme, space};

/// Inner margin of a menu, and of the words in its rows.
const MARGIN: f32 = 4.0;
const ROW_MARGIN: f32 = 8.0;

/// The menu that `button` opens, with rows of 28 that touch. Fill it with entries:
/// `menu(&response).show(|ui| menu_entry(ui, "Delete mark"))`.
pub fn menu(button: &Response) -> Popup<'_> {
    dressed(Popup::menu(button), button)
}

/// The menu that a press of the second pointer button on `widget` opens.
pub fn context_menu(widget: &Response) -> Popup<'_> {
    dressed(Popup::context_menu(widget), widget)
}

/// An entry of a menu, as wide as the widest.
pub fn menu_entry(ui: &mut Ui, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let words = Words::new(name, theme.text);
    let width = words.line(ui.painter()).size().x + 2.0 * ROW_MARGIN;
    let (rect, response) = ui.allocate_at_least(Vec2::new(width.ceil(), space::CONTROL), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, space::RADIUS_CHIP, theme.selected);
    }
    words.paint(ui.painter(), rect.shrink2(Vec2::new(ROW_MARGIN, 0.0)), Align2::LEFT_CENTER);
    if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
        FocusRing::paint(ui.painter(), rect.shrink(2.0), space::RADIUS_CHIP);
    }
    response
}

fn dressed<'a>(popup: Popup<'a>, widget: &Response) -> Popup<'a> {
    let frame = Frame::popup(&widget.ctx.global_style()).inner_margin(MARGIN);
    popup.accessible_name("Menu").frame(frame).gap(3.0).style(|style: &mut Style| {
        menu_style(style);
        style.spacing.button_padding = Vec2::new(ROW_MARGIN, 0.0);
        style.spacing.item_spacing.y = 0.0;
    })
}
