//! What is open in the window: the project with its history, its file and what guards it.
//!
//! | part | holds |
//! |---|---|
//! | `saving` | how far its saving is, as a state machine |
//! | `session_guard` | its journal and its lock, which outlive a crash and keep others out |
//! | `problems` | what the checks last found in it |
//! | `proposals` | what its words state and no mark holds yet |
//! | `mark_visibility` | which of its marks are shown |
//! | `told_apart` | what its marks can be told apart by |

mod left_proposals;
mod mark_visibility;
mod problems;
mod proposals;
mod saving;
mod session_guard;
mod told_apart;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::app::command::MarkFilter;
use crate::edit::OpenProject;
use crate::interchange::Encoding;
use crate::model::Category;
use crate::model::Time;
use crate::store::{Expected, JournalState, Lock, Warning};

use crate::app::command::Command;

pub use mark_visibility::MarkVisibility;
pub use problems::{CheckFindings, Problems, tone, way};
pub use proposals::{Proposals, draft};
pub use saving::{Begin, Next, Saving, Verdict};
pub use session_guard::{Journaling, PendingDocument, SessionGuard};

/// The project in the window, with its file and what guards it.
pub struct Document {
    /// The project with its history and selection.
    pub session: OpenProject,
    /// Its file; `None` for one that was never saved.
    pub file: Option<ProjectFile>,
    /// Where a file for it is proposed.
    pub proposed: PathBuf,
    /// The bytes it was imported from, while they can still be read otherwise.
    pub import: Option<Import>,
    /// What was not as it should be in its file.
    pub warnings: Vec<Warning>,
    /// Which of its marks are shown.
    pub mark_visibility: MarkVisibility,
    /// What may be wrong in it.
    pub problems: Problems,
    /// What its words state and no mark holds yet.
    pub proposals: Proposals,
    /// Whether its file is of version 2, as far as anybody was told.
    pub is_version_2: bool,
    /// How far its saving is, and what is to follow it.
    pub saving: Saving<Command>,
    /// Cleared where the save under way is not waited for any more.
    pub is_wanted: Arc<AtomicBool>,
    /// When it was last saved.
    pub saved_at: Option<Time>,
    /// Where every change is written as it is made; `None` where that is not possible.
    pub journaling: Option<Journaling>,
    /// What tells others that it is open.
    pub lock: Option<Lock>,
    /// Whether only a lock file says that somebody else has it open, which may have been left behind.
    pub is_presumed: bool,
}

/// A project's file as it was last read or written.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFile {
    /// Its path.
    pub path: PathBuf,
    /// What the next save expects to find there.
    pub expected: Expected,
}

/// What an article was imported from.
#[derive(Clone, Debug)]
pub struct Import {
    /// The file's bytes.
    pub bytes: Arc<Vec<u8>>,
    /// The file's path.
    pub path: PathBuf,
    /// The encoding it was read in.
    pub encoding: &'static Encoding,
}

impl Document {
    /// A project without file, journal and lock.
    pub fn new(session: OpenProject, proposed: PathBuf) -> Document {
        Document {
            session,
            file: None,
            proposed,
            import: None,
            warnings: Vec::new(),
            mark_visibility: MarkVisibility::default(),
            problems: Problems::default(),
            proposals: Proposals::default(),
            is_version_2: false,
            saving: Saving::Idle,
            is_wanted: Arc::new(AtomicBool::new(true)),
            saved_at: None,
            journaling: None,
            lock: None,
            is_presumed: false,
        }
    }

    /// Its file's path, or the proposed one.
    pub fn path(&self) -> &Path {
        self.file.as_ref().map_or(&self.proposed, |file| &file.path)
    }

    /// The name of its file, or of the proposed one.
    pub fn name(&self) -> String {
        file_name(self.path())
    }

    /// Whether its file is the one at `path`.
    pub fn is_at(&self, path: &Path) -> bool {
        self.file.as_ref().is_some_and(|file| file.path == path)
    }

    /// The name of the folder that its file is in.
    pub fn folder_name(&self) -> Option<String> {
        let folder = self.file.as_ref()?.path.parent()?.file_name()?;
        Some(folder.to_string_lossy().into_owned())
    }

    /// What it was imported from, while nothing is marked and no file has it.
    pub fn rereadable(&self) -> Option<&Import> {
        // Marks stand at bytes of this text; in another encoding they would stand at other words.
        self.import.as_ref().filter(|_| self.session.project().annotations().is_empty())
    }

    /// Whether a save is under way.
    pub fn is_saving(&self) -> bool {
        self.saving.is_writing()
    }

    /// What the next save expects in the file follows what was undone or made again: after the undo of a merge the
    /// file is again one that somebody else changed.
    pub fn follow_file(&mut self) {
        if let (Some(file), Some(digest)) = (&mut self.file, self.session.file_digest())
            // A file that is expected not to be there stays so: an undo does not bring it back.
            && matches!(file.expected, Expected::Digest(_))
        {
            file.expected = Expected::Digest(digest);
        }
    }

    /// Whether a crash or the program's end would lose nothing: all that was done is in the journal.
    pub fn is_in_journal(&self) -> bool {
        let state = self.journaling.as_ref().map(|journaling| journaling.journal().state());
        state.is_some_and(|state| !matches!(state, JournalState::Behind { .. }))
    }

    /// Where what was done and not saved is, in words: "the window and the journal".
    pub fn kept_in(&self) -> &'static str {
        if self.is_in_journal() { "the window and the journal" } else { "the window only" }
    }

    /// What marks can be told apart by: the categories, and the statuses and authors that were found.
    pub fn mark_filters(&self) -> Vec<MarkFilter> {
        let categories = Category::ALL.map(MarkFilter::Category).into_iter();
        categories.chain(self.problems.mark_filters().iter().cloned()).collect()
    }

    /// Whether closing it would lose something.
    pub fn is_dirty(&self) -> bool {
        self.session.history().is_dirty()
    }
}

/// The last part of a path, for people to read.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}
