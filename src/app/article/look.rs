use crate::app::emphasis::Emphasis;
use crate::app::problems::Problems;
use crate::model::Span;

use super::{Found, Reading};

/// How the article is looked at: what is shown of it besides its words, and how those are set.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// How the words are set.
    pub reading: Reading,
    /// What was found in it.
    pub found: Option<Found<'a>>,
    /// The words that a field under the pointer rests on.
    pub lit: Option<Span>,
    /// Which marks are shown.
    pub emphasis: &'a Emphasis,
    /// What may be wrong.
    pub problems: &'a Problems,
    /// Whether marks are judged: approved ones have no band then.
    pub is_review: bool,
}
