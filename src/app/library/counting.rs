use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::folder::FolderState;
use crate::library::{LibraryEntry, ProposalsLeft, count_proposals};

/// How many projects are counted at once.
// About a second of work for articles of 30 kB on two cores: the table fills while it is looked at, a folder that changes
// is read soon, and little is lost where nobody waits any more.
const AT_ONCE: usize = 64;

/// The counting of the proposals that are left in a folder's projects: a batch at a time, after the folder was read and
/// while it is shown.
#[derive(Default)]
pub(super) struct ProposalCounting {
    /// Set where nobody waits any more for the batch under way.
    running: Option<Arc<AtomicBool>>,
    /// How many of the entries have had their turn since the folder was read.
    n_taken: usize,
    /// Whether somebody gave it up, so that it does not begin again by itself.
    is_stopped: bool,
}

/// What a batch came to.
pub struct CountedProposals {
    of: Arc<AtomicBool>,
    /// The entries with their counts; `None` where it was given up.
    entries: Option<Vec<Arc<LibraryEntry>>>,
}

impl ProposalCounting {
    /// Whether a batch is under way.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Whether somebody gave it up.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// The entries are others: each gets its turn.
    pub fn restart(&mut self) {
        self.cancel();
        self.n_taken = 0;
    }

    /// It may go on where it was given up.
    pub fn resume(&mut self) {
        (self.is_stopped, self.n_taken) = (false, 0);
    }

    /// Gives up the batch under way; its projects get another turn.
    pub fn cancel(&mut self) {
        if let Some(running) = self.running.take() {
            running.store(true, Ordering::Relaxed);
            self.n_taken = 0;
        }
    }

    /// Gives it up until somebody has the folder read again.
    pub fn stop(&mut self) {
        self.cancel();
        self.is_stopped = true;
    }

    /// The next of the entries whose proposals are not counted.
    fn batch(&mut self, entries: &[Arc<LibraryEntry>]) -> Vec<Arc<LibraryEntry>> {
        let mut batch = Vec::new();
        while let Some(entry) = entries.get(self.n_taken).filter(|_| batch.len() < AT_ONCE) {
            batch.extend(is_uncounted(entry).then(|| Arc::clone(entry)));
            self.n_taken += 1;
        }
        batch
    }
}

/// Whether the proposals of a project are not counted yet.
pub(super) fn is_uncounted(entry: &LibraryEntry) -> bool {
    entry.summary().is_some_and(|summary| summary.proposals_left == ProposalsLeft::NotCounted)
}

impl FolderState {
    /// The work of counting the proposals of the next projects, for another thread; what it comes to is for
    /// [`FolderState::end_counting`]. `None` while the folder is read, and where nothing is left to be counted.
    pub fn begin_counting(&mut self) -> Option<impl FnOnce() -> CountedProposals + use<>> {
        if !self.is_known || self.is_reading() || self.counting.is_running() || self.counting.is_stopped {
            return None;
        }
        let batch = self.counting.batch(&self.entries);
        if batch.is_empty() {
            return None;
        }
        let of = Arc::new(AtomicBool::new(false));
        self.counting.running = Some(Arc::clone(&of));
        Some(move || {
            let entries = count_proposals(&batch, &|| of.load(Ordering::Relaxed));
            CountedProposals { of, entries }
        })
    }

    /// Takes what a batch came to; returns whether more is known by it. One that was given up is not listened to.
    pub fn end_counting(&mut self, counted: CountedProposals) -> bool {
        let is_own = |running: &mut Arc<AtomicBool>| Arc::ptr_eq(running, &counted.of);
        if self.counting.running.take_if(is_own).is_none() {
            return false;
        }
        let mut is_news = false;
        for entry in counted.entries.into_iter().flatten() {
            if let Ok(place) = self.entries.binary_search_by(|other| other.path.cmp(&entry.path)) {
                self.entries[place] = entry;
                is_news = true;
            }
        }
        self.revision += u64::from(is_news);
        is_news
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Context;

    use super::*;
    use crate::model::{Article, Card, Project, Text, Time};
    use crate::store::{Expected, save};

    fn folder_of(n_projects: usize) -> (tempfile::TempDir, FolderState) {
        let files = tempfile::tempdir().unwrap();
        for n in 0..n_projects {
            let text = Text::new(format!("Shells killed {} people in Tarn.", n + 2));
            let project = Project::new(Article { text, card: Card::default() });
            save(&project, &files.path().join(format!("{n:03}.ron")), Expected::Nothing).unwrap();
        }
        let mut folder = FolderState::default();
        folder.choose(files.path().to_owned());
        read(&mut folder);
        (files, folder)
    }

    fn read(folder: &mut FolderState) {
        let index = folder.path.as_ref().unwrap().with_extension("index");
        let work = folder.begin(&Context::default(), index, Time(i64::MAX)).unwrap();
        folder.end(work(), 0.0);
    }

    fn n_uncounted(folder: &FolderState) -> usize {
        folder.entries.iter().filter(|entry| is_uncounted(entry)).count()
    }

    #[test]
    fn projects_are_counted_a_batch_at_a_time_after_the_folder_was_read() {
        let (_files, mut folder) = folder_of(AT_ONCE + 3);
        assert_eq!(n_uncounted(&folder), AT_ONCE + 3);
        for expected in [3, 0] {
            let revision = folder.revision;
            let work = folder.begin_counting().expect("more are to be counted");
            assert!(folder.begin_counting().is_none(), "one batch at a time");
            assert!(folder.end_counting(work()) && folder.revision > revision);
            assert_eq!(n_uncounted(&folder), expected);
        }
        assert!(folder.begin_counting().is_none());
        read(&mut folder);
        assert_eq!(n_uncounted(&folder), 0, "what is counted is known");
        assert!(folder.begin_counting().is_none());
    }

    #[test]
    fn a_batch_that_nobody_waits_for_changes_nothing_and_gets_another_turn() {
        let (_files, mut folder) = folder_of(2);
        let work = folder.begin_counting().unwrap();
        folder.leave();
        assert!(!folder.end_counting(work()));
        assert_eq!(n_uncounted(&folder), 2);
        let work = folder.begin_counting().unwrap();
        read(&mut folder);
        assert!(!folder.end_counting(work()), "the folder was read meanwhile");
        let work = folder.begin_counting().unwrap();
        assert!(folder.end_counting(work()));
        assert_eq!(n_uncounted(&folder), 0);
    }

    #[test]
    fn counting_that_was_stopped_goes_on_when_somebody_asks_for_it() {
        let (_files, mut folder) = folder_of(2);
        assert!(folder.begin_counting().is_some());
        folder.give_up();
        assert!(!folder.counting.is_running() && folder.begin_counting().is_none());
        read(&mut folder);
        assert!(folder.begin_counting().is_none(), "a look at the folder is nobody's wish");
        folder.resume();
        assert!(folder.begin_counting().is_some());
    }

    #[test]
    fn a_file_that_cannot_be_counted_is_not_tried_without_end() {
        let (files, mut folder) = folder_of(1);
        std::fs::remove_file(files.path().join("000.ron")).unwrap();
        let work = folder.begin_counting().unwrap();
        assert!(!folder.end_counting(work()));
        assert!(folder.begin_counting().is_none());
    }
}
