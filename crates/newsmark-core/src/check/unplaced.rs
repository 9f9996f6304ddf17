use super::{Problem, Severity};
use crate::model::AnnotationId;

/// The kind of the problem that every annotation without a place is.
const UNPLACED: &str = "Unplaced";

/// That an annotation has no place.
pub(super) fn unplaced(id: AnnotationId) -> Problem {
    Problem {
        severity: Severity::Error,
        kind: UNPLACED,
        annotation: Some(id),
        field: None,
        why: "Its words were not found in the article for certain; it is kept without a place".to_owned(),
        at: None,
        fix: None,
    }
}
