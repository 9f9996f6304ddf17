use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Access, Disk, Printed, RealDisk, SaveError};
use crate::beside::beside;
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

/// Puts what was made of projects, a report, in the place of the file at `path`, wholly or not at all.
///
/// # Errors
/// A [`SaveError`], and the file is as it was.
pub fn save_bytes(disk: &dyn Disk, bytes: &[u8], path: &Path, expected: Expected) -> Result<(), SaveError> {
    replace(disk, path, bytes, expected).map(|_| ())
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
        let (durable, digest) = beside(|| self.digest(), || replace(disk, path, self.as_bytes(), expected));
        Ok(Saved { durable: durable?, digest })
    }
}

/// Puts `bytes` in the place of the file at `path`; answers whether that will outlive a loss of power.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8], expected: Expected) -> Result<bool, SaveError> {
    let target = target(path).map_err(|error| SaveError::of(error, path))?;
    // Asked before anything is written, so that nothing is written in vain.
    check_kind(path, &target, expected)?;
    let write = || Temporary::write(disk, &target, bytes).map_err(|error| SaveError::of(error, path));
    let (temporary, seen) = beside(|| Seen::of(&target, expected), write);
    let temporary = temporary?;
    // Asked as late as can be, as another program may write at any time.
    seen.and_then(|seen| if seen.is_still_so(&target) { Ok(seen) } else { Seen::of(&target, expected) })
        .map_err(|error| SaveError::of(error, path))?
        .check(path, expected)?;
    temporary.put_in_place(&target).map_err(|error| SaveError::of(error, path))?;
    Ok(disk.sync_folder(folder_of(&target)).is_ok())
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

/// What stood in the file's place when it was looked at.
struct Seen {
    /// Length and time of the last change; `None` where there was no file.
    stamp: Option<(u64, Option<SystemTime>)>,
    /// The digest of its bytes, where one is expected.
    digest: Option<Digest>,
}

impl Seen {
    fn of(target: &Path, expected: Expected) -> io::Result<Seen> {
        // The stamp is taken first: what is written during the reading changes it.
        let stamp = stamp(target);
        if stamp.is_none() || !matches!(expected, Expected::Digest(_)) {
            return Ok(Seen { stamp, digest: None });
        }
        match fs::read(target) {
            Ok(bytes) => Ok(Seen { stamp, digest: Some(Digest::of(&bytes)) }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Seen { stamp: None, digest: None }),
            Err(error) => Err(error),
        }
    }

    fn is_still_so(&self, target: &Path) -> bool {
        self.stamp == stamp(target)
    }

    fn check(&self, path: &Path, expected: Expected) -> Result<(), SaveError> {
        match expected {
            Expected::Anything => Ok(()),
            Expected::Nothing if self.stamp.is_none() => Ok(()),
            Expected::Nothing => Err(SaveError::Exists(path.to_owned())),
            Expected::Digest(_) if self.stamp.is_none() => Err(SaveError::Vanished(path.to_owned())),
            Expected::Digest(digest) if self.digest == Some(digest) => Ok(()),
            Expected::Digest(_) => Err(SaveError::ChangedOnDisk(path.to_owned())),
        }
    }
}

fn stamp(target: &Path) -> Option<(u64, Option<SystemTime>)> {
    let metadata = fs::metadata(target).ok()?;
    Some((metadata.len(), metadata.modified().ok()))
}

/// A file beside its target, removed unless it is put in place.
struct Temporary<'d> {
    disk: &'d dyn Disk,
    path: PathBuf,
    is_in_place: bool,
}

