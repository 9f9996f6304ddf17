//! How the window begins, goes on with and finishes a comparison.

use std::path::PathBuf;

use crate::app::article::ArticleView;
use crate::app::command::Mode;
use crate::store::Decisions;

use super::resolve::ConflictState;
use super::work::{ComparisonState, NamedProject};

/// What the window knows of comparing: with what the open project is compared, and what is worked on.
#[derive(Default)]
pub struct Compare {
    /// The projects that the open one is compared with.
    pub others: Vec<Other>,
    /// The comparison, also while another mode is shown.
    pub work: Option<Box<ComparisonState>>,
    /// What a merge left open, while that is shown instead.
    pub conflicts: Option<ConflictState>,
    /// The article's view of the other modes, while this one shows the marks of all projects.
    pub aside: Option<ArticleView>,
    /// The newest job; what an older one worked out is not wanted any more.
    pub n_asked: u64,
    /// Decisions that stand under another name since.
    pub stale: Vec<Decisions>,
}

/// A project that the open one is compared with.
#[derive(Clone)]
pub struct Other {
    /// The path of its file.
    pub path: PathBuf,
    /// The project with its file’s name.
    pub given: NamedProject,
}

impl Compare {
    /// What is worked on and shown in that mode.
    pub fn shown(&self, mode: Mode) -> Option<&ComparisonState> {
        // Without the article set aside the comparison is ready but not shown, as while conflicts are settled.
        self.work.as_deref().filter(|_| mode == Mode::Compare && self.aside.is_some())
    }

    /// The same, to be worked on.
    pub fn shown_mut(&mut self, mode: Mode) -> Option<&mut ComparisonState> {
        let is_shown = mode == Mode::Compare && self.aside.is_some();
        self.work.as_deref_mut().filter(|_| is_shown)
    }

    /// What a merge left open, where that mode shows it.
    pub fn conflicts(&self, mode: Mode) -> Option<&ConflictState> {
        self.conflicts.as_ref().filter(|_| mode == Mode::Compare)
    }

    /// Whether a decision can be taken back, and made again; `None` where no decisions are made.
    pub fn steps(&self, mode: Mode) -> Option<[bool; 2]> {
        let work = self.shown(mode);
        let steps = work.map(|work| [work.adjudication.can_undo(), work.adjudication.can_redo()]);
        // Compare without a comparison has nothing to take back; undo there must not change the project behind
        // it.
        steps.or((mode == Mode::Compare && self.conflicts.is_none()).then_some([false; 2]))
    }
}

/// Why there is no result yet; `None` where there can be one.
pub fn open_still(n_open: usize, n_agreed: usize) -> Option<String> {
    match (n_open, n_agreed) {
        (0, 0) => None,
        (0, 1) => Some("Accept the mark on which all agree first".to_owned()),
        (0, n) => Some(format!("Accept the {n} marks on which all agree first")),
        (1, _) => Some("1 difference is not settled yet".to_owned()),
        (n, _) => Some(format!("{n} differences are not settled yet")),
    }
}
