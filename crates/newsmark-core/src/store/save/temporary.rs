use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::seen::FileStamp;
use super::{left_over, names};
use crate::model::Digest;
use crate::store::plain_file::is_at;
use crate::store::{Access, Disk, NotKept};

/// A file beside its target, removed unless it is put in place.
///
/// It is called `.NAME.newsmark-N.tmp`, which no other program calls a file, and
/// the operating system's lock on it tells a living program's from one that a
/// kill left behind: the next save of the same file removes the latter. On
/// file systems without locks it stays.
///
/// Before it changes places with its target its name gets the first digits of
/// two digests, of what is expected there and of its own bytes: should the
/// program be killed right after that, [what is left](super::left_over) may be
/// what another program wrote at that moment.
pub struct Temporary<'d> {
    disk: &'d dyn Disk,
    /// Where it is, or what it changed places with.
    pub path: PathBuf,
    /// Where that was put which must not be removed.
    pub aside: Option<PathBuf>,
    /// Held for its lock.
    file: File,
    /// The file whose metadata it has, as it was then; `None` where there was none.
    pub like: Option<FileStamp>,
    /// What of that file's it could not be given.
    pub not_kept: NotKept,
    stays: bool,
}

impl<'d> Temporary<'d> {
    /// Writes the bytes into a file beside `target`; they outlive a loss of power when this returns.
    pub fn write(disk: &'d dyn Disk, target: &Path, bytes: &[u8]) -> io::Result<Temporary<'d>> {
        let like = FileStamp::at(target);
        // What replaces a file that few may read must not be readable by all, not even for a moment.
        let (path, file) = created(disk, target, if like.is_some() { Access::Private } else { Access::Usual })?;
        let not_kept = NotKept::default();
        let mut temporary = Temporary { disk, path, aside: None, file, like, not_kept, stays: false };
        disk.write(&mut temporary.file, bytes)?;
        if like.is_some() {
            temporary.not_kept = disk.copy_metadata(target, &temporary.file)?;
        }
        // Before it gets the name: a file that is renamed first can be empty after a loss of power.
        disk.sync(&temporary.file)?;
        Ok(temporary)
    }

    /// The stamp of what was written, wherever it is.
    pub fn stamp(&self) -> io::Result<FileStamp> {
        self.file.metadata().map(|metadata| FileStamp::of(&metadata))
    }

    /// It has been put in place: nothing is left to remove.
    pub fn leave(&mut self) {
        self.stays = true;
    }

    /// Renames it so that it is known what may be in it once it has changed places with the target.
    ///
    /// That is a precaution against a kill in the moment after: where it cannot be taken, as on a file system that
    /// takes short names alone, the save goes on under the name of before.
    pub fn name_for_exchange(&mut self, target: &Path, expected: Digest, own: Digest) {
        for n in 0u32.. {
            let Ok(named) = names::exchanged(target, n, expected, own) else { return };
            match self.disk.rename_new(&self.path, &named) {
                Ok(()) => {
                    self.path = named;
                    return;
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                // See above: the name is a precaution alone.
                Err(_) => return,
            }
        }
    }

    /// Gives what is at the temporary's path a name under which it is not removed, beside the target; returns it.
    /// What cannot be renamed keeps its name.
    pub fn set_aside(&mut self, target: &Path) -> PathBuf {
        self.stays = true;
        let aside = left_over::set_aside(self.disk, &self.path, target).unwrap_or_else(|_| self.path.clone());
        self.aside = Some(aside.clone());
        aside
    }
}

impl Drop for Temporary<'_> {
    fn drop(&mut self) {
        if !self.stays {
            // The failure that led here is told, and the next save removes what could not be removed.
            let _ = self.disk.remove(&self.path);
        }
    }
}

/// Creates a file beside `target` under a name that nobody has, and takes its lock.
fn created(disk: &dyn Disk, target: &Path, access: Access) -> io::Result<(PathBuf, File)> {
    for n in 0u32.. {
        let path = names::temporary(target, n)?;
        if left_over::is_left_behind(&path) {
            // What cannot be removed keeps its name, and the next one is taken.
            let _ = disk.remove(&path);
        }
        match disk.create(&path, access) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
            // Between creating and locking it looks as if left behind: whoever removed it holds its lock or has
            // freed its name.
            Ok(file) if matches!(file.try_lock(), Err(fs::TryLockError::WouldBlock)) || !is_at(&file, &path) => {}
            Ok(file) => return Ok((path, file)),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
