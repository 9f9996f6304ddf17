use std::path::PathBuf;

use crate::check::Problem;
use crate::edit::Selection;
use crate::library::{Place, Shown};
use crate::model::{AnnotationId, Category, FieldPath, FieldValue, ItemId, RecordList, Spans};
use crate::store::{ArticleFace, Measure, Spacing};

use super::article::Motion;
use super::bounds::Nudge;
use super::compare::{Act, Order};
use super::emphasis::{Aspect, Visibility};
use super::mode::Mode;
use super::review::{Order as QueueOrder, ReviewAct};
use super::theme::ThemeChoice;

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
    /// Makes an article of what the clipboard holds.
    PasteArticle,
    /// Opens a copy of the sample project.
    OpenSample,
    /// Saves the project in its file.
    Save,
    /// Saves the project in another file.
    SaveAs,
    /// Shows the article's card for editing.
    ArticleCard,
    /// Shows the table of sources for editing.
    Sources,
    /// Reads the article in another encoding, as long as nothing is marked.
    ChangeEncoding,
    /// Uses the window for that.
    SetMode(Mode),
    /// Asks for other projects of the article, to compare the open one with them.
    CompareWith,
    /// Compares the open project with those at these paths.
    CompareWithPaths(Vec<PathBuf>),
    /// Does something with the comparison.
    Compare(Act),
    /// Opens what was decided over a comparison as a new project.
    OpenResult,
    /// Something in the course of a review.
    Review(ReviewAct),
    /// Asks for a folder of projects.
    ChooseFolder,
    /// Shows a folder of projects.
    ShowFolder(PathBuf),
    /// Takes a folder off the library's list.
    ForgetFolder(PathBuf),
    /// Looks into the folder of projects again.
    ReadFolder,
    /// Gives up the reading of the folder.
    StopReading,
    /// Shows other projects of the library, or in another order.
    ShowInLibrary(Box<Shown>),
    /// Opens a project of the library, at words in it where some are named.
    OpenFromLibrary(PathBuf, Option<Place>),
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
    Nudge(Nudge),
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
    SetVisibility(Aspect, Visibility),
    /// Shows the marks with an aspect and no other.
    ShowAlone(Aspect),
    /// Dims the marks with an aspect, or shows them again.
    Dim(Aspect),
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
}

/// Where a command's keys work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Window,
    /// While the article or a list of marks has the focus, never in a text field.
    Article,
    /// As [`Scope::Article`], while marks are judged.
    Review,
    /// As [`Scope::Article`], while projects are compared.
    Compare,
}

impl Scope {
    /// Whether keys of this scope mean something in that mode.
    pub fn is_in(self, mode: Mode) -> bool {
        match self {
            Scope::Window => true,
            Scope::Article => mode != Mode::Library,
            Scope::Review => mode == Mode::Review,
            Scope::Compare => mode == Mode::Compare,
        }
    }

    /// Whether a key of both scopes could mean either in one place. The keys of a mode of their own come before those
    /// of the article.
    pub fn meets(self, other: Scope) -> bool {
        self == other || self == Scope::Window || other == Scope::Window
    }
}

