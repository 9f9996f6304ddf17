use std::io;
use std::path::{Path, PathBuf};

/// Why a folder could not be looked into.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no such folder.
    #[error("The folder is not there. It may have been moved or deleted. Choose another: {}", .0.display())]
    Missing(PathBuf),
    /// The path is that of a file.
    #[error("This is a file, not a folder. Choose the folder that it is in: {}", .0.display())]
    File(PathBuf),
    /// The system does not allow it.
    #[error("You may not look into the folder. Ask its owner for the right to read it: {}", .0.display())]
    NotAllowed(PathBuf),
    /// Anything else that the system says.
    #[error("The folder could not be read: {0}. Try again, or choose another: {path}", path = .1.display())]
    Other(#[source] io::Error, PathBuf),
}

impl FolderError {
    /// What `error` means for the folder at `path`.
    pub(super) fn of(error: io::Error, path: &Path) -> FolderError {
        match error.kind() {
            io::ErrorKind::NotFound => FolderError::Missing(path.to_owned()),
            io::ErrorKind::NotADirectory => FolderError::File(path.to_owned()),
            io::ErrorKind::PermissionDenied => FolderError::NotAllowed(path.to_owned()),
            _ => FolderError::Other(error, path.to_owned()),
        }
    }
}
