use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::form::sentence;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::Theme;
use crate::app::widgets::{self, DialogAnswer};
use crate::app::window::Window;
use crate::model::grouped;

/// Asks whether to save before `next` replaces the project.
pub fn show(ui: &Ui, id: Id, window: &mut Window, next: Command) -> Option<Command> {
    let name = window.opened.as_ref().map(|opened| opened.name()).unwrap_or_default();
    let changes = match window.opened.as_ref().and_then(|opened| opened.open.history().n_unsaved()) {
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
        Some(DialogAnswer::Primary) => window.save_and_leave(next),
        Some(DialogAnswer::Other(_)) => window.discard_and_leave(next),
        Some(DialogAnswer::Cancelled) => window.give_up_saving(),
        None => return Some(next),
    }
    None
}
