use crate::model::{Anchored, Certainty, SourceId};

/// By whose account (PARC 3: source and cue).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Attribution {
    /// The source, in the project's table.
    pub source: Option<SourceId>,
    /// The nearest words that name the source, a pronoun if that is what stands there.
    pub words: Option<Anchored<String>>,
    /// The head verb that attributes, as "said".
    pub cue: Option<Anchored<String>>,
    /// How sure the words make it.
    pub certainty: Certainty,
    /// The outlet that relayed it, as "told state radio".
    pub via: String,
}

impl Attribution {
    /// Whether the record says in any way whose account it is.
    pub fn names_somebody(&self) -> bool {
        self.source.is_some() || self.words.is_some()
    }
}
