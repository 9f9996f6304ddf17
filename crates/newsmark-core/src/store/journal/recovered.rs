use std::path::PathBuf;

use super::edit::State;
use super::files::Files;
use super::known_file::KnownFile;
use super::reader::{Lines, lines};
use super::recovery::{FileState, Recovery};
use crate::edit;
use crate::model::{Digest, Project, Time};
use crate::store::{CodePoints, parse, plain_file};

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
    pub file_state: FileState,
    /// What could not be recovered, in sentences.
    pub warnings: Vec<String>,
}

/// Why a journal gives no project.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// The journal cannot be understood.
    #[error(
        "What was recovered cannot be read: {0}. Nothing was deleted. \
         Keep the journal, or set it aside: {path}", path = .1.display()
    )]
    Unreadable(&'static str, PathBuf),
    /// Neither the copy of what the changes build on nor the project is as it was.
    #[error(
        "What was recovered cannot be applied: what it builds on is damaged. Nothing was deleted. \
         Keep the journal, or set it aside: {}", .0.display()
    )]
    BaseLost(PathBuf),
}

/// The project as it was when its program ended, as far as the journal is whole.
///
/// It builds on the file that the last save left, where that is as it was left;
/// else on the copy of what the changes build on. A damaged line costs its own
/// change and those that build on it.
///
/// # Errors
/// A [`RecoverError`]; nothing is deleted.
pub fn recover(recovery: &Recovery) -> Result<Recovered, RecoverError> {
    let journal = recovery.files().journal();
    // Entries are converted by value, so that the lines are read again.
    let lines = lines(recovery.bytes()).map_err(|why| RecoverError::Unreadable(why, journal.clone()))?;
    let (file_state, start, base) = match KnownFile::of(&lines) {
        Some((known, bytes)) => {
            let file_state = FileState::of(&lines, Some(&known));
            let file = parse(&bytes).ok().map(|loaded| loaded.project);
            // A file that only the program that saved it could read: the copy has all of it but the last save.
            match file {
                Some(project) => (file_state, known.n_entries, Some(project)),
                None => (file_state, lines.first(), base(recovery.files(), &lines)),
            }
        }
        None => (FileState::of(&lines, None), lines.first(), base(recovery.files(), &lines)),
    };
    let base = base.ok_or(RecoverError::BaseLost(journal))?;
    let mut warnings = lines.damage_sentences(start);
    let (project, entries, n_left_out) = replayed(&base, lines, start);
    warnings.extend(left_out(n_left_out));
    Ok(Recovered { base, project, entries, file_state, warnings })
}

/// The copy of what the changes build on, else the project's file, whichever
/// has the digest. Where the digest is not known, the latest copy that can be read.
fn base(files: &Files, lines: &Lines) -> Option<Project> {
    let project = lines.begin.as_ref().and_then(|begin| begin.project.as_deref()).map(PathBuf::from);
    let candidates = files.bases().into_iter().chain(project);
    let mut read = candidates.filter_map(|path| plain_file::read(&path).ok());
    let bytes = match &lines.begin {
        // The entries build on these bytes alone: in others their stretches would lie elsewhere.
        Some(begin) => read.find(|bytes| Digest::of(bytes) == begin.base.0)?,
        None => return read.find_map(|bytes| parse(&bytes).ok()).map(|loaded| loaded.project),
    };
    parse(&bytes).ok().map(|loaded| loaded.project)
}

/// The project with the entries from `start` on that fit, those entries, and
/// how many there are that do not.
fn replayed(base: &Project, lines: Lines, start: u64) -> (Project, Vec<edit::Entry>, usize) {
    let index = CodePoints::of(&base.article().text);
    let mut state = State::new(base.clone(), start);
    let (mut entries, mut n_left_out) = (Vec::new(), 0);
    for entry in lines.entries.into_iter().filter(|entry| entry.n >= start) {
        match state.remake(entry.edit, entry.n.saturating_add(1), &index) {
            Some(change) => {
                entries.push(edit::Entry { kind: entry.kind.into(), step: entry.step, change, time: Time(entry.time) });
            }
            // The next may build on something else and is tried all the same.
            None => n_left_out += 1,
        }
    }
    (state.project, entries, n_left_out)
}

fn left_out(n: usize) -> Option<String> {
    match n {
        0 => None,
        1 => Some("1 change was left out, as it builds on one that cannot be read".to_owned()),
        n => Some(format!("{n} changes were left out, as they build on some that cannot be read")),
    }
}

impl Lines {
    /// What cannot be read of the entries from `start` on, in sentences.
    pub fn damage_sentences(&self, start: u64) -> Vec<String> {
        let mut sentences = Vec::new();
        match self.damage.n_missing(start) {
            0 => {}
            1 => sentences.push("1 change is damaged in the journal and cannot be read".to_owned()),
            n => sentences.push(format!("{n} changes are damaged in the journal and cannot be read")),
        }
        if self.damage.is_at_end {
            let sentence = "The end of the journal is damaged; every change before the damage was recovered";
            sentences.push(sentence.to_owned());
        } else if self.damage.is_any && sentences.is_empty() {
            sentences.push("The journal is damaged; every change that can be read was recovered".to_owned());
        }
        sentences
    }
}
