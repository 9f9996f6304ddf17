use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::read::parse_owned;
use super::{FileBytes, Loaded, ReadError, parse, plain_file};
use crate::model::Digest;

/// The largest project file that is read, in bytes.
const LARGEST_PROJECT: u64 = 1 << 30;

/// Why a file could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("The file is not there. It may have been moved or deleted. Choose another: {}", .0.display())]
    Missing(PathBuf),
    /// The path is a folder.
    #[error("This is a folder, not a file. Choose a file in it: {}", .0.display())]
    Folder(PathBuf),
    /// The system does not allow it.
    #[error("You may not read the file. It was left as it is. Ask its owner for the right to read it: {}", .0.display())]
    NotAllowed(PathBuf),
    /// It is larger than what is read.
    #[error(
        "The file is too large: it has {size} MB, and at most {cap} MB are read. It was left as it is. \
         Choose a smaller one: {}", path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in megabytes.
        size: u64,
        /// The largest size in megabytes.
        cap: u64,
    },
    /// There is nothing in it.
    #[error("The file is empty. Choose another: {}", .0.display())]
    Empty(PathBuf),
    /// Anything else that the system says.
    #[error("The file could not be read: {0}. It was left as it is. Try again, or choose another: {path}", path = .1.display())]
    Other(#[source] io::Error, PathBuf),
    /// Its bytes are no project.
    #[error("{0}: {path}", path = .1.display())]
    Read(ReadError, PathBuf),
}

/// Reads the project file at `path`.
///
/// # Errors
/// A [`LoadError`], and the file is as it was.
pub fn load(path: &Path) -> Result<Loaded, LoadError> {
    parse_owned(read_project_file(path)?).map_err(|error| LoadError::Read(error, path.to_owned()))
}

/// As [`load`], with the file's bytes, on which a journal builds.
///
/// # Errors
/// As [`load`].
pub fn load_bytes(path: &Path) -> Result<(Loaded, FileBytes), LoadError> {
    let bytes = read_project_file(path)?;
    let loaded = parse(&bytes).map_err(|error| LoadError::Read(error, path.to_owned()))?;
    let bytes = FileBytes::known(bytes, loaded.digest);
    Ok((loaded, bytes))
}

/// Reads the bytes of a project file without understanding them.
///
/// # Errors
/// As [`load`], but for what the bytes are.
pub fn read_project_file(path: &Path) -> Result<Vec<u8>, LoadError> {
    read_file(path, LARGEST_PROJECT)
}

/// The digest of the file at `path`, by which a change by another program is
/// noticed; `None` where it cannot be read.
pub fn digest_of(path: &Path) -> Option<Digest> {
    read_file(path, LARGEST_PROJECT).ok().map(|bytes| Digest::of(&bytes))
}

/// Reads the bytes of an article's file, of at most `cap` bytes.
///
/// # Errors
/// A [`LoadError`]; an empty file is one.
pub fn read_article_file(path: &Path, cap: u64) -> Result<Vec<u8>, LoadError> {
    let bytes = read_file(path, cap)?;
    if bytes.is_empty() { Err(LoadError::Empty(path.to_owned())) } else { Ok(bytes) }
}

/// Opens a plain file to be read piece by piece, whatever its size.
///
/// # Errors
/// A [`LoadError`], also for a folder and a pipe.
pub fn open_text_file(path: &Path) -> Result<File, LoadError> {
    let file = plain_file::open(path).map_err(|error| explained(error, path))?;
    // Some systems open a folder as if it were a file, and fail at the first byte.
    let is_folder = file.metadata().is_ok_and(|metadata| metadata.is_dir());
    if is_folder { Err(LoadError::Folder(path.to_owned())) } else { Ok(file) }
}

/// What the system says of a file that cannot be read.
fn explained(error: io::Error, path: &Path) -> LoadError {
    match error.kind() {
        // The second is said where a folder on the way has become a file: what was meant is not there either way.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LoadError::Missing(path.to_owned()),
        io::ErrorKind::PermissionDenied => LoadError::NotAllowed(path.to_owned()),
        io::ErrorKind::IsADirectory => LoadError::Folder(path.to_owned()),
        _ => LoadError::Other(error, path.to_owned()),
    }
}

/// Reads a file of at most `cap` bytes.
pub(super) fn read_file(path: &Path, cap: u64) -> Result<Vec<u8>, LoadError> {
    let explained = |error: io::Error| explained(error, path);
    // Length and bytes are asked of the open file, not of the path, at which another may stand a moment later.
    let file = plain_file::open(path).map_err(explained)?;
    let metadata = file.metadata().map_err(explained)?;
    let too_large =
        |size: u64| LoadError::TooLarge { path: path.to_owned(), size: size.div_ceil(1 << 20), cap: cap >> 20 };
    if metadata.len() > cap {
        return Err(too_large(metadata.len()));
    }
    // Growing by doubling would take twice the memory of a large file.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // One byte more than allowed tells a file that has grown since.
    let read = file.take(cap + 1).read_to_end(&mut bytes).map_err(explained)?;
    if read as u64 > cap { Err(too_large(read as u64)) } else { Ok(bytes) }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::store::samples::small_project;
    use crate::store::{Expected, ReadErrorKind, save};

    #[test]
    fn what_is_no_readable_file_is_told_with_its_path_last() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("empty.txt"), "").unwrap();
        fs::write(at("large.txt"), vec![b'a'; (2 << 20) + 1]).unwrap();
        fs::write(at("project.ron"), "(version: 9)").unwrap();
        assert!(matches!(load(&at("absent.ron")), Err(LoadError::Missing(_))));
        assert!(matches!(load(&at("empty.txt").join("a.ron")), Err(LoadError::Missing(_))));
        assert!(matches!(load(folder.path()), Err(LoadError::Folder(_))));
        assert!(matches!(read_article_file(&at("empty.txt"), 9), Err(LoadError::Empty(_))));
        assert_eq!(read_article_file(&at("large.txt"), 3 << 20).unwrap().len(), (2 << 20) + 1);
        let error = read_article_file(&at("large.txt"), 2 << 20).unwrap_err().to_string();
        let sentence = "The file is too large: it has 3 MB, and at most 2 MB are read. \
                        It was left as it is. Choose a smaller one: ";
        assert_eq!(error, format!("{sentence}{}", at("large.txt").display()));
        let error = load(&at("project.ron")).unwrap_err();
        assert!(matches!(&error, LoadError::Read(why, _) if why.kind == ReadErrorKind::Newer(9)));
        assert!(error.to_string().ends_with("project.ron"), "{error}");
    }

    #[test]
    fn a_saved_project_is_loaded_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
        let loaded = load(&path).unwrap();
        assert_eq!((loaded.project, loaded.digest, loaded.warnings), (small_project(), saved.digest, Vec::new()));
    }

    #[test]
    #[cfg(unix)]
    fn a_pipe_is_refused_and_not_waited_for() {
        assert!(matches!(load(Path::new("/dev/null")), Err(LoadError::Other(..))));
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("a.ron");
        crate::store::testing::make_pipe(&pipe);
        let error = load(&pipe).unwrap_err().to_string();
        assert!(error.starts_with("The file could not be read: it is a pipe. It was left as it is."), "{error}");
        assert_eq!(digest_of(&pipe), None);
    }
}
