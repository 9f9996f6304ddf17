//! Putting a file in the place of another, wholly or not at all.

mod expected;
mod left_over;
mod names;
mod seen;
mod target;
mod temporary;
#[cfg(test)]
mod tests;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::save_error::{Attempt, Subject};
use super::{Disk, NotKept, Printed, RealDisk, SaveError};
use crate::join::join;
use crate::model::{Digest, Project};
use seen::Seen;
use temporary::Temporary;

pub use expected::Expected;
pub(super) use target::{folder_of, target};

/// A save that succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The digest of the bytes that are in the file.
    pub digest: Digest,
    /// Whether the system promised that they outlive a loss of power; some
    /// file systems cannot promise it for a folder.
    pub durable: bool,
    /// What the file that was replaced had and this one has not.
    pub not_kept: NotKept,
    /// Where that is kept which another program wrote at the very moment of this save, or of one that was broken off.
    pub set_aside: Vec<PathBuf>,
}

impl Saved {
    /// What people should know of it, in sentences.
    pub fn messages(&self) -> Vec<String> {
        let aside = self.set_aside.iter().map(|aside| Saved::set_aside_message(aside));
        self.not_kept.describe().into_iter().chain(aside).collect()
    }

    /// What people should know of what was [set aside](Saved::set_aside) there, a sentence.
    pub fn set_aside_message(aside: &Path) -> String {
        let sentence = "Another program wrote the file at the very moment of a save. Its version was kept, and yours is \
                        in the file. Compare the two";
        format!("{sentence}: {}", aside.display())
    }
}

/// What came of putting bytes in a file's place.
#[derive(Clone, Debug)]
pub(super) struct Replacement {
    /// As [`Saved::durable`].
    pub durable: bool,
    /// As [`Saved::not_kept`].
    pub not_kept: NotKept,
    /// As [`Saved::set_aside`].
    pub set_aside: Vec<PathBuf>,
}

impl Replacement {
    /// The same of what is no project: that there are two versions is an error, as nobody is shown the other one.
    ///
    /// # Errors
    /// [`SaveError::SetAside`], where something was.
    pub fn alone(mut self, path: &Path) -> Result<Replacement, SaveError> {
        let attempt = || Attempt { subject: Subject::Project, path: path.to_owned() };
        match self.set_aside.pop() {
            // Settings and reports have one reader, who would never look for a second version.
            Some(aside) => Err(SaveError::SetAside(attempt(), aside)),
            None => Ok(self),
        }
    }
}

/// Prints the project and puts it in the place of the file at `path`.
///
/// # Errors
/// A [`SaveError`], and the file is as it was.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::Project;
/// use newsmark_core::store::{Expected, load, save};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("karsa.newsmark");
/// let project = Project::new(import(b"Shells killed 12 people.", "karsa.txt", None)?.article);
/// let saved = save(&project, &path, Expected::Nothing)?;
/// let loaded = load(&path)?;
/// assert_eq!((loaded.project, loaded.digest), (project.clone(), saved.digest));
/// // The file is there now, and nobody said that it may be replaced.
/// assert!(save(&project, &path, Expected::Nothing).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn save(project: &Project, path: &Path, expected: Expected) -> Result<Saved, SaveError> {
    Printed::of(project).save(path, expected)
}

/// Puts a report, which was made of projects, in the place of the file at `path`, wholly or not at all.
///
/// # Errors
/// A [`SaveError`], and the file is as it was.
pub fn save_report(disk: &dyn Disk, bytes: &[u8], path: &Path, expected: Expected) -> Result<NotKept, SaveError> {
    let replaced = replace(disk, path, bytes, expected).and_then(|replaced| replaced.alone(path));
    replaced.map(|replaced| replaced.not_kept).map_err(|error| error.about(Subject::Report))
}

