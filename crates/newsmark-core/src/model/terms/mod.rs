//! The terms that records choose from, each with its definition; the standards they come from stand beside them.

mod casualties;
mod claims;
mod displacement;
mod quotes;
mod review;
mod scope;
mod source;

pub use casualties::{CasualtyCause, Grading, GroupKind, Harm, Responsibility, Severity, Sex, Victims};
pub use claims::{CheckWorthiness, ClaimKind, LinkKind, Stance, Verification};
pub use displacement::{DisplacementCause, DisplacementTerm, FigureRole, Measure};
pub use quotes::{Medium, QuoteKind};
pub use review::Status;
pub use scope::{Dimension, ScopeKind};
pub use source::{Anonymity, Certainty, Interest, SourceKind};
