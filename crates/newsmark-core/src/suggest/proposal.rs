pub use crate::model::Tier;
use crate::model::{AnnotationId, AttributionPart, Category, Details, Digest, FieldPath, Span, Spans, Text};

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
    /// The program that found it: [`MAKER`], or the one that a file of proposals names.
    pub maker: String,
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

/// The maker of the proposals of this program.
pub const MAKER: &str = "newsmark";

impl Proposal {
    /// The category of its record.
    pub fn category(&self) -> Category {
        self.details.category()
    }

    /// The words that it hangs on, in lower case: what governs a figure, what reports a statement. What an editor thinks
    /// of one proposal of a rule holds for others with the same word. Empty where nothing is noted.
    ///
    /// ```
    /// use newsmark_core::model::{Article, Card, Project, Text};
    /// use newsmark_core::suggest::proposals;
    ///
    /// let text = Text::new("Two nurses Were Killed.".to_owned());
    /// let found = proposals(&Project::new(Article { text: text.clone(), card: Card::default() }));
    /// assert_eq!(found[0].governor(&text), "were killed");
    /// ```
    pub fn governor(&self, text: &Text) -> String {
        let field = match self.category() {
            Category::Casualties => FieldPath::Harm,
            Category::Displacement => FieldPath::Term,
            Category::Quotes | Category::Claims => FieldPath::Attribution(AttributionPart::Cue),
        };
        let noted = self.fields.iter().find(|noted| noted.field == field).and_then(|noted| noted.at);
        let words = noted.map(|at| text.words(at).to_lowercase()).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The name of the proposal of these words with this record, in the article whose text has the digest `text`.
    pub(super) fn id_of(text: Digest, category: Category, spans: &Spans, what: &str) -> AnnotationId {
        // From what tells it apart, so that running twice names it alike and no counter shifts when a neighbour goes.
        let key = format!("{text} {} {what} {} {}", category.name(), spans.start(), spans.end());
        id_of_key(&key)
    }

    /// The name of what another program calls `name` in the article whose text has the digest `text`.
    pub(crate) fn given_id(text: Digest, maker: &str, name: &str) -> AnnotationId {
        id_of_key(&format!("{text} {maker} {name}"))
    }
}

/// An id from the first 64 bits of a SHA-256, which collide in one article for nobody.
fn id_of_key(key: &str) -> AnnotationId {
    AnnotationId::from_u64(Digest::of(key.as_bytes()).first_64_bits())
}
