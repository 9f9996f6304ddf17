use eframe::egui::Key;

use super::info::{
    BoundaryEffect::Ends,
    Effect::Edits,
    Info,
    KeysAfter::{Held, HeldForName},
    Needs::Mark,
    info,
};
use super::keys::{in_article, in_review};
use crate::edit::OpenProject;
use crate::model::{AnnotationId, CommentId, Status};

/// In which order the queue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QueueOrder {
    /// As in the article.
    #[default]
    Article,
    /// What has the same kind of problem together, the gravest first.
    Problem,
}

/// What can be asked in the course of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewCommand {
    /// Hands the selected mark in, a draft or one that was sent back.
    Submit,
    /// Hands all drafts in.
    SubmitAll,
    /// Approves the selected mark.
    Approve,
    /// Asks what should change, then sends the selected mark back.
    AskForChanges,
    /// Rejects the selected mark.
    Reject,
    /// Puts the selected mark to the end of the queue.
    Later,
    /// Lets the selected mark wait again.
    Reopen,
    /// Puts the person's name under the project.
    SignOff,
    /// Shows only what changed since the person signed off, or all again.
    OnlyChanged,
    /// Sets the order of the queue.
    Order(QueueOrder),
    /// Shows what the project asks of those who work on it.
    Settings,
    /// Sends a mark back with what should change.
    SendBack(AnnotationId, String),
    /// Adds a comment to a mark.
    Comment(AnnotationId, String),
    /// Gives a comment of one's own other words.
    EditComment(AnnotationId, CommentId, String),
    /// Deletes a comment of one's own.
    DeleteComment(AnnotationId, CommentId),
}

impl ReviewCommand {
    /// What menu and palette call it.
    pub fn name(&self) -> &'static str {
        self.info().name
    }

    /// What is known of it.
    pub fn info(&self) -> Info {
        match self {
            ReviewCommand::Submit => {
                info("Submit mark", Mark, Edits, Ends, HeldForName).listed("submit-mark").key(in_article(Key::S))
            }
            ReviewCommand::SubmitAll => {
                info("Submit all drafts", Mark, Edits, Ends, HeldForName).listed("submit-all-drafts")
            }
            ReviewCommand::Approve => {
                info("Approve", Mark, Edits, Ends, HeldForName).listed("approve").key(in_review(Key::A))
            }
            ReviewCommand::AskForChanges => {
                info("Ask for changes", Mark, Edits, Ends, Held).listed("ask-for-changes").key(in_review(Key::R))
            }
            ReviewCommand::Reject => {
                info("Reject", Mark, Edits, Ends, HeldForName).listed("reject").key(in_review(Key::X))
            }
            ReviewCommand::Later => {
                info("Later", Mark, Edits, Ends, HeldForName).listed("later").key(in_review(Key::N))
            }
            ReviewCommand::Reopen => info("Open mark again", Mark, Edits, Ends, HeldForName).listed("reopen-mark"),
            ReviewCommand::SignOff => info("Sign off", Mark, Edits, Ends, HeldForName).listed("sign-off"),
            ReviewCommand::OnlyChanged => {
                info("Only what changed since I signed off", Mark, Edits, Ends, HeldForName).listed("only-changed")
            }
            ReviewCommand::Order(QueueOrder::Article) => {
                info("Queue in article order", Mark, Edits, Ends, HeldForName).listed("queue-in-article-order")
            }
            ReviewCommand::Order(QueueOrder::Problem) => {
                info("Queue by kind of problem", Mark, Edits, Ends, HeldForName).listed("queue-by-problem")
            }
            ReviewCommand::Settings => {
                info("Project settings…", Mark, Edits, Ends, HeldForName).listed("project-settings")
            }
            ReviewCommand::SendBack(..) => info("Send mark back", Mark, Edits, Ends, HeldForName),
            ReviewCommand::Comment(..) => info("Comment", Mark, Edits, Ends, HeldForName),
            ReviewCommand::EditComment(..) => info("Change comment", Mark, Edits, Ends, HeldForName),
            ReviewCommand::DeleteComment(..) => info("Delete comment", Mark, Edits, Ends, HeldForName),
        }
    }

    /// Whether it can do anything now.
    pub fn is_enabled(&self, open: &OpenProject) -> bool {
        let selected = open.selected_annotation();
        match self {
            ReviewCommand::Submit => {
                selected.is_some_and(|mark| matches!(mark.status, Status::Draft | Status::ChangesRequested))
            }
            ReviewCommand::SubmitAll => open.project().annotations().iter().any(|mark| mark.status == Status::Draft),
            ReviewCommand::Approve | ReviewCommand::AskForChanges | ReviewCommand::Reject | ReviewCommand::Later => {
                selected.is_some()
            }
            ReviewCommand::Reopen => {
                let is_judged = |status| !matches!(status, Status::Draft | Status::Submitted);
                selected.is_some_and(|mark| is_judged(mark.status))
            }
            ReviewCommand::OnlyChanged => {
                open.project().sign_offs().iter().any(|signed| Some(&signed.person) == open.person.as_ref())
            }
            _ => true,
        }
    }
}
