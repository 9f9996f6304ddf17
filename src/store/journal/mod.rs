//! The journal: every change of an open project as it happens, so that a crash loses none.
//!
//! One journal belongs to one open project and stands in a folder that the
//! caller names, never beside the project. It is two files: the `.base`, a copy
//! of the bytes that the changes build on, and the `.journal`, one guarded line
//! for each [`Entry`](crate::edit::Entry). The base is a copy, not a link:
//! whatever happens to the project's file, also to its bytes in place, what was
//! done can be shown again and kept as another file.
//!
//! A living program holds the operating system's lock on its journal; those
//! that nobody holds are what [`recoverable`] lists. Nothing is deleted before
//! somebody says so, by [`Journal::discard`] or [`Recovery::discard`].

mod change;
mod files;
mod reader;
mod record;
mod recovery;
mod replay;
#[cfg(test)]
mod tests;
mod writer;

pub use recovery::{RecoverError, Recovered, Recovery, Standing, recover, recoverable};
pub use replay::{Replayed, replay};
pub use writer::Journal;
