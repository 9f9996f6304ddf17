use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::files::Files;
use super::reader::{Lines, lines};
use super::record::Entry;
use super::replay::{Replayed, replay};
use crate::edit;
use crate::model::{Digest, Project, Stories, Time};
use crate::store::{CodePoints, Disk, Holder, Loaded, parse};

/// What a program left behind that ended without closing its project.
///
/// Nobody else is offered it while this value lives.
#[derive(Debug)]
pub struct Recovery {
    files: Files,
    /// Held for its lock.
    _file: File,
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

/// A file whose bytes the journal knows.
#[derive(Debug)]
struct KnownFile {
    path: PathBuf,
    digest: Digest,
    /// How many of the journal's entries it has.
    n_saved: usize,
}

/// How what was recovered relates to the project's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
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

/// A project as it was when its program ended.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// The project that the changes build on: what to open and replay the entries on.
    pub base: Project,
    /// The project with all the changes.
    pub project: Project,
    /// The changes that are not in the project's file, in order.
    pub entries: Vec<edit::Entry>,
    /// How it relates to the project's file.
    pub standing: Standing,
    /// What could not be recovered, in sentences.
    pub warnings: Vec<String>,
}

/// Why a journal gives no project.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// The journal cannot be understood.
    #[error(
        "What was recovered cannot be read: {0}. Nothing was deleted. \
         Keep the journal, or discard it: {path}", path = .1.display()
    )]
    Unreadable(&'static str, PathBuf),
    /// Neither the copy of what the changes build on nor the project is as it was.
    #[error(
        "What was recovered cannot be applied: what it builds on is damaged. Nothing was deleted. \
         Keep the journal, or discard it: {}", .0.display()
    )]
    BaseLost(PathBuf),
}

/// The journals in `folder` that no living program holds, in order of their names.
///
/// `machine` is this machine's name, for file systems without locks. A journal
/// that cannot be understood is listed and says so.
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
    // One that cannot be opened belongs to somebody else.
    let mut found: Vec<Recovery> = paths.iter().filter_map(|path| left_behind(disk, path, machine)).collect();
    let replaced: HashSet<String> = found
        .iter()
        .filter_map(|recovery| Some(recovery.lines()?.begin.replaces.as_ref()?.clone().into_owned()))
        .collect();
    found.retain(|recovery| !replaced.contains(&recovery.files.journal_name()));
    Ok(found)
}

/// The journal at `path`, unless somebody holds it.
fn left_behind(disk: &Arc<dyn Disk>, path: &Path, machine: &str) -> Option<Recovery> {
    let files = Files::of(Arc::clone(disk), path)?;
    let mut file = File::open(path).ok()?;
    let is_locked = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => return None,
        Err(TryLockError::Error(_)) => false,
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).ok()?;
    let content = lines(&bytes).map(|lines| Content { file: known_file(&lines), lines });
    let recovery = Recovery { files, _file: file, bytes, content };
    let may_live = || recovery.holder().is_none_or(|holder| holder.may_live(machine));
    if is_locked || !may_live() { Some(recovery) } else { None }
}

/// The file that a save left at the place it was going to, the last one first;
/// else the file that the journal builds on.
fn known_file(lines: &Lines) -> Option<KnownFile> {
    let Lines { begin, savings, .. } = lines;
    let saved = savings.iter().rev().map(|saving| {
        let n_saved = saving.n_entries.saturating_sub(begin.first) as usize;
        (saving.project.as_ref(), saving.digest.0, n_saved)
    });
    let opened = begin.project.iter().map(|project| (project.as_ref(), begin.base.0, 0));
    let mut known = saved.chain(opened).map(|(path, digest, n_saved)| (PathBuf::from(path), digest, n_saved));
    let (path, digest, n_saved) =
        known.find(|(path, digest, _)| fs::read(path).is_ok_and(|bytes| Digest::of(&bytes) == *digest))?;
    Some(KnownFile { path, digest, n_saved })
}

/// The project as it was when its program ended, as far as the journal is whole.
///
/// # Errors
/// A [`RecoverError`]; nothing is deleted.
pub fn recover(recovery: &Recovery) -> Result<Recovered, RecoverError> {
    let journal = recovery.files.journal();
    let content = recovery.content.as_ref().map_err(|why| RecoverError::Unreadable(why, journal.clone()))?;
    // Entries are converted by value, so that the lines are read again.
    let lines = lines(&recovery.bytes).map_err(|why| RecoverError::Unreadable(why, journal.clone()))?;
    let base = base(&recovery.files, &lines).ok_or(RecoverError::BaseLost(journal))?;
    let is_damaged = lines.is_damaged;
    let n_saved = content.n_saved();
    let standing = content.standing();
    let Replayed { project, mut entries, warning } = replayed(&base.project, lines.entries);
    let unsaved = entries.split_off(n_saved.min(entries.len()));
    let mut base = replay(&base.project, entries).project;
    let mut project = project;
    // A save that ended just before told more than the changes do.
    if let Some(stories) = content.file.as_ref().filter(|file| file.n_saved > 0).and_then(KnownFile::stories) {
        base.set_stories(stories.clone());
        project.set_stories(stories);
    }
    let damage = is_damaged
        .then(|| "The end of the journal is damaged; every change before the damage was recovered".to_owned());
    Ok(Recovered { base, project, entries: unsaved, standing, warnings: warning.into_iter().chain(damage).collect() })
}

