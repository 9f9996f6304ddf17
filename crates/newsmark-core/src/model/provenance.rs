use super::{Person, Tier};

/// How a mark came to be. It stays what it was, whatever becomes of the mark's words and fields.
///
/// Who accepted a proposal is the mark's author. This says what was accepted, so that a reader years later can tell what
/// a person found and what was offered to them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Provenance {
    /// A person marked the words.
    #[default]
    Hand,
    /// A person accepted a proposal.
    Proposed {
        /// The program that proposed it: `newsmark`, or the maker that a file of proposals names.
        by: String,
        /// The rule that found it, as the program names it.
        rule: String,
        /// How sure the program was.
        tier: Tier,
    },
    /// It was read from a file of another tool.
    Imported {
        /// The format, by the name that the command line knows it under: `brat`.
        format: String,
        /// The mark's name in that file: `T7`.
        id: String,
        /// Who made it, where the file says so.
        by: Option<Person>,
    },
}

impl Provenance {
    /// How the mark came to be, as a clause behind its author: "proposed by newsmark: passive"; `None` for one that was
    /// made by hand.
    ///
    /// ```
    /// use newsmark_core::model::{Provenance, Tier};
    ///
    /// let (by, rule) = ("newsmark".to_owned(), "passive".to_owned());
    /// let accepted = Provenance::Proposed { by, rule, tier: Tier::Likely };
    /// assert_eq!(accepted.describe().as_deref(), Some("proposed by newsmark: passive"));
    /// assert_eq!(Provenance::Hand.describe(), None);
    /// ```
    pub fn describe(&self) -> Option<String> {
        match self {
            Provenance::Hand => None,
            Provenance::Proposed { by, rule, .. } => Some(format!("proposed by {by}: {rule}")),
            Provenance::Imported { format, id, by: None } => Some(format!("imported from {format}: {id}")),
            Provenance::Imported { format, id, by: Some(by) } => {
                Some(format!("imported from {format}: {id}, made by {by}"))
            }
        }
    }
}
