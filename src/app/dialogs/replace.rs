use std::path::{Path, PathBuf};

use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::document::file_name;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};

use super::{Answer, DialogCtx};

/// A file in whose place something is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// The project.
    Project(PathBuf),
    /// A report.
    Report(PathBuf),
    /// A copy in version 1 of the format.
    Version1(PathBuf),
}

impl Replaced {
    fn path(&self) -> &Path {
        match self {
            Replaced::Project(path) | Replaced::Report(path) | Replaced::Version1(path) => path,
        }
    }
}

/// Asks whether a file that is there may be replaced.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>, file: Replaced) -> Option<Replaced> {
    let dialog = widgets::Dialog::new("Replace this file?", "Replace file").final_step();
    let answer = dialog.show(ui.ctx(), id, |ui| {
        let theme = Theme::of(ui.ctx());
        TextLabel::new(&file_name(file.path()), Role::StrongLabel).color(theme.text).show(ui);
        sentence(ui, "There is a file of that name already. What is in it would be lost", theme.text2);
    });
    match (answer, file) {
        (None, file) => return Some(file),
        (Some(DialogAnswer::Primary), Replaced::Project(path)) => cx.answer(Answer::SaveOver(path)),
        (Some(DialogAnswer::Primary), Replaced::Report(path)) => cx.answer(Answer::ReportOver(path)),
        (Some(DialogAnswer::Primary), Replaced::Version1(path)) => cx.answer(Answer::Version1Over(path)),
        (Some(_), Replaced::Version1(_)) => cx.answer(Answer::Run(Command::SaveVersion1)),
        (Some(_), Replaced::Project(_)) => cx.answer(Answer::Run(Command::SaveAs)),
        (Some(_), Replaced::Report(_)) => cx.answer(Answer::Run(Command::Report)),
    }
    None
}
