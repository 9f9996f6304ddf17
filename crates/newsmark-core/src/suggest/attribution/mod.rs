//! Attributions: who is reported to have said, denied, asked or thought what (PARC 3, PolNeAR: source, cue, content).
//!
//! A linear-chain model over classes of words finds sources, cues and contents of each paragraph; a deterministic linker
//! puts the parts together, adds what structure alone tells, and finds whom a source refers to. The model weighs no word
//! that does not stand in the program's own lists. Its shares of labels make a probability that means something: see
//! [`FoundAttribution::tier`].

pub mod chain;
mod evidence;
mod facts;
mod features;
mod find;
mod found;
mod label;
mod linker;
mod model;
mod parts;
mod plain;
mod speakers;
mod symbols;
mod weights;

pub use evidence::{ChainEvidence, N_EVIDENCE};
pub use features::Feature;
pub(super) use find::quotations_alone;
pub use find::{attributions, attributions_by, attributions_with_evidence};
pub use found::{FoundAttribution, SourceLink};
pub use label::Label;
pub use model::{IMPOSSIBLE, Model, feature_digest, paragraph_features};
pub use parts::{AttributionParts, parts};

#[cfg(test)]
mod tests;
