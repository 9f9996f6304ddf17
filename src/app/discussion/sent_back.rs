//! What the form of a mark tells its author of the review.

use eframe::egui::{CornerRadius, Frame, Margin, Stroke, Ui};

use crate::app::command::{Command, ReviewCommand};
use crate::app::context::ViewCtx;
use crate::app::theme::{Theme, space};
use crate::app::widgets::form::sentence;
use crate::app::widgets::{Button, Hairline};
use crate::model::{Annotation, Status};

use super::padded;
use super::{History, Thread};

/// Over the form: who sent the mark back and with what words, and the button that submits it again.
pub fn sent_back(ui: &mut Ui, annotation: &Annotation, margin: f32, commands: &mut Vec<Command>) {
    if annotation.status != Status::ChangesRequested {
        return;
    }
    let theme = Theme::of(ui.ctx());
    padded(ui, margin, |ui| {
        let edge = Stroke::new(theme.line_width, theme.border_strong);
        let frame = Frame::new().fill(theme.raised).stroke(edge).corner_radius(CornerRadius::same(space::RADIUS_CARD));
        frame.inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let judge = annotation.judge.as_ref().map_or("A reviewer", |judge| judge.name());
            let by_judge =
                annotation.comments.iter().rev().find(|said| Some(&said.author) == annotation.judge.as_ref());
            match by_judge {
                Some(said) => sentence(ui, &format!("{judge} asked for changes: “{}”", said.text), theme.text),
                None => sentence(ui, &format!("{judge} asked for changes"), theme.text),
            }
            let submit = Command::Review(ReviewCommand::Submit);
            let cap = submit.key_cap(ui.ctx());
            if Button::new("Submit again").key(&cap).show(ui).clicked() {
                commands.push(submit);
            }
        });
    });
    ui.add_space(8.0);
}

/// Under the form: who judged the mark, what became of it, and what is said of it, where there is any of it.
pub fn foot(ui: &mut Ui, annotation: &Annotation, history: &mut History, thread: &mut Thread, cx: &mut ViewCtx<'_>) {
    let margin = cx.layout.margin;
    let theme = Theme::of(ui.ctx());
    let verb = match annotation.status {
        Status::Approved => "Approved by",
        Status::Rejected => "Rejected by",
        Status::ChangesRequested => "Sent back by",
        Status::Draft | Status::Submitted => "",
    };
    if let (Some(judge), false) = (&annotation.judge, verb.is_empty()) {
        padded(ui, margin, |ui| sentence(ui, &format!("{verb} {judge}"), theme.text2));
        ui.add_space(8.0);
    }
    // Nobody has seen a draft yet, and an empty thread under every form would only push its fields up.
    if annotation.status == Status::Draft && annotation.comments.is_empty() {
        return;
    }
    Hairline::new().show(ui);
    if history.show(ui, annotation, cx) {
        Hairline::new().show(ui);
    }
    thread.show(ui, annotation, true, cx);
}