/// The copy of what the changes build on, else the project's file, whichever has the digest.
fn base(files: &Files, lines: &Lines) -> Option<Loaded> {
    let project = lines.begin.project.as_ref().map(|path| PathBuf::from(path.as_ref()));
    let candidates = [Some(files.base()), project].into_iter().flatten();
    let mut found = candidates.filter_map(|path| fs::read(path).ok());
    parse(&found.find(|bytes| Digest::of(bytes) == lines.begin.base.0)?).ok()
}

fn replayed(base: &Project, entries: Vec<Entry<'static>>) -> Replayed {
    let index = CodePoints::of(&base.article().text);
    let n_entries = entries.len();
    let converted: Vec<edit::Entry> = entries.into_iter().map_while(|entry| entry.into_edit(&index)).collect();
    let n_converted = converted.len();
    let mut replayed = replay(base, converted);
    if replayed.warning.is_none() && n_converted < n_entries {
        replayed.warning =
            Some(format!("The changes end after the {n_converted} recovered ones: the next was made to another text"));
    }
    replayed
}

impl KnownFile {
    /// The stories that the file tells, while it is the known one.
    fn stories(&self) -> Option<Stories> {
        let bytes = fs::read(&self.path).ok().filter(|bytes| Digest::of(bytes) == self.digest)?;
        Some(parse(&bytes).ok()?.project.stories().clone())
    }
}

impl Content {
    fn n_saved(&self) -> usize {
        self.file.as_ref().map_or(0, |file| file.n_saved)
    }

    fn standing(&self) -> Standing {
        match (&self.file, &self.lines.begin.project) {
            (Some(file), _) if file.n_saved >= self.lines.entries.len() && file.n_saved > 0 => {
                Standing::Saved(file.digest)
            }
            (Some(file), _) => Standing::Fits(file.digest),
            (None, None) => Standing::Unsaved,
            (None, Some(project)) if Path::new(project.as_ref()).is_file() => Standing::Diverged,
            (None, Some(_)) => Standing::Gone,
        }
    }
}

impl Recovery {
    /// The project's path; `None` where it was never saved, or the journal cannot be understood.
    pub fn project(&self) -> Option<&Path> {
        let content = self.content.as_ref().ok()?;
        let opened = || content.lines.begin.project.as_deref().map(Path::new);
        content.file.as_ref().map(|file| file.path.as_path()).or_else(opened)
    }

    /// Who had it open.
    pub fn holder(&self) -> Option<Holder> {
        Some(self.lines()?.begin.holder.clone().into())
    }

    /// When the last change was made.
    pub fn last_time(&self) -> Option<Time> {
        self.lines()?.entries.last().map(|entry| Time(entry.time))
    }

    /// The name of the last step, as "mark as quote".
    pub fn last_step(&self) -> Option<&str> {
        self.lines()?.entries.last().map(|entry| entry.step.as_ref())
    }

    /// How many changes are not in the project's file.
    pub fn n_changes(&self) -> usize {
        self.content.as_ref().map_or(0, |content| content.lines.entries.len().saturating_sub(content.n_saved()))
    }

    /// How it relates to the project's file; `None` where the journal cannot be understood.
    pub fn standing(&self) -> Option<Standing> {
        self.content.as_ref().ok().map(Content::standing)
    }

    /// Whether discarding it loses nothing: the file has every change, or there was none.
    pub fn is_needless(&self) -> bool {
        match self.standing() {
            Some(Standing::Saved(_)) => true,
            Some(Standing::Fits(_) | Standing::Diverged | Standing::Gone) => self.n_changes() == 0,
            Some(Standing::Unsaved) | None => false,
        }
    }

    /// Removes the journal, as it was recovered or is not wanted.
    ///
    /// # Errors
    /// What the file system says.
    pub fn discard(self) -> io::Result<()> {
        self.files.remove_all()
    }

    fn lines(&self) -> Option<&Lines> {
        self.content.as_ref().ok().map(|content| &content.lines)
    }
}
