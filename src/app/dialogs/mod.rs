//! Questions that the window asks. One is open at a time; each is a file here.

mod answer;
mod card;
mod changed;
mod context;
mod dataset;
mod dismiss;
mod import;
mod keys;
mod mark_all;
mod name;
mod path;
mod project;
mod recovered;
mod replace;
mod settings;
mod sources;
mod unsaved;
mod unwritten;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Id, Ui};

use crate::app::command::Command;
use crate::check::Problem;
use crate::edit::OpenProject;
use crate::find::Hits;
use crate::model::ProjectSettings;
use crate::model::SourceId;
use crate::store::Settings;

use super::crashed_session::CrashedSession;
use crate::app::read_article::ReadArticle;

pub use answer::{Answer, Edit};
use card::CardForm;
pub use context::DialogCtx;
pub use dataset::DatasetForm;
use dismiss::DismissForm;
use import::ImportForm;
use mark_all::MarkAllForm;
use name::NameForm;
use path::{PathForm, Purpose};
use recovered::RecoveredForm;
pub use replace::Replaced;
use sources::SourcesForm;

/// The question that is open.
pub enum Dialog {
    /// Which file to open or to save to, by typing its path.
    Path(PathForm),
    /// Whether to save before something replaces the project.
    Unsaved(Command),
    /// Who marks.
    Name(NameForm),
    /// The settings.
    Settings(NameForm),
    /// What the project asks of those who work on it.
    Project(ProjectSettings),
    /// What is known of the article.
    Card(Box<CardForm>),
    /// The table of sources.
    Sources(Box<SourcesForm>),
    /// How an article is to be read.
    Import(Box<ImportForm>),
    /// Where a data set is to be written.
    Dataset(DatasetForm),
    /// What to do about a file that another program changed.
    Changed(PathBuf),
    /// Whether to replace a file.
    Replace(Replaced),
    /// What to do about what is not written when the program is to end.
    Unwritten,
    /// Why a warning is none.
    Dismiss(Box<DismissForm>),
    /// Which hits are to be marked.
    MarkAll(Box<MarkAllForm>),
    /// What a crash left behind.
    Recovered(RecoveredForm),
    /// All keys.
    Keys,
}

impl Dialog {
    /// Asks for the path of a file to open.
    pub fn open_path(folder: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Open, folder.join("")))
    }

    /// Asks for the path of a project to compare the open one with.
    pub fn compare_path(folder: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Compare, folder.join("")))
    }

    /// Asks for the path of a folder of projects.
    pub fn folder_path(folder: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Folder, folder))
    }

    /// Asks for the path of a file to save to.
    pub fn save_path(proposed: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Save, proposed))
    }

    /// Asks for the path of a copy in version 1 of the format.
    pub fn version_1_path(proposed: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Version1, proposed))
    }

    /// Asks for the path of a file of proposals.
    pub fn proposals_path(proposed: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Proposals, proposed))
    }

    /// Asks why the proposal in hand, which is called `words`, is none.
    pub fn dismiss_proposal(words: String) -> Dialog {
        Dialog::Dismiss(Box::new(DismissForm::of_proposal(words)))
    }

    /// Asks for the path of a report.
    pub fn report_path(proposed: PathBuf) -> Dialog {
        Dialog::Path(PathForm::new(Purpose::Report, proposed))
    }

    /// The same where a path is asked for: the system's dialog failed, and the person should know.
    pub fn instead(self) -> Dialog {
        match self {
            Dialog::Path(form) => Dialog::Path(form.instead()),
            other => other,
        }
    }

    /// Asks for the person's name, then does what was asked.
    pub fn name(then: Command) -> Dialog {
        Dialog::Name(NameForm::new("", "", Some(then)))
    }

    /// Shows the settings.
    pub fn settings(settings: &Settings) -> Dialog {
        let folder = settings.folder.as_ref().map(|folder| folder.display().to_string()).unwrap_or_default();
        Dialog::Settings(NameForm::new(&settings.person, &folder, None))
    }

    /// Shows what the project asks of those who work on it.
    pub fn project(settings: ProjectSettings) -> Dialog {
        Dialog::Project(settings)
    }

    /// Shows the article's card for editing.
    pub fn card(open: &OpenProject) -> Dialog {
        Dialog::Card(Box::new(CardForm::of(&open.project().article().card)))
    }

    /// Shows the table of sources, beginning with that one.
    pub fn sources_at(source: SourceId) -> Dialog {
        Dialog::Sources(Box::new(SourcesForm::at(source)))
    }

    /// Shows the table of sources, beginning with that of the selected mark.
    pub fn sources(open: &OpenProject) -> Dialog {
        Dialog::Sources(Box::new(SourcesForm::of(open)))
    }

    /// Asks how an article is to be read.
    pub fn import(read: ReadArticle) -> Dialog {
        Dialog::Import(Box::new(ImportForm::of(read)))
    }

    /// Offers to mark the hits of what was looked for.
    pub fn mark_all(open: &OpenProject, hits: &Arc<Hits>) -> Dialog {
        Dialog::MarkAll(Box::new(MarkAllForm::new(open, hits.clone())))
    }

    /// Asks why a warning is none.
    pub fn dismiss(problem: Problem) -> Dialog {
        Dialog::Dismiss(Box::new(DismissForm::new(problem)))
    }

    /// Offers what a crash left behind.
    pub fn recovered(found: Vec<CrashedSession>) -> Dialog {
        Dialog::Recovered(RecoveredForm::new(found))
    }
}

