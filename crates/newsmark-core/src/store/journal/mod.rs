//! The journal: every change of an open project as it happens, so that a crash loses none.
//!
//! One journal belongs to one open project and stands in a folder that the
//! caller names, never beside the project. It is three files: the `.base`, a copy
//! of the bytes that the changes build on; the `.journal`, one guarded line
//! for each [`Entry`](crate::edit::Entry); and the `.claim`, which is empty and
//! whose lock holds the names. The base is a copy, not a link:
//! whatever happens to the project's file, also to its bytes in place, what was
//! done can be shown again and kept as another file.
//!
//! An entry says what it changes in the project as the entries before it left
//! it: the replaced stretch of a field's text, a field's value, a whole mark
//! only where that is put in. It says too which entry wrote what its stretches
//! were taken from, so that a line that cannot be read costs its own change and
//! those that build on it.
//!
//! A living program holds the operating system's lock on its claim and its
//! journal; those that nobody holds are what [`recoverable`] lists. Nothing is
//! deleted before somebody says so, by [`Journal::discard`] or
//! [`Recovery::discard`], and what cannot be read is set aside instead.

mod card_edit;
mod change;
mod edit;
mod files;
mod journal_file;
mod journal_line;
mod journal_state;
mod kept_lines;
mod known_file;
mod litter;
mod mark_edit;
mod reader;
mod recovered;
mod recovery;
mod source_edit;
mod splice;
#[cfg(test)]
mod tests;
mod value;
mod writer;
mod writers;

pub use journal_state::JournalState;
pub use recovered::{RecoverError, Recovered, recover};
pub use recovery::{FileState, Recovery, recoverable};
pub use writer::Journal;
