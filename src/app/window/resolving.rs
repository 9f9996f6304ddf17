//! What a merge left open is resolved.

use crate::app::command::{Command, CompareCommand, Mode};
use crate::app::compare::ConflictState;
use crate::app::notices::Notice;
use crate::check::Problem;
use crate::model::{AnnotationId, Part};
use crate::review::merge::MergeSide;

use super::Window;

impl Window {
    /// Shows what a merge left open, beginning with the selected mark where something of it is open.
    pub(in crate::app) fn resolve_conflicts(&mut self) {
        let selected = self.document.as_ref().and_then(|document| document.session.selected);
        if self.begin_resolving() && selected.is_some() {
            self.go_to_conflict(selected, None);
        }
    }

    /// Shows what a merge left open and a problem tells of.
    pub(in crate::app) fn resolve_problem(&mut self, problem: &Problem) {
        if self.begin_resolving() {
            self.go_to_conflict(problem.annotation, problem.field.map(Part::Field));
        }
    }

    /// Shows the conflicts, also where projects are compared; answers whether there are some.
    pub(super) fn begin_resolving(&mut self) -> bool {
        let is_open = self.document.as_ref().is_some_and(|document| !document.session.project().conflicts().is_empty());
        if !is_open {
            self.say(Notice::note("Nothing is left to settle"));
            return false;
        }
        self.set_mode(Mode::Compare);
        // After the mode, which begins or shows a comparison by itself; the conflicts then take its place.
        self.set_comparison_aside();
        self.show_conflicts();
        self.notices.retain(|notice| !notice.offers(&Command::Compare(CompareCommand::Conflicts)));
        true
    }

    /// Shows the conflicts in Compare, where there are some.
    pub(in crate::app) fn show_conflicts(&mut self) {
        let Some(document) =
            self.document.as_ref().filter(|document| !document.session.project().conflicts().is_empty())
        else {
            return;
        };
        let mut conflicts = ConflictState::default();
        conflicts.sync(&document.session);
        self.workspaces.compare.conflicts = Some(conflicts);
        self.overlay_panels.right = !self.layout().has_right;
        self.show_question();
        self.article.focus();
    }

    /// Asks anew where the project changed, as by an answer or by undo.
    pub(in crate::app) fn refresh_conflicts(&mut self) {
        let (Some(conflicts), Some(document)) = (self.workspaces.compare.conflicts.as_mut(), &self.document) else {
            return;
        };
        if conflicts.sync(&document.session) {
            self.show_question();
        }
    }

    /// Brings the current question on the screen, and selects its mark in the article.
    pub(super) fn show_question(&mut self) {
        let (Some(conflicts), Some(document)) = (self.workspaces.compare.conflicts.as_mut(), &mut self.document) else {
            return;
        };
        conflicts.wants_current = true;
        let mark = conflicts.question().and_then(|question| document.session.project().annotation(question.mark()?));
        // Taken out before the selection is set, as the mark is borrowed from the same session.
        let at = mark.map(|mark| (mark.id, mark.spans.start()));
        document.session.selected = at.map(|(id, _)| id);
        if let Some((_, start)) = at {
            self.article.show_byte(start);
        }
    }

    pub(super) fn go_to_conflict(&mut self, mark: Option<AnnotationId>, part: Option<Part>) {
        let (Some(conflicts), Some(document)) = (self.workspaces.compare.conflicts.as_mut(), &self.document) else {
            return;
        };
        if conflicts.go_to(mark, part, &document.session) {
            self.show_question();
        }
    }

    /// Does something with the current question.
    pub(in crate::app) fn act_on_conflict(&mut self, act: CompareCommand) {
        let Some(conflicts) = &mut self.workspaces.compare.conflicts else { return };
        // At least one, as the places are counted round and nothing may be divided by none.
        let (place, n_all) = (conflicts.place, conflicts.questions.len().max(1));
        match act {
            CompareCommand::Next | CompareCommand::Later | CompareCommand::LevelDown => {
                conflicts.place = (place + 1) % n_all
            }
            CompareCommand::Previous | CompareCommand::LevelUp => conflicts.place = (place + n_all - 1) % n_all,
            CompareCommand::Mark(id) => return self.go_to_conflict(Some(id), None),
            CompareCommand::At(byte) => {
                let marks = self.document.as_ref().map(|document| document.session.project().annotations_at(byte));
                let ids: Vec<_> = marks.unwrap_or_default().iter().map(|mark| mark.id).collect();
                return ids.into_iter().for_each(|id| self.go_to_conflict(Some(id), None));
            }
            CompareCommand::Go(place) => conflicts.place = place.min(n_all - 1),
            CompareCommand::Take(0) | CompareCommand::TakeLeft => return self.answer(Some(MergeSide::Ours)),
            CompareCommand::Take(1) | CompareCommand::TakeRight => return self.answer(Some(MergeSide::Theirs)),
            CompareCommand::Take(2) => return self.answer(Some(MergeSide::Base)),
            CompareCommand::Settle => return self.answer(None),
            _ => return,
        }
        self.show_question();
        self.article.focus();
    }

    /// Takes what that side has, or keeps what stands, in one step.
    pub(super) fn answer(&mut self, side: Option<MergeSide>) {
        let Some(question) = self.workspaces.compare.conflicts.as_ref().and_then(ConflictState::question) else {
            return;
        };
        if !self.is_right_shown() {
            // What nobody sees is not answered by a key.
            return self.show_right();
        }
        let side = side.unwrap_or(question.standing);
        if question.answer(side).is_none() {
            return self.say(Notice::note("It is not known what it was before both changed it"));
        }
        let (conflict, part) = (question.conflict, question.part);
        self.edit(|open, now| open.resolve(conflict, side, part, now).map(drop));
        // So that the keys of the article go on to answer, whatever was pressed.
        self.article.focus();
    }
}
