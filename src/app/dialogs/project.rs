use eframe::egui::{Id, Ui};

use crate::app::theme::Theme;
use crate::app::widgets::form::{form_row, sentence};
use crate::app::widgets::{self, DialogAnswer, Segmented};
use crate::model::ProjectSettings;

use super::{Answer, DialogCtx};

/// Shows what the project asks of those who work on it; `None` once it was answered.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>, mut settings: ProjectSettings) -> Option<ProjectSettings> {
    let dialog = widgets::Dialog::new("Project settings", "Keep settings").width(520.0);
    let answer = dialog.show(ui.ctx(), id, |ui| {
        let theme = Theme::of(ui.ctx());
        form_row(ui, "Four eyes", 0.0, |ui, _| {
            let mut chosen = usize::from(settings.four_eyes);
            Segmented::new("Four eyes", &["Off", "On"]).show(ui, &mut chosen);
            settings.four_eyes = chosen == 1;
        });
        ui.add_space(6.0);
        let told = "With four eyes on, whoever last changed a mark cannot approve it: somebody else must";
        sentence(ui, told, theme.text2);
        sentence(ui, "It is kept in the project and holds for all who work on it", theme.text3);
    });
    match answer {
        Some(DialogAnswer::Primary) => {
            cx.answer(Answer::Edit(Box::new(move |open, now| open.set_settings(settings, now))));
            None
        }
        Some(_) => None,
        None => Some(settings),
    }
}
