//! The library: a folder of projects, what is in them and where words stand.
//!
//! [`scan`] looks into a folder and its subfolders and makes an [`Entry`] of
//! each project; one that cannot be read has its error instead. [`Index`] is
//! what is kept of that from one start to the next, so that only what changed
//! is read. [`Shown`] says which entries a table has and in which order,
//! [`Totals`] what they add up to, [`Shelf`] finds words in them.
//!
//! Nothing here writes a project or holds one: what an entry tells is small.
//! Files are touched through [`store`](crate::store) alone, and the clock is
//! passed in.

mod copies;
mod cores;
mod entry;
mod findings;
mod scan;
mod summary;
mod tally;

pub use copies::original_name;
pub use entry::Entry;
pub use findings::{Findings, Total};
pub use scan::{Library, Progress, Watcher, scan};
pub use summary::Summary;
pub use tally::Tally;
