use eframe::egui::{Id, Ui};

use crate::app::crashed_session::CrashedSession;
use crate::app::notices::Notice;
use crate::app::platform::clock;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, Button, DialogAnswer, Hairline};
use crate::store::{FileState, Recovery};

use super::{Answer, DialogCtx};
use crate::model::Time;

/// What a crash left behind, to be taken up or let go.
pub struct RecoveredForm {
    found: Vec<CrashedSession>,
    asks_discard: Option<usize>,
}

/// What is done with one of them.
enum Choice {
    Open(usize),
    Ask(usize),
    Discard(usize),
}

impl RecoveredForm {
    /// Offers what was found.
    pub fn new(found: Vec<CrashedSession>) -> RecoveredForm {
        RecoveredForm { found, asks_discard: None }
    }

    /// Shows what was found; `None` once it was answered.
    pub fn show(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<RecoveredForm> {
        let mut choice = None;
        let title = "Newsmark ended before these were saved";
        // Where there are several, each has a button of its own.
        let dialog = match self.found.len() {
            1 => widgets::Dialog::new(title, "Recover").cancel("Later"),
            _ => widgets::Dialog::new(title, "Later").without_cancel(),
        };
        let answer = dialog.width(560.0).show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            let hint = "Nothing is deleted until you say so. Recovering opens the project with the changes, unsaved";
            sentence(ui, hint, theme.text2);
            // A single one is recovered by the dialog's own button, which Enter presses.
            let is_only = self.found.len() == 1;
            for (index, lost) in self.found.iter().enumerate() {
                Hairline::new().show(ui);
                row(ui, cx.platform.now(), lost, is_only, index, self.asks_discard == Some(index), &mut choice);
            }
        });
        match answer {
            Some(DialogAnswer::Primary) if self.found.len() == 1 => choice = Some(Choice::Open(0)),
            Some(_) => {
                cx.answer(Answer::KeepCrashed(self.found));
                return None;
            }
            None => {}
        }
        match choice {
            Some(Choice::Open(index)) => {
                let chosen = self.found.remove(index);
                cx.answer(Answer::KeepCrashed(self.found));
                cx.answer(Answer::Recover(Box::new(chosen)));
                return None;
            }
            Some(Choice::Ask(index)) => self.asks_discard = Some(index),
            Some(Choice::Discard(index)) => {
                // On this thread: a journal is a small file in the local state folder, and the row is to be gone in
                // the next frame.
                match self.found.remove(index).recovery.discard() {
                    Ok(None) => {}
                    Ok(Some(path)) => {
                        let told = format!("The damaged journal was set aside as {}", path.display());
                        cx.answer(Answer::Say(Notice::note(told)));
                    }
                    Err(error) => cx.answer(Answer::Say(Notice::warning(format!(
                        "It could not be discarded and is offered again at the next start: {error}"
                    )))),
                }
                self.asks_discard = None;
            }
            None => {}
        }
        (!self.found.is_empty()).then_some(self)
    }
}

fn row(
    ui: &mut Ui,
    now: Time,
    lost: &CrashedSession,
    is_only: bool,
    index: usize,
    asks: bool,
    choice: &mut Option<Choice>,
) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let damage = lost.recovery.damage();
        let label = match (damage.is_empty(), asks) {
            (false, _) => "Set aside",
            (true, false) => "Discard",
            (true, true) => "Discard for good",
        };
        // 90 for “Recover” and the gap before it, where each row has one.
        let buttons = 16.0 + Button::new(label).width(ui.painter()) + if is_only { 0.0 } else { 90.0 };
        let width = ui.available_width() - buttons;
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            TextLabel::new(&lost.name, Role::StrongLabel).color(theme.text).show(ui);
            TextLabel::new(&describe(now, &lost.recovery), Role::Hint).color(theme.text2).show(ui);
            if let Some(file_state) = file_state(&lost.recovery) {
                widgets::Words::new(file_state, theme.text2).size(Face::SMALL).show(ui);
            }
            for sentence in &damage {
                widgets::Words::new(sentence, theme.text2).size(Face::SMALL).show(ui);
            }
        });
        if !is_only && Button::new("Recover").show(ui).clicked() {
            *choice = Some(Choice::Open(index));
        }
        if Button::new(label).quiet().show(ui).clicked() {
            // What is set aside can be had again, so that nothing is asked.
            let is_sure = asks || !damage.is_empty();
            *choice = Some(if is_sure { Choice::Discard(index) } else { Choice::Ask(index) });
        }
    });
}

/// What was recovered and from when: "3 changes, the last at 14:02: mark as quote".
fn describe(now: Time, recovery: &Recovery) -> String {
    let changes = match recovery.n_changes() {
        0 if matches!(recovery.file_state(), Some(FileState::Diverged | FileState::Gone)) => {
            "As it was saved last".to_owned()
        }
        1 => "1 change".to_owned(),
        n => format!("{n} changes"),
    };
    let at = recovery.last_time().map(|time| format!(", the last at {}", clock(time, now))).unwrap_or_default();
    let step = recovery.last_step().map(|step| format!(": {step}")).unwrap_or_default();
    format!("{changes}{at}{step}")
}

fn file_state(recovery: &Recovery) -> Option<&'static str> {
    match recovery.file_state() {
        Some(FileState::Diverged) => Some("Its file was changed since; the two can be merged"),
        Some(FileState::Gone) => Some("Its file is not there any more; it is recovered as a new one"),
        Some(FileState::Unsaved | FileState::Fits(_) | FileState::Saved(_)) => None,
        // A later version may read it: setting aside keeps it, discarding would not.
        None => Some("It cannot be read by this version, and can be set aside"),
    }
}
