use eframe::egui::{Id, Ui};

use crate::app::command::ProposalCommand;
use crate::app::text::{Role, TextField};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};
use crate::check::Problem;
use crate::model::Person;

use super::{Answer, DialogCtx};

/// What is dismissed.
enum Dismissed {
    /// A warning, which is kept with its reason.
    Warning(Box<Problem>),
    /// The proposal in hand, which is called so.
    Proposal(String),
}

/// The reason for which a warning or a proposal is none, being typed.
pub struct DismissForm {
    dismissed: Dismissed,
    reason: String,
}

impl DismissForm {
    /// Begins without a reason.
    pub fn new(problem: Problem) -> DismissForm {
        DismissForm { dismissed: Dismissed::Warning(Box::new(problem)), reason: String::new() }
    }

    /// The same for the proposal in hand, which is called `words`.
    pub fn of_proposal(words: String) -> DismissForm {
        DismissForm { dismissed: Dismissed::Proposal(words), reason: String::new() }
    }

    /// Whether something was typed.
    pub fn is_changed(&self) -> bool {
        !self.reason.trim().is_empty()
    }

    /// Asks for the reason; `None` once it was answered.
    pub fn show(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<DismissForm> {
        let is_reasoned = |form: &DismissForm| !form.reason.trim().is_empty();
        let reason = (!is_reasoned(&self)).then_some("Say why first");
        let title = match self.dismissed {
            Dismissed::Warning(_) => "Dismiss the warning?",
            Dismissed::Proposal(_) => "Dismiss the proposal?",
        };
        let dialog = widgets::Dialog::new(title, "Dismiss");
        let mut submitted = false;
        let answer = dialog.primary_disabled(reason).focus_first_field().show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            let what = match &self.dismissed {
                Dismissed::Warning(problem) => &problem.why,
                Dismissed::Proposal(words) => words,
            };
            sentence(ui, what, theme.text);
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
        let reason = self.reason.trim();
        let problem = match self.dismissed {
            Dismissed::Warning(problem) => problem,
            Dismissed::Proposal(_) => {
                return cx.answer(Answer::Run(ProposalCommand::DismissFor(reason.to_owned()).into()));
            }
        };
        let by = Person::new(&cx.settings.person);
        // Only problems of a mark are offered here, and the name was asked for before.
        let (Some(id), Some(by)) = (problem.annotation, by) else { return };
        let dismissal = problem.dismissal(reason, by);
        cx.answer(Answer::Edit(Box::new(move |open, now| open.dismiss(id, dismissal, now))));
    }
}
