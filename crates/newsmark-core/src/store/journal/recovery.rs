use std::collections::{HashMap, HashSet};
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::known_file::KnownFile;
use super::litter;
use super::reader::{Lines, lines};
use crate::model::{Digest, Time};
use crate::store::load::read_file;
use crate::store::{Disk, LoadError, LockOwner, plain_file};

/// What a program left behind that ended without closing its project.
///
/// Nobody else is offered it while this value lives.
#[derive(Debug)]
pub struct Recovery {
    files: Files,
    /// Held for their locks.
    _file: File,
    _claim: Option<Arc<File>>,
    /// The journal's bytes: on Windows its own lock keeps it from being read again.
    bytes: Vec<u8>,
    content: Result<Content, &'static str>,
}

#[derive(Debug)]
struct Content {
    lines: Lines,
    /// How far the project's file has come, where that can be told.
    file: Option<KnownFile>,
}

/// How what was recovered relates to the project's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// The project was never saved.
    Unsaved,
    /// The file is what the changes build on; saving expects this digest.
    Fits(Digest),
    /// The file has all the changes, which were saved just before the end.
    Saved(Digest),
    /// The file has been changed by another program: keep what was recovered as another file.
    Diverged,
    /// The file is not there or cannot be read: keep what was recovered as a file.
    Gone,
}

/// The journals in `folder` that no living program holds, in order of their names.
///
/// `machine` is this machine's name, for file systems without locks. A journal
/// that cannot be understood is listed and says so. What a program left that
/// was killed before its journal had a name is removed, where it holds no work.
///
/// # Errors
/// What the file system says of the folder; a folder that is not there has no journals.
pub fn recoverable(disk: &Arc<dyn Disk>, folder: &Path, machine: &str) -> io::Result<Vec<Recovery>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    // Before the journals are read: what it removes has no journal, so that the list below stays true.
    litter::clear(disk, &paths);
    // Asked once a stem: this program’s own lock would look like another’s the second time.
    let mut claims = HashMap::new();
    // One that cannot be opened belongs to somebody else.
    let mut found: Vec<Recovery> =
        paths.iter().filter_map(|path| left_behind(disk, path, machine, &mut claims)).collect();
    let replaced: HashSet<String> = found
        .iter()
        .filter_map(|recovery| Some(recovery.lines()?.begin.as_ref()?.replaces.as_ref()?.clone().into_owned()))
        .collect();
    // Where the one between two generations was removed, no line says what became of the first: a generation has its name
    // only once it holds all that the ones before it did.
    let sound: Vec<Files> = found.iter().filter(|it| it.is_sound()).map(|it| it.files.clone()).collect();
    found.retain(|recovery| {
        let is_replaced = replaced.contains(&recovery.files.journal_name());
        !is_replaced && !sound.iter().any(|later| later.follows(&recovery.files))
    });
    Ok(found)
}

/// A claim that was asked for: `None` where a living program holds it.
type Claim = Option<Option<Arc<File>>>;

/// The journal at `path`, unless somebody holds it.
fn left_behind(
    disk: &Arc<dyn Disk>,
    path: &Path,
    machine: &str,
    claims: &mut HashMap<String, Claim>,
) -> Option<Recovery> {
    let files = Files::of(Arc::clone(disk), path)?;
    // The claim before the journal: with it all generations are held, so that none is taken for one
    // left behind while its program removes it.
    let claim = claims.entry(files.stem().to_owned()).or_insert_with(|| claimed(&files)).clone()?;
    let mut file = plain_file::open(path).ok()?;
    let is_locked = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => return None,
        Err(TryLockError::Error(_)) => false,
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let content = lines(&bytes).map(|lines| Content { file: KnownFile::of(&lines).map(|(file, _)| file), lines });
    let recovery = Recovery { files, _file: file, _claim: claim, bytes, content };
    let may_live = || recovery.lock_owner().is_none_or(|holder| holder.may_live(machine));
    // Without locks a program on another machine may still hold it, and is left in peace.
    if is_locked || !may_live() { Some(recovery) } else { None }
}

fn claimed(files: &Files) -> Claim {
    let Ok(file) = plain_file::open(&files.claim()) else { return Some(None) };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => None,
        Ok(()) | Err(TryLockError::Error(_)) => Some(Some(Arc::new(file))),
    }
}

impl FileState {
    /// How the lines relate to the file that they know, if there is one.
    pub(super) fn of(lines: &Lines, file: Option<&KnownFile>) -> FileState {
        let end = lines.entries.last().map_or(lines.first(), |entry| entry.n.saturating_add(1));
        let project = lines.begin.as_ref().and_then(|begin| begin.project.as_deref());
        match (file, project) {
            // All that was done is in the file: there is nothing to recover but the note that the program ended.
            (Some(file), _) if file.is_saved && file.n_entries >= end => FileState::Saved(file.digest),
            (Some(file), _) => FileState::Fits(file.digest),
            (None, None) => FileState::Unsaved,
            (None, Some(project)) if Path::new(project).is_file() => FileState::Diverged,
            (None, Some(_)) => FileState::Gone,
        }
    }
}

