//! The library as the window shows it: a folder of projects as a table, what they add up to, and words found in them.
//!
//! Folders are read, watched and searched on threads of their own; a frame
//! shows what is known so far. Nothing here changes a project.

mod charts;
mod columns;
mod counting;
mod days;
mod finder;
mod folder;
mod folders;
mod head;
mod hit_rows;
mod mounts;
mod row;
mod screen;
mod search_field;
mod status;
mod table;
mod view;
mod watch;

pub use counting::CountedProposals;
pub use folder::Looked;
pub use view::LibraryView;
