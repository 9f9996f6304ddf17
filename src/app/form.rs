use eframe::egui::{Color32, Ui, style::ScrollStyle, vec2};

use super::text;
use super::theme::{Theme, space};
use super::widgets::Words;

/// Shows a row of a form: its label, then what `field` shows in the width, in points, that is left.
pub fn form_row<R>(ui: &mut Ui, label: &str, margin: f32, field: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.vertical(|ui| {
            ui.set_width(space::LABEL_WIDTH);
            ui.add_space(5.0);
            Words::new(label, theme.text2).show(ui);
        });
        ui.add_space(space::LABEL_GAP);
        let width = ui.available_width() - margin;
        ui.allocate_ui(vec2(width, 0.0), |ui| ui.vertical(|ui| field(ui, width)).inner).inner
    })
    .inner
}

/// A scroll bar that lies over what it scrolls and takes no room from it.
pub fn thin_scroll() -> ScrollStyle {
    ScrollStyle { floating_allocated_width: 0.0, ..ScrollStyle::thin() }
}

/// Shows sentences, in as many lines as they need; they may name a file or a person in any script.
pub fn sentence(ui: &mut Ui, words: &str, ink: Color32) {
    text::Words::new(words, text::Role::Label).color(ink).wrap().show(ui);
}
