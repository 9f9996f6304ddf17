use super::{AnnotationId, Category, Comment, Details, Dismissal, Origin, Person, Provenance, Span, Spans, Status};

/// One mark and what it says.
///
/// `P` is its place: [`Spans`] of the article, or, of an [`Unplaced`] one, what is [`LostAnchor`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation<P = Spans> {
    /// Its name for as long as the project lives.
    pub id: AnnotationId,
    /// Where it stands.
    pub spans: P,
    /// What it says.
    pub details: Details,
    /// How far it has come.
    pub status: Status,
    /// Who made it.
    pub author: Person,
    /// Who last changed what it says: its words, its category, a field.
    pub editor: Person,
    /// Who gave it its status; nobody where it is a draft or waits.
    pub judge: Option<Person>,
    /// How it came to be.
    pub provenance: Provenance,
    /// Whose each part was, where several people's projects became one.
    pub origins: Vec<Origin>,
    /// The editor's own words about it.
    pub note: String,
    /// Warnings about it that an editor decided are none.
    pub dismissed: Vec<Dismissal>,
    /// What people said about it, the oldest first.
    pub comments: Vec<Comment>,
}

/// An annotation whose words were not found in the article: kept and listed, never dropped.
///
/// It keeps its whole record, so that placing it by hand loses nothing.
pub type Unplaced = Annotation<LostAnchor>;

/// What is known of the place of an annotation that was not found.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LostAnchor {
    /// The words it covered, a string a span.
    pub words: Vec<String>,
    /// Where the file said they stood, in code points; only a hint.
    pub claimed: Vec<(usize, usize)>,
}

impl Annotation {
    /// A draft of which nothing is known but where it stands and who made it.
    pub fn draft(id: AnnotationId, spans: impl Into<Spans>, category: Category, author: Person) -> Annotation {
        Annotation {
            id,
            spans: spans.into(),
            details: category.unknown(),
            status: Status::Draft,
            editor: author.clone(),
            author,
            judge: None,
            provenance: Provenance::Hand,
            origins: Vec::new(),
            note: String::new(),
            dismissed: Vec::new(),
            comments: Vec::new(),
        }
    }

    /// The order of annotations in a project: by first byte, then by id.
    pub(super) fn order(&self) -> (usize, AnnotationId) {
        (self.spans.start(), self.id)
    }
}

impl<P> Annotation<P> {
    /// The category of its record.
    pub fn category(&self) -> Category {
        self.details.category()
    }

    /// The same with another place.
    pub fn at<Q>(self, spans: Q) -> Annotation<Q> {
        let Annotation {
            id,
            details,
            status,
            author,
            editor,
            judge,
            provenance,
            origins,
            note,
            dismissed,
            comments,
            ..
        } = self;
        Annotation { id, spans, details, status, author, editor, judge, provenance, origins, note, dismissed, comments }
    }
}

impl Unplaced {
    /// The annotation with a place.
    pub fn placed(self, span: Span) -> Annotation {
        self.at(span.into())
    }
}
