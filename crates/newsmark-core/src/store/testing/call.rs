use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// A call of a [`Disk`](crate::store::Disk).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// What was asked.
    pub step: DiskStep,
    /// Of which file or folder; empty where a file's path is not known.
    pub path: PathBuf,
    /// The other path of a renaming.
    pub other: Option<PathBuf>,
    /// Whether it was done.
    pub is_done: bool,
}

/// What is asked of a [`Disk`](crate::store::Disk): its methods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the method of that name")]
pub enum DiskStep {
    CreateFolder,
    Create,
    Write,
    Truncate,
    CopyMetadata,
    Sync,
    SyncData,
    Rename,
    RenameNew,
    Exchange,
    SyncFolder,
    Remove,
}

/// What is wrong with the order of the calls, in sentences: a file gets a name in a place where something depends on
/// it before its bytes are synced, or the folder is not synced after it.
///
/// Only renaming is looked at: a file that is created under its own name promises nothing.
pub fn order_faults(calls: &[Call]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut unsynced: HashSet<&Path> = HashSet::new();
    let mut named: HashMap<&Path, &Path> = HashMap::new();
    for call in calls.iter().filter(|call| call.is_done) {
        let path = call.path.as_path();
        match (call.step, call.other.as_deref()) {
            (DiskStep::Write | DiskStep::Truncate | DiskStep::CopyMetadata, _) => {
                unsynced.insert(path);
            }
            (DiskStep::Sync | DiskStep::SyncData, _) => {
                unsynced.remove(path);
            }
            (DiskStep::Rename | DiskStep::RenameNew | DiskStep::Exchange, Some(to)) => {
                if unsynced.contains(path) {
                    faults.push(format!("{} was named before its bytes were synced", to.display()));
                }
                named.extend(to.parent().map(|folder| (folder, to)));
            }
            (DiskStep::SyncFolder, _) => {
                named.remove(path);
            }
            _ => {}
        }
    }
    faults.extend(
        named.values().map(|path| format!("the folder of {} was not synced after it was named", path.display())),
    );
    faults
}
