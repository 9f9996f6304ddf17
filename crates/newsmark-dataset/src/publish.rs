//! Putting a new set in the place of the old one, in one step.
//!
//! A set is many files, and a reader must never see some of one and some of another: so the whole folder changes
//! places with the new one. What else lies in the old folder is carried along.

use std::io;
use std::path::{Path, PathBuf};

use newsmark_core::model::Digest;
use newsmark_core::store::Disk;

use crate::error::DatasetError;
use crate::files::{self, Standing};
use crate::manifest::{MANIFEST, Manifest};

/// The folder beside the set in which it is made.
#[derive(Debug)]
pub(crate) struct Workshop {
    /// Where the set stands, without links.
    pub target: PathBuf,
    /// The folder itself.
    pub folder: PathBuf,
    /// Held for its lock.
    _lock: std::fs::File,
}

/// By this file a workshop is known as one.
const LOCK: &str = "newsmark-dataset.lock";
/// The digest of the manifest that is about to be put in place.
const COMMIT: &str = "commit";
/// How many digits a digest has.
const DIGITS: usize = 64;

impl Workshop {
    /// Opens the one of the set at `output`, and ends what a killed program began there.
    pub fn open(disk: &dyn Disk, output: &Path) -> Result<Workshop, DatasetError> {
        let failed = |error| DatasetError::of(error, output);
        if let Some(parent) = output.parent().filter(|parent| !parent.as_os_str().is_empty()) {
            files::make_folder(parent).map_err(failed)?;
        }
        let target = files::without_links(output).map_err(failed)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(DatasetError::NoFolder(output.to_owned()));
        };
        // Hidden, so that nobody looks for projects or tables in it, and beside it, so that one step moves it.
        let folder = parent.join(format!(".{}.newsmark-dataset", name.to_string_lossy()));
        let failed = |error| DatasetError::of(error, &folder);
        match files::standing(&folder).map_err(failed)? {
            Standing::Nothing => disk.create_folder(&folder).map_err(failed)?,
            Standing::Folder => {
                let is_ours = files::standing(&folder.join(LOCK)).map_err(failed)? == Standing::File;
                if !is_ours && !files::is_empty(&folder).map_err(failed)? {
                    return Err(DatasetError::InTheWay(folder));
                }
            }
            _ => return Err(DatasetError::InTheWay(folder)),
        }
        let lock = files::lock(&folder.join(LOCK)).map_err(failed)?.ok_or(DatasetError::Busy(target.clone()))?;
        let workshop = Workshop { target, folder, _lock: lock };
        workshop.recover(disk)?;
        Ok(workshop)
    }

    /// Where the new set is made.
    pub fn next(&self) -> PathBuf {
        self.folder.join("next")
    }

    /// Where the old set waits where folders cannot change places.
    fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    fn recover(&self, disk: &dyn Disk) -> Result<(), DatasetError> {
        let failed = |error| DatasetError::of(error, &self.folder);
        let is_gone = files::standing(&self.target).map_err(failed)? == Standing::Nothing;
        if is_gone && files::standing(&self.old()).map_err(failed)? == Standing::Folder {
            disk.rename(&self.old(), &self.target).map_err(failed)?;
        }
        // One that was cut off was never followed by a change of places, which waits until it is synced.
        let commit = files::read(&self.folder.join(COMMIT)).map_err(failed)?.filter(|commit| commit.len() == DIGITS);
        for left in [self.next(), self.old()] {
            let is_clear = match &commit {
                // It was never about to be put in place: all in it is this program's, or a second name.
                None => true,
                // The old set, or what is left of it, with what others may have put there at the last moment.
                Some(commit) if has_manifest(&self.target, commit)? => clear(disk, &left, &self.target)?,
                Some(commit) => {
                    files::standing(&left).map_err(failed)? == Standing::Nothing || has_manifest(&left, commit)?
                }
            };
            if !is_clear {
                return Err(DatasetError::InTheWay(left));
            }
            files::remove_tree(&left).map_err(failed)?;
        }
        self.forget_commit(disk)
    }

    fn forget_commit(&self, disk: &dyn Disk) -> Result<(), DatasetError> {
        let path = self.folder.join(COMMIT);
        match disk.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(DatasetError::of(error, &path)),
            _ => Ok(()),
        }
    }

    /// The manifest of the set that stands; `None` where none does.
    ///
    /// # Errors
    /// Where somebody else's files stand there.
    pub fn standing(&self) -> Result<Option<Manifest>, DatasetError> {
        let target = &self.target;
        let failed = |error| DatasetError::of(error, target);
        match files::standing(target).map_err(failed)? {
            Standing::Nothing => Ok(None),
            Standing::Folder => match Manifest::read(target)? {
                None if files::is_empty(target).map_err(failed)? => Ok(None),
                None => Err(DatasetError::NotOurs(target.clone())),
                manifest => Ok(manifest),
            },
            _ => Err(DatasetError::NoFolder(target.clone())),
        }
    }

    /// Puts the new set, which is whole and written with a manifest of that digest, in the place of what stands. Returns where that is kept which
    /// could not be carried along.
    pub fn publish(
        &self,
        disk: &dyn Disk,
        old: Option<&Manifest>,
        digest: &str,
    ) -> Result<Option<PathBuf>, DatasetError> {
        let (next, target) = (self.next(), &self.target);
        let failed = |error| DatasetError::of(error, target);
        let is_there = files::standing(target).map_err(failed)? == Standing::Folder;
        if is_there {
            self.carry(old)?;
            files::copy_permissions(target, &next).map_err(failed)?;
        }
        for (path, standing) in files::walk(&next).map_err(failed)? {
            if standing == Standing::Folder {
                disk.sync_folder(&next.join(path)).map_err(failed)?;
            }
        }
        disk.sync_folder(&next).map_err(failed)?;
        let commit = self.folder.join(COMMIT);
        files::write_new(disk, &commit, digest.as_bytes()).map_err(failed)?;
        if is_there {
            self.exchange(disk).map_err(failed)?;
        } else {
            match disk.rename_new(&next, target) {
                // A folder has no second name, so that this is the only way there.
                Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                    disk.rename(&next, target).map_err(failed)?
                }
                outcome => outcome.map_err(failed)?,
            }
        }
        // It stands. What cannot be promised or cleared is there all the same, and cleared the next time.
        let _ = target.parent().map(|parent| disk.sync_folder(parent));
        let mut kept = None;
        for left in [next, self.old()] {
            if !matches!(clear(disk, &left, target), Ok(true)) {
                kept = Some(left);
            }
        }
        if kept.is_none() {
            let _ = self.forget_commit(disk);
        }
        Ok(kept)
    }

    /// Lets the new set and what stands change places.
    fn exchange(&self, disk: &dyn Disk) -> io::Result<()> {
        let (next, old) = (self.next(), self.old());
        match disk.exchange(&next, &self.target) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
            outcome => return outcome,
        }
        // For a moment nothing stands there; what does is found again by whoever looks next.
        disk.rename(&self.target, &old)?;
        disk.rename(&next, &self.target).inspect_err(|_| {
            // The old set goes back, at once or at the next start.
            let _ = disk.rename(&old, &self.target);
        })
    }

    /// Gives what is not of the old set a place in the new one.
    fn carry(&self, old: Option<&Manifest>) -> Result<(), DatasetError> {
        let (next, target) = (self.next(), &self.target);
        for (path, standing) in files::walk(target).map_err(|error| DatasetError::of(error, target))? {
            let (from, to) = (target.join(&path), next.join(&path));
            let failed = |error| DatasetError::of(error, &from);
            let there = files::standing(&to).map_err(failed)?;
            match standing {
                Standing::File | Standing::Link if is_listed(old, &path) && standing == Standing::File => {}
                Standing::Folder if there == Standing::Folder || is_listed_folder(old, &path) => {}
                _ if there != Standing::Nothing => return Err(DatasetError::InTheWay(from)),
                Standing::Folder => files::make_folder(&to).map_err(failed)?,
                Standing::File | Standing::Link => {
                    if let Some(folder) = to.parent() {
                        files::make_folder(folder).map_err(failed)?;
                    }
                    files::carry(&from, &to).map_err(failed)?;
                }
                Standing::Special | Standing::Nothing => return Err(DatasetError::InTheWay(from)),
            }
        }
        Ok(())
    }
}

