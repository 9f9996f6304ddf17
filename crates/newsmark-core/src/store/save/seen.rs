use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use super::Expected;
use crate::model::Digest;
use crate::store::save_error::{Attempt, SaveError, Subject};
use crate::store::{Stamp, plain_file};

/// What stood in the file's place when it was looked at.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// `None` where there was no file.
    pub file: Option<FileStamp>,
    /// The digest of its bytes, where one is expected.
    digest: Option<Digest>,
}

/// By what a file is told from another one and from itself before a change, without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStamp {
    /// The device and the number of the file on it; 0 where systems do not tell.
    id: (u64, u64),
    stamp: Stamp,
}

impl FileStamp {
    /// What the system says of it.
    pub fn of(metadata: &Metadata) -> FileStamp {
        FileStamp { id: id(metadata), stamp: Stamp::of(metadata) }
    }

    /// Of what is at `path`, a link itself; `None` where nothing is there.
    pub fn at(path: &Path) -> Option<FileStamp> {
        fs::symlink_metadata(path).ok().map(|metadata| FileStamp::of(&metadata))
    }

    /// Whether they are one file, whatever has been written to it.
    pub fn is_same_file(&self, other: &FileStamp) -> bool {
        self.id == other.id
    }

    /// Whether they are one file with the same bytes, whatever it was called in between: renaming counts as a change
    /// of the file on most systems, but not of its bytes.
    pub fn has_same_bytes(&self, other: &FileStamp) -> bool {
        let bytes = |file: &FileStamp| (file.id, file.stamp.size, file.stamp.modified);
        bytes(self) == bytes(other)
    }

    /// Whether it was written so shortly before `later` that another write of the same length could leave the
    /// same time.
    fn is_young(&self, later: &FileStamp) -> bool {
        /// Longer than the tick of any file system's clock, in nanoseconds: that of FAT is two seconds.
        const TICK: i64 = 2_500_000_000;
        later.stamp.modified.saturating_sub(self.stamp.modified) < TICK
    }
}

impl Seen {
    /// Looks at the file; reads it where a digest is expected.
    pub fn of(target: &Path, expected: Expected) -> io::Result<Seen> {
        // The stamp is taken first: what is written during the reading changes it.
        let file = FileStamp::at(target);
        if file.is_none() || !matches!(expected, Expected::Digest(_)) {
            return Ok(Seen { file, digest: None });
        }
        match plain_file::read(target) {
            Ok(bytes) => Ok(Seen { file, digest: Some(Digest::of(&bytes)) }),
            // It went between the stamp and the reading: that is as if there had been none.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Seen { file: None, digest: None }),
            Err(error) => Err(error),
        }
    }

    /// Whether the file at `target` is the one that was seen, unchanged as far as its stamp tells.
    pub fn is_still_at(&self, target: &Path) -> bool {
        self.file == FileStamp::at(target)
    }

    /// Whether the file at `path`, which was called otherwise when it was seen, has the bytes that it had then.
    /// It is read again where its time does not tell: where it had been written shortly before `later`.
    pub fn is_at(&self, path: &Path, later: &FileStamp) -> bool {
        let (Some(seen), Some(found)) = (&self.file, FileStamp::at(path)) else { return false };
        let is_read_as_seen = || match self.digest {
            Some(digest) => plain_file::read(path).is_ok_and(|bytes| Digest::of(&bytes) == digest),
            // Nothing was expected of its bytes, so that none are compared.
            None => true,
        };
        // The cheap question first: reading is for the rare file that was written within a tick of the clock.
        seen.has_same_bytes(&found) && (!seen.is_young(later) || is_read_as_seen())
    }

    /// Whether what was seen is what was expected.
    pub fn check(&self, path: &Path, expected: Expected) -> Result<(), SaveError> {
        let attempt = || Attempt { subject: Subject::Project, path: path.to_owned() };
        match expected {
            Expected::Anything => Ok(()),
            Expected::Nothing if self.file.is_none() => Ok(()),
            Expected::Nothing => Err(SaveError::Exists(attempt())),
            Expected::Digest(_) if self.file.is_none() => Err(SaveError::Vanished(attempt())),
            Expected::Digest(digest) if self.digest == Some(digest) => Ok(()),
            Expected::Digest(_) => Err(SaveError::ChangedOnDisk(attempt())),
        }
    }
}

#[cfg(unix)]
fn id(metadata: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.dev(), metadata.ino())
}

#[cfg(not(unix))]
fn id(_metadata: &Metadata) -> (u64, u64) {
    (0, 0)
}
