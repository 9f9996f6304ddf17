use crate::model::{AnnotationId, Dimension, ScopeKind};

/// How a count stands to other counts; totals come from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    /// How it stands.
    pub kind: ScopeKind,
    /// The mark whose count it stands to, where the kind names one.
    pub of: Option<AnnotationId>,
    /// By what a part divides its whole.
    pub by: Dimension,
}
