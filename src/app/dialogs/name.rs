use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{self, DialogAnswer, Words};
use crate::model::Person;

use super::{Answer, DialogCtx};

/// A person's name being typed.
pub struct NameForm {
    /// What is in the field.
    pub name: String,
    /// The folder in which dialogs begin; empty for the usual one.
    pub folder: String,
    then: Option<Command>,
}

impl NameForm {
    /// Begins with a name; `then` is done once it is known.
    pub fn new(name: &str, folder: &str, then: Option<Command>) -> NameForm {
        NameForm { name: name.to_owned(), folder: folder.to_owned(), then }
    }

    /// Shows the field; answers whether Enter was pressed in it.
    pub fn field(&mut self, ui: &mut Ui, id: Id) -> bool {
        let field = TextField::new(&mut self.name, id.with("name field"), Role::Value)
            .name("Your name")
            .placeholder("First and last name")
            .show(ui);
        if field.submitted && Person::new(&self.name).is_none() {
            // Enter takes the focus from a field; without a name it has nowhere to go on to.
            field.response.request_focus();
        }
        field.submitted
    }

    /// Shows the field of the folder in which dialogs begin.
    pub fn folder_field(&mut self, ui: &mut Ui, id: Id, width: f32) {
        let _ = TextField::new(&mut self.folder, id.with("folder field"), Role::Value)
            .name("Folder")
            .placeholder("Where the last file was")
            .width(width)
            .show(ui);
    }

    /// Asks who marks or judges, before the first time; `None` once it was answered.
    pub fn ask(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<NameForm> {
        let reason = Person::new(&self.name).is_none().then_some("Type your name first");
        let mut submitted = false;
        let (title, told) = match &self.then {
            Some(Command::Review(_)) => ("Who reviews?", "Your name stands with every decision and comment"),
            _ => ("Who marks?", "Your name stands with every mark you make"),
        };
        let dialog = widgets::Dialog::new(title, "Go on").primary_disabled(reason).focus_first_field();
        let answer = dialog.show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            Words::new(told, theme.text2).show(ui);
            submitted = self.field(ui, id);
            Words::new("It is kept in your settings and in the projects you save", theme.text3)
                .size(Face::SMALL)
                .show(ui);
        });
        // The last letters may have come in the very frame that Enter did.
        match (answer.or(submitted.then_some(DialogAnswer::Primary)), Person::new(&self.name)) {
            (Some(DialogAnswer::Primary), Some(person)) => {
                cx.answer(Answer::FocusArticle);
                cx.answer(Answer::Named(person, self.then));
            }
            (Some(DialogAnswer::Cancelled), _) => cx.answer(Answer::FocusArticle),
            _ => return Some(self),
        }
        None
    }
}
