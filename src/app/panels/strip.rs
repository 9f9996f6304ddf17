use eframe::egui::{Align, Layout as Direction, Ui, vec2};

use crate::app::boundary_edit::BoundaryEdit;
use crate::app::category_look::CategoryLook;
use crate::app::command::Command;
use crate::app::context::ViewCtx;
use crate::app::document::Document;
use crate::app::keymap::Keymap;
use crate::app::layout::Layout;
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{Button, Hairline, KeyCap, PaletteButton, PaletteDensity, Words, tip_sentence};
use crate::edit::Trimming;
use crate::model::{AnnotationId, Category, FieldPath};

use super::inspector::name_of_field;
use super::visibility_menu::visibility_menu;

/// Shows the strip over the article: what words are being picked for, how boundaries are moved, or else what the
/// workspace `usual`ly has there.
pub fn strip(
    ui: &mut Ui,
    bounds: Option<&BoundaryEdit>,
    cx: &mut ViewCtx<'_>,
    usual: impl FnOnce(&mut Ui, &mut ViewCtx<'_>),
) {
    let document = cx.document;
    Hairline::new().paint_below(ui, ui.max_rect().expand2(vec2(16.0, 0.0)));
    ui.horizontal_centered(|ui| match (document.session.picking, bounds) {
        // Picking before moving: it was begun later, as it ends the moving.
        (Some((id, path)), _) => picking(ui, document, id, path, cx.commands),
        (None, Some(bounds)) => moving(ui, bounds, cx.commands),
        (None, None) => usual(ui, cx),
    });
}

/// The strip of Annotate: the categories, and what keys do next.
pub fn categories(ui: &mut Ui, cx: &mut ViewCtx<'_>) {
    let (document, layout, commands) = (cx.document, cx.layout, &mut *cx.commands);
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.x = 6.0;
    let annotations = document.session.project().annotations();
    let is_read_only = document.session.read_only.is_some();
    let density = match layout {
        // The room is for what can be done instead.
        _ if is_read_only => PaletteDensity::Letters,
        Layout { has_counts: true, .. } => PaletteDensity::Full,
        Layout { has_names: true, .. } => PaletteDensity::NoCount,
        _ => PaletteDensity::Letters,
    };
    let trimming = document.session.trimming();
    for category in Category::ALL {
        let count = annotations.count(category);
        let command = Command::Mark(category);
        let key = command.key_cap(ui.ctx());
        let mut button = PaletteButton::new(category.look(), &key, count).density(density);
        if is_read_only {
            button = button.disabled(document.session.read_only.as_deref());
        }
        if button.show(ui).clicked() {
            commands.push(command);
        }
    }
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        // Before the hints: that marks are hidden has to be seen, and takes its room first.
        let is_told = visibility_menu(ui, document, commands);
        if is_read_only {
            if Button::new("Save a copy…").show(ui).clicked() {
                commands.push(Command::SaveAs);
            }
            if document.is_presumed && Button::new(Command::OpenAllTheSame.name()).show(ui).clicked() {
                commands.push(Command::OpenAllTheSame);
            }
            let told = Words::new("Only to be read", theme.text2);
            // Cut it would say something else; the buttons beside it say the same.
            if told.line(ui.painter()).size().x <= ui.available_width() {
                told.show(ui);
            }
            return;
        }
        let keymap = Keymap::of(ui.ctx());
        let trimmed = trimming.as_ref().and_then(Trimming::sentence);
        if let Some(sentence) = &trimmed {
            // What is marked is not what is selected, so that is told however little room there is.
            let exactly = keymap.marking(Command::MarkExactly);
            let cap = KeyCap::new(&exactly);
            let sentence = Words::new(sentence, theme.text2).size(Face::SMALL);
            let width = cap.size(ui.painter()).x + sentence.line(ui.painter()).size().x + 8.0;
            if !exactly.is_empty() && width <= ui.available_width() {
                tip_sentence(&cap.show(ui), "Marks the words just as they are selected");
            }
            sentence.show(ui);
        } else if layout.has_counts && !is_told {
            let marking = keymap.marking(Command::Mark);
            let [add, bounds] = [Command::AddWords, Command::MoveBounds].map(|command| keymap.cap(&command));
            let hints: &[(&str, &str)] = match (trimming.is_some(), document.session.selected) {
                (true, Some(_)) => &[(&marking, "Mark the words"), (&add, "Add them")],
                (true, None) => &[(&marking, "Mark the words")],
                (false, Some(_)) => &[(&marking, "Change the category"), (&bounds, "Boundaries")],
                (false, None) => &[("Space", "Clean text")],
            };
            show_hints(ui, hints);
        }
    });
}

