use crate::model::{AnnotationId, FieldPath};

/// Something that an editor should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How grave it is.
    pub severity: Severity,
    /// A name that reports keep.
    pub kind: &'static str,
    /// The annotation that it is about; `None` for the article.
    pub annotation: Option<AnnotationId>,
    /// The field that it is about.
    pub field: Option<FieldPath>,
    /// What is wrong, in a sentence.
    pub why: String,
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
    /// How reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Note => "Note",
        }
    }
}