impl<'d> Temporary<'d> {
    fn write(disk: &'d dyn Disk, target: &Path, bytes: &[u8]) -> io::Result<Temporary<'d>> {
        let replaces = fs::exists(target)?;
        // What replaces a file that few may read must not be readable by all, not even for a moment.
        let (path, mut file) = created(disk, target, if replaces { Access::Private } else { Access::Usual })?;
        let temporary = Temporary { disk, path, is_in_place: false };
        disk.write(&mut file, bytes)?;
        if replaces {
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
fn created(disk: &dyn Disk, target: &Path, access: Access) -> io::Result<(PathBuf, fs::File)> {
    let name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
    // The longest name that every common file system takes has 255 bytes.
    let name = &name[..name.floor_char_boundary(200)];
    for n in 0u32.. {
        let path = folder_of(target).join(format!(".{name}.{n}.tmp"));
        match disk.create(&path, access) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            outcome => return outcome.map(|file| (path, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::faulty_disk::FaultyDisk;
    use crate::store::load;
    use crate::store::samples::{project_of, small_project};

    /// More than a save has.
    const STEPS: std::ops::Range<usize> = 0..10;

    fn other_project() -> Project {
        project_of("Five fled.", &[&["Five"]])
    }

    fn n_files(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn whatever_step_fails_the_old_file_is_whole_and_nothing_is_left_beside_it() {
        for step in STEPS {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.ron");
            let old = save(&small_project(), &path, Expected::Nothing).unwrap();
            let disk = FaultyDisk::failing(step, io::ErrorKind::StorageFull);
            let printed = Printed::of(&other_project());
            let outcome = printed.save_on(&disk, &path, Expected::Digest(old.digest));
            let found = load(&path).unwrap();
            match outcome {
                Ok(saved) => {
                    assert_eq!((found.digest, saved.digest), (printed.digest(), printed.digest()));
                    assert_eq!(saved.durable, !disk.has_failed());
                }
                Err(error) => {
                    assert_eq!(found.project, small_project());
                    let sentence = "The project was not saved: the disk is full. \
                                    Your changes are kept. Free some space, then save again: ";
                    assert_eq!(error.to_string(), format!("{sentence}{}", path.display()));
                }
            }
            assert_eq!(n_files(folder.path()), 1, "step {step}");
        }
    }

    #[test]
    fn whatever_step_a_program_is_killed_at_the_old_file_or_the_new_one_is_whole() {
        let mut outcomes = Vec::new();
        for step in STEPS {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.ron");
            save(&small_project(), &path, Expected::Nothing).unwrap();
            let _ = Printed::of(&other_project()).save_on(&FaultyDisk::dying(step), &path, Expected::Anything);
            let found = load(&path).unwrap().project;
            assert!(found == small_project() || found == other_project(), "step {step}");
            outcomes.push(found == other_project());
            // What the dead program left beside it does not keep the next one from saving.
            save(&small_project(), &path, Expected::Anything).unwrap();
        }
        assert!(outcomes.is_sorted() && outcomes.contains(&false) && outcomes.contains(&true), "{outcomes:?}");
    }

    #[test]
    fn a_file_that_another_program_changed_is_not_replaced_unless_somebody_was_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
        let again = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap();
        assert_eq!(again, saved);
        assert!(matches!(save(&small_project(), &path, Expected::Nothing), Err(SaveError::Exists(_))));
        fs::write(&path, "theirs").unwrap();
        let error = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap_err();
        assert!(matches!(error, SaveError::ChangedOnDisk(_)), "{error}");
        assert_eq!(fs::read(&path).unwrap(), b"theirs");
        assert_eq!(n_files(folder.path()), 1);
        save(&small_project(), &path, Expected::Anything).unwrap();
        fs::remove_file(&path).unwrap();
        let error = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap_err();
        assert!(matches!(error, SaveError::Vanished(_)), "{error}");
        assert_eq!(n_files(folder.path()), 0);
    }

    #[test]
    fn a_folder_in_the_files_place_or_no_folder_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::create_dir(&path).unwrap();
        for expected in [Expected::Anything, Expected::Nothing] {
            assert!(matches!(save(&small_project(), &path, expected), Err(SaveError::Folder(_))));
        }
        let absent = folder.path().join("absent").join("a.ron");
        assert!(matches!(save(&small_project(), &absent, Expected::Nothing), Err(SaveError::NoFolder(_))));
        let within_a_file = folder.path().join("b.ron");
        fs::write(&within_a_file, "").unwrap();
        let error = save(&small_project(), &within_a_file.join("c.ron"), Expected::Nothing).unwrap_err();
        assert!(matches!(error, SaveError::NoFolder(_)), "{error}");
        assert_eq!(n_files(folder.path()), 2);
    }

    #[test]
    #[cfg(unix)]
    fn permissions_are_kept_and_links_stay_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let real = folder.path().join("real");
        fs::create_dir(&real).unwrap();
        let path = real.join("a.ron");
        let first = folder.path().join("first.ron");
        let second = folder.path().join("second.ron");
        symlink("second.ron", &first).unwrap();
        symlink(&path, &second).unwrap();
        // The chain's end is not there yet.
        save(&small_project(), &first, Expected::Nothing).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save(&other_project(), &first, Expected::Anything).unwrap();
        assert!(
            fs::symlink_metadata(&first).unwrap().is_symlink() && fs::symlink_metadata(&second).unwrap().is_symlink()
        );
        assert_eq!(load(&path).unwrap().project, other_project());
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!((n_files(&real), n_files(folder.path())), (1, 3));
        let circle = folder.path().join("circle.ron");
        symlink("circle.ron", &circle).unwrap();
        assert!(matches!(save(&small_project(), &circle, Expected::Nothing), Err(SaveError::Other(..))));
    }

    #[test]
    fn a_file_or_folder_that_may_not_be_written_to_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        save(&small_project(), &path, Expected::Nothing).unwrap();
        let set = |path: &Path, readonly: bool| {
            let mut permissions = fs::metadata(path).unwrap().permissions();
            permissions.set_readonly(readonly);
            fs::set_permissions(path, permissions).unwrap();
        };
        set(&path, true);
        assert!(matches!(save(&other_project(), &path, Expected::Anything), Err(SaveError::NotAllowed(_))));
        set(&path, false);
        set(folder.path(), true);
        // The administrator may write everywhere, and folders on Windows have no such right.
        let is_held = fs::write(folder.path().join("probe"), "").is_err();
        let outcome = save(&other_project(), &path, Expected::Anything);
        set(folder.path(), false);
        assert_eq!(matches!(outcome, Err(SaveError::NotAllowed(_))), is_held);
    }
}
