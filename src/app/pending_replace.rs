use crate::model::Digest;

use super::command::Command;
use super::document::Opened;

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
    pub fn of(command: Command, opened: Option<&Opened>, since: f64) -> PendingReplace {
        PendingReplace { command, since, left: opened.map(stamp) }
    }

    /// Whether that is still open and nothing was done in it since.
    pub fn is_as_it_was(&self, opened: &Opened) -> bool {
        self.left == Some(stamp(opened))
    }
}

fn stamp(opened: &Opened) -> (Digest, u64) {
    (opened.open.project().article().text.sha256(), opened.open.revision())
}
