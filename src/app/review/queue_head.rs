//! What stands over the queue: how far the review has come, its order, and the sign-off.

use eframe::egui::{Frame, Popup, PopupCloseBehavior, Ui};

use crate::app::command::{Command, QueueOrder, ReviewCommand};
use crate::app::discussion::padded;
use crate::app::document::Document;
use crate::app::platform::day;
use crate::app::theme::{Face, Theme, space};
use crate::app::widgets::form::sentence;
use crate::app::widgets::{Button, Icon, IconButton, PanelHeader, Segmented, Words, tick};
use crate::model::AnnotationId;
use crate::review::Stage;

use super::ReviewState;
use super::progress_bar::progress_bar;

/// Shows title, progress and sign-off.
pub fn head(ui: &mut Ui, document: &Document, state: &ReviewState, margin: f32, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    let progress = state.progress();
    let count = format!("{} of {} left", progress.n_waiting, progress.n_all());
    PanelHeader::new("Queue").count(&count).margin(margin).show_right(ui, |ui| order_menu(ui, state, commands));
    padded(ui, margin, |ui| {
        progress_bar(ui, progress, ui.available_width());
        ui.add_space(6.0);
        // A number and what it counts stay on one line.
        let told = progress.describe().replace(' ', "\u{a0}").replace(",\u{a0}", ", ");
        let told = if told.is_empty() { "No marks yet".to_owned() } else { told };
        sentence_small(ui, &told);
        if let Some(signed) = state.last().sign_off() {
            let since = since(state.last().n_changed(), state.last().deleted().len());
            ui.add_space(4.0);
            sentence_small(ui, &format!("Signed off by {}, on {}; {since}", signed.person, day(signed.time)));
            if !state.last().deleted().is_empty() {
                sentence_small(ui, &deleted(document, state.last().deleted()));
            }
        }
        if state.mine().sign_off().is_some() {
            ui.add_space(6.0);
            let mut only_changed = state.only_changed;
            if tick(ui, ReviewCommand::OnlyChanged.name(), &mut only_changed) {
                commands.push(Command::Review(ReviewCommand::OnlyChanged));
            }
        }
        let n_unplaced = document.session.project().unplaced().len();
        if n_unplaced > 0 {
            ui.add_space(6.0);
            let marks = if n_unplaced == 1 { "1 mark has" } else { &format!("{n_unplaced} marks have") };
            sentence(ui, &format!("{marks} no place. Place or delete them in Annotate, then judge"), theme.warning);
        }
    });
    ui.add_space(12.0);
}

/// What stands where nothing waits, with the button that signs the project off where all is judged.
pub fn nothing_waits(ui: &mut Ui, document: &Document, state: &ReviewState, margin: f32, commands: &mut Vec<Command>) {
    let progress = state.progress();
    if !state.queue().stage(Stage::Waiting).is_empty() || progress.n_all() == 0 {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let n_others = state.queue().stage(Stage::Others).len();
    let n_authors = progress.n_sent_back + progress.n_drafts;
    // A sign-off of before counts only while nothing has changed since.
    let is_signed = state.mine().sign_off().is_some() && state.mine().is_as_signed();
    let told = match (state.only_changed, n_others, n_authors) {
        // The filter hides what waits: that must not read as if nothing did.
        (true, ..) if progress.n_waiting > n_others => "What waits was the same when you signed off".to_owned(),
        (_, 1.., _) => "What is left is for somebody else: you changed it last".to_owned(),
        (_, _, 1) => "1 annotation is with its author".to_owned(),
        (_, _, 2..) => format!("{n_authors} annotations are with their authors"),
        _ if is_signed => "All is judged, and you signed it".to_owned(),
        _ => "All is judged. Sign off when you are done".to_owned(),
    };
    ui.add_space(14.0);
    padded(ui, margin, |ui| {
        Words::new("Nothing waits for you", theme.text).face(Face::Semibold).show(ui);
        ui.add_space(2.0);
        sentence(ui, &told, theme.text2);
        // Signing says that all was judged, by whomever.
        let can_sign = document.session.n_unjudged() == 0 && !is_signed;
        if can_sign {
            ui.add_space(8.0);
            let act = Command::Review(ReviewCommand::SignOff);
            if Button::new(act.name()).primary().icon(Icon::Check).show(ui).clicked() {
                commands.push(act);
            }
        }
        if progress.n_drafts > 0 && !state.only_changed {
            ui.add_space(8.0);
            let act = Command::Review(ReviewCommand::SubmitAll);
            if Button::new(act.name()).show(ui).clicked() {
                commands.push(act);
            }
        }
    });
    ui.add_space(14.0);
}

/// "2 marks changed and 1 deleted since": what is not as it was signed.
fn since(n_changed: usize, n_deleted: usize) -> String {
    let marks = |n| if n == 1 { "1 mark".to_owned() } else { format!("{n} marks") };
    match (n_changed, n_deleted) {
        (0, 0) => "nothing changed since".to_owned(),
        (n, 0) => format!("{} changed since", marks(n)),
        (0, n) => format!("{} deleted since", marks(n)),
        (n, m) => format!("{} changed and {m} deleted since", marks(n)),
    }
}

/// "Deleted: “at least 12 people” and 1 more": the words of the first marks, where the file still tells them or told
/// them while it was open here.
fn deleted(document: &Document, ids: &[AnnotationId]) -> String {
    /// As many as fit on three lines of the panel.
    const MOST: usize = 3;
    let text = &document.session.project().article().text;
    let marks = ids.iter().filter_map(|id| document.session.deleted(*id));
    let words: Vec<String> = marks.take(MOST).map(|mark| quoted(text.words(mark.spans.as_slice()[0]))).collect();
    let n_more = ids.len() - words.len();
    match (words.is_empty(), n_more) {
        (true, _) => "The file does not tell the words of what was deleted".to_owned(),
        (false, 0) => format!("Deleted: {}", words.join(", ")),
        (false, n) => format!("Deleted: {} and {n} more", words.join(", ")),
    }
}

/// The first of these words, between quotation marks.
fn quoted(words: &str) -> String {
    /// Characters that fit on a line of the panel.
    const MOST: usize = 32;
    match words.char_indices().nth(MOST) {
        Some((end, _)) => format!("“{} …”", words[..end].trim_end()),
        None => format!("“{words}”"),
    }
}

fn order_menu(ui: &mut Ui, state: &ReviewState, commands: &mut Vec<Command>) {
    let button = IconButton::new(Icon::Sliders, "Order of the queue").show(ui);
    let frame = Frame::popup(&ui.ctx().global_style()).inner_margin(space::PANEL_MARGIN);
    let popup = Popup::menu(&button)
        .accessible_name("Order of the queue")
        .frame(frame)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.show(|ui| {
        let theme = Theme::of(ui.ctx());
        Words::new("Order of the queue", theme.text2).show(ui);
        ui.add_space(4.0);
        let orders = [QueueOrder::Article, QueueOrder::Problem];
        let mut chosen = usize::from(state.order == QueueOrder::Problem);
        if Segmented::new("Order of the queue", &["In the article", "By kind of problem"])
            .show(ui, &mut chosen)
            .changed()
        {
            commands.push(Command::Review(ReviewCommand::Order(orders[chosen])));
        }
    });
}

fn sentence_small(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    crate::app::text::TextLabel::new(words, crate::app::text::Role::Hint).color(theme.text2).wrap().show(ui);
}
