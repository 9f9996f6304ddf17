//! Which file a path means, and whether a file may be put there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Expected;
use crate::store::plain_file::SpecialFile;
use crate::store::save_error::{Attempt, SaveError, Subject};

/// The file that is meant: the end of a chain of links, even where nothing is there yet.
pub fn target(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => target = folder_of(&target).join(fs::read_link(&target)?),
            // What cannot be asked is the end of the chain as well: writing there says what is the matter.
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("the link leads back to itself"))
}

/// The folder that the file at `path` stands in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

/// Refuses what is no place for the file: a folder, a pipe or a device, a file that its owner has locked, one that is
/// there against expectation.
///
/// `path` is asked, not where its links lead: `/dev/stdout` leads to a pipe that has no path.
pub fn check(path: &Path, target: &Path, expected: Expected) -> Result<(), SaveError> {
    let attempt = || Attempt { subject: Subject::Project, path: path.to_owned() };
    let metadata = match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => return Err(SaveError::Folder(attempt())),
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SaveError::of(error, path)),
    };
    if let Some(special) = metadata.as_ref().and_then(SpecialFile::of) {
        return Err(SaveError::NoPlainFile(attempt(), special));
    }
    match (expected, metadata) {
        (Expected::Nothing, Some(_)) => Err(SaveError::Exists(attempt())),
        // Where the folder has gone as well, writing fails with that, which says more.
        (Expected::Digest(_), None) if folder_of(target).is_dir() => Err(SaveError::Vanished(attempt())),
        // A rename would replace even a file that its owner has locked against writing.
        (_, Some(metadata)) if metadata.permissions().readonly() => Err(SaveError::NotAllowed(attempt())),
        _ => Ok(()),
    }
}
