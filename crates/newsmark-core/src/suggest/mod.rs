//! Proposals: what the words of an article state, as values that no project holds yet.
//!
//! Pure: an article's text in, values out. Nothing here changes a project, and the same text gives the same answer on
//! every machine. [`Words`] reads an article once, in time linear in its length; what finds things in it is lent that
//! reading.

pub mod attribution;
mod casualties;
pub mod claims;
mod displacement;
mod fields;
mod find;
mod language;
pub mod lexicon;
mod mention;
#[cfg(test)]
mod properties;
mod proposal;
mod proposals;
mod quotes;
mod rank;
mod rules;
mod scope;
mod tagged;
#[cfg(test)]
mod testing;
pub mod words;

pub use proposal::{Proposal, ProposedField, Tier};
pub use proposals::proposals;
pub use words::Words;
