use std::fmt;

use crate::model::{AnnotationId, FieldPath};

/// Something in a project file that was not as it should be and was kept all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What is the matter.
    pub kind: WarningKind,
    /// The annotation that it is about; `None` for the article.
    pub annotation: Option<AnnotationId>,
    /// The field that it is about.
    pub field: Option<FieldPath>,
    /// What happened and what was kept, in a sentence.
    pub sentence: String,
}

/// What was the matter with a project file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WarningKind {
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// The article's line ends had been changed and were put back.
    LineEndsRestored,
    /// The article's text is not the one that was annotated.
    TextChanged,
    /// An annotation's words were found at another place.
    Moved,
    /// An annotation's words were not found, or at several places.
    Unplaced,
    /// A field's words were found at another place.
    WordsMoved,
    /// A field's words were not found, or at several places; the words are kept.
    WordsLost,
    /// An annotation begins or ends within a character as a reader sees it.
    WithinCharacter,
    /// An annotation's spans overlapped or were out of order.
    SpansJoined,
    /// Two annotations had one id; the second got another.
    DuplicateId,
}

impl WarningKind {
    /// A name that reports keep.
    pub fn name(self) -> &'static str {
        match self {
            WarningKind::ByteOrderMark => "ByteOrderMark",
            WarningKind::LineEndsRestored => "LineEndsRestored",
            WarningKind::TextChanged => "TextChanged",
            WarningKind::Moved => "Moved",
            WarningKind::Unplaced => "Unplaced",
            WarningKind::WordsMoved => "WordsMoved",
            WarningKind::WordsLost => "WordsLost",
            WarningKind::WithinCharacter => "WithinCharacter",
            WarningKind::SpansJoined => "SpansJoined",
            WarningKind::DuplicateId => "DuplicateId",
        }
    }
}

impl Warning {
    /// A warning about the article.
    pub(super) fn of_article(kind: WarningKind, sentence: impl Into<String>) -> Warning {
        Warning { kind, annotation: None, field: None, sentence: sentence.into() }
    }

    /// A warning about an annotation.
    pub(super) fn of(kind: WarningKind, id: AnnotationId, sentence: impl Into<String>) -> Warning {
        Warning { kind, annotation: Some(id), field: None, sentence: sentence.into() }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}
