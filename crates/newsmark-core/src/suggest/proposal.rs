pub use crate::model::Tier;
use crate::model::{AnnotationId, Category, Details, Digest, FieldPath, Span, Spans};

/// A mark that the words of an article suggest, with what it would say. No project holds it until an editor accepts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its name, by which the scope of other proposals points at it. The same article gives the same names; a front end
    /// that accepts it mints the mark another.
    pub id: AnnotationId,
    /// The words to mark, in bytes of the article's text.
    pub spans: Spans,
    /// What the mark would say. A scope in it names a mark of the project or another proposal.
    pub details: Details,
    /// The rule that found it; its name never changes.
    pub rule: String,
    /// Why it is proposed, with the words that it rests on in `**…**`: "**killed** governs **at least 46 people**".
    pub why: String,
    /// The words that it rests on.
    pub basis: Vec<Span>,
    /// How likely an editor would call it right, from 0 to 1.
    pub probability: f64,
    /// Which queue it stands in.
    pub tier: Tier,
    /// The fields of the details that words state, in the order of a form.
    pub fields: Vec<ProposedField>,
}

/// A field of a proposal and the words that state it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedField {
    /// The field.
    pub field: FieldPath,
    /// The words that it rests on; `None` where it follows from another field.
    pub at: Option<Span>,
    /// Whether one key may take it together with others.
    pub tier: Tier,
    /// Why, where that is more than its words: "the Sunday before publication".
    pub why: String,
}

impl Proposal {
    /// The category of its record.
    pub fn category(&self) -> Category {
        self.details.category()
    }

    /// The name of the proposal of these words with this record, in the article whose text has the digest `text`.
    pub(super) fn id_of(text: Digest, category: Category, spans: &Spans, what: &str) -> AnnotationId {
        // From what tells it apart, so that running twice names it alike and no counter shifts when a neighbour goes.
        let key = format!("{text} {} {what} {} {}", category.name(), spans.start(), spans.end());
        let digest = Digest::of(key.as_bytes()).to_string();
        // The first 64 bits of a SHA-256, which collide in one article for nobody.
        AnnotationId::from_u64(u64::from_str_radix(&digest[..16], 16).unwrap_or_default())
    }
}
