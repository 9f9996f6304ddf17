use egui::{Color32, CornerRadius, Response, Role, Ui, Vec2, WidgetInfo};

use super::pressable::{describe, pressable};
use super::{FocusRing, Icon, tip};
use crate::theme::{Theme, space};

/// A button that is an icon; its name and key stand in the tooltip.
#[derive(Clone, Copy, Debug)]
#[must_use = "a button is seen once it is shown"]
pub struct IconButton<'a> {
    icon: Icon,
    name: &'a str,
    key: Option<&'a str>,
    on: Option<bool>,
    disabled: Option<&'a str>,
    side: f32,
    icon_side: f32,
}

impl<'a> IconButton<'a> {
    /// A button of 28 × 28; `name` is a verb with its object: "Delete mark".
    pub fn new(icon: Icon, name: &'a str) -> IconButton<'a> {
        IconButton { icon, name, key: None, on: None, disabled: None, side: space::CONTROL, icon_side: space::ICON }
    }

    /// With the key that does the same.
    pub fn key(self, key: &'a str) -> IconButton<'a> {
        IconButton { key: Some(key), ..self }
    }

    /// A switch that is on or off.
    pub fn toggled(self, on: bool) -> IconButton<'a> {
        IconButton { on: Some(on), ..self }
    }

    /// Disabled, with the sentence that says why, if there is one.
    pub fn disabled(self, reason: Option<&'a str>) -> IconButton<'a> {
        IconButton { disabled: reason, ..self }
    }

    /// Another side in points, at least 24: 32 in the rail of a narrow window.
    pub fn side(self, side: f32) -> IconButton<'a> {
        IconButton { side: side.max(space::HIT), ..self }
    }

    /// Another side of the icon itself: 14 in rows.
    pub fn icon_side(self, icon_side: f32) -> IconButton<'a> {
        IconButton { icon_side, ..self }
    }

    /// Shows it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let response = pressable(ui, Vec2::splat(self.side), self.disabled);
        response.widget_info(|| match self.on {
            Some(on) => WidgetInfo::selected(Role::Button, response.enabled(), on, self.name),
            None => WidgetInfo::labeled(Role::Button, response.enabled(), self.name),
        });
        describe(&response, self.disabled, self.key);
        tip(&response, self.name, self.key);
        if ui.is_rect_visible(response.rect) {
            let theme = Theme::of(ui.ctx());
            let enabled = response.enabled();
            let on = self.on == Some(true);
            let (fill, ink) = match (enabled, on || response.is_pointer_button_down_on(), response.hovered()) {
                (false, _, _) => (Color32::TRANSPARENT, theme.disabled),
                (true, true, _) => (theme.selected, theme.text),
                (true, false, true) => (theme.hover, theme.text),
                (true, false, false) => (Color32::TRANSPARENT, theme.text2),
            };
            ui.painter().rect_filled(response.rect, CornerRadius::same(space::RADIUS_BUTTON), fill);
            self.icon.paint(ui.painter(), response.rect, self.icon_side, ink);
            FocusRing::on_button(ui.painter(), &response, space::RADIUS_BUTTON);
        }
        response
    }
}
