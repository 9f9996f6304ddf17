use crate::app::document::MarkVisibility;
use crate::app::document::{Problems, Proposals};
use crate::model::{Annotation, Span, Status};

use super::{Found, Lit, Reading};

/// How the article is looked at: what is shown of it besides its words, and how those are set.
#[derive(Clone, Copy)]
pub struct ViewOptions<'a> {
    /// How the words are set.
    pub reading: Reading,
    /// What was found in it.
    pub found: Option<Found<'a>>,
    /// The words that a field under the pointer rests on.
    pub highlighted: Option<Span>,
    /// Which marks are shown.
    pub mark_visibility: &'a MarkVisibility,
    /// What is proposed; `None` where nothing is shown of it.
    pub proposals: Option<&'a Proposals>,
    /// The words that proposed fields rest on.
    pub lit: &'a [Lit],
    /// What may be wrong.
    pub problems: &'a Problems,
    /// What is drawn of each mark.
    pub drawn: &'a dyn Fn(&Annotation) -> MarkStyle,
}

/// What is drawn of a mark: who marked the words, or what became of the mark, is told so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkStyle {
    /// The tint behind its words.
    pub band: bool,
    /// The line under them.
    pub below: bool,
    /// A line over them.
    pub above: bool,
}

impl MarkStyle {
    /// As marks are drawn while they are judged: what is approved has no band.
    pub fn in_review(annotation: &Annotation) -> MarkStyle {
        MarkStyle { band: annotation.status != Status::Approved, ..MarkStyle::usual(annotation) }
    }

    /// As marks are drawn where nothing else is to be told.
    pub fn usual(_: &Annotation) -> MarkStyle {
        MarkStyle { band: true, below: true, above: false }
    }
}
