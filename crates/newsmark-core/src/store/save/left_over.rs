//! What a program that was killed right at an exchange left beside a file.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::folder_of;
use super::names::{digits, known, prefix};
use crate::model::Digest;
use crate::store::plain_file::is_at;
use crate::store::{Disk, plain_file};

/// Goes through what killed programs left beside the target, which was saved. What
/// they had expected or written themselves is removed; anything else was
/// written by another program at the moment of the exchange, and is set aside.
/// Returns where that is.
pub fn clear(disk: &dyn Disk, target: &Path) -> Vec<PathBuf> {
    let (Ok(prefix), Ok(entries)) = (prefix(target), fs::read_dir(folder_of(target))) else { return Vec::new() };
    let mut aside = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let known = name.to_str().and_then(|name| known(name.strip_prefix(&prefix)?));
        // The lock is asked before the bytes are read: a living program is in the middle of its save.
        let Some(known) = known.filter(|_| is_left_behind(&entry.path())) else { continue };
        // What cannot be read, moved or removed stays as it is, for the next save.
        let Ok(bytes) = plain_file::read(&entry.path()) else { continue };
        // Either is in the file or was replaced on purpose, so that nothing is lost with it.
        if known.contains(&digits(Digest::of(&bytes))) {
            let _ = disk.remove(&entry.path());
        } else {
            aside.extend(set_aside(disk, &entry.path(), target).ok());
        }
    }
    aside
}

/// Gives the file a name beside the target under which nothing removes it, and which people see.
pub fn set_aside(disk: &dyn Disk, path: &Path, target: &Path) -> io::Result<PathBuf> {
    /// More files than anybody has set aside.
    const MOST: u32 = 100;
    let (stem, ending) = (target.file_stem().unwrap_or_default(), target.extension().unwrap_or_default());
    for n in 1..=MOST {
        let name = format!("{} (set aside {n})", stem.to_string_lossy());
        let aside = target.with_file_name(name).with_added_extension(ending);
        // In one step with the question whether the name is free: what was set aside earlier is never replaced.
        match disk.rename_new(path, &aside) {
            Ok(()) => return Ok(aside),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Whether a temporary file is there that no living program holds.
pub fn is_left_behind(path: &Path) -> bool {
    if !fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file()) {
        return false;
    }
    let mut options = OpenOptions::new();
    // Some network file systems lock only files that are open for writing (NFS on Linux, `flock(2)`).
    options.read(true).write(true);
    #[cfg(unix)]
    plain_file::without_following(&mut options);
    options.open(path).is_ok_and(|file| file.try_lock().is_ok() && is_at(&file, path))
}
