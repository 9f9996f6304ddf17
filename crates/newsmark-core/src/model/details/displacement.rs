use super::{Attribution, Figure, Place, Scope, When};
use crate::model::{DisplacementCause, DisplacementTerm, FigureRole, Measure};

/// People who had to leave, or could not return (IDMC Helix and IDETECT).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Displacement {
    /// The source's word for it.
    pub term: DisplacementTerm,
    /// What the figure measures.
    pub measure: Measure,
    /// How many.
    pub figure: Figure,
    /// What drove them out.
    pub cause: DisplacementCause,
    /// Where they left.
    pub from: Place,
    /// Where they went.
    pub to: Place,
    /// When they left.
    pub when: When,
    /// Whether the figure is the one to use.
    pub role: FigureRole,
    /// How the count stands to others.
    pub scope: Scope,
    /// By whose account.
    pub attribution: Attribution,
}
