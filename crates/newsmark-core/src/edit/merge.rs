//! What others made of the project's file comes in, and what was left undecided is settled.

use crate::model::{Part, Project, Time};
use crate::review::merge::{MergeSide, merge, resolution};

use super::{EditError, OpenProject};

/// What came of a merge, for a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MergeSummary {
    /// How many annotations, sources and other parts of the project became others.
    pub n_changes: usize,
    /// How many conflicts the project holds since.
    pub n_conflicts: usize,
    /// Whether the project is just what stands in the file.
    pub is_in_file: bool,
}

/// The name of the step that takes in what another program left in the file.
pub(super) const MERGE: &str = "merge with the file";

impl OpenProject {
    /// Merges the project as another program left it in the file, in one step:
    /// what both began with is the project as opened or last saved here. From
    /// here on the next save tells what it changes of theirs, and undo leads
    /// back to ours, which is unsaved then, and to what the file was taken to
    /// hold before. Not to be called while a save is under way;
    /// [`OpenProject::set_file_digest`] follows.
    ///
    /// # Errors
    /// Where the file is of another article, or as [`OpenProject::perform`];
    /// then everything is as it was.
    pub fn merge(&mut self, theirs: Project, time: Time) -> Result<MergeSummary, EditError> {
        let merged = merge(Some(self.file.project()), &self.project, &theirs)?;
        let (n_changes, n_conflicts) = (merged.n_brought, merged.n_open());
        let is_changed = self.project.conflicts() != merged.project.conflicts() || n_changes > 0;
        if is_changed {
            self.adopt(MERGE, merged.change, time)?;
        } else {
            self.check_writable()?;
        }
        self.project.set_histories(merged.project.histories().clone());
        self.revision += 1;
        self.leave_what_is_gone();
        // Ours is in no file since; where nothing differs the two lines below say otherwise.
        self.history.forget_save();
        let is_in_file = is_same_but_for_deleted(&self.project, &theirs);
        if is_in_file {
            self.history.begin_save();
            self.history.end_save(true);
        }
        self.gone.sync(self.file.project(), &theirs);
        if is_changed {
            self.file.merged(self.history.position(), theirs);
        } else {
            self.file.adopted(theirs);
        }
        Ok(MergeSummary { n_changes, n_conflicts, is_in_file })
    }

    /// Merges a copy of the project that stands beside it, in one step. What
    /// both began with is not known, so whatever differs is a conflict, in
    /// which ours stands.
    ///
    /// # Errors
    /// As [`OpenProject::merge`].
    pub fn merge_copy(&mut self, copy: &Project, time: Time) -> Result<MergeSummary, EditError> {
        let merged = merge(None, &self.project, copy)?;
        let (n_changes, n_conflicts) = (merged.n_brought, merged.n_open());
        if n_changes == 0 && merged.project.conflicts() == self.project.conflicts() {
            self.check_writable()?;
        } else {
            self.adopt("merge with a copy", merged.change, time)?;
            self.project.set_histories(merged.project.histories().clone());
            self.leave_what_is_gone();
        }
        Ok(MergeSummary { n_changes, n_conflicts, is_in_file: false })
    }

    /// Nothing stays selected, or picked for, that a merge took out.
    fn leave_what_is_gone(&mut self) {
        self.selected = self.selected.filter(|id| self.project.has(*id));
        self.picking = self.picking.filter(|(id, _)| self.project.annotation(*id).is_some());
    }

    /// Settles the `n`th conflict by taking what that side has, as a whole or
    /// in one part, in one step. Answers whether it could: there may be no such
    /// conflict, or no such side.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn resolve(&mut self, n: usize, side: MergeSide, part: Option<Part>, time: Time) -> Result<bool, EditError> {
        let Some(change) = resolution(&self.project, n, side, part) else { return Ok(false) };
        let name = match side {
            MergeSide::Ours => "keep ours",
            MergeSide::Theirs => "take theirs",
            MergeSide::Base => "take what was before",
        };
        self.seal();
        self.perform(name, None, change, time)?;
        Ok(true)
    }
}

/// Whether a file would hold the same of both: it tells no history of deleted annotations.
fn is_same_but_for_deleted(one: &Project, other: &Project) -> bool {
    let mut with_their_histories = one.clone();
    with_their_histories.set_histories(other.histories().clone());
    let placed = one.annotations().iter().map(|annotation| annotation.id);
    let mut all = placed.chain(one.unplaced().iter().map(|kept| kept.id));
    with_their_histories == *other && all.all(|id| one.history(id) == other.history(id))
}
