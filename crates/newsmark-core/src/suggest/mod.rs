//! Proposals: what the words of an article state, as values that no project holds yet.
//!
//! Pure: an article's text in, values out. Nothing here changes a project, and the same text gives the same answer on
//! every machine. [`Words`] reads an article once, in time linear in its length; what finds things in it is lent that
//! reading.

mod accepting;
mod account;
mod article_proposals;
pub mod attribution;
mod bare_count;
mod carried;
mod casualties;
pub mod claims;
#[cfg(test)]
mod decisions;
mod dismissals;
mod displacement;
mod feedback;
mod field_hint;
mod field_proposal;
mod fields;
mod fields_of;
mod find;
#[cfg(test)]
mod forms;
mod language;
mod left;
pub mod lexicon;
mod marked;
mod mention;
mod of_mark;
#[cfg(test)]
mod properties;
mod proposal;
mod quotes;
mod rank;
mod rules;
mod said_once;
mod scope;
mod source_name;
mod source_row;
mod tagged;
#[cfg(test)]
mod testing;
pub mod words;
mod worth_a_look;

pub use article_proposals::{ArticleProposals, proposals};
pub use feedback::HiddenProposals;
pub use field_hint::FieldHint;
pub use field_proposal::{FieldProposal, ProposedValue};
pub use language::reads_figures;
pub use proposal::{MAKER, Proposal, ProposedField, Tier};
pub use words::Words;
