//! What was on the screen before a command.

use crate::app::announce::words::words_told;
use crate::app::boundary_edit::BoundaryEdit;
use crate::app::command::Command;
use crate::app::compare;
use crate::model::AnnotationId;

use super::Window;

impl Window {
    /// Looks at what a command may change.
    pub(in crate::app) fn glance(&self, command: &Command) -> Glance {
        let open = self.document.as_ref().map(|document| &document.session);
        let selected = open.and_then(|open| open.selected_annotation().map(|mark| (open.project(), mark)));
        let history = open.map(|open| open.history());
        Glance {
            // Performing takes the command apart, and what is told afterwards depends on which it was.
            command: command.clone(),
            revision: open.map_or(0, |open| open.revision()),
            n_marks: open.map_or(0, |open| open.project().annotations().len()),
            // The words and not only the id: after a deletion the mark is not there to be asked.
            selected: selected.map(|(project, mark)| (mark.id, words_told(project, mark))),
            steps: [
                history.and_then(|history| history.undo_name()).map(str::to_owned),
                history.and_then(|history| history.redo_name()).map(str::to_owned),
            ],
            caret: open.map_or(0, |open| open.selection.head),
            bounds: self.bounds.clone(),
            compared: self.workspaces.compare.heard(self.workspaces.mode),
            n_notices: self.watch.n_notices,
        }
    }
}

/// What there was before a command, as far as it is needed to say what the command did.
pub struct Glance {
    /// The command.
    pub command: Command,
    /// Of the open project.
    pub revision: u64,
    /// How many marks there were.
    pub n_marks: usize,
    /// The selected mark, and its words in quotation marks.
    pub selected: Option<(AnnotationId, String)>,
    /// What undo and redo would have done.
    pub steps: [Option<String>; 2],
    /// The byte of the caret.
    pub caret: usize,
    /// The boundaries that were moved.
    pub bounds: Option<BoundaryEdit>,
    /// What was decided about, where projects are compared or conflicts settled.
    pub compared: Option<compare::Heard>,
    /// How many notices there were.
    pub n_notices: u64,
}
