use eframe::egui::{Align, Layout as Direction, Ui, vec2};

use crate::app::context::ViewCtx;
use crate::app::panels::visibility_menu;
use crate::app::theme::Theme;
use crate::app::widgets::{KeyCap, Words};

/// Shows what stands over the article in Review: how judged marks look, and the key of the clean text.
pub fn strip(ui: &mut Ui, cx: &mut ViewCtx<'_>) {
    let (document, layout, commands) = (cx.document, cx.layout, &mut *cx.commands);
    let theme = Theme::of(ui.ctx());
    let room = ui.max_rect();
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let is_told = visibility_menu(ui, document, commands);
        if layout.has_names && !is_told {
            Words::new("Clean text", theme.text2).show(ui);
            KeyCap::new("Space").show(ui);
        }
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, room.height()), Direction::left_to_right(Align::Center), |ui| {
            Words::new("Approved marks keep their line and lose their band", theme.text2).show(ui);
        });
    });
}
