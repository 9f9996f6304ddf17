use eframe::egui::{
    Align, Color32, Layout, Rect, Role as Access, Sense, Ui, UiBuilder, WidgetInfo, pos2, style::ScrollStyle, vec2,
};

use super::text;
use super::theme::{Face, Theme, space};
use super::widgets::{Button, Tone, Words};
use crate::model::Direction;

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

/// Height of the line that is kept under a field for what comes and goes there, in points: that of a quiet button.
const SPARE: f32 = 26.0;

/// Takes the room of a line under a field, whether something stands in it or not: what comes and goes there moves
/// no field.
pub fn spare_line(ui: &mut Ui, width: f32) -> Rect {
    ui.allocate_exact_size(vec2(width, SPARE), Sense::hover()).0
}

/// Shows a button at the right of such a line and a sentence in the room that is left, cut at a word, whole in its
/// tooltip. Answers whether the button was pressed.
pub fn line_under(ui: &mut Ui, line: Rect, sentence: &str, button: Option<Button<'_>>) -> bool {
    let theme = Theme::of(ui.ctx());
    let width = button.as_ref().map_or(0.0, |button| button.width(ui.painter()));
    let right = line.right() - width;
    let mut is_pressed = false;
    if let Some(button) = button {
        let room = line.with_min_x(right);
        let layout = Layout::left_to_right(Align::Center);
        let mut inside = ui.new_child(UiBuilder::new().id_salt("line under").max_rect(room).layout(layout));
        is_pressed = button.show(&mut inside).clicked();
    }
    let room = Rect::from_min_max(line.min + vec2(8.0, 0.0), pos2(right - space::ICON_GAP, line.bottom()));
    if sentence.is_empty() || room.width() < LEAST {
        return is_pressed;
    }
    let engine = text::Engine::of(ui.ctx());
    // The sentence is the program's own, though a name in it may run the other way.
    let laid = engine.layout_elided(sentence, text::Role::Hint, Direction::LeftToRight, room.width(), 1);
    engine.paint(&laid, ui.painter(), pos2(room.left(), room.center().y - laid.size().y / 2.0), theme.text2);
    let response = ui.interact(room, ui.scope_id().with(("line under", sentence)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, sentence));
    if laid.is_elided() {
        response.on_hover_text(sentence);
    }
    is_pressed
}

/// Narrowest room in which a sentence is worth showing, in points.
const LEAST: f32 = 24.0;
