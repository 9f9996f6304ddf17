//! Files and folders of a data set. The only place of this crate that touches the file system besides the core's `Disk`.
#![allow(clippy::disallowed_methods, reason = "this file is where files are touched")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use newsmark_core::store::{Access, Disk};
use sha2::{Digest as _, Sha256};

/// What stands at a path; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// Nothing.
    Nothing,
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link.
    Link,
    /// A pipe, a socket, a device.
    Special,
}

/// What stands at the path.
pub(crate) fn standing(path: &Path) -> io::Result<Standing> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => Ok(Standing::File),
        Ok(metadata) if metadata.is_dir() => Ok(Standing::Folder),
        Ok(metadata) if metadata.is_symlink() => Ok(Standing::Link),
        Ok(_) => Ok(Standing::Special),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(Standing::Nothing)
        }
        Err(error) => Err(error),
    }
}

/// The path without links, as far as it is there; the name of what is not there stays.
pub(crate) fn without_links(path: &Path) -> io::Result<PathBuf> {
    match fs::canonicalize(path) {
        Ok(real) => Ok(real),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let name = path.file_name().ok_or(error)?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Ok(fs::canonicalize(folder)?.join(name))
        }
        Err(error) => Err(error),
    }
}

/// Everything in the folder and its subfolders, by paths from it on, a folder before what is in it; links are not
/// followed.
pub(crate) fn walk(folder: &Path) -> io::Result<Vec<(PathBuf, Standing)>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(below) = folders.pop() {
        for entry in fs::read_dir(folder.join(&below))? {
            let path = below.join(entry?.file_name());
            let standing = standing(&folder.join(&path))?;
            if standing == Standing::Folder {
                folders.push(path.clone());
            }
            found.push((path, standing));
        }
    }
    found.sort();
    Ok(found)
}

/// The length of the file and when its bytes changed last, in nanoseconds since 1970 as far as the system tells.
pub(crate) fn length_and_time(path: &Path) -> Option<(u64, u64)> {
    let metadata = fs::symlink_metadata(path).ok().filter(|metadata| metadata.is_file())?;
    let since = metadata.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    let nanoseconds = since.and_then(|since| u64::try_from(since.as_nanos()).ok());
    Some((metadata.len(), nanoseconds.unwrap_or_default()))
}

/// Makes the folder and those above it, for whom the system usually lets.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Gives a folder the permissions of another.
pub(crate) fn copy_permissions(from: &Path, to: &Path) -> io::Result<()> {
    fs::set_permissions(to, fs::metadata(from)?.permissions())
}

/// Gives the file a second name; where the file system knows none, copies it.
pub(crate) fn link_or_copy(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => {
            fs::copy(from, to)?;
            disk.sync(&OpenOptions::new().write(true).open(to)?)
        }
    }
}

/// Gives the file, or the link itself, a second name.
pub(crate) fn carry(from: &Path, to: &Path) -> io::Result<()> {
    fs::hard_link(from, to)
}

/// Whether both paths are names of one file.
#[cfg(unix)]
pub(crate) fn are_one(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| fs::symlink_metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()));
    id(one).is_some_and(|one| Some(one) == id(other))
}

/// Never known here.
#[cfg(not(unix))]
pub(crate) fn are_one(_one: &Path, _other: &Path) -> bool {
    false
}

/// Removes a folder with all that is in it; links in it are removed, not followed.
pub(crate) fn remove_tree(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Removes a folder that is empty.
pub(crate) fn remove_folder(path: &Path) -> io::Result<()> {
    fs::remove_dir(path)
}

/// Whether a folder is empty.
pub(crate) fn is_empty(path: &Path) -> io::Result<bool> {
    Ok(fs::read_dir(path)?.next().is_none())
}

/// The whole of a plain file; `None` where none is there.
pub(crate) fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match standing(path)? {
        Standing::File => fs::read(path).map(Some),
        _ => Ok(None),
    }
}

/// Opens a plain file for reading.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    match standing(path)? {
        Standing::File => File::open(path),
        Standing::Nothing => Err(io::ErrorKind::NotFound.into()),
        _ => Err(io::Error::other("it is no plain file")),
    }
}

/// Opens a file to add to its end, after its first `length` bytes, and made where it is not there.
pub(crate) fn open_to_append(path: &Path, length: u64) -> io::Result<File> {
    use std::io::Seek;
    let mut file = OpenOptions::new().create(true).truncate(false).write(true).read(true).open(path)?;
    file.set_len(length)?;
    file.seek(io::SeekFrom::End(0))?;
    Ok(file)
}

/// Holds the file's lock for as long as it is open; `None` where another program does.
pub(crate) fn lock(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        // A file system without locks: two programs at once are found by neither, as everywhere there.
        Err(fs::TryLockError::Error(_)) => Ok(Some(file)),
    }
}

/// A file that is written through a disk.
pub(crate) struct NewFile<'d> {
    disk: &'d dyn Disk,
    file: File,
}

impl NewFile<'_> {
    /// Creates it where nothing is.
    pub fn create<'d>(disk: &'d dyn Disk, path: &Path) -> io::Result<NewFile<'d>> {
        Ok(NewFile { disk, file: disk.create(path, Access::Usual)? })
    }

    /// Returns when its bytes will outlive a loss of power.
    pub fn finish(self) -> io::Result<()> {
        self.disk.sync(&self.file)
    }
}

impl Write for NewFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.disk.write(&mut self.file, bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The same, digested on the way.
pub(crate) struct DigestedFile<'d> {
    file: NewFile<'d>,
    hash: Sha256,
    size: u64,
}

impl DigestedFile<'_> {
    /// Creates it where nothing is.
    pub fn create<'d>(disk: &'d dyn Disk, path: &Path) -> io::Result<DigestedFile<'d>> {
        Ok(DigestedFile { file: NewFile::create(disk, path)?, hash: Sha256::new(), size: 0 })
    }

    /// Returns its length and the digest of its bytes when they will outlive a loss of power.
    pub fn finish(self) -> io::Result<(u64, String)> {
        self.file.finish()?;
        let digest: [u8; 32] = self.hash.finalize().into();
        Ok((self.size, digest.iter().map(|byte| format!("{byte:02x}")).collect()))
    }
}

impl Write for DigestedFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write_all(bytes)?;
        self.hash.update(bytes);
        self.size += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a whole file where nothing is; returns its length and digest.
pub(crate) fn write_new(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<(u64, String)> {
    let mut file = DigestedFile::create(disk, path)?;
    file.write_all(bytes)?;
    file.finish()
}
