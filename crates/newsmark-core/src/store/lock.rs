//! Telling others that a project is open.

mod account;
mod hold;
#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lock_owner::WrittenLockOwner;
use super::plain_file::is_at;
use super::save::{folder_of, target};
use super::{Disk, LockOwner, RealDisk};
use crate::model::Time;
use hold::{Hold, held};

/// Tells others that a project is open, for as long as it lives.
///
/// It is a file beside the project, `.name.ron.lock`, that says who and since
/// when. The operating system's lock on that file tells a living holder from
/// one that crashed; where a file system has no such locks, the holder's
/// machine and process do, as far as can be seen from here. Dropping it removes
/// the file.
///
/// A lock file is opened without following links, and written to only where it
/// is empty or says what one of this program's says: what else has its name
/// stays as it is, and the project opens [unseen by others](Lock::why_unseen).
///
/// # Limitations
/// Two machines see each other's locks only on file systems that share them,
/// as SMB and NFS 4 do; a synchronised folder does not.
///
/// ```
/// use newsmark_core::model::Time;
/// use newsmark_core::store::{Lock, LockError, LockOwner};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("karsa.ron");
/// let (person, machine) = ("Ines Varga".to_owned(), "desk-3".to_owned());
/// let ines = LockOwner { person, machine, process: std::process::id(), since: Time(1_773_489_600) };
/// let lock = Lock::take(&path, &ines)?;
/// assert!(lock.is_seen_by_others());
/// let LockError::Held { by, .. } = Lock::take(&path, &ines).unwrap_err();
/// assert_eq!(by, Some(ines));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Lock {
    disk: Arc<dyn Disk>,
    path: PathBuf,
    /// Held for its lock; `None` where there is no lock file of this program's.
    file: Option<File>,
    /// What the file says.
    text: String,
    left_behind: Option<LockOwner>,
    why_unseen: Option<String>,
}

/// Why a project cannot be locked.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// It is open elsewhere, as far as is known.
    #[error("{} It can be read here, not changed: {}", held_by(.by, .file, *.is_certain), .path.display())]
    Held {
        /// Who has it open; `None` where that cannot be read.
        by: Option<LockOwner>,
        /// Whether the system says that a program has it open. Where not, only the lock file does, which may have been
        /// left behind: somebody may open the project all the same by [`Lock::take_over`].
        is_certain: bool,
        /// What is known of a lock file that cannot be read.
        file: Option<LockFile>,
        /// The project.
        path: PathBuf,
    },
}

/// What is known of a lock file without reading it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockFile {
    /// The name of the account that it belongs to, or its number.
    pub owner: String,
    /// When it was written.
    pub since: Time,
}

fn held_by(by: &Option<LockOwner>, file: &Option<LockFile>, is_certain: bool) -> String {
    let what = if is_certain { "The project is open" } else { "The project may be open" };
    let since = |since: &Time| {
        let since = jiff::Timestamp::from_second(since.0).map(|time| time.strftime("%Y-%m-%d %H:%M UTC").to_string());
        since.map(|time| format!(" since {time}")).unwrap_or_default()
    };
    let unread = "or its lock file was left behind, which cannot be read";
    let left = "or its lock file was left behind by a program that ended there";
    match (by, file) {
        (Some(by), _) if is_certain => format!("{what} on {}, by {}{}.", by.machine, by.person, since(&by.since)),
        (Some(by), _) => format!("{what} on {}, by {}{}, {left}.", by.machine, by.person, since(&by.since)),
        (None, Some(LockFile { owner, since: time })) => {
            format!("{what} elsewhere, by {owner}{}, {unread}.", since(time))
        }
        (None, None) => format!("{what} elsewhere."),
    }
}

impl LockFile {
    fn of(metadata: &Metadata) -> LockFile {
        LockFile { owner: account::owner(metadata), since: super::Stamp::of(metadata).time() }
    }
}

impl Lock {
    /// Locks the project at `path`, which may be a link, for `holder`.
    ///
    /// A project beside which no lock file can be written gets a lock that
    /// [others do not see](Lock::is_seen_by_others).
    ///
    /// # Errors
    /// [`LockError::Held`] where somebody has it open, also this very program.
    pub fn take(path: &Path, holder: &LockOwner) -> Result<Lock, LockError> {
        Lock::take_on(&RealDisk::shared(), path, holder)
    }

    /// As [`take`](Lock::take), on any disk.
    ///
    /// # Errors
    /// As [`take`](Lock::take).
    pub fn take_on(disk: &Arc<dyn Disk>, path: &Path, holder: &LockOwner) -> Result<Lock, LockError> {
        Taking { disk, path, holder, is_asked: false }.take()
    }