impl Printed {
    /// Puts the project in the place of the file at `path`, wholly or not at all.
    ///
    /// The bytes go to a temporary file in the same folder, which gets the
    /// owner, group, permissions and further attributes of the file that it
    /// replaces, as far as the system allows. A link stays a link: what it
    /// points to is replaced. Only a plain file is replaced.
    ///
    /// What another program writes meanwhile is not overwritten: where the file
    /// system can let two files change places, what came out is looked at, and
    /// put back if it is not what was expected.
    ///
    /// # Limitations
    /// Where the file system cannot do that, as on most network shares, what is
    /// written between the last look at the file and the renaming that follows
    /// at once is lost. Everywhere, so is what a program writes afterwards into
    /// the file that it had opened before.
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
        let own = || self.digest();
        // The digest is computed while the disk writes: on a large project either takes as long as the other.
        let (replaced, digest) = join(own, || replace_by(disk, path, (self.as_bytes(), &own), expected));
        let Replacement { durable, not_kept, set_aside } = replaced?;
        Ok(Saved { digest, durable, not_kept, set_aside })
    }
}

/// Puts `bytes` in the place of the file at `path`.
///
/// # Errors
/// A [`SaveError`] that speaks of a project, and the file is as it was.
pub(super) fn replace(
    disk: &dyn Disk,
    path: &Path,
    bytes: &[u8],
    expected: Expected,
) -> Result<Replacement, SaveError> {
    replace_by(disk, path, (bytes, &|| Digest::of(bytes)), expected)
}

/// The same with what tells the digest of the bytes.
fn replace_by(
    disk: &dyn Disk,
    path: &Path,
    (bytes, digest): (&[u8], &(dyn Fn() -> Digest + Sync)),
    expected: Expected,
) -> Result<Replacement, SaveError> {
    /// How often another file may come into the place between two looks before it is no use to go on.
    const TRIES: usize = 5;
    // Followed once: a link that is turned elsewhere during the save does not send half of it there.
    let target = target(path).map_err(|error| SaveError::of(error, path))?;
    let place = Place { disk, path, target: &target, expected, digest };
    for _ in 0..TRIES {
        if let Some(mut replaced) = place.replace(bytes)? {
            // Only after a save that succeeded: what a killed program left may be the only copy until then.
            replaced.set_aside.extend(left_over::clear(disk, &target));
            return Ok(replaced);
        }
    }
    // Each try saw another file than the one before. To go on would mean to overwrite without looking.
    Err(place.failed(io::Error::other("other programs keep writing it")))
}

/// A file's place, and what is expected there.
struct Place<'p> {
    disk: &'p dyn Disk,
    /// As it was given, for sentences.
    path: &'p Path,
    /// Where its links lead.
    target: &'p Path,
    expected: Expected,
    /// The digest of what is put there.
    digest: &'p (dyn Fn() -> Digest + Sync),
}

