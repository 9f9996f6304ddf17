use std::io;
use std::path::{Path, PathBuf};

use newsmark_core::store::FolderError;
use parquet::errors::ParquetError;

/// Why no data set was written. What stood there stands as it was.
#[derive(Debug, thiserror::Error)]
pub enum DatasetError {
    /// The folder holds what no data set of this program listed.
    #[error(
        "The data set was not written: the folder holds files that are not of a data set of Newsmark. They were left as \
         they are. Name a folder that is empty or not there: {}", .0.display()
    )]
    NotOurs(PathBuf),
    /// Something else stands where a file of the set would.
    #[error(
        "The data set was not written: what stands there is not of the data set and in its way. It was left as it is. \
         Move it elsewhere: {}", .0.display()
    )]
    InTheWay(PathBuf),
    /// The path is no folder.
    #[error("The data set was not written: this is no folder. It was left as it is. Name a folder: {}", .0.display())]
    NoFolder(PathBuf),
    /// No project was found.
    #[error("The data set was not written: there is no project in what was given. Name the folder of a library")]
    NoProjects,
    /// A folder of projects could not be looked into.
    #[error("The data set was not written: {0}")]
    Folder(#[from] FolderError),
    /// Another program is at it.
    #[error(
        "The data set was not written: another Newsmark is writing it. Wait until it is done, and try again: {}",
        .0.display()
    )]
    Busy(PathBuf),
    /// Nobody waits any more.
    #[error("The data set was not written: it was stopped. What was read so far is kept for the next time")]
    Cancelled,
    /// The disk is full.
    #[error(
        "The data set was not written: the disk is full. What stood there stands as it was, and what was read so far is \
         kept for the next time. Make room and try again: {}", .0.display()
    )]
    Full(PathBuf),
    /// Anything else that the system says.
    #[error(
        "The data set was not written: {0}. What stood there stands as it was, and what was read so far is kept for the \
         next time. Try again, or name another folder: {path}", path = .1.display()
    )]
    Other(#[source] io::Error, PathBuf),
}

impl DatasetError {
    /// What the system says of that path.
    pub(crate) fn of(error: io::Error, path: &Path) -> DatasetError {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DatasetError::Full(path.to_owned()),
            _ => DatasetError::Other(error, path.to_owned()),
        }
    }

    /// What the library says of a table at that path.
    pub(crate) fn of_table(error: ParquetError, path: &Path) -> DatasetError {
        let error = match error {
            // The library hands on what the system said as it came.
            ParquetError::External(error) => match error.downcast::<io::Error>() {
                Ok(error) => *error,
                Err(error) => io::Error::other(error),
            },
            error => io::Error::other(error),
        };
        DatasetError::of(error, path)
    }
}
