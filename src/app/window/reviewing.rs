//! What is asked in the course of a review is done.

use crate::app::command::{Command, Mode, ReviewCommand};
use crate::app::dialogs::Dialog;
use crate::app::notices::Notice;
use crate::model::{AnnotationId, Person, Status};
use crate::review::Stage;

use super::Window;

impl Window {
    /// Does what was asked. Who judges or comments is asked for a name first.
    pub(in crate::app) fn review(&mut self, act: ReviewCommand) {
        let is_nameless = Person::new(&self.settings.person).is_none();
        // These change nothing that is signed, or only how the queue is seen.
        let needs_name = !matches!(
            act,
            ReviewCommand::Submit
                | ReviewCommand::SubmitAll
                | ReviewCommand::Later
                | ReviewCommand::OnlyChanged
                | ReviewCommand::Order(_)
                | ReviewCommand::Settings
        );
        if needs_name && is_nameless && self.document.is_some() {
            self.cover(Dialog::name(Command::Review(act)));
            return;
        }
        // A key in the article judges as well as the button. The first press only brings up what is judged.
        let judges = matches!(act, ReviewCommand::Approve | ReviewCommand::Reject | ReviewCommand::AskForChanges);
        if judges && !self.is_record_shown() {
            return self.show_record();
        }
        match act {
            ReviewCommand::Submit => self.submit(),
            ReviewCommand::SubmitAll => self.submit_all(),
            ReviewCommand::Approve => self.judge(Status::Approved),
            ReviewCommand::Reject => self.judge(Status::Rejected),
            ReviewCommand::Reopen => self.judge(Status::Submitted),
            ReviewCommand::AskForChanges => self.ask_for_changes(),
            ReviewCommand::Later => self.put_off(),
            ReviewCommand::SignOff => self.sign_off(),
            ReviewCommand::OnlyChanged => self.workspaces.review.only_changed = !self.workspaces.review.only_changed,
            ReviewCommand::Order(order) => self.workspaces.review.order = order,
            ReviewCommand::Settings => {
                self.cover(
                    self.document
                        .as_ref()
                        .map(|document| Dialog::project(document.session.project().settings().clone())),
                );
            }
            ReviewCommand::SendBack(id, text) => self.send_back(id, text),
            ReviewCommand::Comment(id, text) => {
                let comment = self.platform.mint_comment();
                self.edit(|open, now| open.comment(id, comment, &text, now));
                self.forget_reply(id, comment);
            }
            ReviewCommand::EditComment(id, comment, text) => {
                self.edit(|open, now| open.edit_comment(id, comment, &text, now));
            }
            ReviewCommand::DeleteComment(id, comment) => self.edit(|open, now| open.delete_comment(id, comment, now)),
        }
    }

    /// What Review needs to know of the project when it begins: the first mark that waits is selected.
    pub(in crate::app) fn begin_review(&mut self) {
        self.name_person();
        let Some(document) = &self.document else { return };
        self.workspaces.review.sync(document);
        let selected = document.session.selected;
        let waits = |id: AnnotationId| matches!(self.workspaces.review.queue().find(id), Some((Stage::Waiting, _)));
        if !selected.is_some_and(waits)
            && let Some(first) = self.workspaces.review.queue().next_waiting(None)
        {
            self.select(first);
        }
        self.workspaces.review.wants_selected = true;
    }

    /// The person of the settings works on the open project.
    pub(in crate::app) fn name_person(&mut self) {
        let person = Person::new(&self.settings.person);
        if let Some(document) = &mut self.document {
            document.session.person = person;
        }
    }

    /// Whether the record of the selected mark is on the screen, or there is none.
    pub(super) fn is_record_shown(&self) -> bool {
        let is_selected =
            self.document.as_ref().is_some_and(|document| document.session.selected_annotation().is_some());
        let is_in_front =
            self.workspaces.mode == Mode::Review || self.layout().has_both || self.workspaces.inspector.is_shown;
        !is_selected || self.is_right_shown() && is_in_front
    }

    /// Shows the record that would be judged: nothing is judged unseen.
    pub(super) fn show_record(&mut self) {
        self.show_right();
        self.workspaces.inspector.is_shown = true;
        self.say(Notice::note("This is the record. Read it, then judge it"));
    }

    /// Goes to the next or previous row of the queue.
    pub(in crate::app) fn step_in_queue(&mut self, onwards: bool) {
        let Some(document) = &self.document else { return };
        self.workspaces.review.sync(document);
        if let Some(next) = self.workspaces.review.beside(document.session.selected, onwards) {
            self.select(next);
        }
    }

