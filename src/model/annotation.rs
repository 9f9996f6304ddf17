use super::{AnnotationId, Category, Details, Dismissal, Person, Span, Spans, Status};

/// One mark and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its name for as long as the project lives.
    pub id: AnnotationId,
    /// Where it stands.
    pub spans: Spans,
    /// What it says.
    pub details: Details,
    /// How far it has come.
    pub status: Status,
    /// Who made it.
    pub author: Person,
    /// The editor's own words about it.
    pub note: String,
    /// Warnings about it that an editor decided are none.
    pub dismissed: Vec<Dismissal>,
}

impl Annotation {
    /// A draft of which nothing is known but where it stands and who made it.
    pub fn draft(id: AnnotationId, spans: impl Into<Spans>, category: Category, author: Person) -> Annotation {
        Annotation {
            id,
            spans: spans.into(),
            details: category.unknown(),
            status: Status::Draft,
            author,
            note: String::new(),
            dismissed: Vec::new(),
        }
    }

    /// The category of its record.
    pub fn category(&self) -> Category {
        self.details.category()
    }

    /// The order of annotations in a project: by first byte, then by id.
    pub(super) fn order(&self) -> (usize, AnnotationId) {
        (self.spans.start(), self.id)
    }
}

/// An annotation whose words were not found in the article: kept and listed, never dropped.
///
/// It keeps its whole record, so that placing it by hand loses nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The words it covered, a string a span.
    pub words: Vec<String>,
    /// Where the file said they stood, in code points; only a hint.
    pub claimed: Vec<(usize, usize)>,
    /// Its name for as long as the project lives.
    pub id: AnnotationId,
    /// What it says.
    pub details: Details,
    /// How far it has come.
    pub status: Status,
    /// Who made it.
    pub author: Person,
    /// The editor's own words about it.
    pub note: String,
    /// Warnings about it that an editor decided are none.
    pub dismissed: Vec<Dismissal>,
}

impl Unplaced {
    /// The annotation with a place.
    pub fn placed(self, span: Span) -> Annotation {
        let Unplaced { id, details, status, author, note, dismissed, .. } = self;
        Annotation { id, spans: span.into(), details, status, author, note, dismissed }
    }
}
