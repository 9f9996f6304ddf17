//! Everything that can be asked of the window, and what is known of each.
//!
//! Nothing here names a panel or the window: whatever a command carries is defined beside it.

mod boundary_move;
mod compare;
mod info;
mod keys;
mod listed;
mod mark_filter;
mod mode;
mod motion;
mod other_words;
mod proposals;
mod review;

use std::path::PathBuf;

use crate::check::Problem;
use crate::edit::Selection;
use crate::library::{HitPlace, TableView};
use crate::model::{AnnotationId, Category, FieldPath, FieldValue, ItemId, RecordList, SourceId, Spans};
use crate::store::{ArticleFace, Measure, Spacing};

use super::theme::ThemeChoice;

pub use boundary_move::BoundaryMove;
pub use compare::{CompareCommand, DifferenceFilter, DifferenceOrder};
pub use info::{BoundaryEffect, Effect, Needs};
pub use keys::{Keys, Scope};
pub use mark_filter::{MarkFilter, Visibility};
pub use mode::Mode;
pub use motion::Motion;
pub use proposals::ProposalCommand;
pub use review::{QueueOrder, ReviewCommand};

/// Everything that can be asked of the window.
///
/// Panels push commands; they run after the panels, in order. Menu, palette,
/// keys and tooltips all come from [`Command::LISTED`].
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Opens a project or an article through the platform's dialog.
    Open,
    /// Opens a project or an article whose path is typed.
    OpenByPath,
    /// Opens the project or article at that path.
    OpenPath(PathBuf),
    /// Opens the first of these files and folders, and lists them all.
    OpenGiven(Vec<PathBuf>),
    /// Shows the files that were given in the library.
    ShowGiven,
    /// Compares the projects among them.
    CompareGiven,
    /// Makes an article of what the clipboard holds.
    PasteArticle,
    /// Opens a copy of the sample project.
    OpenSample,
    /// Saves the project in its file.
    Save,
    /// Saves the project in another file.
    SaveAs,
    /// Saves a copy of the project that programs read which know version 1 of the format alone.
    SaveVersion1,
    /// Makes a report of the open project, or of those that the library shows.
    Report,
    /// Makes a data set of the folder that the library shows.
    MakeDataset,
    /// Shows the article's card for editing.
    ArticleCard,
    /// Shows the table of sources for editing.
    Sources,
    /// Shows the table of sources at one of them.
    EditSource(SourceId),
    /// Reads the article in another encoding, as long as nothing is marked.
    ChangeEncoding,
    /// Uses the window for that.
    SetMode(Mode),
    /// Asks for other projects of the article, to compare the open one with them.
    CompareWith,
    /// Compares the open project with those at these paths.
    CompareWithPaths(Vec<PathBuf>),
    /// Does something with the comparison.
    Compare(CompareCommand),
    /// Opens what was decided over a comparison as a new project.
    OpenResult,
    /// Something in the course of a review.
    Review(ReviewCommand),
    /// Something with what is proposed.
    Proposal(ProposalCommand),
    /// Asks for a folder of projects.
    ChooseFolder,
    /// Shows a folder of projects.
    ShowFolder(PathBuf),
    /// Takes a folder off the library's list.
    ForgetFolder(PathBuf),
    /// Looks into the folder of projects again.
    ReadFolder,
    /// Gives up the reading of the folder, or the counting of proposals in it.
    StopReading,
    /// Shows other projects of the library, or in another order.
    ShowInLibrary(Box<TableView>),
    /// Opens a project of the library, at words in it where some are named.
    OpenFromLibrary(PathBuf, Option<HitPlace>),
    /// Closes the project.
    CloseProject,
    /// Ends the program.
    Quit,
    /// Takes the last step back.
    Undo,
    /// Makes the step last taken back again.
    Redo,
    /// Marks the selected words, or changes the selected mark's category.
    Mark(Category),
    /// Marks the selected words as they are, whatever stands at their ends.
    MarkExactly(Category),
    /// Adds the selected words to the selected mark.
    AddWords,
    /// Takes the words under the caret off the selected mark.
    RemoveWords,
    /// Begins to move the boundaries of the selected mark by keys.
    MoveBounds,
    /// Moves one of them.
    MoveBoundary(BoundaryMove),
    /// Goes to the next span of a split mark, or where false to the one before.
    OtherSpan(bool),
    /// Keeps the boundaries where they were moved to.
    KeepBounds,
    /// Puts the boundaries back.
    RestoreBounds,
    /// Gives a mark the spans that its handles were drawn to.
    SetSpans(AnnotationId, Spans),
    /// Marks the same words once more with the same record.
    Duplicate,
    /// Deletes the selected mark.
    Delete,
    /// Selects the next mark.
    NextMark,
    /// Selects the previous mark.
    PreviousMark,
    /// Puts the caret before the next heading.
    NextHeading,
    /// Puts the caret before the heading before it.
    PreviousHeading,
    /// Grows the selection to the next larger unit of meaning.
    Grow,
    /// Shrinks the selection again.
    Shrink,
    /// Goes to the next problem.
    NextProblem,
    /// Goes to the problem before.
    PreviousProblem,
    /// Goes to the words and the field of a problem, by its place in the list.
    GoToProblem(usize),
    /// Does what a problem offers against itself.
    Fix(Box<Problem>),
    /// Asks why a warning is none.
    Dismiss(Box<Problem>),
    /// Takes back that a warning is none.
    Restore(Box<Problem>),
    /// Goes to the first field of the selected mark.
    EditDetails,
    /// Goes back to the article.
    BackToArticle,
    /// Goes to the next part of the window.
    NextPanel,
    /// Goes to the part of the window before.
    PreviousPanel,
    /// Picks words of the article for the focused field.
    PickWords,
    /// Puts the selected words into the field that is picked for.
    TakeWords,
    /// Copies the selected words.
    Copy,
    /// Copies the selected words with outlet, title and date.
    CopyWithCitation,
    /// Selects the whole article.
    SelectAll,
    /// Looks for words in the article.
    Find,
    /// Goes to the next hit.
    FindNext,
    /// Goes to the hit before.
    FindPrevious,
    /// Offers to mark all hits.
    MarkAll,
    /// Goes to the list's search field.
    FilterList,
    /// Shows all marks in the list.
    ClearFilter,
    /// Shows, dims or hides the marks with an aspect.
    SetVisibility(MarkFilter, Visibility),
    /// Shows the marks with an aspect and no other.
    ShowAlone(MarkFilter),
    /// Dims the marks with an aspect, or shows them again.
    Dim(MarkFilter),
    /// Shows all marks in the article.
    ShowAllMarks,
    /// Shows or hides the left panel.
    ToggleLeft,
    /// Shows or hides the right panel.
    ToggleRight,
    /// Shows or hides the ledger.
    ToggleLedger,
    /// Shows or hides the list of problems.
    ToggleProblems,
    /// Fills the screen with the window, or gives it its frame again.
    FullScreen,
    /// Sets the colours.
    SetTheme(ThemeChoice),
    /// Sets the article's text larger.
    LargerText,
    /// Sets the article's text smaller.
    SmallerText,
    /// Sets the article's text to its ordinary size.
    OrdinaryText,
    /// Sets how long the article's lines are.
    SetMeasure(Measure),
    /// Sets how far the article's lines stand apart.
    SetSpacing(Spacing),
    /// Sets the article's face.
    SetFace(ArticleFace),
    /// Shows or hides the numbers of paragraphs.
    ToggleNumbers,
    /// Shows again what a crash left behind.
    ShowLost,
    /// Shows the settings.
    Settings,
    /// Shows all keys.
    Keys,
    /// Begins a file in which keys can be changed.
    EditKeys,
    /// Reads that file again.
    ReadKeys,
    /// Shows the list of commands.
    Palette,
    /// Moves the caret by key, selecting where the second is true.
    Move(Motion, bool),
    /// Moves the caret and what is selected.
    Caret(Selection),
    /// Selects the mark over a byte of the article, or the next one beneath it.
    SelectAt(usize),
    /// Selects the smallest mark over a byte of the article, or none, as the second button was pressed there.
    SelectUnder(Option<usize>),
    /// Selects a mark and shows it.
    Select(AnnotationId),
    /// Scrolls to a byte of the article and puts the caret there.
    GoTo(usize),
    /// Puts a value into a field of a mark.
    SetField(AnnotationId, FieldPath, FieldValue),
    /// Puts values into several fields of a mark in one step of that name.
    SetFields(AnnotationId, &'static str, Vec<(FieldPath, FieldValue)>),
    /// Adds an item to a list of a mark's record.
    AddItem(AnnotationId, RecordList),
    /// Takes an item out of a list of a mark's record.
    RemoveItem(AnnotationId, RecordList, ItemId),
    /// Puts a source of that name into the table and names it as that of a mark.
    AddSource(AnnotationId, String),
    /// Picks words of the article, or a mark, for a field of a mark.
    PickFor(AnnotationId, FieldPath),
    /// Lets the next words that the mouse selects fill the field that has the focus.
    Arm(AnnotationId, FieldPath),
    /// Lets them be plain words again.
    Disarm,
    /// Words were selected with the mouse.
    WordsSelected,
    /// Leaves picking.
    StopPicking,
    /// Ends a run of typing.
    Seal,
    /// Gives a mark without a place the selected words.
    Place(AnnotationId),
    /// Deletes that mark.
    DeleteMark(AnnotationId),
    /// Looks whether the file changed on disk and reads it again.
    Reload,
    /// Changes a project that only a lock file says is open elsewhere.
    OpenAllTheSame,
    /// Merges what stands in the file on disk, or in a copy of it at that path.
    Merge(Option<PathBuf>),
}
