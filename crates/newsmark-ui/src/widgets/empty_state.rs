use egui::{Align, Layout, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo};

use super::{Button, Words};
use crate::theme::{Face, Theme, space};

/// Longest line of the sentence in points: some 50 letters, so that it stays a block in the middle of a wide panel.
const WIDEST: f32 = 320.0;
/// Points above and below, so that it stands apart from what comes before it.
const MARGIN: f32 = 24.0;

/// What a panel shows instead of nothing: what is so, and how to change it.
#[derive(Clone, Copy, Debug)]
#[must_use = "it is seen once it is shown"]
pub struct EmptyState<'a> {
    title: &'a str,
    sentence: Option<&'a str>,
    buttons: &'a [&'a str],
}

impl<'a> EmptyState<'a> {
    /// Only a title.
    pub fn new(title: &'a str) -> EmptyState<'a> {
        EmptyState { title, sentence: None, buttons: &[] }
    }

    /// With a sentence under it.
    pub fn sentence(self, sentence: &'a str) -> EmptyState<'a> {
        EmptyState { sentence: Some(sentence), ..self }
    }

    /// With buttons under that.
    pub fn buttons(self, labels: &'a [&'a str]) -> EmptyState<'a> {
        EmptyState { buttons: labels, ..self }
    }

    /// Shows it across the room there is; returns the button that was pressed.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        let theme = Theme::of(ui.ctx());
        let width = (ui.available_width() - 2.0 * space::PANEL_MARGIN).clamp(space::HIT, WIDEST);
        ui.vertical_centered(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(MARGIN);
            let title = Words::new(self.title, theme.text).face(Face::Semibold);
            paragraph(ui, self.title, title, width);
            if let Some(sentence) = self.sentence {
                paragraph(ui, sentence, Words::new(sentence, theme.text2), width);
            }
            let pressed = if self.buttons.is_empty() {
                None
            } else {
                ui.add_space(10.0);
                self.show_buttons(ui)
            };
            ui.add_space(MARGIN);
            pressed
        })
        .inner
    }

    fn show_buttons(&self, ui: &mut Ui) -> Option<usize> {
        let widths: f32 = self.buttons.iter().map(|label| Button::new(label).width(ui.painter())).sum();
        let gaps = space::BUTTON_GAP * (self.buttons.len() - 1) as f32;
        // Measured and placed as one: egui centres each widget by itself, not a row of them.
        let (room, _) = ui.allocate_exact_size(Vec2::new(widths + gaps, space::CONTROL), Sense::hover());
        let builder = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center));
        let mut row = ui.new_child(builder);
        row.spacing_mut().item_spacing.x = space::BUTTON_GAP;
        let mut pressed = None;
        for (index, label) in self.buttons.iter().enumerate() {
            if Button::new(label).show(&mut row).clicked() {
                pressed = Some(index);
            }
        }
        pressed
    }
}

/// Lines of words, each centred.
fn paragraph(ui: &mut Ui, text: &str, words: Words<'_>, width: f32) {
    let height = words.lines(ui.painter(), width).size().y;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    words.paint_centred(ui.painter(), rect);
}