/// Whether the manifest in the folder has that digest.
fn has_manifest(folder: &Path, digest: &[u8]) -> Result<bool, DatasetError> {
    let path = folder.join(MANIFEST);
    let manifest = files::read(&path).map_err(|error| DatasetError::of(error, &path))?;
    Ok(manifest.is_some_and(|manifest| Digest::of(&manifest).to_string().as_bytes() == digest))
}

/// A path as a manifest lists it.
fn listed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

fn is_listed(manifest: Option<&Manifest>, path: &Path) -> bool {
    let path = listed(path);
    path == MANIFEST || manifest.is_some_and(|manifest| manifest.files.contains_key(&path))
}

fn is_listed_folder(manifest: Option<&Manifest>, path: &Path) -> bool {
    let path = format!("{}/", listed(path));
    manifest.is_some_and(|manifest| manifest.files.keys().any(|file| file.starts_with(&path)))
}

/// Removes the old set at `left`. What is not of it and not carried along goes into the new one at `target`. Returns
/// whether nothing is left.
fn clear(disk: &dyn Disk, left: &Path, target: &Path) -> Result<bool, DatasetError> {
    let failed = |error| DatasetError::of(error, left);
    if files::standing(left).map_err(failed)? == Standing::Nothing {
        return Ok(true);
    }
    let manifest = Manifest::read(left)?;
    let mut all = files::walk(left).map_err(failed)?;
    // The manifest last: until then it says what may be removed.
    all.sort_by_key(|(path, _)| (path == Path::new(MANIFEST), std::cmp::Reverse(path.components().count())));
    for (path, standing) in all {
        let (from, to) = (left.join(&path), target.join(&path));
        let is_own = standing == Standing::File && is_listed(manifest.as_ref(), &path);
        let outcome = match standing {
            // One that is not empty holds what could not be moved.
            Standing::Folder => files::remove_folder(&from),
            _ if is_own || files::are_one(&from, &to) => disk.remove(&from),
            _ => disk.rename_new(&from, &to),
        };
        if outcome.is_err() && standing != Standing::Folder {
            return Ok(false);
        }
    }
    Ok(files::remove_folder(left).is_ok())
}
