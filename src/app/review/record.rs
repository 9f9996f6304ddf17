use eframe::egui::{Align, Layout as Direction, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::discussion::in_a_word;
use crate::app::document::Document;
use crate::app::document::tone;
use crate::app::panels::{InspectorState, inspector_words, nothing_selected};
use crate::app::text::{self, Role};
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::thin_scroll;
use crate::app::widgets::{Button, Chip, Hairline, Icon, IconButton, Pill, Scrolled, Tone, Words};
use crate::model::Annotation;

use super::record_rows::{RecordRow, record_rows};
use super::{ReviewState, decision};
use crate::app::discussion::padded;

/// Shows the right panel of Review: the record of the selected mark to be read, its story and its thread, and under
/// them what can be decided. While the record is edited it is the form of the category.
pub fn right(ui: &mut Ui, state: &mut ReviewState, inspector: &mut InspectorState, cx: &mut ViewCtx<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let (document, margin) = (cx.document, cx.layout.margin);
    let Some(annotation) = document.session.selected_annotation().cloned() else {
        return nothing_selected(ui, margin, !document.session.project().annotations().is_empty());
    };
    if state.is_editing {
        back(ui, margin, cx.commands);
        return inspector.show(ui, cx);
    }
    // Another mark was gone to: the question what should change was about the one before.
    if state.asking != Some(annotation.id) {
        state.asking = None;
    }
    let room = ui.available_rect_before_wrap();
    let height = decision::height(ui);
    // The decision stands at the foot however long the record is, so that it is always where it was.
    let foot = room.with_min_y(room.bottom() - height);
    let body = room.with_max_y(foot.top());
    let mut above = ui.new_child(UiBuilder::new().id_salt("record").max_rect(body));
    above.set_clip_rect(body.intersect(ui.clip_rect()));
    header(&mut above, &annotation, state, margin, cx.commands);
    above.spacing_mut().scroll = thin_scroll();
    // Each mark keeps its own place of scrolling; the next one begins at its top.
    let salt = ("record", annotation.id.to_string());
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink(false)
        .show(&mut above, |ui| {
            inspector_words(ui, document, &annotation, margin);
            rows(ui, &record_rows(document.session.project(), &annotation), margin);
            problems(ui, document, &annotation, margin);
            ui.add_space(8.0);
            Hairline::new().show(ui);
            if inspector.history.show(ui, &annotation, cx) {
                Hairline::new().show(ui);
            }
            let has_field = state.asking.is_none();
            inspector.thread.show(ui, &annotation, has_field, cx);
        })
        .named(above.ctx(), "the record");
    let mut below = ui.new_child(UiBuilder::new().id_salt("decision").max_rect(foot));
    decision::bar(&mut below, &annotation, state, &mut inspector.thread, cx);
    ui.advance_cursor_after_rect(room);
}

/// The bar over the form while the record is edited.
fn back(ui: &mut Ui, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::BAR), Sense::hover());
    ui.painter().rect_filled(bar, 0.0, theme.chrome);
    Hairline::new().paint_below(ui, bar);
    let inside =
        UiBuilder::new().max_rect(bar.shrink2(vec2(margin, 0.0))).layout(Direction::left_to_right(Align::Center));
    let mut inside = ui.new_child(inside);
    Words::new("Edit record", theme.text).face(Face::Semibold).show(&mut inside);
    inside.with_layout(Direction::right_to_left(Align::Center), |ui| {
        let cap = Command::BackToArticle.key_cap(ui.ctx());
        if Button::new("Back to review").key(&cap).show(ui).clicked() {
            commands.push(Command::BackToArticle);
        }
    });
}

/// Category and status, the mark's place in its stage, and the way to the next.
fn header(ui: &mut Ui, annotation: &Annotation, state: &ReviewState, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.allocate_ui(vec2(ui.available_width(), space::BAR), |ui| {
        ui.horizontal_centered(|ui| {
            ui.add_space(margin);
            ui.spacing_mut().item_spacing.x = 8.0;
            Chip::new(annotation.category().look()).show(ui);
            Words::new(annotation.category().name(), theme.text).face(Face::Semibold).show(ui);
            Pill::new(in_a_word(annotation.status)).show(ui);
            ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
                ui.add_space(margin - 6.0);
                ui.spacing_mut().item_spacing.x = 4.0;
                for (icon, command) in [(Icon::Down, Command::NextMark), (Icon::Up, Command::PreviousMark)] {
                    let cap = command.key_cap(ui.ctx());
                    if IconButton::new(icon, command.name()).key(&cap).show(ui).clicked() {
                        commands.push(command);
                    }
                }
                if let Some((stage, place)) = state.queue().find(annotation.id) {
                    let told = format!("{} of {}", place + 1, state.queue().stage(stage).len());
                    let told = Words::new(&told, theme.text3).size(Face::SMALL);
                    // Cut off it would name another place; without it nothing is lost that the queue does not show.
                    if told.line(ui.painter()).size().x <= ui.available_width() {
                        told.show(ui);
                    }
                }
            });
        });
    });
}

fn rows(ui: &mut Ui, rows: &[RecordRow], margin: f32) {
    let theme = Theme::of(ui.ctx());
    if rows.is_empty() {
        padded(ui, margin, |ui| {
            text::TextLabel::new("Nothing is known of it yet", Role::Label).italic().color(theme.text3).show(ui);
        });
    }
    for row in rows {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(margin);
            let (label, _) = ui.allocate_exact_size(vec2(space::LABEL_WIDTH, 18.0), Sense::hover());
            Words::new(&row.label, theme.text2).paint(ui.painter(), label, eframe::egui::Align2::LEFT_CENTER);
            ui.add_space(space::LABEL_GAP);
            let width = ui.available_width() - margin;
            ui.allocate_ui(vec2(width, 0.0), |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    let role = if row.is_quoted { Role::Words } else { Role::Label };
                    let value = text::TextLabel::new(&row.value, role).color(theme.text).wrap();
                    value.spoken(&format!("{}: {}", row.label, row.value)).show(ui);
                    if !row.more.is_empty() {
                        let more = text::TextLabel::new(&row.more, Role::Hint).color(theme.text3).wrap();
                        more.spoken(&format!("{}: {}", row.label, row.more)).show(ui);
                    }
                });
            });
        });
        ui.add_space(4.0);
    }
}

fn problems(ui: &mut Ui, document: &Document, annotation: &Annotation, margin: f32) {
    let theme = Theme::of(ui.ctx());
    for problem in document.problems.of(annotation.id) {
        ui.add_space(6.0);
        let tone = tone(problem.severity);
        let ink = if tone == Tone::Note { theme.text2 } else { tone.ink(&theme) };
        padded(ui, margin, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let (place, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
                tone.icon().paint(ui.painter(), place, space::ICON, ink);
                let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(ui.available_width(), 0.0));
                ui.allocate_ui(room.size(), |ui| {
                    ui.vertical(|ui| text::TextLabel::new(&problem.why, Role::Label).color(ink).wrap().show(ui));
                });
            });
        });
    }
}
