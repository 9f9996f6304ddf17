//! An entry of a menu that runs a command.

use eframe::egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::command::Command;
use crate::app::theme::{Theme, space};
use crate::app::widgets::{FocusRing, Words};

/// Width of a menu's entries in points: the longest name with its key fits.
pub const WIDTH: f32 = 260.0;

/// Shows one entry of a menu with its key; answers whether it was chosen.
pub fn menu_item(ui: &mut Ui, command: &Command, name: &str, is_enabled: bool) -> bool {
    let theme = Theme::of(ui.ctx());
    let sense = if is_enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, space::CONTROL), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, is_enabled, name));
    if is_enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, space::RADIUS_CHIP, theme.hover);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.has_focus() && FocusRing::by_keyboard(ui.ctx()) {
        FocusRing::paint(ui.painter(), rect.shrink(2.0), space::RADIUS_CHIP);
    }
    let (ink, key_ink) = if is_enabled { (theme.text, theme.text3) } else { (theme.disabled, theme.disabled) };
    let inner = rect.shrink2(vec2(10.0, 0.0));
    Words::new(name, ink).paint(ui.painter(), inner, Align2::LEFT_CENTER);
    Words::new(&command.key_cap(ui.ctx()), key_ink).size(12.0).paint(ui.painter(), inner, Align2::RIGHT_CENTER);
    let is_chosen = response.clicked();
    if is_chosen {
        ui.close();
    }
    is_chosen
}
