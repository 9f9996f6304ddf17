use eframe::egui::{Response, Tooltip};

use super::{KeyCap, Words};
use crate::app::theme::{Theme, space};

/// Shows the name of a control and the keys that do the same in its tooltip, in one line.
pub fn tip(response: &Response, name: &str, key: Option<&str>) {
    Tooltip::for_enabled(response).show(|ui| {
        let theme = Theme::of(ui.ctx());
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::ICON_GAP;
            Words::new(name, theme.text).show(ui);
            if let Some(key) = key {
                KeyCap::new(key).show(ui);
            }
        });
    });
}