impl Recovery {
    /// The project's path; `None` where it was never saved, or the journal cannot be understood.
    pub fn project(&self) -> Option<&Path> {
        let content = self.content.as_ref().ok()?;
        let opened = || content.lines.begin.as_ref()?.project.as_deref().map(Path::new);
        content.file.as_ref().map(|file| file.path.as_path()).or_else(opened)
    }

    /// Who had it open.
    pub fn lock_owner(&self) -> Option<LockOwner> {
        Some(self.lines()?.begin.as_ref()?.holder.clone().into())
    }

    /// When the last change was made.
    pub fn last_time(&self) -> Option<Time> {
        self.lines()?.entries.last().map(|entry| Time(entry.time))
    }

    /// The name of the last step, as "mark as quote".
    pub fn last_step(&self) -> Option<&str> {
        self.lines()?.entries.last().map(|entry| entry.step.as_ref())
    }

    /// How many changes are not in the project's file, of those that can be read.
    pub fn n_changes(&self) -> usize {
        self.content.as_ref().map_or(0, |content| {
            let n_saved = content.n_saved();
            content.lines.entries.iter().filter(|entry| entry.n >= n_saved).count()
        })
    }

    /// How it relates to the project's file; `None` where the journal cannot be understood.
    pub fn file_state(&self) -> Option<FileState> {
        self.content.as_ref().ok().map(|content| FileState::of(&content.lines, content.file.as_ref()))
    }

    /// What of it cannot be read, in sentences.
    pub fn damage(&self) -> Vec<String> {
        self.content.as_ref().map_or_else(
            |why| vec![format!("The journal cannot be read: {why}")],
            |content| content.lines.damage_sentences(content.n_saved()),
        )
    }

    /// Whether a change may be missing that cannot be read and that the project's file does not have.
    pub fn may_miss_changes(&self) -> bool {
        self.content.as_ref().map_or(true, |content| content.lines.may_miss(content.n_saved()))
    }

    /// Whether discarding it loses nothing: the file has every change, or there was none.
    pub fn is_needless(&self) -> bool {
        let is_saved = match self.file_state() {
            Some(FileState::Saved(_)) => true,
            Some(FileState::Fits(_)) => self.n_changes() == 0,
            // Where a save put work in a file that does not hold it any more, the copy here may be the only one.
            Some(FileState::Diverged | FileState::Gone) => self.n_changes() == 0 && !self.has_saved(),
            Some(FileState::Unsaved) | None => false,
        };
        is_saved && !self.may_miss_changes()
    }

    /// Whether what the changes build on has others that were made with this journal, and saved.
    fn has_saved(&self) -> bool {
        self.lines().is_some_and(|lines| lines.first() > 0)
    }

    /// Removes the journal, as it was recovered or is not wanted. One that
    /// cannot be read wholly is set aside instead: answers with its path there.
    ///
    /// # Errors
    /// What the file system says; what was not removed is listed again.
    pub fn discard(self) -> io::Result<Option<PathBuf>> {
        let is_whole = self.content.as_ref().is_ok_and(|content| !content.lines.damage.is_any);
        if is_whole { self.files.remove_all().map(|()| None) } else { self.set_aside().map(Some) }
    }

    /// Puts the journal into the sub-folder of what is set aside: answers with its path there.
    ///
    /// # Errors
    /// What the file system says; what was not moved is where it was.
    pub fn set_aside(self) -> io::Result<PathBuf> {
        self.files.set_aside()
    }

    /// The files of proposals that were read into the project, each as its bytes, in the order in which they came.
    ///
    /// # Errors
    /// For each a [`LoadError`] where it cannot be read, or has more than `cap` bytes.
    pub fn proposals(&self, cap: u64) -> Vec<Result<Vec<u8>, LoadError>> {
        self.files.proposals().iter().map(|path| read_file(path, cap)).collect()
    }

    pub(super) fn files(&self) -> &Files {
        &self.files
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether every line of it can be read.
    fn is_sound(&self) -> bool {
        self.lines().is_some_and(|lines| lines.begin.is_some() && !lines.damage.is_any)
    }

    fn lines(&self) -> Option<&Lines> {
        self.content.as_ref().ok().map(|content| &content.lines)
    }
}

impl Content {
    /// How many first entries the project's file has, over all saves.
    fn n_saved(&self) -> u64 {
        self.file.as_ref().map_or(self.lines.first(), |file| file.n_entries)
    }
}