    pub(super) fn submit(&mut self) {
        let Some(mark) = self.document.as_ref().and_then(|document| document.session.selected_annotation()) else {
            return self.say(Notice::warning("No mark is selected. Select the mark that you want to submit"));
        };
        let (id, status) = (mark.id, mark.status);
        match status {
            Status::Draft | Status::ChangesRequested => self.edit(|open, now| open.submit(id, now)),
            Status::Submitted => self.say(Notice::note("This mark is submitted already and waits for a reviewer")),
            Status::Approved | Status::Rejected => {
                let told = format!("This mark is {} already. A change opens it again", status.label().to_lowercase());
                self.say(Notice::note(told));
            }
        }
    }

    pub(super) fn submit_all(&mut self) {
        let mut n_submitted = 0;
        self.edit(|open, now| open.submit_all(now).map(|n| n_submitted = n));
        match n_submitted {
            0 => {}
            1 => self.say(Notice::done("1 draft was submitted").action("Undo", Command::Undo)),
            n => self.say(Notice::done(format!("{n} drafts were submitted")).action("Undo", Command::Undo)),
        }
    }

    /// The selected mark where a reviewer may decide it; says why where that is not so.
    pub(super) fn mark_to_judge(&mut self) -> Option<AnnotationId> {
        let mark = self.document.as_ref().and_then(|document| document.session.selected_annotation());
        match mark.map(|mark| (mark.id, mark.status)) {
            None => self.say(Notice::warning("No mark is selected. Choose one in the queue")),
            Some((_, Status::Draft)) => {
                let notice = Notice::warning("This is a draft: it can be judged once it is submitted");
                self.say(notice.action("Submit mark", Command::Review(ReviewCommand::Submit)));
            }
            Some((id, _)) => return Some(id),
        }
        None
    }

    pub(super) fn judge(&mut self, status: Status) {
        if let Some(id) = self.mark_to_judge() {
            self.decide(id, status, None);
        }
    }

    /// Gives a mark a status, and goes on to the next one that waits.
    pub(super) fn decide(&mut self, id: AnnotationId, status: Status, comment: Option<String>) {
        let comment = comment.map(|text| (self.platform.mint_comment(), text));
        let said = comment.as_ref().map(|(comment, _)| *comment);
        // Before the decision: afterwards the mark has left the queue, and what follows it cannot be told.
        let next = self.document.as_ref().and_then(|document| {
            self.workspaces.review.sync(document);
            self.workspaces.review.queue().next_waiting(Some(id))
        });
        self.edit(|open, now| open.judge(id, status, comment, now));
        if let Some(comment) = said {
            self.forget_reply(id, comment);
        }
        let has_status = |mark: &crate::model::Annotation| mark.status == status;
        // The edit may be refused, as in a project that is only read. Then the reviewer stays at the mark.
        let is_done = self.document.as_ref().and_then(|document| document.session.project().annotation(id));
        if self.workspaces.mode == Mode::Review
            && status != Status::Submitted
            && is_done.is_some_and(|mark| has_status(mark))
        {
            self.workspaces.review.asking = None;
            self.workspaces.review.is_editing = false;
            if let Some(next) = next {
                self.select(next);
            }
        }
    }

    pub(super) fn ask_for_changes(&mut self) {
        if let Some(id) = self.mark_to_judge() {
            self.workspaces.review.is_editing = false;
            self.workspaces.review.asking = Some(id);
            self.workspaces.inspector.thread.ask();
            self.show_right();
        }
    }

    pub(super) fn send_back(&mut self, id: AnnotationId, text: String) {
        self.decide(id, Status::ChangesRequested, Some(text));
    }

    pub(super) fn put_off(&mut self) {
        let Some(id) = self.document.as_ref().and_then(|document| document.session.selected) else { return };
        let Some(document) = &self.document else { return };
        self.workspaces.review.sync(document);
        match self.workspaces.review.queue().next_waiting(Some(id)) {
            Some(next) => {
                self.workspaces.review.put_off(id);
                self.select(next);
            }
            None => self.say(Notice::note("No other mark waits for you")),
        }
    }

    pub(super) fn sign_off(&mut self) {
        self.edit(|open, now| open.sign_off(now));
    }

    /// What was typed as a reply is kept until it stands in the thread.
    pub(super) fn forget_reply(&mut self, id: AnnotationId, comment: crate::model::CommentId) {
        let mark = self.document.as_ref().and_then(|document| document.session.project().annotation(id));
        if mark.is_some_and(|mark| mark.comments.iter().any(|said| said.id == comment)) {
            self.workspaces.inspector.thread.forget(id);
        }
    }
}
