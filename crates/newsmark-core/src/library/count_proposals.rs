use std::sync::Arc;

use super::cores::on_all_cores;
use super::{LibraryEntry, ProposalsLeft, Summary};
use crate::store::load;

/// Counts the proposals that are left in the projects of `entries`, on all cores: the pass after [`scan`](super::scan),
/// which takes much longer and for which no table waits. Returns the entries with their counts, in order, without those
/// whose file cannot be read or was written since it was scanned: another scan reads these anew. `None` where
/// `is_cancelled`, which is asked before each file, said that nobody waits any more.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::library::{ProposalsLeft, ScanObserver, count_proposals, scan};
/// use newsmark_core::model::{Project, Time};
/// use newsmark_core::store::{Expected, save};
///
/// let folder = tempfile::tempdir()?;
/// let article = import(b"Market shelled\n\nShells killed 12 people in Tarn.", "karsa.txt", None)?.article;
/// save(&Project::new(article), &folder.path().join("karsa.ron"), Expected::Nothing)?;
/// let library = scan(folder.path(), &[], Time(0), ScanObserver::PATIENT)?.ok_or("cancelled")?;
/// let left = |entry: &newsmark_core::library::LibraryEntry| entry.summary().map(|summary| summary.proposals_left);
/// assert_eq!(left(&library.entries[0]), Some(ProposalsLeft::NotCounted));
/// let counted = count_proposals(&library.entries, &|| false).ok_or("cancelled")?;
/// assert_eq!(left(&counted[0]), Some(ProposalsLeft::Count(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn count_proposals(
    entries: &[Arc<LibraryEntry>],
    is_cancelled: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Arc<LibraryEntry>>> {
    let counted = on_all_cores(entries, is_cancelled, |entry| counted(entry).map(Arc::new))?;
    Some(counted.into_iter().flatten().collect())
}

fn counted(entry: &LibraryEntry) -> Option<LibraryEntry> {
    let summary = entry.summary()?;
    let loaded = load(&entry.path).ok()?;
    // The number would stand beside those of other bytes.
    if loaded.digest != summary.file {
        return None;
    }
    let summary = Summary { proposals_left: ProposalsLeft::of(&loaded.project), ..summary.clone() };
    Some(LibraryEntry { holds: Ok(summary), ..entry.clone() })
}
