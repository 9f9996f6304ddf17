use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::LibraryEntry;
use super::cores::on_all_cores;
use super::passages::{Hit, Passages};
use crate::find::Pattern;
use crate::store::{Stamp, parse, read_project_file};

/// Finds words in the projects of a library.
///
/// The first search reads the files. Words that stand nowhere in a file's bytes
/// are in none of its fields, so that only files where they do are understood;
/// what was understood is kept in memory, at most [`SearchCache::MOST_BYTES`], and
/// the next search reads it there.
#[derive(Default)]
pub struct SearchCache(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    n_bytes: usize,
    projects: HashMap<PathBuf, (Stamp, Arc<Passages>)>,
}

/// What was found in one project.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectHits {
    /// The project.
    pub entry: Arc<LibraryEntry>,
    /// The first places, at most [`ProjectHits::MOST_HITS`]: those of the article in its order, then fields and sources.
    pub hits: Vec<Hit>,
    /// How many places there are.
    pub n_hits: usize,
}

/// What a search came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// The projects with hits, in the order in which they were asked for.
    pub found: Vec<ProjectHits>,
    /// How many files could not be searched, as they cannot be read.
    pub n_unread: usize,
}

impl ProjectHits {
    /// How many places of a project are told.
    pub const MOST_HITS: usize = 100;
}

impl Search {
    /// How many places there are in all projects.
    pub fn n_hits(&self) -> usize {
        self.found.iter().map(|found| found.n_hits).sum()
    }
}

/// The outcome of one file.
enum FileOutcome {
    Hits(ProjectHits),
    Nothing,
    Unread,
}

impl SearchCache {
    /// How much is kept in memory, in bytes.
    pub const MOST_BYTES: usize = 192 << 20;

    /// Looks for `pattern` in articles, quoted words, notes, fields and sources, on all cores. `on_found` hears of
    /// each project with hits as soon as it is known, from any thread. `None` where `is_cancelled`,
    /// which is asked often, said that nobody waits any more.
    pub fn search(
        &self,
        entries: &[Arc<LibraryEntry>],
        pattern: &Pattern,
        is_cancelled: &(dyn Fn() -> bool + Sync),
        on_found: &(dyn Fn(&ProjectHits) + Sync),
    ) -> Option<Search> {
        let outcomes = on_all_cores(entries, is_cancelled, |entry| {
            let outcome = self.in_project(entry, pattern, is_cancelled);
            if let FileOutcome::Hits(found) = &outcome {
                on_found(found);
            }
            outcome
        })?;
        let mut search = Search::default();
        for outcome in outcomes {
            match outcome {
                FileOutcome::Hits(found) => search.found.push(found),
                FileOutcome::Nothing => {}
                FileOutcome::Unread => search.n_unread += 1,
            }
        }
        Some(search)
    }

    fn in_project(&self, entry: &Arc<LibraryEntry>, pattern: &Pattern, is_cancelled: &dyn Fn() -> bool) -> FileOutcome {
        if entry.summary().is_none() {
            return FileOutcome::Unread;
        }
        let passages = match self.kept(entry).map_or_else(|| self.read(entry, pattern), |kept| Ok(Some(kept))) {
            Ok(Some(passages)) => passages,
            Ok(None) => return FileOutcome::Nothing,
            Err(Unreadable) => return FileOutcome::Unread,
        };
        match passages.search(pattern, ProjectHits::MOST_HITS, is_cancelled) {
            Some((hits, n_hits)) if n_hits > 0 => {
                FileOutcome::Hits(ProjectHits { entry: Arc::clone(entry), hits, n_hits })
            }
            _ => FileOutcome::Nothing,
        }
    }

    fn kept(&self, entry: &LibraryEntry) -> Option<Arc<Passages>> {
        // What a thread that ended early left in it is whole: it is changed in single steps.
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (stamp, passages) = kept.projects.get(&entry.path)?;
        (entry.is_settled && *stamp == entry.stamp).then(|| Arc::clone(passages))
    }

    /// The project's words; `None` where the pattern is nowhere in the file.
    fn read(&self, entry: &LibraryEntry, pattern: &Pattern) -> Result<Option<Arc<Passages>>, Unreadable> {
        let bytes = read_project_file(&entry.path).map_err(|_| Unreadable)?;
        let written = str::from_utf8(&bytes).map_err(|_| Unreadable)?;
        // What a backslash stands before is written otherwise than it is read.
        if !written.contains('\\') && !pattern.may_be_within(written) {
            return Ok(None);
        }
        let loaded = parse(&bytes).map_err(|_| Unreadable)?;
        let passages = Arc::new(Passages::of(&loaded.project));
        self.keep(entry, &passages);
        Ok(Some(passages))
    }

    fn keep(&self, entry: &LibraryEntry, passages: &Arc<Passages>) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = kept.projects.remove(&entry.path).map_or(0, |(_, before)| before.size());
        kept.n_bytes -= before;
        if kept.n_bytes + passages.size() <= SearchCache::MOST_BYTES {
            kept.n_bytes += passages.size();
            kept.projects.insert(entry.path.clone(), (entry.stamp, Arc::clone(passages)));
        }
    }
}

/// A file that cannot be read any more.
struct Unreadable;
