use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::copies::mark_copies;
use super::cores::on_all_cores;
use super::{LibraryEntry, Summary};
use crate::model::Time;
use crate::store::{DirScan, FolderError, Listed, LoadError, load, scan_dir};

/// A folder of projects, as it was when it was looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The folder.
    pub folder: PathBuf,
    /// The projects in it and in its subfolders, sorted by path; those that cannot be read too.
    pub entries: Vec<Arc<LibraryEntry>>,
    /// The subfolders that could not be looked into, a sentence each.
    pub closed: Vec<String>,
    /// Whether there were too many names to look at them all.
    pub is_cut: bool,
    /// How many files were read: the others were known.
    pub n_read: usize,
}

/// Whoever waits for a library to be read.
#[derive(Clone, Copy)]
pub struct ScanObserver<'w> {
    /// Asked before each file: whether nobody waits any more.
    pub is_cancelled: &'w (dyn Fn() -> bool + Sync),
    /// Told of each file that was read, from any thread.
    pub on_progress: &'w (dyn Fn(ScanProgress) + Sync),
}

/// How far the reading of a library has come.
#[derive(Clone, Debug, PartialEq)]
pub struct ScanProgress {
    /// How many files are read.
    pub n_read: usize,
    /// How many there are to be read.
    pub n_to_read: usize,
    /// The file that was read last; `None` where it is not there any more.
    pub entry: Option<Arc<LibraryEntry>>,
}

impl ScanObserver<'_> {
    /// Somebody who waits in silence to the end.
    pub const PATIENT: ScanObserver<'static> = ScanObserver { is_cancelled: &|| false, on_progress: &|_| {} };
}

/// Looks into `folder` and reads each project that is not among `known` with
/// the length and the times that it has, on all cores; `now` is the time of
/// the clock. `None` where the observer gave up.
///
/// A file that changed within five seconds before it was read is read again
/// the next time: another change may have left the same times.
///
/// # Errors
/// A [`FolderError`] where the folder itself cannot be looked into.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::library::{ScanObserver, scan};
/// use newsmark_core::model::{Project, Time};
/// use newsmark_core::store::{Expected, save};
///
/// let folder = tempfile::tempdir()?;
/// let article = import(b"Market shelled\n\nShells killed 12 people.", "karsa.txt", None)?.article;
/// save(&Project::new(article), &folder.path().join("karsa.ron"), Expected::Nothing)?;
/// let library = scan(folder.path(), &[], Time(0), ScanObserver::PATIENT)?.ok_or("cancelled")?;
/// assert_eq!(library.entries[0].title(), "Market shelled");
/// assert_eq!(library.entries[0].summary().map(|summary| summary.counts.n_annotations()), Some(0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn scan(
    folder: &Path,
    known: &[Arc<LibraryEntry>],
    now: Time,
    observer: ScanObserver<'_>,
) -> Result<Option<Library>, FolderError> {
    let Some(dir_scan) = scan_dir(folder, observer.is_cancelled)? else { return Ok(None) };
    Ok(read_listed(folder, &dir_scan, known, now, observer))
}

/// Reads these files as [`scan`] reads those of a folder; `name` stands in the place of the folder's path. A file that
/// is not there is an entry that says so.
pub fn scan_files(
    name: &Path,
    files: &[PathBuf],
    known: &[Arc<LibraryEntry>],
    now: Time,
    observer: ScanObserver<'_>,
) -> Option<Library> {
    let dir_scan = DirScan { files: files.iter().cloned().map(Listed::named).collect(), ..DirScan::default() };
    read_listed(name, &dir_scan, known, now, observer)
}

fn read_listed(
    folder: &Path,
    dir_scan: &DirScan,
    known: &[Arc<LibraryEntry>],
    now: Time,
    observer: ScanObserver<'_>,
) -> Option<Library> {
    let known: HashMap<&Path, &Arc<LibraryEntry>> = known.iter().map(|entry| (entry.path.as_path(), entry)).collect();
    // Only what had rested when it was read: see `Stamp::is_settled`.
    let is_same = |entry: &LibraryEntry, file: &Listed| entry.is_settled && entry.stamp == file.stamp;
    let kept = |file: &Listed| known.get(file.path.as_path()).filter(|entry| is_same(entry, file));
    let to_read: Vec<&Listed> = dir_scan.files.iter().filter(|file| kept(file).is_none()).collect();
    let n_read = AtomicUsize::new(0);
    let read = on_all_cores(&to_read, observer.is_cancelled, |file| {
        let before = known.get(file.path.as_path()).and_then(|entry| entry.summary());
        let entry = entry(file, now, before).map(Arc::new);
        let n_read = n_read.fetch_add(1, Ordering::Relaxed) + 1;
        (observer.on_progress)(ScanProgress { n_read, n_to_read: to_read.len(), entry: entry.clone() });
        entry
    });
    let read = read?;
    let mut entries: Vec<Arc<LibraryEntry>> =
        dir_scan.files.iter().filter_map(kept).map(|entry| Arc::clone(entry)).collect();
    entries.extend(read.into_iter().flatten());
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    // Last, as an original may have been read in this scan and its copy in an earlier one.
    mark_copies(&mut entries);
    Some(Library {
        folder: folder.to_owned(),
        entries,
        closed: dir_scan.closed.iter().map(FolderError::to_string).collect(),
        is_cut: dir_scan.is_cut,
        n_read: to_read.len(),
    })
}

/// What is in the file; `None` where it vanished after it was listed. `before` is what was known of it.
fn entry(file: &Listed, now: Time, before: Option<&Summary>) -> Option<LibraryEntry> {
    let holds = match load(&file.path) {
        // Deleted between listing and reading it is no project. A link that leads nowhere is one to tell of.
        Err(LoadError::Missing(_)) if !file.is_link => return None,
        Err(error) => Err(error.to_string()),
        Ok(loaded) => {
            let mut summary = Summary::of(&loaded);
            // Written again with the same bytes, as by a program that keeps folders alike: counting anew takes long.
            if let Some(same) = before.filter(|before| before.file == summary.file) {
                summary.proposals_left = same.proposals_left;
            }
            Ok(summary)
        }
    };
    let is_settled = file.stamp.is_settled(now);
    Some(LibraryEntry { path: file.path.clone(), stamp: file.stamp, is_settled, holds, copy_of: None })
}
