use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

#[cfg(unix)]
use crate::store::plain_file::without_following;
use crate::store::{Access, Disk};

/// What came of an attempt to hold the lock file.
pub enum Hold {
    /// The system's lock on it is held.
    Taken(File),
    /// The same, but the file may only be read.
    TakenOfAnother(File),
    /// Another program holds it.
    Others(Option<File>),
    /// This file system has no locks.
    NoLocks(File),
    /// It is there and may not be opened.
    Unreadable(Metadata),
    /// It was there and has gone.
    Gone,
    /// What is there is a link, a folder, a pipe or the like.
    NoPlainFile,
    /// It is not there and cannot be created.
    Failed(io::Error),
}

/// Creates the lock file or opens the one that is there, never what a link of its name leads to, and takes the
/// system's lock on it.
#[cfg(not(windows))]
pub fn held(disk: &dyn Disk, path: &Path) -> Hold {
    // Others are to read who holds it.
    let failure = match disk.create(path, Access::Usual) {
        Ok(file) => return locked(file, Hold::Taken),
        Err(error) => error,
    };
    match fs::symlink_metadata(path) {
        // There at the first call and not at the second: its holder closed the project in between.
        Err(error) if error.kind() == io::ErrorKind::NotFound => match failure.kind() {
            io::ErrorKind::AlreadyExists => Hold::Gone,
            _ => Hold::Failed(failure),
        },
        Err(_) => Hold::Failed(failure),
        Ok(metadata) if !metadata.is_file() => Hold::NoPlainFile,
        Ok(metadata) => {
            match opened(path, true).map(|file| (file, true)).or_else(|_| Ok((opened(path, false)?, false))) {
                // What was opened is asked again: another file can come in between.
                Ok((file, _)) if !file.metadata().is_ok_and(|metadata| metadata.is_file()) => Hold::NoPlainFile,
                Ok((file, true)) => locked(file, Hold::Taken),
                // A lock file of somebody else that may only be read still tells who holds it.
                Ok((file, false)) => locked(file, Hold::TakenOfAnother),
                Err(error) => unopened(error, path, metadata),
            }
        }
    }
}

#[cfg(not(windows))]
fn unopened(error: io::Error, path: &Path, metadata: Metadata) -> Hold {
    match error.kind() {
        io::ErrorKind::NotFound => Hold::Gone,
        io::ErrorKind::PermissionDenied => Hold::Unreadable(metadata),
        // A link, say, came in between.
        _ if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) => Hold::NoPlainFile,
        _ => Hold::Failed(error),
    }
}

#[cfg(not(windows))]
fn locked(file: File, taken: fn(File) -> Hold) -> Hold {
    match file.try_lock() {
        Ok(()) => taken(file),
        Err(TryLockError::WouldBlock) => Hold::Others(Some(file)),
        // Network shares may have none, and say so by errors that differ from one to the other.
        Err(TryLockError::Error(_)) => Hold::NoLocks(file),
    }
}

#[cfg(not(windows))]
fn opened(path: &Path, is_to_write: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(is_to_write);
    #[cfg(unix)]
    without_following(&mut options);
    options.open(path)
}

/// A lock would keep others from reading who holds it. A file that is shared
/// only for reading is held as well and can be read.
#[cfg(windows)]
pub fn held(disk: &dyn Disk, path: &Path) -> Hold {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_SHARE_READ`, `FILE_FLAG_OPEN_REPARSE_POINT` (a link is opened itself) and `ERROR_SHARING_VIOLATION` of the
    /// Windows API.
    const SHARE_READ: u32 = 1;
    const OPEN_LINK: u32 = 0x0020_0000;
    const SHARING_VIOLATION: i32 = 32;
    // Created first and opened then: the sharing that tells holders apart can be set only at opening.
    let failure = disk.create(path, Access::Usual).err();
    let opened = OpenOptions::new().read(true).write(true).share_mode(SHARE_READ).custom_flags(OPEN_LINK).open(path);
    match opened {
        Ok(file) if !file.metadata().is_ok_and(|metadata| metadata.is_file()) => Hold::NoPlainFile,
        Ok(file) => Hold::Taken(file),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Hold::Others(File::open(path).ok()),
        Err(error) => match (fs::symlink_metadata(path), failure) {
            (Ok(metadata), _) if !metadata.is_file() => Hold::NoPlainFile,
            (Ok(metadata), _) => Hold::Unreadable(metadata),
            (Err(_), Some(failure)) if failure.kind() != io::ErrorKind::AlreadyExists => Hold::Failed(failure),
            (Err(_), Some(_)) => Hold::Gone,
            (Err(_), None) => Hold::Failed(error),
        },
    }
}