impl Place<'_> {
    /// `None` where another file came into the place meanwhile, so that all is to be asked again.
    fn replace(&self, bytes: &[u8]) -> Result<Option<Replacement>, SaveError> {
        // Asked before anything is written, so that nothing is written in vain.
        target::check(self.path, self.target, self.expected)?;
        let write = || Temporary::write(self.disk, self.target, bytes);
        // Reading what is there and writing what is to come are both waits for the disk.
        let (temporary, seen) = join(|| Seen::of(self.target, self.expected), write);
        let mut temporary = temporary.map_err(|error| self.failed(error))?;
        // Asked as late as can be, as another program may write at any time.
        let look =
            |seen: Seen| if seen.is_still_at(self.target) { Ok(seen) } else { Seen::of(self.target, self.expected) };
        let seen = seen.and_then(look).map_err(|error| self.failed(error))?;
        // Judged before anything changes place, so that an answer that needs a person leaves the file untouched.
        seen.check(self.path, self.expected)?;
        let is_same = match (&seen.file, &temporary.like) {
            (Some(seen), Some(like)) => seen.is_same_file(like),
            (seen, like) => seen.is_none() && like.is_none(),
        };
        // Owner and permissions were taken from another file than the one that is about to go.
        if !is_same {
            return Ok(None);
        }
        let is_in_place = if seen.file.is_some() {
            self.exchange(&mut temporary, &seen)?
        } else {
            self.put_new(&mut temporary, &seen)?
        };
        if !is_in_place {
            return Ok(None);
        }
        let (not_kept, set_aside) = (temporary.not_kept, temporary.aside.take().into_iter().collect());
        // The bytes were synced under the other name; the folder makes the exchange of names last.
        let durable = self.disk.sync_folder(folder_of(self.target)).is_ok();
        // What was replaced goes last: until the folder is written it is all that outlives a loss of power.
        drop(temporary);
        Ok(Some(Replacement { durable, not_kept, set_aside }))
    }

    /// Puts it where nothing is; `false` where something came there.
    fn put_new(&self, temporary: &mut Temporary, seen: &Seen) -> Result<bool, SaveError> {
        match self.disk.rename_new(&temporary.path, self.target) {
            Ok(()) => {
                temporary.leave();
                Ok(true)
            }
            // Without that step there is a gap between the last look and the renaming, which the doc of `save` names.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => self.rename(temporary, seen),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(self.failed(error)),
        }
    }

    /// Lets it change places with what is there, which must be what was seen; `false` where that has gone.
    ///
    /// Where what came out was not seen and cannot be put back, it is set aside.
    fn exchange(&self, temporary: &mut Temporary, seen: &Seen) -> Result<bool, SaveError> {
        // Where a digest is expected, a kill in the next moment can be told from another program’s write by what the
        // name says. Otherwise anything may go.
        if let Expected::Digest(old) = self.expected {
            temporary.name_for_exchange(self.target, old, (self.digest)());
        }
        match self.disk.exchange(&temporary.path, self.target) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return self.rename(temporary, seen),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(self.failed(error)),
        }
        // Asked of the open file, wherever its name has gone.
        let own = temporary.stamp();
        let came_out = &temporary.path;
        let may_go = is_plain(came_out)
            && (self.expected == Expected::Anything || own.as_ref().is_ok_and(|own| seen.is_at(came_out, own)));
        if may_go {
            return Ok(true);
        }
        // What came out was never seen by anybody here: it is put back, and the save looks again. That exchange can
        // meet a third writer as well.
        let back = self.disk.exchange(came_out, self.target);
        let is_own_at = |path: &Path| {
            let there = seen::FileStamp::at(path);
            own.as_ref().is_ok_and(|own| there.is_some_and(|there| there.has_same_bytes(own)))
        };
        if back.is_ok() && is_own_at(came_out) {
            // What came is asked for as if it had been there from the beginning.
            return Ok(false);
        }
        // Where it cannot be put back, our version stays in the file and theirs gets a name that people see: nothing is
        // lost, and both are told of.
        let is_in_place = back.is_err() && is_own_at(self.target);
        let aside = temporary.set_aside(self.target);
        if is_in_place {
            return Ok(true);
        }
        // A third program has written as well, over what was put there.
        Err(SaveError::Overtaken(self.attempt(), aside))
    }

    /// Renames it over what was seen there a moment before.
    fn rename(&self, temporary: &mut Temporary, seen: &Seen) -> Result<bool, SaveError> {
        let is_so = match &seen.file {
            None => seen.is_still_at(self.target),
            // Somebody said that it may be replaced; a folder or a pipe was not meant by that.
            Some(_) if self.expected == Expected::Anything => is_plain(self.target),
            Some(_) => {
                // The stamp tells of most changes; bytes are read again only where the file is so young that it could
                // not.
                temporary.stamp().is_ok_and(|own| seen.is_still_at(self.target) && seen.is_at(self.target, &own))
            }
        };
        if !is_so {
            return Ok(false);
        }
        self.disk.rename(&temporary.path, self.target).map_err(|error| self.failed(error))?;
        temporary.leave();
        Ok(true)
    }

    fn attempt(&self) -> Attempt {
        Attempt { subject: Subject::Project, path: self.path.to_owned() }
    }

    fn failed(&self, error: io::Error) -> SaveError {
        SaveError::of(error, self.path)
    }
}

fn is_plain(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file())
}
