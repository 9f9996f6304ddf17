use crate::model::{AnnotationId, FieldPath};

/// A field that had the focus when the mouse went to the article: the words it selects fill the field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PendingFieldPick {
    /// The annotation.
    pub id: AnnotationId,
    /// The field.
    pub path: FieldPath,
    /// When a plain click ends it, in seconds of the window's clock: not at
    /// once, as it may be the first half of a double click.
    pub until: Option<f64>,
}
