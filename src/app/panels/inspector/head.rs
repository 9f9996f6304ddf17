//! What stands over and under the form.

use eframe::egui::{Align, Layout, Ui, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::discussion::in_a_word;
use crate::app::document::Document;
use crate::app::keymap::Keymap;
use crate::app::mark_words::{paragraph_of, words_of};
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::{Chip, Icon, IconButton, Pill, Words};
use crate::model::Annotation;

/// What stands there while no mark is selected.
pub fn nothing_selected(ui: &mut Ui, margin: f32, has_marks: bool) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(20.0);
    ui.horizontal(|ui| {
        ui.add_space(margin);
        ui.vertical(|ui| {
            Words::new("Nothing selected", theme.text).face(Face::Semibold).show(ui);
            ui.add_space(2.0);
            let keymap = Keymap::of(ui.ctx());
            let hint = match keymap.cap(&Command::NextMark) {
                _ if !has_marks => keymap.how_to_mark(),
                cap if cap.is_empty() => "Choose an annotation in the list".to_owned(),
                cap => format!("Press {cap} for the next annotation"),
            };
            Words::new(&hint, theme.text2).show(ui);
        });
    });
}

/// The category, the status, and what can be done with the mark.
pub fn header(ui: &mut Ui, annotation: &Annotation, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.allocate_ui(vec2(ui.available_width(), space::BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(margin);
            ui.spacing_mut().item_spacing.x = 8.0;
            Chip::new(annotation.category().look()).show(ui);
            Words::new(annotation.category().name(), theme.text).face(Face::Semibold).show(ui);
            ui.add_space(4.0);
            Pill::new(in_a_word(annotation.status)).show(ui);
            let right = Layout::right_to_left(Align::Center);
            ui.with_layout(right, |ui| {
                // The icon stands 6 within its button, so that its edge and not the button's meets the margin.
                ui.add_space(margin - 6.0);
                ui.spacing_mut().item_spacing.x = 4.0;
                let buttons = [
                    (Icon::Trash, Command::Delete),
                    (Icon::Down, Command::NextMark),
                    (Icon::Up, Command::PreviousMark),
                ];
                for (icon, command) in buttons {
                    let cap = command.key_cap(ui.ctx());
                    if IconButton::new(icon, command.name()).key(&cap).show(ui).clicked() {
                        commands.push(command);
                    }
                }
            });
        });
    });
}

/// The annotated words and where they stand.
pub fn words(ui: &mut Ui, document: &Document, annotation: &Annotation, margin: f32) {
    let theme = Theme::of(ui.ctx());
    let project = document.session.project();
    ui.horizontal_top(|ui| {
        ui.add_space(margin);
        ui.spacing_mut().item_spacing.x = 8.0;
        // 56 for “¶ 123” beside the first line.
        let width = (ui.available_width() - margin - 56.0).max(80.0);
        let words = words_of(project, annotation);
        let words = text::TextLabel::new(&words, Role::Selected).color(theme.text).max_lines(4);
        // As wide as the words and no wider, so that the number of the paragraph stands right behind them.
        let size = words.measure(ui, width);
        ui.allocate_ui(size, |ui| words.show(ui));
        beside_first_line(ui, &paragraph_of(project, &annotation.spans));
    });
    ui.add_space(8.0);
}

/// Shows where words stand, on their first line however many they take.
pub fn beside_first_line(ui: &mut Ui, place: &str) {
    let theme = Theme::of(ui.ctx());
    let line = text::TextLabel::new("x", Role::Selected).measure(ui, f32::INFINITY).y;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), line), Layout::left_to_right(Align::Center), |ui| {
        Words::new(place, theme.text3).size(Face::SMALL).show(ui);
    });
}

/// Who made the mark.
pub fn author(ui: &mut Ui, annotation: &Annotation, margin: f32) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.add_space(margin + space::LABEL_WIDTH + space::LABEL_GAP);
        let sentence = format!("Marked by {}", annotation.author);
        text::TextLabel::new(&sentence, Role::Hint).color(theme.text3).show(ui);
    });
    ui.add_space(16.0);
}