    /// Locks the project although its lock file says that it is open elsewhere: somebody was asked, and knows that it
    /// is not. Only for a lock that is [not certain](LockError::Held::is_certain): one that a living program holds is
    /// never taken from it.
    ///
    /// # Errors
    /// [`LockError::Held`], which is certain.
    pub fn take_over(path: &Path, holder: &LockOwner) -> Result<Lock, LockError> {
        Lock::take_over_on(&RealDisk::shared(), path, holder)
    }

    /// As [`take_over`](Lock::take_over), on any disk.
    ///
    /// # Errors
    /// As [`take_over`](Lock::take_over).
    pub fn take_over_on(disk: &Arc<dyn Disk>, path: &Path, holder: &LockOwner) -> Result<Lock, LockError> {
        Taking { disk, path, holder, is_asked: true }.take()
    }

    /// Whether others can see that the project is open here.
    pub fn is_seen_by_others(&self) -> bool {
        self.why_unseen.is_none()
    }

    /// A sentence that says that others cannot see that the project is open here, and why; `None` where they can.
    pub fn why_unseen(&self) -> Option<&str> {
        self.why_unseen.as_deref()
    }

    /// Who had the project open when their program ended without closing it.
    pub fn left_behind(&self) -> Option<&LockOwner> {
        self.left_behind.as_ref()
    }
}

impl Drop for Lock {
    /// On Unix the file goes before its lock does, so that nobody takes a lock on a file that is about to go.
    fn drop(&mut self) {
        let Some(mut file) = self.file.take() else { return };
        // Another may have taken over a lock that was not certain: then the file says so, and is theirs.
        if !is_at(&file, &self.path) || read(&mut file).is_none_or(|text| text != self.text) {
            return;
        }
        let file = if cfg!(unix) { Some(file) } else { None };
        // A file that stays is recognised as left behind.
        let _ = self.disk.remove(&self.path);
        drop(file);
    }
}

/// An attempt to lock a project.
struct Taking<'t> {
    disk: &'t Arc<dyn Disk>,
    path: &'t Path,
    holder: &'t LockOwner,
    /// Whether somebody said to take over a lock that is not certain.
    is_asked: bool,
}

/// What a lock file says.
enum Content {
    /// Nothing, or a part of what this program writes: a crash or a loss of power cut it short.
    Nothing,
    LockOwner(LockOwner),
    /// It is none of this program's lock files.
    Foreign,
}

