use eframe::egui::Key;

use super::keys::{
    Keys, Scope, alt_in_article, ctrl, ctrl_shift, everywhere, in_article, shift_everywhere, shift_in_article,
};
use super::{Command, MarkFilter, Mode};
use crate::app::theme::ThemeChoice;
use crate::model::Category;
use crate::store::{ArticleFace, Measure, Spacing};

use BoundaryEffect::{Ends, Keeps};
use Effect::{Edits, Looks};
use KeysAfter::{Free, Held, HeldForName};
use Needs::{Mark, Nothing, Project};

/// What is known of a command wherever it is offered, pressed or run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Info {
    /// What menu and palette call it.
    pub name: &'static str,
    /// What the file of keys calls it, which never changes; empty for what is not in [`Command::LISTED`].
    pub stable_name: &'static str,
    keys: [Option<Keys>; 2],
    /// What it is done to.
    pub needs: Needs,
    /// Whether it changes the open project.
    pub effect: Effect,
    /// What it does to boundaries that are being moved.
    pub boundaries: BoundaryEffect,
    /// What keys mean that are typed behind its own.
    pub keys_after: KeysAfter,
    /// Whether a field or an open list keeps its keys for itself while it has the focus.
    pub is_left_to_widgets: bool,
}

/// What a command is done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The window or the program.
    Nothing,
    /// The open project.
    Project,
    /// The selected mark, or what comes after it.
    Mark,
}

/// Whether a command changes the open project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It does, or looks at it as only the modes do that work on it.
    Edits,
    /// It does not.
    Looks,
}

/// What a command does to boundaries that are being moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundaryEffect {
    /// They are kept where they are before it is done.
    Ends,
    /// They go on being moved.
    Keeps,
}

/// What keys mean that are typed behind those of a command, before its frame is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeysAfter {
    /// They are commands as well: it leaves the focus where it is.
    Free,
    /// They are for what it opens, and wait for that.
    Held,
    /// The same while the person has no name, for which it asks.
    HeldForName,
}

/// What every command has to say of itself.
pub(super) const fn info(
    name: &'static str,
    needs: Needs,
    effect: Effect,
    boundaries: BoundaryEffect,
    keys_after: KeysAfter,
) -> Info {
    Info { name, stable_name: "", keys: [None; 2], needs, effect, boundaries, keys_after, is_left_to_widgets: false }
}

impl Info {
    /// The keys that ask for it where a person wants no others; the first is the one shown.
    pub fn keys(&self) -> impl Iterator<Item = Keys> + use<> {
        self.keys.into_iter().flatten()
    }

    /// Where its keys work.
    pub fn scope(&self) -> Scope {
        // The second key is another way to press the first, so that one scope holds for both.
        self.keys[0].map_or(Scope::Window, |keys| keys.scope)
    }

    /// Whether what is typed behind its keys is for what it opens; `has_name` tells whether the person is known, who
    /// else is asked for a name.
    pub fn holds_keys(&self, has_name: bool) -> bool {
        match self.keys_after {
            Free => false,
            Held => true,
            HeldForName => !has_name,
        }
    }

    pub(super) const fn listed(mut self, stable_name: &'static str) -> Info {
        self.stable_name = stable_name;
        self
    }

    /// Adds keys, of which there are two at most.
    pub(super) const fn key(mut self, keys: Keys) -> Info {
        self.keys[if self.keys[0].is_none() { 0 } else { 1 }] = Some(keys);
        self
    }

    const fn left_to_widgets(mut self) -> Info {
        self.is_left_to_widgets = true;
        self
    }
}

