use super::Attribution;
use crate::model::{Anchored, AnnotationId, Medium, QuoteKind};

/// Words that the article reports as somebody's (PARC 3, PolNeAR); the content is the annotation's own spans.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Quotes {
    /// How much of it stands within quotation marks.
    pub kind: QuoteKind,
    /// Whose words they are.
    pub attribution: Attribution,
    /// Whom they were said to.
    pub addressee: Option<Anchored<String>>,
    /// How they were uttered.
    pub medium: Medium,
    /// The quote that this one stands in.
    pub inside: Option<AnnotationId>,
}
