//! What can be decided about the selected mark.

use eframe::egui::{Id, Ui, UiBuilder, vec2};

use crate::app::command::{Command, ReviewCommand};
use crate::app::context::ViewCtx;
use crate::app::document::Document;
use crate::app::theme::{Theme, space};
use crate::app::widgets::form::sentence;
use crate::app::widgets::{Button, Hairline};
use crate::model::{Annotation, Status};

use super::ReviewState;
use crate::app::discussion::Thread;

/// Points above and below what stands in the bar.
const PAD: f32 = 10.0;
/// Its height before it was first shown.
// Two rows of buttons with 6 between them and the padding: what most marks need, so that the first
// frame is right.
const USUAL: f32 = 82.0;

/// The height of the bar, in points, as it was shown last.
pub fn height(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(height_id())).unwrap_or(USUAL)
}

fn height_id() -> Id {
    Id::unique("height of the decision bar")
}

/// Shows the bar: the decisions with their keys, or the field in which it is asked for changes.
pub fn bar(ui: &mut Ui, annotation: &Annotation, state: &mut ReviewState, thread: &mut Thread, cx: &mut ViewCtx<'_>) {
    let theme = Theme::of(ui.ctx());
    let room = ui.max_rect();
    ui.painter().rect_filled(room, 0.0, theme.chrome);
    Hairline::new().paint_above(ui, room);
    let inner = room.shrink2(vec2(cx.layout.margin, PAD));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(inner));
    inside.spacing_mut().item_spacing = vec2(space::BUTTON_GAP, 6.0);
    if state.asking == Some(annotation.id) {
        ask(&mut inside, annotation, state, thread, cx.commands);
    } else if annotation.status == Status::Draft {
        draft(&mut inside, cx.commands);
    } else {
        decide(&mut inside, cx.document, annotation, cx.commands);
    }
    let height = (inside.min_rect().height() + 2.0 * PAD).ceil();
    if height != self::height(ui) {
        ui.data_mut(|data| data.insert_temp(height_id(), height));
        ui.ctx().request_repaint();
        // The height is known only after the bar was shown; the pass is laid out anew rather than shown with
        // the record under it.
        ui.ctx().request_discard("the decision bar has another height");
    }
}

fn ask(
    ui: &mut Ui,
    annotation: &Annotation,
    state: &mut ReviewState,
    thread: &mut Thread,
    commands: &mut Vec<Command>,
) {
    let mut sent = thread.ask_field(ui, annotation.id);
    let is_blank = thread.reply(annotation.id).trim().is_empty();
    ui.horizontal(|ui| {
        let send = Button::new("Send back").primary().key("Enter");
        if send.disabled(is_blank.then_some("Say what should change first")).show(ui).clicked() {
            sent = Some(thread.reply(annotation.id).to_owned());
        }
        if Button::new("Cancel").show(ui).clicked() {
            state.asking = None;
        }
    });
    if let Some(text) = sent {
        commands.push(Command::Review(ReviewCommand::SendBack(annotation.id, text)));
    }
}

fn draft(ui: &mut Ui, commands: &mut Vec<Command>) {
    let theme = Theme::of(ui.ctx());
    sentence(ui, "A draft: its author has not submitted it", theme.text2);
    let submit = Command::Review(ReviewCommand::Submit);
    let cap = submit.key_cap(ui.ctx());
    if Button::new(submit.name()).key(&cap).show(ui).clicked() {
        commands.push(submit);
    }
}

fn decide(ui: &mut Ui, document: &Document, annotation: &Annotation, commands: &mut Vec<Command>) {
    let acts = [
        (ReviewCommand::Approve, Status::Approved),
        (ReviewCommand::AskForChanges, Status::ChangesRequested),
        (ReviewCommand::Reject, Status::Rejected),
    ];
    let caps = acts.each_ref().map(|(act, _)| Command::Review(act.clone()).key_cap(ui.ctx()));
    let room = ui.available_width();
    let width = |is_tight: bool, has_keys: bool| {
        let buttons = acts
            .iter()
            .zip(&caps)
            .map(|((act, _), cap)| dressed(Button::new(act.name()), cap, is_tight, has_keys).width(ui.painter()));
        buttons.sum::<f32>() + space::BUTTON_GAP * (acts.len() - 1) as f32
    };
    // Margins give way before the keys: a key that is not seen is not learnt, while narrow margins hurt
    // nobody.
    let (is_tight, has_keys) = (width(false, true) > room, width(true, true) <= room);
    let why_not = (!document.session.may_approve(annotation.id))
        .then_some("You last changed this mark. In this project somebody else must approve it");
    ui.horizontal(|ui| {
        for ((act, status), cap) in acts.iter().zip(&caps) {
            let mut button = dressed(Button::new(act.name()), cap, is_tight, has_keys);
            let is_already = annotation.status == *status;
            let why_not = match act {
                _ if document.session.read_only.is_some() => document.session.read_only.as_deref(),
                _ if is_already => Some("It is so already"),
                ReviewCommand::Approve => why_not,
                _ => None,
            };
            if *act == ReviewCommand::Approve {
                button = button.primary();
            }
            if why_not.is_some() {
                button = button.disabled(why_not);
            }
            if button.show(ui).clicked() {
                commands.push(Command::Review(act.clone()));
            }
        }
    });
    ui.horizontal(|ui| {
        let edit = Command::EditDetails.key_cap(ui.ctx());
        if dressed(Button::new("Edit record").quiet(), &edit, true, true).show(ui).clicked() {
            commands.push(Command::EditDetails);
        }
        if annotation.status == Status::Submitted {
            let later = Command::Review(ReviewCommand::Later);
            let cap = later.key_cap(ui.ctx());
            if dressed(Button::new(later.name()).quiet(), &cap, true, true).show(ui).clicked() {
                commands.push(later);
            }
        }
    });
}

fn dressed<'a>(button: Button<'a>, cap: &'a str, is_tight: bool, has_key: bool) -> Button<'a> {
    let button = if is_tight { button.tight() } else { button };
    if has_key && !cap.is_empty() { button.key(cap) } else { button }
}
