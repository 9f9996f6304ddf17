use std::path::PathBuf;

use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::app::text::{Role, TextField};
use crate::app::theme::{Face, Theme};
use crate::app::widgets::{self, DialogAnswer, Words};

use super::{Answer, DialogCtx};

/// A path being typed, where there is no file dialog.
pub struct PathForm {
    purpose: Purpose,
    path: String,
    is_instead: bool,
}

/// What the path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Opening a project or an article.
    Open,
    /// Saving the project.
    Save,
    /// Comparing the open project with another.
    Compare,
    /// Showing a folder of projects.
    Folder,
    /// Reading what another program proposes.
    Proposals,
    /// Writing a report.
    Report,
    /// Writing a copy in version 1 of the format.
    Version1,
}

impl PathForm {
    /// Begins with `path`.
    pub fn new(purpose: Purpose, path: PathBuf) -> PathForm {
        PathForm { purpose, path: path.to_string_lossy().into_owned(), is_instead: false }
    }

    /// The same, in the place of the system's dialog, which failed.
    pub fn instead(self) -> PathForm {
        PathForm { is_instead: true, ..self }
    }

    /// Shows the field; `None` once it was answered.
    pub fn show(mut self, ui: &Ui, id: Id, cx: &mut DialogCtx<'_>) -> Option<PathForm> {
        let (title, verb, hint) = match self.purpose {
            Purpose::Open => ("Open by path", "Open", "A project (.ron) or an article: text, Markdown or HTML"),
            Purpose::Compare => ("Compare with", "Compare", "Another project (.ron) of the same article"),
            Purpose::Save => ("Save the project as", "Save", "The folder must be there; the name ends in .ron"),
            Purpose::Version1 => {
                ("Save a copy as version 1", "Save copy", "What version 1 cannot hold is left out of the copy")
            }
            Purpose::Proposals => {
                ("Proposals from a file", "Read", "What another program proposes for this article, as JSON")
            }
            Purpose::Report => ("Make a report", "Make report", "A name that ends in .html is a page, in .csv a table"),
            Purpose::Folder => ("Choose a folder of projects", "Show", "Newsmark reads it and never changes it"),
        };
        let is_empty = self.path.trim().is_empty();
        let reason = is_empty.then_some("Type a path first");
        let mut submitted = false;
        let dialog = widgets::Dialog::new(title, verb).primary_disabled(reason).width(560.0).focus_first_field();
        let answer = dialog.show(ui.ctx(), id, |ui| {
            let theme = Theme::of(ui.ctx());
            if self.is_instead {
                Words::new("The system’s file dialog did not work. Type the path instead", theme.text2).show(ui);
            }
            let field = TextField::new(&mut self.path, id.with("field"), Role::Value).name("Path").show(ui);
            submitted = field.submitted;
            Words::new(hint, theme.text3).size(Face::SMALL).show(ui);
        });
        match answer.or(submitted.then_some(DialogAnswer::Primary)) {
            Some(DialogAnswer::Primary) if !self.path.trim().is_empty() => self.take(cx),
            // A save may have something waiting for it, as closing the window; that is given up too.
            Some(DialogAnswer::Cancelled) if self.purpose == Purpose::Save => cx.answer(Answer::GiveUpSaving),
            Some(DialogAnswer::Cancelled) => {}
            _ => return Some(self),
        }
        None
    }

    /// Whether the project is to be saved there.
    pub fn is_to_save(&self) -> bool {
        matches!(self.purpose, Purpose::Save | Purpose::Version1)
    }

    fn take(&self, cx: &mut DialogCtx<'_>) {
        let path = cx.platform.path_typed(&self.path);
        cx.answer(match self.purpose {
            Purpose::Open => Answer::Run(Command::OpenPath(path)),
            Purpose::Compare => Answer::Run(Command::CompareWithPaths(vec![path])),
            Purpose::Report => Answer::ReportNamed(path),
            Purpose::Proposals => Answer::ProposalsNamed(path),
            Purpose::Version1 => Answer::Version1Named(path),
            Purpose::Folder => Answer::Run(Command::ShowFolder(path)),
            Purpose::Save => Answer::SaveNamed(path),
        });
    }
}
