use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::document::Document;
use crate::app::text::{Role, TextLabel};
use crate::app::theme::Theme;
use crate::app::widgets::form::sentence;
use crate::app::widgets::{self, DialogAnswer};

use super::{Answer, DialogCtx};

/// Says what is not written when the program is to end, and where it is kept; answers whether it stays open.
pub fn show(ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> bool {
    const ELSEWHERE: &str = "Save elsewhere…";
    let is_project = cx.document.is_some_and(|document| document.is_saving());
    let is_kept = cx.document.is_some_and(Document::is_in_journal);
    let quit = if is_project && is_kept { "Quit, keep in the journal" } else { "Quit all the same" };
    let others: &[&str] = if is_project { &[ELSEWHERE, quit] } else { &[quit] };
    let (names, platform) = (&cx.unwritten, cx.platform);
    let dialog = widgets::Dialog::new("Not everything is written yet", "Wait").others(others).width(560.0);
    let answer = dialog.show(ui.ctx(), id, |ui| {
        let theme = Theme::of(ui.ctx());
        for name in names {
            TextLabel::new(name, Role::StrongLabel).color(theme.text).show(ui);
        }
        sentence(ui, "The disk or share that it is written to does not answer, or refuses it.", theme.text2);
        let kept = match (is_project, is_kept) {
            (true, true) => {
                let folder = platform.journals.display();
                format!("The project is kept in the journal, which the next start offers to recover: {folder}")
            }
            (true, false) => "The project is in this window only: save it elsewhere, or it is lost".to_owned(),
            (false, _) => "It is in this window only, and would be lost".to_owned(),
        };
        sentence(ui, &kept, theme.text2);
    });
    match answer {
        Some(DialogAnswer::Primary) => cx.answer(Answer::WaitOn),
        Some(DialogAnswer::Other(0)) if is_project => {
            cx.answer(Answer::Stay);
            cx.answer(Answer::Run(Command::SaveAs));
        }
        Some(DialogAnswer::Other(_)) => cx.answer(Answer::EndUnwritten),
        Some(DialogAnswer::Cancelled) => cx.answer(Answer::Stay),
        None => return true,
    }
    false
}
