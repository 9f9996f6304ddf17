//! The library: a folder of projects, what is in them and where words stand.
//!
//! [`scan`] looks into a folder and its subfolders and makes an [`Entry`] of
//! each project; one that cannot be read has its error instead. The index is
//! what is kept of that from one start to the next, so that only what changed
//! is read. [`Shown`] says which entries a table has and in which order,
//! [`Totals`] what they add up to, [`Shelf`] finds words in them. [`Collected`] reads them
//! whole, for a report.
//!
//! Nothing here writes a project, and no entry holds one: what it tells is small.
//! Files are touched through [`store`](crate::store) alone, and the clock is
//! passed in.

mod collected;
mod copies;
mod cores;
mod entry;
mod findings;
mod index;
mod passages;
#[cfg(test)]
mod samples;
mod scan;
mod shelf;
mod shown;
mod summary;
mod tally;
#[cfg(test)]
mod tests;
mod totals;

pub use collected::{Collected, Format, NotWritten};
pub use copies::{conflicted_copies, original_name};
pub use entry::Entry;
pub use findings::{Findings, Total};
pub use index::{index_name, keep_index, read_index};
pub use passages::{Hit, Place};
pub use scan::{Library, Progress, ScanObserver, scan, scan_files};
pub use shelf::{Found, Search, Shelf};
pub use shown::{Column, Part, Show, Shown};
pub use summary::Summary;
pub use tally::Tally;
pub use totals::{SideBySide, Totals, week_of};
