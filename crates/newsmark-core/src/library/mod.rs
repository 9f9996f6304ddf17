//! The library: a folder of projects, what is in them and where words stand.
//!
//! [`scan`] looks into a folder and its subfolders and makes a [`LibraryEntry`] of
//! each project; one that cannot be read has its error instead. The index is
//! what is kept of that from one start to the next, so that only what changed
//! is read. [`count_proposals`] adds what is left to do in each, which takes longer than a table waits. [`TableView`] says which entries a table has and in which order,
//! [`Totals`] what they add up to, [`SearchCache`] finds words in them. [`Collected`] reads them
//! whole, for a report.
//!
//! Nothing here writes a project, and no entry holds one: what it tells is small.
//! Files are touched through [`store`](crate::store) alone, and the clock is
//! passed in.

mod check_summary;
mod collected;
mod copies;
mod cores;
mod count_proposals;
mod counts;
mod entry;
mod index;
mod passages;
mod proposals_left;
#[cfg(test)]
mod samples;
mod scan;
mod search_cache;
mod summary;
mod table_view;
#[cfg(test)]
mod tests;
mod totals;

pub use check_summary::{CheckSummary, Total};
pub use collected::{Collected, NotWritten, ReportFormat};
pub use copies::{conflicted_copies, original_name};
pub use cores::on_all_cores;
pub use count_proposals::count_proposals;
pub use counts::Counts;
pub use entry::LibraryEntry;
pub use index::{index_name, keep_index, read_index};
pub use passages::{Hit, HitPlace};
pub use proposals_left::ProposalsLeft;
pub use scan::{Library, ScanObserver, ScanProgress, scan, scan_files};
pub use search_cache::{ProjectHits, Search, SearchCache};
pub use summary::Summary;
pub use table_view::{Column, ProjectFilter, TableView, TotalsPart};
pub use totals::{SideBySide, Totals, week_of};
