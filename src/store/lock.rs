use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::Holder;
use super::holder::WrittenHolder;
use super::save::{folder_of, target};

/// Tells others that a project is open, for as long as it lives.
///
/// It is a file beside the project, `.name.ron.lock`, that says who and since
/// when. The operating system's lock on that file tells a living holder from
/// one that crashed; where a file system has no such locks, the holder's
/// machine and process do, as far as can be seen from here. Dropping it removes
/// the file.
///
/// # Limitations
/// Two machines see each other's locks only on file systems that share them,
/// as SMB and NFS 4 do; a synchronised folder does not.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: Option<File>,
    left_behind: Option<Holder>,
}

/// Why a project cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// It is open elsewhere, as far as is known by this one.
    #[error("{} It can be read here, not changed: {}", held_by(.by), .path.display())]
    Held {
        /// Who has it open; `None` where that cannot be read.
        by: Option<Holder>,
        /// The project.
        path: PathBuf,
    },
}

fn held_by(by: &Option<Holder>) -> String {
    let Some(Holder { person, machine, since, .. }) = by else {
        return "The project is open elsewhere.".to_owned();
    };
    let since = jiff::Timestamp::from_second(since.0).map(|time| time.strftime("%Y-%m-%d %H:%M UTC").to_string());
    let since = since.map(|time| format!(" since {time}")).unwrap_or_default();
    format!("The project is open on {machine}, by {person}{since}.")
}

impl Lock {
    /// Locks the project at `path`, which may be a link, for `holder`.
    ///
    /// A project in a folder that cannot be written to gets a lock that
    /// [others do not see](Lock::is_seen_by_others).
    ///
    /// # Errors
    /// [`LockError::Held`] where somebody has it open, also this very program.
    pub fn take(path: &Path, holder: &Holder) -> Result<Lock, LockError> {
        let project = target(path).unwrap_or_else(|_| path.to_owned());
        let lock_path = lock_path(&project);
        /// How often a holder may go away between two looks before we take it for held.
        const TRIES: usize = 20;
        for _ in 0..TRIES {
            match held(&lock_path) {
                Hold::Taken(file) if !is_at(&file, &lock_path) => {}
                Hold::Taken(file) => return Ok(Lock::written(lock_path, file, holder)),
                Hold::Others(file) => {
                    return Err(LockError::Held { by: file.and_then(read_holder), path: path.to_owned() });
                }
                Hold::NoLocks(file) => return Lock::without_locks(lock_path, file, holder, path),
                Hold::NotAllowed => return Ok(Lock { path: lock_path, file: None, left_behind: None }),
            }
        }
        Err(LockError::Held { by: None, path: path.to_owned() })
    }

    /// Whether others can see that the project is open here; where not, its
    /// folder cannot be written to.
    pub fn is_seen_by_others(&self) -> bool {
        self.file.is_some()
    }

    /// Who had the project open when their program ended without closing it.
    pub fn left_behind(&self) -> Option<&Holder> {
        self.left_behind.as_ref()
    }

    fn without_locks(lock_path: PathBuf, mut file: File, holder: &Holder, path: &Path) -> Result<Lock, LockError> {
        let found = parsed(&mut file);
        match found {
            Some(by) if by.may_live(&holder.machine) => Err(LockError::Held { by: Some(by), path: path.to_owned() }),
            _ => Ok(Lock::written(lock_path, file, holder)),
        }
    }

    fn written(path: PathBuf, mut file: File, holder: &Holder) -> Lock {
        let left_behind = parsed(&mut file);
        let text = ron::to_string(&WrittenHolder::from(holder)).unwrap_or_default();
        // Who holds it is a courtesy: the lock holds without it.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(text.as_bytes()));
        Lock { path, file: Some(file), left_behind }
    }
}

impl Drop for Lock {
    /// On Unix the file goes before its lock does, so that nobody takes a lock on a file that is about to go.
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            let file = if cfg!(unix) { Some(file) } else { None };
            // A file that stays is recognised as left behind.
            let _ = fs::remove_file(&self.path);
            drop(file);
        }
    }
}

/// What came of an attempt to hold the lock file.
enum Hold {
    Taken(File),
    Others(Option<File>),
    NoLocks(File),
    NotAllowed,
}

