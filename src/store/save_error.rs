use std::io;
use std::path::{Path, PathBuf};

/// Why a file could not be saved. What was there before is still there, whole.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The file holds other bytes than those that were opened or last saved.
    #[error(
        "The project was not saved: another program has changed the file since it was opened. \
         Your changes are kept. Reload it, or save under another name: {}", .0.display()
    )]
    ChangedOnDisk(PathBuf),
    /// The file was moved or deleted since it was opened.
    #[error(
        "The project was not saved: its file was moved or deleted since it was opened. \
         Your changes are kept. Save again to create it anew, or save under another name: {}", .0.display()
    )]
    Vanished(PathBuf),
    /// A file is there where none was expected.
    #[error(
        "The project was not saved: there is a file of that name already. \
         Your changes are kept. Save under another name, or replace it: {}", .0.display()
    )]
    Exists(PathBuf),
    /// The path is a folder.
    #[error("The project was not saved: the path is a folder. Your changes are kept. Save under another name: {}", .0.display())]
    Folder(PathBuf),
    /// The folder is not there.
    #[error(
        "The project was not saved: its folder is not there. \
         Your changes are kept. Save into another folder: {}", .0.display()
    )]
    NoFolder(PathBuf),
    /// The system does not allow it.
    #[error(
        "The project was not saved: you may not write there. \
         Your changes are kept. Save into another folder, or ask for the right to write: {}", .0.display()
    )]
    NotAllowed(PathBuf),
    /// There is no room.
    #[error(
        "The project was not saved: the disk is full. \
         Your changes are kept. Free some space, then save again: {}", .0.display()
    )]
    DiskFull(PathBuf),
    /// Anything else.
    #[error("The project was not saved: {0}. Your changes are kept. Try again, or save into another folder: {path}", path = .1.display())]
    Other(#[source] io::Error, PathBuf),
}

impl SaveError {
    /// The sentence for what the system says.
    pub(super) fn of(error: io::Error, path: &Path) -> SaveError {
        let path = path.to_owned();
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                SaveError::DiskFull(path)
            }
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => SaveError::NotAllowed(path),
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => SaveError::NoFolder(path),
            io::ErrorKind::IsADirectory => SaveError::Folder(path),
            _ => SaveError::Other(error, path),
        }
    }

    /// The file that was to be saved.
    pub fn path(&self) -> &Path {
        match self {
            SaveError::ChangedOnDisk(path)
            | SaveError::Vanished(path)
            | SaveError::Exists(path)
            | SaveError::Folder(path)
            | SaveError::NoFolder(path)
            | SaveError::NotAllowed(path)
            | SaveError::DiskFull(path)
            | SaveError::Other(_, path) => path,
        }
    }
}
