use std::path::PathBuf;

use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::document::{Document, file_name};
use crate::app::text::{Role, TextLabel};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};

use super::{Answer, DialogCtx};

/// Says that another program changed the file, before it is overwritten, and recommends to merge.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>, path: PathBuf) -> Option<PathBuf> {
    const KEEP: &str = "Keep mine as another file…";
    let dialog = widgets::Dialog::new("Another program has changed this project", "Merge").width(520.0);
    let answer = dialog.others(&["Reload from disk", KEEP]).show(ui.ctx(), id, |ui| {
        let theme = Theme::of(ui.ctx());
        TextLabel::new(&file_name(&path), Role::StrongLabel).color(theme.text).show(ui);
        let kept = cx.document.map_or("the window", Document::kept_in);
        let kept = format!("Nothing was overwritten, and your changes are kept in {kept}.");
        let sentences = [
            kept.as_str(),
            "Merging takes in what others changed and keeps what you changed; where both changed the same thing, yours \
             stands and theirs is listed. One undo takes it back.",
            "Reloading shows what is on disk and gives up your changes.",
        ];
        for words in sentences {
            sentence(ui, words, theme.text2);
        }
    });
    match answer {
        // Merging is the button of Enter: it is the one answer by which neither side loses anything.
        Some(DialogAnswer::Primary) => cx.answer(Answer::Run(Command::Merge(None))),
        Some(DialogAnswer::Other(0)) => cx.answer(Answer::DiscardAndLeave(Command::OpenPath(path))),
        Some(DialogAnswer::Other(_)) => cx.answer(Answer::Run(Command::SaveAs)),
        Some(DialogAnswer::Cancelled) => {}
        None => return Some(path),
    }
    None
}
