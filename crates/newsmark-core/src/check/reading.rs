use super::{Problem, Severity};
use crate::store::{Warning, WarningKind};

/// What a warning of the reading means for whoever uses the project; `None`
/// for what the project itself still shows.
pub(super) fn problem(warning: &Warning) -> Option<Problem> {
    let severity = match warning.kind {
        // The mark itself is told as a problem as long as it has no place; the warning would be a second one.
        WarningKind::Unplaced => return None,
        // What the file said is lost or doubtful in these, and repaired for certain in those below.
        WarningKind::TextChanged
        | WarningKind::Moved
        | WarningKind::WordsMoved
        | WarningKind::WordsLost
        | WarningKind::DuplicateId => Severity::Error,
        WarningKind::ByteOrderMark
        | WarningKind::LineEndsRestored
        | WarningKind::WithinCharacter
        | WarningKind::SpansJoined => Severity::Warning,
    };
    Some(Problem {
        severity,
        kind: warning.kind.name(),
        annotation: warning.annotation,
        field: warning.field,
        why: warning.sentence.clone(),
        at: None,
        fix: None,
    })
}