impl Dialog {
    /// What was typed in it and is nowhere else, by its name.
    pub fn unkept(&self) -> Option<&'static str> {
        match self {
            // Only what took thought to type counts; a path or a name is typed again in a moment.
            Dialog::Card(form) if form.is_changed() => Some("The article’s card"),
            Dialog::Dismiss(form) if form.is_changed() => Some("The reason for the dismissal"),
            Dialog::Import(form) if form.is_changed() => Some("The card of the article that is about to be opened"),
            _ => None,
        }
    }

    /// Whether it is about the project that was open when it was asked, and about no other.
    pub fn is_of_project(&self) -> bool {
        match self {
            Dialog::Path(form) => form.is_to_save(),
            Dialog::Unsaved(_)
            | Dialog::Project(_)
            | Dialog::Card(_)
            | Dialog::Sources(_)
            | Dialog::Changed(_)
            | Dialog::Replace(Replaced::Project(_) | Replaced::Version1(_))
            | Dialog::Dismiss(_)
            | Dialog::MarkAll(_) => true,
            Dialog::Name(_)
            | Dialog::Settings(_)
            | Dialog::Import(_)
            | Dialog::Dataset(_)
            | Dialog::Replace(Replaced::Report(_))
            | Dialog::Unwritten
            | Dialog::Recovered(_)
            | Dialog::Keys => false,
        }
    }
}

/// Shows a question; `None` once it was answered. What came of it is in `cx.answers`.
pub fn show(ui: &Ui, dialog: Dialog, cx: &mut DialogCtx<'_>) -> Option<Dialog> {
    // Each dialog has its own id below this, so that one over another does not take its focus and its
    // fields.
    let id = Id::unique("dialog");
    match dialog {
        Dialog::Path(form) => form.show(ui, id.with("path"), cx).map(Dialog::Path),
        Dialog::Unsaved(next) => unsaved::show(ui, id.with("unsaved"), cx, next).map(Dialog::Unsaved),
        Dialog::Name(form) => form.ask(ui, id.with("name"), cx).map(Dialog::Name),
        Dialog::Settings(form) => settings::show(ui, id.with("settings"), cx, form).map(Dialog::Settings),
        Dialog::Project(settings) => project::show(ui, id.with("project"), cx, settings).map(Dialog::Project),
        Dialog::Card(form) => form.show(ui, id.with("card"), cx).map(Dialog::Card),
        Dialog::Sources(form) => form.show(ui, id.with("sources"), cx).map(Dialog::Sources),
        Dialog::Import(form) => form.show(ui, id.with("import"), cx).map(Dialog::Import),
        Dialog::Dataset(form) => form.show(ui, id.with("data set"), cx).map(Dialog::Dataset),
        Dialog::Changed(path) => changed::show(ui, id.with("changed"), cx, path).map(Dialog::Changed),
        Dialog::Replace(file) => replace::show(ui, id.with("replace"), cx, file).map(Dialog::Replace),
        Dialog::Unwritten => unwritten::show(ui, id.with("unwritten"), cx).then_some(Dialog::Unwritten),
        Dialog::MarkAll(form) => form.show(ui, id.with("mark all"), cx).map(Dialog::MarkAll),
        Dialog::Dismiss(form) => form.show(ui, id.with("dismiss"), cx).map(Box::new).map(Dialog::Dismiss),
        Dialog::Recovered(form) => form.show(ui, id.with("recovered"), cx).map(Dialog::Recovered),
        Dialog::Keys => keys::show(ui, id.with("keys"), cx).then_some(Dialog::Keys),
    }
}
