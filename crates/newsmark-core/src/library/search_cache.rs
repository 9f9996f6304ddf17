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
///
/// ```
/// use newsmark_core::find::Query;
/// use newsmark_core::interchange::import;
/// use newsmark_core::library::{ScanObserver, SearchCache, scan};
/// use newsmark_core::model::{Project, Time};
/// use newsmark_core::store::{Expected, save};
///
/// let folder = tempfile::tempdir()?;
/// let project = Project::new(import(b"Shells killed 12 people.", "karsa.txt", None)?.article);
/// save(&project, &folder.path().join("karsa.ron"), Expected::Nothing)?;
/// let library = scan(folder.path(), &[], Time(0), ScanObserver::PATIENT)?.ok_or("cancelled")?;
/// let pattern = Query { needle: "SHELLS".to_owned(), ..Query::default() }.pattern().map_err(|_| "no pattern")?;
/// let search = SearchCache::default().search(&library.entries, &pattern, &|| false, &|_| {}).ok_or("cancelled")?;
/// assert_eq!((search.n_hits(), search.found[0].hits[0].words.as_str()), (1, "Shells"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    // Nobody reads on in one project before asking for rarer words; each hit costs the line that it is shown in.
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
    // Several thousand usual projects: an article and its folded copy have some twenty kilobytes.
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
        // The scan could not read it; trying again takes as long and ends the same.
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
        // Counted out even where it does not come in again: it has changed, and the old words are of no use.
        kept.n_bytes -= before;
        // Full, it takes nothing more and drops nothing: a search goes through all files in turn, and whatever is
        // dropped for one is wanted next time.
        if kept.n_bytes + passages.size() <= SearchCache::MOST_BYTES {
            kept.n_bytes += passages.size();
            kept.projects.insert(entry.path.clone(), (entry.stamp, Arc::clone(passages)));
        }
    }
}

/// A file that cannot be read any more.
struct Unreadable;
