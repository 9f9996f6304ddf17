//! Questions are asked, one over the other, and what came of them is done.

use eframe::egui::Ui;

use super::Window;
use crate::app::dialogs::{self, Answer, Dialog, DialogCtx};
use crate::app::typing::Typing;
use crate::store::Expected;

impl Window {
    /// What was typed in an open question and would be lost with it, by its name.
    pub(super) fn unkept(&self) -> Option<&'static str> {
        self.dialog.iter().chain(&self.covered).find_map(Dialog::unkept)
    }

    /// Asks a question that nobody asked for at this moment.
    pub(super) fn ask(&mut self, dialog: Dialog) {
        Typing::interrupt(&self.ctx);
        // What is typed there must not go on behind the question.
        self.palette = None;
        self.cover(dialog);
    }

    /// Takes back the questions about the project that is left: they would be answered for the next one.
    pub(super) fn leave_questions(&mut self) {
        self.covered.retain(|dialog| !dialog.is_of_project());
        if self.dialog.as_ref().is_some_and(Dialog::is_of_project) {
            self.dialog = self.covered.pop();
        }
    }

    /// Asks a question. One that is open is covered, and comes back after it with all that was typed in it.
    pub(super) fn cover(&mut self, dialog: impl Into<Option<Dialog>>) {
        let Some(dialog) = dialog.into() else { return };
        self.covered.extend(self.dialog.replace(dialog));
    }

    /// Shows the question that is open, and does what was answered.
    pub(super) fn show_dialog(&mut self, ui: &Ui) {
        // Taken out while it is shown, as its answers may open the next one in its place.
        let Some(dialog) = self.dialog.take() else { return };
        let unwritten = if matches!(dialog, Dialog::Unwritten) { self.unwritten() } else { Vec::new() };
        let mut cx = DialogCtx {
            document: self.document.as_ref(),
            settings: &mut self.settings,
            platform: &self.platform,
            keymap: &self.keymap,
            n_waiting: self.given.n_waiting(),
            unwritten,
            answers: Vec::new(),
        };
        let still_open = dialogs::show(ui, dialog, &mut cx);
        for answer in cx.answers {
            self.take_answer(answer);
        }
        // What was answered may have opened the next question.
        if self.dialog.is_none() {
            self.dialog = still_open.or_else(|| self.covered.pop());
        }
    }

    fn take_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Run(command) => self.run(command),
            Answer::Edit(edit) => self.edit(edit),
            Answer::Say(notice) => self.say(notice),
            Answer::FocusArticle => self.article.focus(),
            Answer::Named(person, then) => {
                self.settings.person = person.name().to_owned();
                // Before the command that waited for the name, which signs with it.
                self.name_person();
                if let Some(then) = then {
                    self.run(then);
                }
            }
            Answer::Scale(percent) => self.set_ui_scale(percent),
            Answer::SaveNamed(path) => self.save_named(path),
            Answer::SaveOver(path) => self.save_to(path, Expected::Anything),
            Answer::SaveAndLeave(next) => self.save_and_leave(next),
            Answer::DiscardAndLeave(next) => self.discard_and_leave(next),
            Answer::GiveUpSaving => self.give_up_saving(),
            Answer::ReportNamed(path) => self.report_named(path),
            Answer::ChooseDatasetFolder(form) => self.choose_dataset_folder(form),
            Answer::MakeDataset(request) => self.make_dataset(request),
            Answer::Version1Named(path) => self.version_1_named(path),
            Answer::Version1Over(path) => self.version_1_to(path, Expected::Anything),
            Answer::ProposalsNamed(path) => self.read_proposals(path),
            Answer::ReportOver(path) => self.report_to(path, Expected::Anything),
            Answer::ReadAgain(import, encoding) => self.read_again(import, encoding),
            Answer::OpenRead(read) => self.open_read(*read),
            Answer::AskNoMore => self.given.ask_no_more(),
            Answer::MarkAll(category, spans) => self.mark_all(category, &spans),
            Answer::Recover(crashed) => self.recover(*crashed),
            Answer::KeepCrashed(crashed) => self.lost.extend(crashed),
            Answer::WaitOn => self.wait_on(),
            Answer::Stay => self.stay(),
            Answer::EndUnwritten => self.end_unwritten(),
        }
    }
}
