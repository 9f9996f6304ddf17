use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};
use crate::model::grouped;

use super::{Answer, DialogCtx};

/// Asks whether to save before `next` replaces the project.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>, next: Command) -> Option<Command> {
    let name = cx.document.map(|document| document.name()).unwrap_or_default();
    let changes = match cx.document.and_then(|document| document.session.history().n_unsaved()) {
        Some(1) => "1 change is not saved".to_owned(),
        Some(n) if n > 1 => format!("{} changes are not saved", grouped(n as u64)),
        _ => "Your last changes are not saved".to_owned(),
    };
    let dialog = widgets::Dialog::new("Save your changes first?", "Save").others(&["Discard changes"]);
    let answer = dialog.show(ui.ctx(), id, |ui| {
        let theme = Theme::of(ui.ctx());
        TextLabel::new(&name, Role::StrongLabel).color(theme.text).show(ui);
        sentence(ui, &changes, theme.text2);
    });
    match answer {
        Some(DialogAnswer::Primary) => cx.answer(Answer::SaveAndLeave(next)),
        Some(DialogAnswer::Other(_)) => cx.answer(Answer::DiscardAndLeave(next)),
        Some(DialogAnswer::Cancelled) => cx.answer(Answer::GiveUpSaving),
        None => return Some(next),
    }
    None
}