/// Shows keys with what they do, as many from the first as there is room for, from the right.
pub fn show_hints(ui: &mut Ui, hints: &[(&str, &str)]) {
    let theme = Theme::of(ui.ctx());
    let mut room = ui.available_width();
    let fits = |(key, words): &&(&str, &str)| {
        let painter = ui.painter();
        room -= KeyCap::new(key).size(painter).x + Words::new(words, theme.text2).line(painter).size().x + 16.0;
        room > 0.0
    };
    // The first hints are the ones that are needed most; one that is cut off would be no hint.
    let n_fitting = hints.iter().take_while(fits).count();
    // Backwards, as they are laid from the right.
    for (key, words) in hints[..n_fitting].iter().rev().filter(|(key, _)| !key.is_empty()) {
        Words::new(words, theme.text2).show(ui);
        KeyCap::new(key).show(ui);
    }
}

fn moving(ui: &mut Ui, bounds: &BoundaryEdit, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.x = 8.0;
    let n_spans = bounds.spans.as_slice().len();
    let title = match n_spans {
        1 => "Move boundaries".to_owned(),
        _ => format!("Move boundaries, words {} of {n_spans}", bounds.index + 1),
    };
    Words::new(&title, theme.text).face(Face::Semibold).show(ui);
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        let [restore, keep] = [Command::BackToArticle, Command::EditDetails].map(|command| command.key_cap(ui.ctx()));
        if Button::new("Restore").key(&restore).show(ui).clicked() {
            commands.push(Command::RestoreBounds);
        }
        if Button::new("Keep").key(&keep).show(ui).clicked() {
            commands.push(Command::KeepBounds);
        }
        // The modifier that moves the caret by words.
        let by_word = if cfg!(target_os = "macos") { "Option" } else { "Ctrl" };
        let mut hints = vec![("Arrows", "end"), ("Shift", "start"), (by_word, "by character")];
        if n_spans > 1 {
            hints.push(("Tab", "other words"));
        }
        show_hints(ui, &hints);
    });
}

fn picking(ui: &mut Ui, document: &Document, id: AnnotationId, path: FieldPath, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    let Some(annotation) = document.session.project().annotation(id) else { return };
    ui.spacing_mut().item_spacing.x = 8.0;
    let is_mark = document.session.picking_mark().is_some();
    let name = name_of_field(annotation, path);
    let label = if is_mark { format!("Click the mark for {name}") } else { format!("Select the words for {name}") };
    Words::new(&label, theme.text).face(Face::Semibold).show(ui);
    ui.with_layout(Direction::right_to_left(Align::Center), |ui| {
        let [leave, take] = [Command::BackToArticle, Command::EditDetails].map(|command| command.key_cap(ui.ctx()));
        if Button::new("Leave").key(&leave).show(ui).clicked() {
            commands.push(Command::BackToArticle);
        }
        let marks = || document.session.project().annotations_at(document.session.selection.head);
        let why = match is_mark {
            true => marks().is_empty().then_some("The caret is in no mark"),
            false => document.session.selected_words().is_none().then_some("No words are selected"),
        };
        let mut take = Button::new(if is_mark { "Take the mark" } else { "Take the words" }).key(&take);
        if why.is_some() {
            take = take.disabled(why);
        }
        if take.show(ui).clicked() {
            commands.push(Command::TakeWords);
        }
    });
}
