//! What forms are made of: rows, sentences under fields, a thin scroll bar.

use egui::{
    Align, Color32, Layout, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, style::ScrollStyle, vec2,
};

use super::{Button, Tone, Words};
use crate::text::{Role, TextLabel};
use crate::theme::{Face, Theme, space};

/// How far, in points, a label may reach towards its field: half the gap, so that the longest is not cut and none touches.
const REACH: f32 = space::LABEL_GAP / 2.0;

/// Shows a row of a form: its label, then what `field` shows in the width, in points, that is left.
pub fn form_row<R>(ui: &mut Ui, label: &str, margin: f32, field: impl FnOnce(&mut Ui, f32) -> R) -> R {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(margin);
        ui.vertical(|ui| {
            // A long label may reach into the gap.
            ui.set_width(space::LABEL_WIDTH + REACH);
            // Centres a line of 18 beside a field of 28.
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
    // No room of its own: contents keep their width when they grow long enough to scroll.
    ScrollStyle { floating_allocated_width: 0.0, ..ScrollStyle::thin() }
}

/// Shows sentences, in as many lines as they need; they may name a file or a person in any script.
pub fn sentence(ui: &mut Ui, words: &str, ink: Color32) {
    TextLabel::new(words, Role::Label).color(ink).wrap().show(ui);
}

/// Shows a sentence under a field in as many lines as it needs, with its icon where it is a problem.
pub fn hint(ui: &mut Ui, tone: Tone, sentence: &str, width: f32) {
    let theme = Theme::of(ui.ctx());
    let is_problem = tone != Tone::Note;
    let lead = if is_problem { space::ICON_SMALL + space::COUNT_GAP } else { 8.0 };
    let words = Words::new(sentence, tone.ink(&theme)).size(Face::SMALL);
    let lines = words.lines(ui.painter(), width - lead);
    let (rect, response) = ui.allocate_exact_size(vec2(width, space::HINT_GAP + lines.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    let top = rect.top() + space::HINT_GAP;
    if is_problem {
        let icon = Rect::from_min_size(pos2(rect.left(), top), vec2(space::ICON_SMALL, 16.0));
        tone.icon().paint(ui.painter(), icon, space::ICON_SMALL, tone.ink(&theme));
    }
    lines.paint(ui.painter(), pos2(rect.left() + lead, top));
}

/// Points of a line of a sentence under a field.
const LINE: f32 = 16.0;
/// Points from the edge of a field to the words under it, which stand in line with those in the field.
const LEAD: f32 = 8.0;

/// Shows a sentence under a field and a button at its right, and answers whether that was pressed. Room for two lines
/// is taken whether something stands there or not, so that what comes and goes moves no field; a sentence that needs
/// more, as in a narrow panel, gets it and is never cut.
pub fn lines_under(ui: &mut Ui, width: f32, sentence: &str, button: Option<Button<'_>>) -> bool {
    let theme = Theme::of(ui.ctx());
    let beside = button.map_or(0.0, |button| button.width(ui.painter()) + space::COUNT_GAP);
    let lines = Words::new(sentence, theme.text2).size(Face::SMALL).lines(ui.painter(), width - LEAD - beside);
    // Two lines even for one, so that a form does not move as a sentence comes and goes.
    let height = lines.size().y.max(2.0 * LINE);
    let (rect, _) = ui.allocate_exact_size(vec2(width, space::HINT_GAP + height), Sense::hover());
    let rect = rect.with_min_y(rect.top() + space::HINT_GAP);
    let mut is_pressed = false;
    if let Some(button) = button {
        let room =
            Rect::from_min_max(pos2(rect.right() - beside, rect.top()), rect.max).with_max_y(rect.top() + BUTTON);
        let layout = Layout::right_to_left(Align::Center);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("lines under").max_rect(room).layout(layout));
        is_pressed = button.show(&mut inside).clicked();
    }
    if sentence.is_empty() {
        return is_pressed;
    }
    // One line is level with the words on the button.
    let is_one = lines.size().y <= LINE && button.is_some();
    let top = if is_one { rect.top() + (BUTTON - LINE) / 2.0 } else { rect.top() };
    let room = Rect::from_min_size(pos2(rect.left() + LEAD, top), lines.size());
    lines.paint(ui.painter(), room.min);
    let response = ui.interact(room, ui.scope_id().with(("lines under", sentence)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    is_pressed
}

/// Height of a quiet button under a field, in points.
const BUTTON: f32 = space::CONTROL;
