//! Changing a project: what was done, what is selected, what can be undone.
//!
//! [`OpenProject`] lends its project only to read; every edit is one call of
//! it, becomes one step of its [`History`] and one [`Entry`] of the journal.
//! An edit of what a mark says names its editor, and one that was approved waits
//! again; a save adds what it tells to the histories of the marks. What others
//! made of the file comes in as one step, too.
//! Nothing here reads a file or a clock: ids, times and people are passed in.

pub mod boundaries;
mod category;
mod edit_error;
mod editor;
mod entry;
mod file_base;
mod fix;
pub mod grow;
mod history;
mod mark_all;
mod merge;
mod open_project;
mod quotation;
pub(crate) mod quote_marks;
mod records;
mod review;
#[cfg(test)]
mod review_tests;
mod selection;
mod sentence_breaks;
mod sentences;
mod sources;
#[cfg(test)]
mod tests;
mod trimming;
mod walk;
pub mod words;

pub use category::set_aside_by;
pub use edit_error::EditError;
pub use entry::{Entry, EntryKind};
pub use fix::{Fix, Remedy};
pub use history::{History, HistoryStep, Typing};
pub use merge::MergeSummary;
pub use open_project::OpenProject;
pub use selection::Selection;
pub(crate) use sentences::{sentences_around, sentences_within};
pub use trimming::{Trimming, as_selected, trimmed, without_spaces};
pub use walk::MarkPredicate;
