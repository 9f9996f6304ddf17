use eframe::egui::{Id, Ui};

use crate::app::text::{Role, TextField};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};
use crate::check::Problem;
use crate::model::Person;

use super::{Answer, DialogCtx};

/// The reason for which a warning is none, being typed.
pub struct DismissForm {
    problem: Problem,
    reason: String,
}

impl DismissForm {
    /// Begins without a reason.
    pub fn new(problem: Problem) -> DismissForm {
        DismissForm { problem, reason: String::new() }
    }

    /// Whether something was typed.
    pub fn is_changed(&self) -> bool {
        !self.reason.trim().is_empty()
    }

    /// Asks for the reason; `None` once it was answered.
    pub fn show(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<DismissForm> {
        let is_reasoned = |form: &DismissForm| !form.reason.trim().is_empty();
        let reason = (!is_reasoned(&self)).then_some("Say why first");
        let dialog = widgets::Dialog::new("Dismiss the warning?", "Dismiss");
        let mut submitted = false;
        let answer = dialog.primary_disabled(reason).focus_first_field().show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            sentence(ui, &self.problem.why, theme.text);
            let field = TextField::new(&mut self.reason, id.with("reason"), Role::Value)
                .name("Reason")
                .placeholder("Why it may be passed over")
                .show(ui);
            submitted = field.submitted;
            sentence(ui, "It is kept in the project, with your name, and can be restored", theme.text3);
        });
        match answer.or(submitted.then_some(DialogAnswer::Primary)) {
            Some(DialogAnswer::Primary) if is_reasoned(&self) => self.dismiss(cx),
            Some(DialogAnswer::Cancelled) => {}
            _ => return Some(self),
        }
        None
    }

    fn dismiss(self, cx: &mut DialogCtx<'_>) {
        let by = Person::new(&cx.settings.person);
        // Only problems of a mark are offered here, and the name was asked for before.
        let (Some(id), Some(by)) = (self.problem.annotation, by) else { return };
        let dismissal = self.problem.dismissal(self.reason.trim(), by);
        cx.answer(Answer::Edit(Box::new(move |open, now| open.dismiss(id, dismissal, now))));
    }
}
