//! What each mode of the window shows, and what a command means in it.
//!
//! | workspace | what it is for | its panels |
//! |---|---|---|
//! | `Annotate` | marking words and filling records | files and outline, list and details |
//! | `Review` | judging marks | queue, record |
//! | `Compare` | deciding between projects of one article | differences, decision |
//! | `Resolve` | answering what a merge left open | conflicts, answers |
//! | `Empty` | Compare with nothing to compare yet | none |
//! | `Library` | a folder of projects | folders, table, search; it shows itself |

mod compare;
mod meaning;
mod resolve;

pub use meaning::Meaning;

use eframe::egui::Ui;

use super::article::ArticleView;
use super::boundary_edit::BoundaryEdit;
use super::command::{Command, Mode};
use super::compare::{Compare, ComparisonState, ConflictState, strip as compare_strip};
use super::compare::{answers, conflicts, differences, resolve_strip, right as decision, status};
use super::context::ViewCtx;
use super::library::LibraryView;
use super::panels::{self, InspectorState, ListState};
use super::review::{self, ReviewState, queue};
use super::widgets::Icon;

/// What the modes keep from one use to the next, and which of them is shown.
///
/// Going to another mode and back loses nothing: the order of the queue, the decisions of a comparison and the place
/// in the library's table are where they were.
#[derive(Default)]
pub struct Workspaces {
    /// The mode that is shown.
    pub mode: Mode,
    /// The list of marks.
    pub list: ListState,
    /// The details of the selected mark, which Annotate edits and Review reads.
    pub inspector: InspectorState,
    /// The queue.
    pub review: ReviewState,
    /// The comparison, or what a merge left open.
    pub compare: Compare,
    /// The library.
    pub library: LibraryView,
}

/// The workspace that is shown, with what it keeps.
pub enum Workspace<'a> {
    /// Words are marked and records filled.
    Annotate(&'a mut ListState, &'a mut InspectorState),
    /// Marks are judged.
    Review(&'a mut ReviewState, &'a mut InspectorState),
    /// Projects are compared.
    Compare(&'a mut ComparisonState),
    /// What a merge left open is answered.
    Resolve(&'a mut ConflictState),
    /// Nothing is compared yet.
    Empty,
    /// A folder of projects.
    Library,
}

impl Workspaces {
    /// The workspace that is shown.
    pub fn current(&mut self) -> Workspace<'_> {
        match self.mode {
            Mode::Annotate => Workspace::Annotate(&mut self.list, &mut self.inspector),
            Mode::Review => Workspace::Review(&mut self.review, &mut self.inspector),
            Mode::Library => Workspace::Library,
            // Conflicts before a comparison: they were asked for while it is set aside.
            Mode::Compare if self.compare.conflicts.is_some() => {
                self.compare.conflicts.as_mut().map_or(Workspace::Empty, Workspace::Resolve)
            }
            Mode::Compare => self.compare.shown_mut(Mode::Compare).map_or(Workspace::Empty, Workspace::Compare),
        }
    }

    /// The comparison, where it is shown.
    pub fn comparison(&self) -> Option<&ComparisonState> {
        self.compare.shown(self.mode)
    }

    /// The same, to be worked on.
    pub fn comparison_mut(&mut self) -> Option<&mut ComparisonState> {
        self.compare.shown_mut(self.mode)
    }

    /// What a merge left open, where it is shown.
    pub fn conflicts(&self) -> Option<&ConflictState> {
        self.compare.conflicts(self.mode)
    }

    /// Whether the mode is Compare with nothing to show yet.
    pub fn is_empty(&self) -> bool {
        self.mode == Mode::Compare && self.comparison().is_none() && self.conflicts().is_none()
    }

    /// Whether a decision can be taken back, and made again; `None` where none are made but edits.
    pub fn steps(&self) -> Option<[bool; 2]> {
        self.compare.steps(self.mode)
    }
}

impl Workspace<'_> {
    /// What a command comes to here.
    pub fn interpret(&self, command: Command) -> Meaning {
        match self {
            Workspace::Compare(_) | Workspace::Empty => compare::interpret(command),
            Workspace::Resolve(_) => resolve::interpret(command),
            Workspace::Annotate(..) | Workspace::Review(..) | Workspace::Library => Meaning::Run(command),
        }
    }

    /// The left panel's name, so that each keeps its own width, and the width in points to begin with: wider where its
    /// rows hold sentences.
    pub fn left_width(&self) -> (&'static str, f32) {
        match self {
            Workspace::Compare(_) | Workspace::Resolve(_) => ("left, compare", 304.0),
            // Rows of a queue hold a reading under the words; those of the outline hold only how a paragraph
            // begins.
            Workspace::Review(..) => ("queue", 288.0),
            Workspace::Annotate(..) | Workspace::Empty | Workspace::Library => ("left", 264.0),
        }
    }

    /// The icon and the name under which the rail of a narrow window offers the left panel.
    pub fn left_name(&self) -> (Icon, &'static str) {
        match self {
            Workspace::Compare(_) => (Icon::List, "Differences"),
            Workspace::Resolve(_) => (Icon::List, "Conflicts"),
            Workspace::Review(..) => (Icon::List, "Queue"),
            Workspace::Annotate(..) | Workspace::Empty | Workspace::Library => {
                (Icon::Outline, "Outline and recent files")
            }
        }
    }

    /// Shows the left panel.
    pub fn left(&mut self, ui: &mut Ui, article: &ArticleView, cx: &mut ViewCtx<'_>) {
        let margin = cx.layout.margin;
        match self {
            Workspace::Annotate(..) => panels::left(ui, article, cx),
            Workspace::Review(state, _) => queue(ui, cx.document, state, margin, cx.commands),
            Workspace::Compare(work) => differences(ui, work, margin, cx.commands),
            Workspace::Resolve(state) => conflicts(ui, state, margin, cx.commands),
            Workspace::Empty | Workspace::Library => {}
        }
    }

    /// Shows the right panel.
    pub fn right(&mut self, ui: &mut Ui, cx: &mut ViewCtx<'_>) {
        match self {
            Workspace::Annotate(list, inspector) => panels::right(ui, list, inspector, cx),
            Workspace::Review(state, inspector) => review::right(ui, state, inspector, cx),
            Workspace::Compare(work) => decision(ui, work, cx.layout, cx.commands),
            Workspace::Resolve(conflicts) => answers(ui, conflicts, cx.layout.margin, cx.commands),
            Workspace::Empty | Workspace::Library => {}
        }
    }

    /// Shows the strip over the article; `bounds` are the boundaries that are being moved.
    pub fn strip(&mut self, ui: &mut Ui, bounds: Option<&BoundaryEdit>, cx: &mut ViewCtx<'_>) {
        match self {
            Workspace::Annotate(..) => panels::strip(ui, bounds, cx, panels::categories),
            Workspace::Review(..) => panels::strip(ui, bounds, cx, review::strip),
            Workspace::Compare(work) => compare_strip(ui, work, cx.layout, cx.commands),
            Workspace::Resolve(_) => resolve_strip(ui, cx.layout),
            Workspace::Empty | Workspace::Library => {}
        }
    }

    /// Shows the line at the foot.
    pub fn status(&mut self, ui: &mut Ui, cx: &mut ViewCtx<'_>) {
        match self {
            Workspace::Compare(work) => status(ui, work, cx.layout),
            Workspace::Review(state, _) => panels::status_bar(ui, Some(state.n_waiting()), cx),
            Workspace::Annotate(..) | Workspace::Resolve(_) => panels::status_bar(ui, None, cx),
            Workspace::Empty | Workspace::Library => {}
        }
    }
}
