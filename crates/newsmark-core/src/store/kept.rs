use std::path::Path;

use super::load::read_file;
use super::save::replace;
use super::save_error::Subject;
use super::{Disk, Expected, SaveError};

/// Reads a file that the program keeps for itself and can make again, of at
/// most `cap` bytes; `None` where it cannot be read, whatever the reason.
pub fn read_kept(path: &Path, cap: u64) -> Option<Vec<u8>> {
    read_file(path, cap).ok()
}

/// Puts `bytes` in the place of such a file, in a folder that is made where it is not there.
///
/// # Errors
/// A [`SaveError`], and the file is as it was.
pub fn keep(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    keep_as(disk, path, bytes, Expected::Anything, Subject::Index)
}

/// Puts `bytes` in the place of a file at a path that the program chose, in a folder that is made where it is not there.
pub(super) fn keep_as(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    expected: Expected,
    subject: Subject,
) -> Result<(), SaveError> {
    if let Some(folder) = path.parent() {
        // Where the folder cannot be made, writing says so.
        let _ = disk.create_folder(folder);
    }
    // Even what can be made again is replaced as a whole: a half written file would be read at the next start.
    let replaced = replace(disk, path, bytes, expected).and_then(|replaced| replaced.alone(path));
    replaced.map(drop).map_err(|error| error.about(subject))
}