impl Taking<'_> {
    fn take(&self) -> Result<Lock, LockError> {
        // Two links to one project must lead to one lock.
        let project = target(self.path).unwrap_or_else(|_| self.path.to_owned());
        let lock_path = lock_path(&project);
        /// How often a holder may go away between two looks before we take it for held.
        const TRIES: usize = 20;
        for _ in 0..TRIES {
            let taken = match held(&**self.disk, &lock_path) {
                Hold::Taken(file) => self.taken(&lock_path, file),
                Hold::TakenOfAnother(file) => self.of_another(&lock_path, file),
                Hold::NoLocks(file) => self.without_locks(&lock_path, file)?,
                Hold::Others(file) => return Err(self.held(file.and_then(read_holder), true, None)),
                Hold::Unreadable(metadata) => self.unreadable(&lock_path, &metadata)?,
                // Its holder has just closed the project: the name is free for the next try.
                Hold::Gone => None,
                Hold::NoPlainFile => Some(self.foreign(&lock_path)),
                Hold::Failed(error) => Some(self.unseen(&lock_path, &why(&error))),
            };
            if let Some(lock) = taken {
                return Ok(lock);
            }
        }
        // Somebody holds it again and again, so that it is not free, whoever it is.
        Err(self.held(None, true, None))
    }

    /// The system's lock on the file is held; `None` where that file has gone.
    fn taken(&self, lock_path: &Path, mut file: File) -> Option<Lock> {
        // The holder removes the file before it lets go of the lock: the lock that we got may be on a file without a
        // name.
        if !is_at(&file, lock_path) {
            return None;
        }
        Some(match content(&mut file) {
            Content::Foreign => self.foreign(lock_path),
            Content::Nothing => self.written(lock_path, file, None).0,
            // That the text could not be written takes nothing from the system's lock: others are told that it is open.
            Content::LockOwner(left_behind) => self.written(lock_path, file, Some(left_behind)).0,
        })
    }

    /// The same of a file of somebody else that can only be read. Nobody holds it, so that it may go.
    fn of_another(&self, lock_path: &Path, mut file: File) -> Option<Lock> {
        let left_behind = match content(&mut file) {
            _ if !is_at(&file, lock_path) => return None,
            Content::Foreign => return Some(self.foreign(lock_path)),
            Content::Nothing => None,
            Content::LockOwner(left_behind) => Some(left_behind),
        };
        if self.disk.remove(lock_path).is_ok() {
            return None;
        }
        let whose = left_behind.as_ref().map_or("somebody else", |holder| &holder.person);
        let mut lock =
            self.unseen(lock_path, &format!("a lock file that {whose} left stands there, which you may not write"));
        lock.left_behind = left_behind;
        Some(lock)
    }

    fn without_locks(&self, lock_path: &Path, mut file: File) -> Result<Option<Lock>, LockError> {
        let left_behind = match content(&mut file) {
            // Without locks the file alone speaks. It is believed unless somebody was asked, or the process is known to
            // be gone.
            Content::LockOwner(by) if by.may_live(&self.holder.machine) && !self.is_asked => {
                return Err(self.held(Some(by), false, None));
            }
            Content::Foreign => return Ok(Some(self.foreign(lock_path))),
            Content::LockOwner(by) => Some(by),
            Content::Nothing => None,
        };
        let (mut lock, outcome) = self.written(lock_path, file, left_behind);
        // Without the text nothing tells others.
        lock.why_unseen = outcome.err().map(|error| unseen(&why(&error)));
        Ok(Some(lock))
    }

    /// A file that may not even be read. Whoever was asked may have it removed, where the system allows that.
    fn unreadable(&self, lock_path: &Path, metadata: &Metadata) -> Result<Option<Lock>, LockError> {
        let file = LockFile::of(metadata);
        if !self.is_asked {
            return Err(self.held(None, false, Some(file)));
        }
        if self.disk.remove(lock_path).is_ok() {
            return Ok(None);
        }
        let why = format!("a lock file of {} stands there, which you may not write", file.owner);
        Ok(Some(self.unseen(lock_path, &why)))
    }

    /// The lock with who holds it in its file, and whether that could be written.
    fn written(&self, lock_path: &Path, mut file: File, left_behind: Option<LockOwner>) -> (Lock, io::Result<()>) {
        // Where it should not print, an empty file holds the lock as well.
        let text = ron::to_string(&WrittenLockOwner::from(self.holder)).unwrap_or_default();
        // Cut before it is written: a shorter name would leave the end of the longer one that was there.
        let cut = self.disk.truncate(&file, 0).and_then(|()| file.rewind());
        let written = cut.and_then(|()| self.disk.write(&mut file, text.as_bytes()));
        // What is there is read back: it may be a part, or what was there before.
        let text = if written.is_ok() { text } else { read(&mut file).unwrap_or_default() };
        let (disk, path) = (Arc::clone(self.disk), lock_path.to_owned());
        (Lock { disk, path, file: Some(file), text, left_behind, why_unseen: None }, written)
    }

    fn foreign(&self, lock_path: &Path) -> Lock {
        let name = lock_path.file_name().unwrap_or_default().to_string_lossy();
        self.unseen(lock_path, &format!("{name}, which stands there, is no lock file of Newsmark"))
    }

    fn unseen(&self, lock_path: &Path, why: &str) -> Lock {
        Lock {
            disk: Arc::clone(self.disk),
            path: lock_path.to_owned(),
            file: None,
            text: String::new(),
            left_behind: None,
            why_unseen: Some(unseen(why)),
        }
    }

    fn held(&self, by: Option<LockOwner>, is_certain: bool, file: Option<LockFile>) -> LockError {
        LockError::Held { by, is_certain, file, path: self.path.to_owned() }
    }
}

fn unseen(why: &str) -> String {
    format!("Nobody else is told that you have it open: {why}. Tell those who work on it too")
}

/// Why no lock file could be written, a sentence's part.
fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "you may not write into its folder".to_owned()
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => "its folder is not there".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        _ => format!("the lock file could not be written ({error})"),
    }
}

fn lock_path(project: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(project.file_name().unwrap_or_default());
    // The full stop hides it where folders are looked at, and keeps scans for projects from it.
    name.push(".lock");
    folder_of(project).join(name)
}

fn read_holder(mut file: File) -> Option<LockOwner> {
    match content(&mut file) {
        Content::LockOwner(holder) => Some(holder),
        Content::Nothing | Content::Foreign => None,
    }
}

fn content(file: &mut File) -> Content {
    /// How what this program writes begins.
    const BEGINS: &str = "(person:\"";
    let Some(text) = read(file) else { return Content::Foreign };
    // A file whose bytes were lost with the power has its length and noughts.
    let text = text.trim_matches('\0');
    if let Ok(written) = ron::from_str::<WrittenLockOwner>(text) {
        Content::LockOwner(written.into())
    // Cut short it is still ours. Anything else that has this name is somebody’s and is not written to.
    } else if text.starts_with(BEGINS) || BEGINS.starts_with(text) {
        Content::Nothing
    } else {
        Content::Foreign
    }
}

/// The file's text; `None` where it is none, or longer than that of a lock file.
fn read(file: &mut File) -> Option<String> {
    /// Longer than any name; a file that is larger is none of ours.
    const LONGEST: u64 = 1 << 16;
    let mut bytes = Vec::new();
    file.rewind().and_then(|()| file.take(LONGEST + 1).read_to_end(&mut bytes)).ok()?;
    String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= LONGEST)
}