#[cfg(not(windows))]
fn held(path: &Path) -> Hold {
    let Ok(file) = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) else {
        // A lock file of somebody else that may only be read still tells who holds it.
        return match File::open(path).map(|file| (file.try_lock(), file)) {
            Ok((Err(TryLockError::WouldBlock), file)) => Hold::Others(Some(file)),
            _ => Hold::NotAllowed,
        };
    };
    match file.try_lock() {
        Ok(()) => Hold::Taken(file),
        Err(TryLockError::WouldBlock) => Hold::Others(Some(file)),
        Err(TryLockError::Error(_)) => Hold::NoLocks(file),
    }
}

/// A lock would keep others from reading who holds it. A file that is shared
/// only for reading is held as well and can be read.
#[cfg(windows)]
fn held(path: &Path) -> Hold {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_SHARE_READ` and `ERROR_SHARING_VIOLATION` of the Windows API.
    const SHARE_READ: u32 = 1;
    const SHARING_VIOLATION: i32 = 32;
    let opened =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).share_mode(SHARE_READ).open(path);
    match opened {
        Ok(file) => Hold::Taken(file),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Hold::Others(File::open(path).ok()),
        Err(_) => Hold::NotAllowed,
    }
}

/// Whether the file is still the one at `path`: a holder that went away has removed its own.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |one: fs::Metadata, other: fs::Metadata| one.dev() == other.dev() && one.ino() == other.ino();
    file.metadata().and_then(|own| Ok(same(own, fs::metadata(path)?))).unwrap_or(false)
}

/// A held file cannot be removed here.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

fn lock_path(project: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(project.file_name().unwrap_or_default());
    name.push(".lock");
    folder_of(project).join(name)
}

fn read_holder(mut file: File) -> Option<Holder> {
    parsed(&mut file)
}

fn parsed(file: &mut File) -> Option<Holder> {
    /// Longer than any name; a file that is larger is none of ours.
    const LONGEST: u64 = 1 << 16;
    let mut text = String::new();
    let read: io::Result<usize> = file.rewind().and_then(|()| file.take(LONGEST).read_to_string(&mut text));
    read.ok()?;
    ron::from_str::<WrittenHolder>(&text).ok().map(Holder::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Time;

    fn ines() -> Holder {
        Holder {
            person: "Ines Varga".to_owned(),
            machine: "desk-4".to_owned(),
            process: std::process::id(),
            since: Time(1_773_489_600),
        }
    }

    #[test]
    fn an_open_project_is_held_and_says_by_whom_and_since_when() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let lock = Lock::take(&path, &ines()).unwrap();
        assert!(lock.is_seen_by_others() && lock.left_behind().is_none());
        let error = Lock::take(&path, &ines()).unwrap_err();
        let sentence = error.to_string();
        assert!(
            sentence.starts_with("The project is open on desk-4, by Ines Varga since 2026-03-14 12:00 UTC."),
            "{sentence}"
        );
        let LockError::Held { by, .. } = error;
        assert_eq!(by, Some(ines()));
        drop(lock);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Lock::take(&path, &ines()).is_ok());
    }

    #[test]
    fn a_lock_that_a_crash_left_is_recognised_and_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let text = ron::to_string(&WrittenHolder::from(&ines())).unwrap();
        fs::write(folder.path().join(".a.ron.lock"), text).unwrap();
        let lock = Lock::take(&path, &ines()).unwrap();
        assert_eq!(lock.left_behind(), Some(&ines()));
    }

    #[test]
    fn a_lock_file_of_nonsense_is_taken_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(folder.path().join(".a.ron.lock"), b"\xff(((").unwrap();
        let lock = Lock::take(&path, &ines()).unwrap();
        assert_eq!(lock.left_behind(), None);
        assert!(Lock::take(&path, &ines()).is_err());
    }

    #[test]
    #[cfg(unix)]
    fn a_link_and_its_target_are_one_project() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink("a.ron", &link).unwrap();
        let _lock = Lock::take(&link, &ines()).unwrap();
        assert!(Lock::take(&path, &ines()).is_err());
    }

    #[test]
    fn a_project_whose_folder_cannot_be_written_to_opens_and_says_that_others_do_not_see_it() {
        let folder = tempfile::tempdir().unwrap();
        let lock = Lock::take(&folder.path().join("absent").join("a.ron"), &ines()).unwrap();
        assert!(!lock.is_seen_by_others());
    }
}
