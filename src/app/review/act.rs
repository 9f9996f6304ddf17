use eframe::egui::{Key, Modifiers};

use crate::app::command::Scope;
use crate::app::keys::Keys;
use crate::edit::OpenProject;
use crate::model::{AnnotationId, CommentId, Status};

/// In which order the queue stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in the article.
    #[default]
    Article,
    /// What has the same kind of problem together, the gravest first.
    Problem,
}

/// What can be asked in the course of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewAct {
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
    Order(Order),
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

impl ReviewAct {
    /// What menu and palette call it.
    pub fn name(&self) -> &'static str {
        match self {
            ReviewAct::Submit => "Submit mark",
            ReviewAct::SubmitAll => "Submit all drafts",
            ReviewAct::Approve => "Approve",
            ReviewAct::AskForChanges => "Ask for changes",
            ReviewAct::Reject => "Reject",
            ReviewAct::Later => "Later",
            ReviewAct::Reopen => "Open mark again",
            ReviewAct::SignOff => "Sign off",
            ReviewAct::OnlyChanged => "Only what changed since I signed off",
            ReviewAct::Order(Order::Article) => "Queue in article order",
            ReviewAct::Order(Order::Problem) => "Queue by kind of problem",
            ReviewAct::Settings => "Project settings…",
            ReviewAct::SendBack(..) => "Send mark back",
            ReviewAct::Comment(..) => "Comment",
            ReviewAct::EditComment(..) => "Change comment",
            ReviewAct::DeleteComment(..) => "Delete comment",
        }
    }

    /// What the file of keys calls it, which never changes; empty for what is not listed.
    pub fn stable_name(&self) -> &'static str {
        match self {
            ReviewAct::Submit => "submit-mark",
            ReviewAct::SubmitAll => "submit-all-drafts",
            ReviewAct::Approve => "approve",
            ReviewAct::AskForChanges => "ask-for-changes",
            ReviewAct::Reject => "reject",
            ReviewAct::Later => "later",
            ReviewAct::Reopen => "reopen-mark",
            ReviewAct::SignOff => "sign-off",
            ReviewAct::OnlyChanged => "only-changed",
            ReviewAct::Order(Order::Article) => "queue-in-article-order",
            ReviewAct::Order(Order::Problem) => "queue-by-problem",
            ReviewAct::Settings => "project-settings",
            ReviewAct::SendBack(..)
            | ReviewAct::Comment(..)
            | ReviewAct::EditComment(..)
            | ReviewAct::DeleteComment(..) => "",
        }
    }

    /// The keys that ask for it where a person wants no others.
    pub fn usual_keys(&self) -> Vec<Keys> {
        let keys = |scope, key| vec![Keys { modifiers: Modifiers::NONE, key, scope }];
        match self {
            ReviewAct::Submit => keys(Scope::Article, Key::S),
            ReviewAct::Approve => keys(Scope::Review, Key::A),
            ReviewAct::AskForChanges => keys(Scope::Review, Key::R),
            ReviewAct::Reject => keys(Scope::Review, Key::X),
            ReviewAct::Later => keys(Scope::Review, Key::N),
            _ => Vec::new(),
        }
    }

    /// Whether it can do anything now.
    pub fn is_enabled(&self, open: &OpenProject) -> bool {
        let selected = open.selected_annotation();
        match self {
            ReviewAct::Submit => {
                selected.is_some_and(|mark| matches!(mark.status, Status::Draft | Status::ChangesRequested))
            }
            ReviewAct::SubmitAll => open.project().annotations().iter().any(|mark| mark.status == Status::Draft),
            ReviewAct::Approve | ReviewAct::AskForChanges | ReviewAct::Reject | ReviewAct::Later => selected.is_some(),
            ReviewAct::Reopen => {
                let is_judged = |status| !matches!(status, Status::Draft | Status::Submitted);
                selected.is_some_and(|mark| is_judged(mark.status))
            }
            ReviewAct::OnlyChanged => {
                open.project().sign_offs().iter().any(|signed| Some(&signed.person) == open.person.as_ref())
            }
            _ => true,
        }
    }
}
