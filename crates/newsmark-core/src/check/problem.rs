use crate::edit::Fix;
use crate::model::{AnnotationId, Dismissal, FieldPath, Person, Spans};

/// The kind of the problems that tell of what a merge left open.
pub(super) const MERGE_CONFLICT: &str = "MergeConflict";

/// Something that an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub severity: Severity,
    /// A name that reports keep.
    pub kind: &'static str,
    /// The annotation that it is about; `None` for the article.
    pub annotation: Option<AnnotationId>,
    /// The field that it is about; `None` for the marked words themselves.
    pub field: Option<FieldPath>,
    /// What is wrong, in a sentence without a full stop.
    pub why: String,
    /// The words of the article that it is about, where no annotation says so.
    pub at: Option<Spans>,
    /// A change of the annotation that puts it right, where there is one.
    pub fix: Option<Fix>,
}

impl Problem {
    /// Whether an editor may decide that it is none: it is no error and about an annotation.
    pub fn can_be_dismissed(&self) -> bool {
        self.severity != Severity::Error && self.annotation.is_some()
    }

    /// Whether it tells of what a merge left open.
    pub fn is_of_merge(&self) -> bool {
        self.kind == MERGE_CONFLICT
    }

    /// The decision of `by` that it is none, to be kept in its annotation.
    pub fn dismissal(&self, reason: impl Into<String>, by: Person) -> Dismissal {
        let (kind, why) = (self.kind.to_owned(), self.why.clone());
        Dismissal { kind, field: self.field, why, reason: reason.into(), by }
    }

    /// Whether that decision was about this very problem.
    pub(super) fn is_dismissed_by(&self, dismissal: &Dismissal) -> bool {
        self.can_be_dismissed()
            && dismissal.kind == self.kind
            && dismissal.field == self.field
            && dismissal.why == self.why
    }
}

/// A problem that an editor decided is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissed {
    /// What was found.
    pub problem: Problem,
    /// Who decided so, and why.
    pub dismissal: Dismissal,
}

/// How grave a problem is; the gravest is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The record contradicts itself or the article.
    Error,
    /// The record is likely not what was meant.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

    /// How reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Note => "Note",
        }
    }
}
