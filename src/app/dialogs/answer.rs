use std::path::PathBuf;

use crate::app::command::Command;
use crate::app::crashed_session::CrashedSession;
use crate::app::dataset::DatasetRequest;
use crate::app::document::Import;
use crate::app::notices::Notice;
use crate::app::read_article::ReadArticle;
use crate::edit::{EditError, OpenProject};
use crate::interchange::Encoding;
use crate::model::{Category, Person, Span, Time};

use super::DatasetForm;

/// An edit of the open project, one step to be undone.
pub type Edit = Box<dyn FnOnce(&mut OpenProject, Time) -> Result<(), EditError>>;

/// What came of a question. The window does it, in the order of the answers.
pub enum Answer {
    /// A command is run.
    Run(Command),
    /// The project is edited.
    Edit(Edit),
    /// Something is said at the foot of the window.
    Say(Notice),
    /// The keys are for the article again.
    FocusArticle,
    /// That is who works here; then the command is run for which it was asked.
    Named(Person, Option<Command>),
    /// The window has that scale, in per cent.
    Scale(f32),
    /// The project is saved under that name.
    SaveNamed(PathBuf),
    /// The project is saved in place of that file.
    SaveOver(PathBuf),
    /// The project is saved, and then that replaces it.
    SaveAndLeave(Command),
    /// That replaces the project, and its changes are given up.
    DiscardAndLeave(Command),
    /// Nothing is saved, and what was to follow does not.
    GiveUpSaving,
    /// A report is written under that name.
    ReportNamed(PathBuf),
    /// A report is written in place of that file.
    ReportOver(PathBuf),
    /// A folder is chosen for the data set that is asked for.
    ChooseDatasetFolder(DatasetForm),
    /// That data set is made.
    MakeDataset(DatasetRequest),
    /// A copy in version 1 of the format is written under that name.
    Version1Named(PathBuf),
    /// The same in place of that file.
    Version1Over(PathBuf),
    /// What another program proposes is read from that file.
    ProposalsNamed(PathBuf),
    /// The article is read again in that encoding.
    ReadAgain(Import, &'static Encoding),
    /// The article is opened as a project.
    OpenRead(Box<ReadArticle>),
    /// Of the files that were given no other is asked about.
    AskNoMore,
    /// These words are marked, in one step.
    MarkAll(Category, Vec<Span>),
    /// That session of before a crash is opened.
    Recover(Box<CrashedSession>),
    /// These sessions of before a crash are offered again when asked for.
    KeepCrashed(Vec<CrashedSession>),
    /// The program goes on waiting for what is being written, to end then.
    WaitOn,
    /// The program does not end.
    Stay,
    /// The program ends without what is not written.
    EndUnwritten,
}
