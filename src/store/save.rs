use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Disk, Printed, RealDisk, SaveError};
use crate::model::{Digest, Project};

/// What a save expects to find in the file's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The bytes of this digest, as opened or last saved.
    Digest(Digest),
    /// No file.
    Nothing,
    /// Whatever is there may be replaced: somebody was asked.
    Anything,
}

/// A save that succeeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The digest of the bytes that are in the file.
    pub digest: Digest,
    /// Whether the system promised that they outlive a loss of power; some
    /// file systems cannot promise it for a folder.
    pub durable: bool,
}

/// Prints the project and puts it in the place of the file at `path`.
///
/// # Errors
/// A [`SaveError`], and the file is as it was.
pub fn save(project: &Project, path: &Path, expected: Expected) -> Result<Saved, SaveError> {
    Printed::of(project).save(path, expected)
}

impl Printed {
    /// Puts the project in the place of the file at `path`, wholly or not at all.
    ///
    /// The bytes go to a temporary file in the same folder, which gets the
    /// permissions of the file that it replaces. A link stays a link: what it
    /// points to is replaced.
    ///
    /// # Errors
    /// A [`SaveError`], and the file is as it was.
    pub fn save(&self, path: &Path, expected: Expected) -> Result<Saved, SaveError> {
        self.save_on(&RealDisk, path, expected)
    }

    /// As [`save`](Printed::save), on any disk.
    ///
    /// # Errors
    /// A [`SaveError`], and the file is as it was.
    pub fn save_on(&self, disk: &dyn Disk, path: &Path, expected: Expected) -> Result<Saved, SaveError> {
        let durable = replace(disk, path, self.as_bytes(), expected)?;
        Ok(Saved { digest: self.digest(), durable })
    }
}

/// Puts `bytes` in the place of the file at `path`; answers whether that will outlive a loss of power.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8], expected: Expected) -> Result<bool, SaveError> {
    let target = target(path).map_err(|error| SaveError::of(error, path))?;
    // Asked before anything is written, so that nothing is written in vain.
    check_kind(path, &target, expected)?;
    let folder = folder_of(&target);
    let temporary = Temporary::write(disk, &target, bytes).map_err(|error| SaveError::of(error, path))?;
    // Asked as late as can be, as another program may write at any time.
    check_bytes(path, &target, expected)?;
    temporary.put_in_place(&target).map_err(|error| SaveError::of(error, path))?;
    Ok(disk.sync_folder(folder).is_ok())
}

/// The file that is meant: the end of a chain of links, even where nothing is there yet.
pub(super) fn target(path: &Path) -> io::Result<PathBuf> {
    /// As many as Linux follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => target = folder_of(&target).join(fs::read_link(&target)?),
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("the link leads back to itself"))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

fn check_kind(path: &Path, target: &Path, expected: Expected) -> Result<(), SaveError> {
    let metadata = match fs::metadata(target) {
        Ok(metadata) if metadata.is_dir() => return Err(SaveError::Folder(path.to_owned())),
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SaveError::of(error, path)),
    };
    match (expected, metadata) {
        (Expected::Nothing, Some(_)) => Err(SaveError::Exists(path.to_owned())),
        (Expected::Digest(_), None) if folder_of(target).is_dir() => Err(SaveError::Vanished(path.to_owned())),
        // A rename would replace even a file that its owner has locked against writing.
        (_, Some(metadata)) if metadata.permissions().readonly() => Err(SaveError::NotAllowed(path.to_owned())),
        _ => Ok(()),
    }
}

fn check_bytes(path: &Path, target: &Path, expected: Expected) -> Result<(), SaveError> {
    if expected == Expected::Anything {
        return Ok(());
    }
    let found = match fs::read(target) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(SaveError::of(error, path)),
    };
    match (expected, found) {
        (Expected::Anything, _) | (Expected::Nothing, None) => Ok(()),
        (Expected::Nothing, Some(_)) => Err(SaveError::Exists(path.to_owned())),
        (Expected::Digest(_), None) => Err(SaveError::Vanished(path.to_owned())),
        (Expected::Digest(digest), Some(bytes)) if Digest::of(&bytes) == digest => Ok(()),
        (Expected::Digest(_), Some(_)) => Err(SaveError::ChangedOnDisk(path.to_owned())),
    }
}

/// A file beside its target, removed unless it is put in place.
struct Temporary<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    is_in_place: bool,
}

impl<'d> Temporary<'d> {
    fn write(disk: &'d dyn Disk, target: &Path, bytes: &[u8]) -> io::Result<Temporary<'d>> {
        let (path, mut file) = created(disk, target)?;
        let temporary = Temporary { disk, path, is_in_place: false };
        disk.write(&mut file, bytes)?;
        if fs::exists(target)? {
            disk.copy_permissions(target, &file)?;
        }
        disk.sync(&file)?;
        Ok(temporary)
    }

    fn put_in_place(mut self, target: &Path) -> io::Result<()> {
        self.disk.rename(&self.path, target)?;
        self.is_in_place = true;
        Ok(())
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.is_in_place {
            // The failure that led here is told; that the file could not be removed adds nothing.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// Creates a file beside `target` under a name that nobody has.
fn created(disk: &dyn Disk, target: &Path) -> io::Result<(PathBuf, fs::File)> {
    let name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
    // The longest name that every common file system takes has 255 bytes.
    let name = &name[..name.floor_char_boundary(200)];
    let process = std::process::id();
    for n in 0u32.. {
        let path = folder_of(target).join(format!(".{name}.{process}-{n}.tmp"));
        match disk.create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            outcome => return outcome.map(|file| (path, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
