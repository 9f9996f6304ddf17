use eframe::egui::{Color32, Rect, Role as Access, Sense, Ui, WidgetInfo, pos2, style::ScrollStyle, vec2};

use super::text;
use super::theme::{Face, Theme, space};
use super::widgets::{Tone, Words};

/// How far, in points, a label may reach towards its field.
const REACH: f32 = 6.0;

/// Shows a row of a form: its label, then what `field` shows in the width, in points, that is left.
pub fn form_row<R>(ui: &mut Ui, label: &str, margin: f32, field: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.vertical(|ui| {
            // A long label may reach into the gap.
            ui.set_width(space::LABEL_WIDTH + REACH);
            ui.add_space(5.0);
            Words::new(label, theme.text2).show(ui);
        });
        ui.add_space(space::LABEL_GAP - REACH);
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

/// Shows a sentence under a field in as many lines as it needs, with its icon where it is a problem.
pub fn hint(ui: &mut Ui, tone: Tone, sentence: &str, width: f32) {
    let theme = Theme::of(ui.ctx());
    let is_problem = tone != Tone::Note;
    let lead = if is_problem { space::ICON_SMALL + space::COUNT_GAP } else { 8.0 };
    let words = Words::new(sentence, tone.ink(&theme)).size(Face::SMALL);
    let lines = words.lines(ui.painter(), width - lead, 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, space::HINT_GAP + lines.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    let top = rect.top() + space::HINT_GAP;
    if is_problem {
        let icon = Rect::from_min_size(pos2(rect.left(), top), vec2(space::ICON_SMALL, 16.0));
        tone.icon().paint(ui.painter(), icon, space::ICON_SMALL, tone.ink(&theme));
    }
    ui.painter().galley(pos2(rect.left() + lead, top), lines, theme.text2);
}