impl Command {
    /// The commands that menu, palette and key table list, in their order.
    pub const LISTED: &'static [Command] = &[
        Command::Open,
        Command::OpenByPath,
        Command::PasteArticle,
        Command::OpenSample,
        Command::Save,
        Command::SaveAs,
        Command::ShowLost,
        Command::ArticleCard,
        Command::Sources,
        Command::ChangeEncoding,
        Command::CloseProject,
        Command::Quit,
        Command::Undo,
        Command::Redo,
        Command::Mark(Category::Casualties),
        Command::Mark(Category::Displacement),
        Command::Mark(Category::Quotes),
        Command::Mark(Category::Claims),
        Command::MarkExactly(Category::Casualties),
        Command::MarkExactly(Category::Displacement),
        Command::MarkExactly(Category::Quotes),
        Command::MarkExactly(Category::Claims),
        Command::MoveBounds,
        Command::AddWords,
        Command::RemoveWords,
        Command::Duplicate,
        Command::Delete,
        Command::Review(ReviewAct::Submit),
        Command::Review(ReviewAct::SubmitAll),
        Command::Review(ReviewAct::Approve),
        Command::Review(ReviewAct::AskForChanges),
        Command::Review(ReviewAct::Reject),
        Command::Review(ReviewAct::Later),
        Command::Review(ReviewAct::Reopen),
        Command::Review(ReviewAct::SignOff),
        Command::Review(ReviewAct::OnlyChanged),
        Command::Review(ReviewAct::Order(QueueOrder::Article)),
        Command::Review(ReviewAct::Order(QueueOrder::Problem)),
        Command::Review(ReviewAct::Settings),
        Command::NextMark,
        Command::PreviousMark,
        Command::NextHeading,
        Command::PreviousHeading,
        Command::Grow,
        Command::Shrink,
        Command::NextProblem,
        Command::PreviousProblem,
        Command::EditDetails,
        Command::BackToArticle,
        Command::NextPanel,
        Command::PreviousPanel,
        Command::PickWords,
        Command::Copy,
        Command::CopyWithCitation,
        Command::SelectAll,
        Command::Find,
        Command::FindNext,
        Command::FindPrevious,
        Command::MarkAll,
        Command::FilterList,
        Command::ClearFilter,
        Command::ShowAlone(Aspect::Category(Category::Casualties)),
        Command::ShowAlone(Aspect::Category(Category::Displacement)),
        Command::ShowAlone(Aspect::Category(Category::Quotes)),
        Command::ShowAlone(Aspect::Category(Category::Claims)),
        Command::Dim(Aspect::Category(Category::Casualties)),
        Command::Dim(Aspect::Category(Category::Displacement)),
        Command::Dim(Aspect::Category(Category::Quotes)),
        Command::Dim(Aspect::Category(Category::Claims)),
        Command::ShowAllMarks,
        Command::ToggleLeft,
        Command::ToggleRight,
        Command::ToggleLedger,
        Command::ToggleProblems,
        Command::LargerText,
        Command::SmallerText,
        Command::OrdinaryText,
        Command::SetFace(ArticleFace::Serif),
        Command::SetFace(ArticleFace::Sans),
        Command::SetMeasure(Measure::Narrow),
        Command::SetMeasure(Measure::Usual),
        Command::SetMeasure(Measure::Wide),
        Command::SetMeasure(Measure::Full),
        Command::SetSpacing(Spacing::Compact),
        Command::SetSpacing(Spacing::Usual),
        Command::SetSpacing(Spacing::Airy),
        Command::ToggleNumbers,
        Command::SetTheme(ThemeChoice::System),
        Command::SetTheme(ThemeChoice::Light),
        Command::SetTheme(ThemeChoice::Dark),
        Command::SetTheme(ThemeChoice::HighContrast),
        Command::SetTheme(ThemeChoice::HighContrastDark),
        Command::Settings,
        Command::Keys,
        Command::EditKeys,
        Command::ReadKeys,
        Command::Palette,
        Command::SetMode(Mode::Annotate),
        Command::SetMode(Mode::Review),
        Command::SetMode(Mode::Compare),
        Command::SetMode(Mode::Library),
        Command::CompareWith,
        Command::Compare(Act::Next),
        Command::Compare(Act::Previous),
        Command::Compare(Act::LevelUp),
        Command::Compare(Act::LevelDown),
        Command::Compare(Act::TakeLeft),
        Command::Compare(Act::TakeRight),
        Command::Compare(Act::Take(0)),
        Command::Compare(Act::Take(1)),
        Command::Compare(Act::Take(2)),
        Command::Compare(Act::Take(3)),
        Command::Compare(Act::Settle),
        Command::Compare(Act::Later),
        Command::Compare(Act::TakeAgreed),
        Command::Compare(Act::Finish),
        Command::Compare(Act::Sort(Order::Effect)),
        Command::Compare(Act::Sort(Order::Text)),
        Command::ChooseFolder,
        Command::ReadFolder,
    ];

    /// What menu and palette call it.
    pub fn name(&self) -> &'static str {
        match self {
            Command::Open => "Open…",
            Command::OpenByPath => "Open by path…",
            Command::PasteArticle => "Paste article",
            Command::OpenSample => "Open sample project",
            Command::Save => "Save",
            Command::SaveAs => "Save as…",
            Command::ArticleCard => "Article card…",
            Command::Sources => "Sources…",
            Command::ChangeEncoding => "Read in another encoding…",
            Command::SetMode(Mode::Annotate) => "Annotate",
            Command::SetMode(Mode::Review) => "Review",
            Command::SetMode(Mode::Compare) => "Compare",
            Command::SetMode(Mode::Library) => "Library",
            Command::CompareWith => "Compare with…",
            Command::CompareWithPaths(_) => "Compare",
            Command::Compare(act) => act.name(),
            Command::OpenResult => "Open the result",
            Command::Review(act) => act.name(),
            Command::ChooseFolder => "Choose a folder of projects…",
            Command::ShowFolder(_) => "Show folder",
            Command::ForgetFolder(_) => "Take off the list",
            Command::ReadFolder => "Read the folder again",
            Command::StopReading => "Stop reading",
            Command::ShowInLibrary(_) => "Show projects",
            Command::OpenFromLibrary(..) => "Open project",
            Command::CloseProject => "Close project",
            Command::Quit => "Quit",
            Command::Undo => "Undo",
            Command::Redo => "Redo",
            Command::Mark(Category::Casualties) => "Mark as casualties",
            Command::Mark(Category::Displacement) => "Mark as displacement",
            Command::Mark(Category::Quotes) => "Mark as quote",
            Command::Mark(Category::Claims) => "Mark as claim",
            Command::MarkExactly(Category::Casualties) => "Mark as casualties, just as selected",
            Command::MarkExactly(Category::Displacement) => "Mark as displacement, just as selected",
            Command::MarkExactly(Category::Quotes) => "Mark as quote, just as selected",
            Command::MarkExactly(Category::Claims) => "Mark as claim, just as selected",
            Command::MoveBounds => "Move the boundaries",
            Command::AddWords => "Add words to the mark",
            Command::RemoveWords => "Take words off the mark",
            Command::Nudge(_) | Command::SetSpans(..) => "Move a boundary",
            Command::OtherSpan(_) => "Other words of the mark",
            Command::KeepBounds => "Keep the boundaries",
            Command::RestoreBounds => "Restore the boundaries",
            Command::NextHeading => "Next heading",
            Command::PreviousHeading => "Previous heading",
            Command::Grow => "Grow the selection",
            Command::Shrink => "Shrink the selection",
            Command::Duplicate => "Duplicate mark",
            Command::Delete => "Delete mark",
            Command::NextMark => "Next mark",
            Command::PreviousMark => "Previous mark",
            Command::NextProblem => "Next problem",
            Command::PreviousProblem => "Previous problem",
            Command::EditDetails => "Edit details",
            Command::BackToArticle => "Back to the article",
            Command::NextPanel => "Next panel",
            Command::PreviousPanel => "Previous panel",
            Command::PickWords => "Pick words for the field",
            Command::TakeWords => "Take the selected words",
            Command::Copy => "Copy words",
            Command::CopyWithCitation => "Copy words with citation",
            Command::SelectAll => "Select the whole article",
            Command::Find => "Find in the article",
            Command::FindNext => "Next hit",
            Command::FindPrevious => "Previous hit",
            Command::MarkAll => "Mark all hits…",
            Command::FilterList => "Search the annotations",
            Command::ClearFilter => "Show all annotations",
            Command::ShowAlone(Aspect::Category(Category::Casualties)) => "Show casualties alone",
            Command::ShowAlone(Aspect::Category(Category::Displacement)) => "Show displacement alone",
            Command::ShowAlone(Aspect::Category(Category::Quotes)) => "Show quotes alone",
            Command::ShowAlone(Aspect::Category(Category::Claims)) => "Show claims alone",
            Command::ShowAlone(_) => "Show these marks alone",
            Command::Dim(Aspect::Category(Category::Casualties)) => "Dim casualties",
            Command::Dim(Aspect::Category(Category::Displacement)) => "Dim displacement",
            Command::Dim(Aspect::Category(Category::Quotes)) => "Dim quotes",
            Command::Dim(Aspect::Category(Category::Claims)) => "Dim claims",
            Command::Dim(_) => "Dim these marks",
            Command::SetVisibility(..) => "Change which marks are shown",
            Command::ShowAllMarks => "Show all marks",
            Command::ToggleLeft => "Left panel",
            Command::ToggleRight => "Right panel",
            Command::ToggleLedger => "Ledger",
            Command::ToggleProblems => "List of problems",
            Command::GoToProblem(_) => "Go to the problem",
            Command::Fix(_) => "Mend the problem",
            Command::Dismiss(_) => "Dismiss the warning…",
            Command::Restore(_) => "Restore the warning",
            Command::LargerText => "Larger text",
            Command::SmallerText => "Smaller text",
            Command::OrdinaryText => "Ordinary text size",
            Command::SetFace(ArticleFace::Serif) => "Article face: serif",
            Command::SetFace(ArticleFace::Sans) => "Article face: sans",
            Command::SetMeasure(Measure::Narrow) => "Lines: narrow",
            Command::SetMeasure(Measure::Usual) => "Lines: usual length",
            Command::SetMeasure(Measure::Wide) => "Lines: wide",
            Command::SetMeasure(Measure::Full) => "Lines: as wide as the window",
            Command::SetSpacing(Spacing::Compact) => "Line spacing: compact",
            Command::SetSpacing(Spacing::Usual) => "Line spacing: usual",
            Command::SetSpacing(Spacing::Airy) => "Line spacing: airy",
            Command::ToggleNumbers => "Paragraph numbers",
            Command::SetTheme(ThemeChoice::System) => "Colours: as the system",
            Command::SetTheme(ThemeChoice::Light) => "Colours: light",
            Command::SetTheme(ThemeChoice::Dark) => "Colours: dark",
            Command::SetTheme(ThemeChoice::HighContrast) => "Colours: high contrast",
            Command::SetTheme(ThemeChoice::HighContrastDark) => "Colours: high contrast, dark",
            Command::ShowLost => "Recover unsaved work…",
            Command::Settings => "Settings…",
            Command::Keys => "Keys…",
            Command::EditKeys => "Edit the keys…",
            Command::ReadKeys => "Read the keys again",
            Command::Palette => "Find a command",
            Command::OpenPath(_) => "Open file",
            Command::Move(..) | Command::Caret(_) => "Move the caret",
            Command::SelectAt(_) | Command::Select(_) => "Select mark",
            Command::GoTo(_) => "Go to",
            Command::SetField(..) | Command::SetFields(..) => "Change field",
            Command::AddItem(..) => "Add item",
            Command::RemoveItem(..) => "Remove item",
            Command::AddSource(..) => "Add source",
            Command::Arm(..) | Command::Disarm | Command::WordsSelected | Command::PickFor(..) => "Pick words",
            Command::StopPicking => "Stop picking words",
            Command::Seal => "End typing",
            Command::Place(_) => "Place mark here",
            Command::DeleteMark(_) => "Delete mark",
            Command::Reload => "Reload from disk",
        }
    }
}