impl Command {
    /// What menu and palette call it.
    pub fn name(&self) -> &'static str {
        self.info().name
    }

    /// What is known of it. No arm stands for what is added later: whoever adds a command says all of it here.
    pub fn info(&self) -> Info {
        match self {
            Command::Open => info("Open…", Nothing, Looks, Ends, Held).listed("open").key(ctrl(Key::O)),
            Command::OpenByPath => {
                info("Open by path…", Nothing, Looks, Ends, Held).listed("open-by-path").key(ctrl_shift(Key::O))
            }
            Command::PasteArticle => {
                info("Paste article", Nothing, Looks, Ends, Held).listed("paste-article").key(ctrl_shift(Key::N))
            }
            Command::OpenSample => info("Open sample project", Nothing, Looks, Ends, Held).listed("open-sample"),
            Command::Save => info("Save", Project, Looks, Ends, Held).listed("save").key(ctrl(Key::S)),
            Command::SaveAs => info("Save as…", Project, Looks, Ends, Held).listed("save-as").key(ctrl_shift(Key::S)),
            Command::SaveVersion1 => {
                info("Save a copy as version 1…", Project, Looks, Ends, Held).listed("save-version-1")
            }
            Command::Report => info("Make a report…", Nothing, Looks, Ends, Held).listed("report"),
            Command::MakeDataset => info("Make a data set…", Nothing, Looks, Ends, Held).listed("make-data-set"),
            Command::ArticleCard => {
                info("Article card…", Project, Edits, Ends, Held).listed("article-card").key(ctrl(Key::I))
            }
            Command::Sources => info("Sources…", Project, Edits, Ends, Held).listed("sources").key(ctrl(Key::U)),
            Command::ChangeEncoding => {
                info("Read in another encoding…", Project, Edits, Ends, Held).listed("change-encoding")
            }
            Command::SetMode(Mode::Annotate) => {
                info("Annotate", Nothing, Looks, Ends, Held).listed("annotate").key(ctrl(Key::Num1))
            }
            Command::SetMode(Mode::Review) => {
                info("Review", Nothing, Looks, Ends, Held).listed("review").key(ctrl(Key::Num2))
            }
            Command::SetMode(Mode::Compare) => {
                info("Compare", Nothing, Looks, Ends, Held).listed("compare").key(ctrl(Key::Num3))
            }
            Command::SetMode(Mode::Library) => {
                info("Library", Nothing, Looks, Ends, Held).listed("library").key(ctrl_shift(Key::L))
            }
            Command::CompareWith => info("Compare with…", Project, Looks, Ends, Held).listed("compare-with"),
            Command::CompareWithPaths(_) => info("Compare", Project, Looks, Ends, Held),
            Command::Compare(act) => act.info(),
            Command::OpenResult => info("Open the result", Project, Looks, Ends, Held),
            Command::Review(act) => act.info(),
            Command::Proposal(act) => act.info(),
            Command::OpenGiven(_) => info("Open", Nothing, Looks, Ends, Held),
            Command::ShowGiven => info("Show the files given", Nothing, Looks, Ends, Held),
            Command::CompareGiven => info("Compare them", Nothing, Looks, Ends, Held),
            Command::ChooseFolder => {
                info("Choose a folder of projects…", Nothing, Looks, Ends, Held).listed("choose-folder")
            }
            Command::ShowFolder(_) => info("Show folder", Nothing, Looks, Ends, Held),
            Command::ForgetFolder(_) => info("Take off the list", Nothing, Looks, Ends, Held),
            Command::ReadFolder => {
                info("Read the folder again", Nothing, Looks, Ends, Held).listed("read-folder").key(everywhere(Key::F5))
            }
            Command::StopReading => info("Stop reading", Nothing, Looks, Ends, Held),
            Command::ShowInLibrary(_) => info("Show projects", Nothing, Looks, Ends, Held),
            Command::OpenFromLibrary(..) => info("Open project", Nothing, Looks, Ends, Held),
            Command::CloseProject => {
                info("Close project", Project, Looks, Ends, Held).listed("close-project").key(ctrl(Key::W))
            }
            Command::Quit => info("Quit", Nothing, Looks, Ends, Held).listed("quit").key(ctrl(Key::Q)),
            Command::Undo => info("Undo", Project, Looks, Ends, Free).listed("undo").key(ctrl(Key::Z)),
            Command::Redo => {
                info("Redo", Project, Looks, Ends, Free).listed("redo").key(ctrl_shift(Key::Z)).key(ctrl(Key::Y))
            }
            Command::Mark(Category::Casualties) => info("Mark as casualties", Mark, Edits, Ends, HeldForName)
                .listed("mark-casualties")
                .key(in_article(Key::Num1)),
            Command::Mark(Category::Displacement) => info("Mark as displacement", Mark, Edits, Ends, HeldForName)
                .listed("mark-displacement")
                .key(in_article(Key::Num2)),
            Command::Mark(Category::Quotes) => {
                info("Mark as quote", Mark, Edits, Ends, HeldForName).listed("mark-quote").key(in_article(Key::Num3))
            }
            Command::Mark(Category::Claims) => {
                info("Mark as claim", Mark, Edits, Ends, HeldForName).listed("mark-claim").key(in_article(Key::Num4))
            }
            Command::MarkExactly(Category::Casualties) => {
                info("Mark as casualties, just as selected", Mark, Edits, Ends, HeldForName)
                    .listed("mark-exactly-casualties")
                    .key(shift_in_article(Key::Num1))
            }
            Command::MarkExactly(Category::Displacement) => {
                info("Mark as displacement, just as selected", Mark, Edits, Ends, HeldForName)
                    .listed("mark-exactly-displacement")
                    .key(shift_in_article(Key::Num2))
            }
            Command::MarkExactly(Category::Quotes) => {
                info("Mark as quote, just as selected", Mark, Edits, Ends, HeldForName)
                    .listed("mark-exactly-quote")
                    .key(shift_in_article(Key::Num3))
            }
            Command::MarkExactly(Category::Claims) => {
                info("Mark as claim, just as selected", Mark, Edits, Ends, HeldForName)
                    .listed("mark-exactly-claim")
                    .key(shift_in_article(Key::Num4))
            }
            Command::MoveBounds => {
                info("Move the boundaries", Mark, Edits, Ends, Free).listed("move-boundaries").key(in_article(Key::B))
            }
            Command::AddWords => info("Add words to the mark", Project, Edits, Ends, Free)
                .listed("add-words")
                .key(in_article(Key::Plus))
                .key(in_article(Key::Equals)),
            Command::RemoveWords => info("Take words off the mark", Project, Edits, Ends, Free)
                .listed("remove-words")
                .key(in_article(Key::Minus)),
            Command::MoveBoundary(_) => info("Move a boundary", Project, Edits, Keeps, Free),
            Command::SetSpans(..) => info("Move a boundary", Project, Edits, Keeps, Held),
            Command::OtherSpan(_) => info("Other words of the mark", Project, Looks, Keeps, Held),
            Command::KeepBounds => info("Keep the boundaries", Project, Looks, Keeps, Held),
            Command::RestoreBounds => info("Restore the boundaries", Project, Looks, Keeps, Held),
            Command::NextHeading => {
                info("Next heading", Project, Looks, Ends, Free).listed("next-heading").key(in_article(Key::H))
            }
            Command::PreviousHeading => info("Previous heading", Project, Looks, Ends, Free)
                .listed("previous-heading")
                .key(shift_in_article(Key::H)),
            Command::Grow => info("Grow the selection", Project, Looks, Ends, Free)
                .listed("grow-selection")
                .key(alt_in_article(Key::ArrowUp)),
            Command::Shrink => info("Shrink the selection", Project, Looks, Ends, Free)
                .listed("shrink-selection")
                .key(alt_in_article(Key::ArrowDown)),
            Command::Duplicate => {
                info("Duplicate mark", Mark, Edits, Ends, Free).listed("duplicate-mark").key(ctrl(Key::D))
            }
            Command::Delete => info("Delete mark", Mark, Edits, Ends, Free)
                .listed("delete-mark")
                .key(in_article(Key::Delete))
                .key(in_article(Key::Backspace)),
            Command::NextMark => info("Next mark", Mark, Looks, Ends, Free).listed("next-mark").key(in_article(Key::J)),
            Command::PreviousMark => {
                info("Previous mark", Mark, Looks, Ends, Free).listed("previous-mark").key(in_article(Key::K))
            }
            Command::NextProblem => {
                info("Next problem", Project, Looks, Ends, Free).listed("next-problem").key(everywhere(Key::F8))
            }
            Command::PreviousProblem => info("Previous problem", Project, Looks, Ends, Free)
                .listed("previous-problem")
                .key(shift_everywhere(Key::F8)),
            Command::EditDetails => {
                info("Edit details", Mark, Looks, Ends, Held).listed("edit-details").key(in_article(Key::Enter))
            }
            Command::BackToArticle => info("Back to the article", Project, Looks, Keeps, Held)
                .listed("back-to-article")
                .key(everywhere(Key::Escape))
                .left_to_widgets(),
            Command::NextPanel => {
                info("Next panel", Nothing, Looks, Ends, Held).listed("next-panel").key(everywhere(Key::F6))
            }
            Command::PreviousPanel => info("Previous panel", Nothing, Looks, Ends, Held)
                .listed("previous-panel")
                .key(shift_everywhere(Key::F6)),
            Command::PickWords => {
                info("Pick words for the field", Mark, Edits, Ends, Held).listed("pick-words").key(ctrl(Key::P))
            }
            Command::TakeWords => info("Take the selected words", Project, Edits, Ends, Held),
            Command::Copy => {
                info("Copy words", Project, Looks, Keeps, Free).listed("copy").key(ctrl(Key::C)).left_to_widgets()
            }
            Command::CopyWithCitation => info("Copy words with citation", Project, Looks, Keeps, Free)
                .listed("copy-with-citation")
                .key(ctrl_shift(Key::C))
                .left_to_widgets(),
            Command::SelectAll => info("Select the whole article", Project, Looks, Ends, Free)
                .listed("select-all")
                .key(ctrl(Key::A))
                .left_to_widgets(),
            Command::Find => info("Find in the article", Project, Looks, Ends, Held).listed("find").key(ctrl(Key::F)),
            Command::FindNext => info("Next hit", Project, Looks, Ends, Free)
                .listed("next-hit")
                .key(everywhere(Key::F3))
                .key(ctrl(Key::G)),
            Command::FindPrevious => info("Previous hit", Project, Looks, Ends, Free)
                .listed("previous-hit")
                .key(shift_everywhere(Key::F3))
                .key(ctrl_shift(Key::G)),
            Command::MarkAll => info("Mark all hits…", Project, Edits, Ends, Held).listed("mark-all"),
            Command::FilterList => info("Search the annotations", Project, Looks, Ends, Held)
                .listed("search-annotations")
                .key(ctrl_shift(Key::F)),
            Command::ClearFilter => {
                info("Show all annotations", Project, Looks, Ends, Held).listed("show-all-annotations")
            }
            Command::ShowAlone(MarkFilter::Category(Category::Casualties)) => {
                info("Show casualties alone", Project, Looks, Ends, Held).listed("show-casualties-alone")
            }
            Command::ShowAlone(MarkFilter::Category(Category::Displacement)) => {
                info("Show displacement alone", Project, Looks, Ends, Held).listed("show-displacement-alone")
            }
            Command::ShowAlone(MarkFilter::Category(Category::Quotes)) => {
                info("Show quotes alone", Project, Looks, Ends, Held).listed("show-quotes-alone")
            }
            Command::ShowAlone(MarkFilter::Category(Category::Claims)) => {
                info("Show claims alone", Project, Looks, Ends, Held).listed("show-claims-alone")
            }
            Command::ShowAlone(_) => info("Show these marks alone", Project, Looks, Ends, Held),
            Command::Dim(MarkFilter::Category(Category::Casualties)) => {
                info("Dim casualties", Project, Looks, Ends, Held).listed("dim-casualties")
            }
            Command::Dim(MarkFilter::Category(Category::Displacement)) => {
                info("Dim displacement", Project, Looks, Ends, Held).listed("dim-displacement")
            }
            Command::Dim(MarkFilter::Category(Category::Quotes)) => {
                info("Dim quotes", Project, Looks, Ends, Held).listed("dim-quotes")
            }
            Command::Dim(MarkFilter::Category(Category::Claims)) => {
                info("Dim claims", Project, Looks, Ends, Held).listed("dim-claims")
            }
            Command::Dim(_) => info("Dim these marks", Project, Looks, Ends, Held),
            Command::SetVisibility(..) => info("Change which marks are shown", Project, Looks, Ends, Held),
            Command::ShowAllMarks => info("Show all marks", Project, Looks, Ends, Held).listed("show-all-marks"),
            Command::ToggleLeft => {
                info("Left panel", Nothing, Looks, Keeps, Held).listed("left-panel").key(ctrl(Key::B))
            }
            Command::ToggleRight => {
                info("Right panel", Nothing, Looks, Keeps, Held).listed("right-panel").key(ctrl(Key::J))
            }
            Command::ToggleLedger => info("Ledger", Nothing, Looks, Ends, Held).listed("ledger").key(ctrl(Key::L)),
            Command::ToggleProblems => {
                info("List of problems", Nothing, Looks, Ends, Held).listed("problems").key(ctrl_shift(Key::M))
            }
            Command::GoToProblem(_) => info("Go to the problem", Project, Edits, Ends, Held),
            Command::Fix(_) => info("Mend the problem", Project, Edits, Ends, Held),
            Command::Dismiss(_) => info("Dismiss the warning…", Project, Edits, Ends, Held),
            Command::Restore(_) => info("Restore the warning", Project, Edits, Ends, Held),
            Command::FullScreen => {
                info("Full screen", Nothing, Looks, Ends, Held).listed("full-screen").key(everywhere(Key::F11))
            }
            Command::LargerText => info("Larger text", Nothing, Looks, Keeps, Free)
                .listed("larger-text")
                .key(ctrl(Key::Plus))
                .key(ctrl(Key::Equals)),
            Command::SmallerText => {
                info("Smaller text", Nothing, Looks, Keeps, Free).listed("smaller-text").key(ctrl(Key::Minus))
            }
            Command::OrdinaryText => {
                info("Ordinary text size", Nothing, Looks, Keeps, Free).listed("ordinary-text").key(ctrl(Key::Num0))
            }
            Command::SetFace(ArticleFace::Serif) => {
                info("Article face: serif", Nothing, Looks, Keeps, Held).listed("face-serif")
            }
            Command::SetFace(ArticleFace::Sans) => {
                info("Article face: sans", Nothing, Looks, Keeps, Held).listed("face-sans")
            }
            Command::SetMeasure(Measure::Narrow) => {
                info("Lines: narrow", Nothing, Looks, Keeps, Held).listed("lines-narrow")
            }
            Command::SetMeasure(Measure::Usual) => {
                info("Lines: usual length", Nothing, Looks, Keeps, Held).listed("lines-usual")
            }
            Command::SetMeasure(Measure::Wide) => info("Lines: wide", Nothing, Looks, Keeps, Held).listed("lines-wide"),
            Command::SetMeasure(Measure::Full) => {
                info("Lines: as wide as the window", Nothing, Looks, Keeps, Held).listed("lines-full")
            }
            Command::SetSpacing(Spacing::Compact) => {
                info("Line spacing: compact", Nothing, Looks, Keeps, Held).listed("spacing-compact")
            }
            Command::SetSpacing(Spacing::Usual) => {
                info("Line spacing: usual", Nothing, Looks, Keeps, Held).listed("spacing-usual")
            }
            Command::SetSpacing(Spacing::Airy) => {
                info("Line spacing: airy", Nothing, Looks, Keeps, Held).listed("spacing-airy")
            }
            Command::ToggleNumbers => {
                info("Paragraph numbers", Nothing, Looks, Keeps, Held).listed("paragraph-numbers")
            }
            Command::SetTheme(ThemeChoice::System) => {
                info("Colours: as the system", Nothing, Looks, Keeps, Held).listed("colours-system")
            }
            Command::SetTheme(ThemeChoice::Light) => {
                info("Colours: light", Nothing, Looks, Keeps, Held).listed("colours-light")
            }
            Command::SetTheme(ThemeChoice::Dark) => {
                info("Colours: dark", Nothing, Looks, Keeps, Held).listed("colours-dark")
            }
            Command::SetTheme(ThemeChoice::HighContrast) => {
                info("Colours: high contrast", Nothing, Looks, Keeps, Held).listed("colours-high-contrast")
            }
            Command::SetTheme(ThemeChoice::HighContrastDark) => {
                info("Colours: high contrast, dark", Nothing, Looks, Keeps, Held).listed("colours-high-contrast-dark")
            }
            Command::ShowLost => info("Recover unsaved work…", Nothing, Looks, Ends, Held).listed("recover"),
            Command::Settings => {
                info("Settings…", Nothing, Looks, Keeps, Held).listed("settings").key(ctrl(Key::Comma))
            }
            Command::Keys => info("Keys…", Nothing, Looks, Keeps, Held).listed("keys").key(everywhere(Key::F1)),
            Command::EditKeys => info("Edit the keys…", Nothing, Looks, Ends, Held).listed("edit-keys"),
            Command::ReadKeys => info("Read the keys again", Nothing, Looks, Ends, Held).listed("read-keys"),
            Command::Palette => {
                info("Find a command", Nothing, Looks, Keeps, Held).listed("find-command").key(ctrl_shift(Key::P))
            }
            Command::OpenPath(_) => info("Open file", Nothing, Looks, Ends, Held),
            Command::Move(..) => info("Move the caret", Project, Looks, Ends, Free),
            Command::Caret(_) => info("Move the caret", Project, Looks, Ends, Held),
            Command::SelectAt(_) => info("Select mark", Project, Looks, Ends, Held),
            Command::SelectUnder(_) => info("Select mark", Project, Looks, Ends, Held),
            Command::Select(_) => info("Select mark", Project, Looks, Ends, Held),
            Command::GoTo(_) => info("Go to", Project, Looks, Keeps, Held),
            Command::SetField(..) => info("Change field", Project, Edits, Ends, Held),
            Command::SetFields(..) => info("Change field", Project, Edits, Ends, Held),
            Command::AddItem(..) => info("Add item", Project, Edits, Ends, Held),
            Command::RemoveItem(..) => info("Remove item", Project, Edits, Ends, Held),
            Command::AddSource(..) => info("Add source", Project, Edits, Ends, Held),
            Command::Arm(..) => info("Pick words", Project, Looks, Ends, Held),
            Command::Disarm => info("Pick words", Project, Looks, Keeps, Held),
            Command::WordsSelected => info("Pick words", Project, Looks, Ends, Held),
            Command::PickFor(..) => info("Pick words", Project, Edits, Ends, Held),
            Command::EditSource(_) => info("Edit source…", Project, Looks, Ends, Held),
            Command::StopPicking => info("Stop picking words", Project, Looks, Ends, Held),
            Command::Seal => info("End typing", Project, Looks, Keeps, Held),
            Command::Place(_) => info("Place mark here", Project, Edits, Ends, Held),
            Command::DeleteMark(_) => info("Delete mark", Project, Edits, Ends, Held),
            Command::Reload => info("Reload from disk", Project, Looks, Ends, Held),
            Command::OpenAllTheSame => info("Open all the same", Project, Looks, Ends, Held),
            Command::Merge(None) => info("Merge with the file on disk", Project, Looks, Ends, Held).listed("merge"),
            Command::Merge(Some(_)) => info("Merge copy", Project, Looks, Ends, Held),
        }
    }
}
