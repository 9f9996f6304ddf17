use crate::model::Digest;

use super::command::Command;
use super::document::Document;

/// What takes the place of the open project, and how that was when it was asked for.
///
/// Opening takes its time, in which the project can be worked on; that work must not be lost.
#[derive(Clone, Debug)]
pub struct PendingReplace {
    /// What was asked for.
    pub command: Command,
    /// When that was, in seconds of the window's clock.
    pub since: f64,
    /// The open project's text and revision.
    left: Option<(Digest, u64)>,
}

impl PendingReplace {
    /// Leaving what is open for what a command asks.
    pub fn of(command: Command, document: Option<&Document>, since: f64) -> PendingReplace {
        PendingReplace { command, since, left: document.map(stamp) }
    }

    /// Whether that is still open and nothing was done in it since.
    pub fn is_as_it_was(&self, document: &Document) -> bool {
        self.left == Some(stamp(document))
    }
}

fn stamp(document: &Document) -> (Digest, u64) {
    // The text as well: revisions of two projects may be the same number.
    (document.session.project().article().text.sha256(), document.session.revision())
}
