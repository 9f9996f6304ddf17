use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use eframe::egui::Context;

use super::counting::ProposalCounting;
use super::watch::{FolderWatch, WatchState};
use crate::library::{Library, LibraryEntry, ScanObserver, ScanProgress, read_index, scan, scan_files};
use crate::model::Time;
use crate::store::FolderError;

/// A folder of projects: what is known of it, and the reading of it.
#[derive(Default)]
pub struct FolderState {
    /// The folder; `None` where nobody chose one. A name where files were given that may lie anywhere.
    pub path: Option<PathBuf>,
    /// The projects that were given, in the place of those of a folder.
    pub given: Option<Vec<PathBuf>>,
    /// The projects that are known, sorted by path; while it is read for the first time those that were read so far.
    pub entries: Vec<Arc<LibraryEntry>>,
    /// The subfolders that could not be looked into, and what else is to be said of it.
    pub told: Vec<String>,
    /// Why it could not be looked into.
    pub error: Option<FolderError>,
    /// Whether it was read to the end once.
    pub is_known: bool,
    /// Counts up whenever the entries change.
    pub revision: u64,
    /// The counting of what is left to do in its projects.
    pub(super) counting: ProposalCounting,
    reading: Option<Reading>,
    n_readings: u64,
    /// Seconds of the window's clock when it was last looked at, and how long that took.
    looked_at: f64,
    took: f64,
    /// Whether somebody gave up the reading, so that it does not begin again by itself.
    is_stopped: bool,
    /// What tells of its changes while the library is shown.
    watch: Option<FolderWatch>,
}

/// A reading under way.
struct Reading {
    own: u64,
    shared: Arc<Shared>,
}

/// What a reading tells the window while it is under way.
#[derive(Default)]
struct Shared {
    is_cancelled: AtomicBool,
    news: Mutex<News>,
}

#[derive(Default)]
struct News {
    n_read: usize,
    n_to_read: usize,
    entries: Vec<Arc<LibraryEntry>>,
}

/// What a reading came to; `None` where it was given up.
type Answer = Result<Option<Library>, FolderError>;

/// What looking at a folder came to.
pub struct Looked {
    own: u64,
    answer: Answer,
    /// Whether that is other than what was known.
    is_news: bool,
}

impl Looked {
    /// What is to be kept of it for the next start; `None` where that is kept already.
    pub fn to_keep(&self) -> Option<&Library> {
        self.answer.as_ref().ok()?.as_ref().filter(|_| self.is_news)
    }
}

/// How often an open library is looked at again, in seconds, where nobody tells of its changes.
const EVERY: f64 = 4.0;
/// The same where the system tells of them: now and then, as it may lose some, and those behind links it does not tell.
const EVERY_WATCHED: f64 = 30.0;
/// How many times as long as a reading took the next one waits: a folder that is slow to be looked at, as on a
/// network, or in which something changes all the time, is looked at less often.
const REST: f64 = 10.0;
/// How often the window shows how far a reading has come.
const TELLING: Duration = Duration::from_millis(100);

impl FolderState {
    /// Another folder, of which nothing is known yet.
    pub fn choose(&mut self, path: PathBuf) {
        self.stop();
        self.counting.cancel();
        let (n_readings, revision) = (self.n_readings, self.revision + 1);
        *self = FolderState { path: Some(path), n_readings, revision, ..FolderState::default() };
    }

    /// Files that were given, under that name.
    pub fn choose_given(&mut self, name: PathBuf, files: Vec<PathBuf>) {
        self.choose(name);
        self.given = Some(files);
    }

    /// Gives up at somebody's wish the first reading, of which what was read so far is shown, or the counting of
    /// proposals.
    pub fn give_up(&mut self) {
        if self.counting.is_running() {
            return self.stop_counting();
        }
        self.stop();
        self.counting.stop();
        (self.is_known, self.is_stopped) = (true, true);
        self.told = vec!["The reading was stopped. Press F5 to read the rest".to_owned()];
    }

    /// Counts no more proposals until somebody has it read again.
    pub fn stop_counting(&mut self) {
        self.counting.stop();
    }

    /// What is known of it, to be kept for the next start.
    pub fn known(&self) -> Option<Library> {
        let folder = self.path.clone()?;
        Some(Library { folder, entries: self.entries.clone(), ..Library::default() })
    }

    /// It is to be read again as soon as the reading that was stopped is over, and its proposals counted.
    pub fn resume(&mut self) {
        self.is_stopped = false;
        self.counting.resume();
    }

    /// Has the system tell of its changes, from when it is shown until [`FolderState::leave`]. Files that were given
    /// may lie anywhere and are not watched.
    pub fn watch(&mut self, ctx: &Context) {
        if let (None, None, Some(path)) = (&self.watch, &self.given, &self.path) {
            self.watch = Some(FolderWatch::start(path.clone(), ctx));
        }
    }

    /// It is shown no longer: nobody needs to be told of its changes, and the processor is for what is open.
    pub fn leave(&mut self) {
        self.watch = None;
        self.counting.cancel();
    }

    fn stop(&mut self) {
        if let Some(reading) = self.reading.take() {
            reading.shared.is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Whether it is being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// How many files are read of how many, where it is read for the first time.
    pub fn progress(&self) -> Option<(usize, usize)> {
        let reading = self.reading.as_ref().filter(|_| !self.is_known)?;
        let news = reading.shared.news.lock().unwrap_or_else(PoisonError::into_inner);
        (news.n_to_read > 0).then_some((news.n_read, news.n_to_read))
    }

    /// Takes over what was read since the last frame.
    pub fn take_news(&mut self) {
        let Some(reading) = self.reading.as_ref().filter(|_| !self.is_known) else { return };
        let mut news = reading.shared.news.lock().unwrap_or_else(PoisonError::into_inner);
        if !news.entries.is_empty() {
            self.entries.append(&mut news.entries);
            self.revision += 1;
        }
    }

    /// Whether it is time to look at it again.
    pub fn is_due(&self, ctx: &Context) -> bool {
        // A batch under way is soon over, and would be lost.
        if self.path.is_none() || self.is_reading() || self.is_stopped || self.counting.is_running() {
            return false;
        }
        let watch = self.watch.as_ref();
        let every = match watch.map(FolderWatch::state) {
            Some(WatchState::Watching) => EVERY_WATCHED,
            Some(WatchState::Starting | WatchState::Unable | WatchState::Lost) | None => EVERY,
        };
        let wait = if watch.is_some_and(FolderWatch::has_changed) { 0.0 } else { every };
        let left = wait.max(REST * self.took) - (ctx.input(|input| input.time) - self.looked_at);
        let is_due = left <= 0.0 || !self.is_known;
        if !is_due {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
        is_due
    }

    /// The work of looking at it; what it comes to is for [`FolderState::end`]. What was known is kept at `index`.
    pub fn begin(&mut self, ctx: &Context, index: PathBuf, now: Time) -> Option<impl FnOnce() -> Looked + use<>> {
        let folder = self.path.clone()?;
        self.stop();
        self.counting.cancel();
        self.is_stopped = false;
        self.n_readings += 1;
        self.looked_at = ctx.input(|input| input.time);
        // What changes from here on, while it is read, has it read once more.
        self.watch.iter().for_each(FolderWatch::take_change);
        let own = self.n_readings;
        let shared = Arc::new(Shared::default());
        self.reading = Some(Reading { own, shared: Arc::clone(&shared) });
        let known = self.is_known.then(|| self.entries.clone());
        let (ctx, given) = (ctx.clone(), self.given.clone());
        Some(move || {
            let (answer, is_news) = match given {
                // What was named by hand has no index.
                Some(files) => (Ok(read_given(&folder, &files, known.unwrap_or_default(), now, &shared, &ctx)), false),
                None => read(&folder, &index, known, now, &shared, &ctx),
            };
            Looked { own, answer, is_news }
        })
    }

    /// Takes what a reading came to at `now`, in seconds of the window's clock; one that was given up is not listened
    /// to.
    pub fn end(&mut self, looked: Looked, now: f64) {
        let Looked { own, answer, .. } = looked;
        if self.reading.as_ref().is_none_or(|reading| reading.own != own) {
            return;
        }
        self.reading = None;
        self.took = now - self.looked_at;
        match answer {
            Ok(Some(library)) => {
                // It is there again, and watched from the next frame on.
                self.watch = self.watch.take().filter(|watch| watch.state() != WatchState::Lost);
                let mut told = library.closed;
                told.extend(library.is_cut.then(|| {
                    "There are too many files in this folder to look at them all. Choose a smaller one".to_owned()
                }));
                let is_new = !self.is_known || self.entries != library.entries || self.error.is_some();
                self.revision += u64::from(is_new);
                self.counting.restart();
                (self.entries, self.told, self.error, self.is_known) = (library.entries, told, None, true);
            }
            Ok(None) => {}
            Err(error) => {
                self.revision += 1;
                self.entries = Vec::new();
                (self.error, self.is_known) = (Some(error), true);
            }
        }
    }
}

/// What is in the folder, and whether that is other than what was known.
fn read(
    folder: &Path,
    index: &Path,
    known: Option<Vec<Arc<LibraryEntry>>>,
    now: Time,
    shared: &Shared,
    ctx: &Context,
) -> (Answer, bool) {
    let known = known.unwrap_or_else(|| read_index(index, folder));
    let tell = |progress: ScanProgress| tell(shared, ctx, progress);
    let is_cancelled = || shared.is_cancelled.load(Ordering::Relaxed);
    let answer = scan(folder, &known, now, ScanObserver { is_cancelled: &is_cancelled, on_progress: &tell });
    let is_news = matches!(&answer, Ok(Some(library)) if library.entries != known);
    (answer, is_news)
}

fn read_given(
    name: &Path,
    files: &[PathBuf],
    known: Vec<Arc<LibraryEntry>>,
    now: Time,
    shared: &Shared,
    ctx: &Context,
) -> Option<Library> {
    let tell = |progress: ScanProgress| tell(shared, ctx, progress);
    let is_cancelled = || shared.is_cancelled.load(Ordering::Relaxed);
    scan_files(name, files, &known, now, ScanObserver { is_cancelled: &is_cancelled, on_progress: &tell })
}

/// Tells the window how far a reading has come.
fn tell(shared: &Shared, ctx: &Context, progress: ScanProgress) {
    let mut news = shared.news.lock().unwrap_or_else(PoisonError::into_inner);
    (news.n_read, news.n_to_read) = (news.n_read.max(progress.n_read), progress.n_to_read);
    news.entries.extend(progress.entry);
    ctx.request_repaint_after(TELLING);
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;
    use std::time::Instant;

    use super::*;

    /// A folder that the library shows, and a clock that stands where it is put.
    struct Shown {
        ctx: Context,
        folder: FolderState,
        index: PathBuf,
    }

    impl Shown {
        fn new(path: PathBuf) -> Shown {
            let mut folder = FolderState::default();
            folder.choose(path.clone());
            Shown { ctx: Context::default(), folder, index: path.with_extension("index") }
        }

        fn set_clock(&self, time: f64) {
            let input = eframe::egui::RawInput { time: Some(time), ..Default::default() };
            // Nothing is drawn.
            self.ctx.run_ui(input, |_| {}).textures_delta.clear();
        }

        fn read(&mut self, now: f64) {
            self.set_clock(now);
            let work = self.folder.begin(&self.ctx, self.index.clone(), Time(0)).unwrap();
            self.folder.end(work(), now);
        }

        fn is_due_at(&self, time: f64) -> bool {
            self.set_clock(time);
            self.folder.is_due(&self.ctx)
        }

        fn wait_until(&self, fits: impl Fn(&FolderWatch) -> bool) {
            let deadline = Instant::now() + Duration::from_secs(20);
            while !self.folder.watch.as_ref().is_some_and(&fits) {
                assert!(Instant::now() < deadline, "{:?}", self.folder.watch.as_ref().map(FolderWatch::state));
                sleep(Duration::from_millis(10));
            }
        }
    }

    #[test]
    fn a_file_that_is_written_has_a_watched_folder_read_before_its_time() {
        let files = tempfile::tempdir().unwrap();
        let mut shown = Shown::new(files.path().to_owned());
        shown.folder.watch(&shown.ctx);
        shown.wait_until(|watch| watch.state() == WatchState::Watching);
        shown.read(100.0);
        assert!(!shown.is_due_at(104.0) && !shown.is_due_at(129.0) && shown.is_due_at(130.0));
        std::fs::write(files.path().join("a.ron"), "()").unwrap();
        shown.wait_until(FolderWatch::has_changed);
        assert!(shown.is_due_at(100.1));
        shown.read(100.1);
        assert_eq!(shown.folder.entries.len(), 1);
        assert!(!shown.is_due_at(104.2), "one change is one reading");
        shown.folder.leave();
        assert!(shown.is_due_at(104.2), "nobody tells of changes");
    }

    #[test]
    fn a_folder_that_cannot_be_watched_is_looked_at_every_four_seconds_and_watched_when_it_is_there() {
        let files = tempfile::tempdir().unwrap();
        let path = files.path().join("absent");
        let mut shown = Shown::new(path.clone());
        shown.folder.watch(&shown.ctx);
        shown.wait_until(|watch| watch.state() == WatchState::Lost);
        shown.read(100.0);
        assert!(shown.folder.error.is_some());
        assert!(!shown.is_due_at(103.9) && shown.is_due_at(104.0));
        std::fs::create_dir(path).unwrap();
        shown.read(104.0);
        assert!(shown.folder.error.is_none());
        shown.folder.watch(&shown.ctx);
        shown.wait_until(|watch| watch.state() == WatchState::Watching);
    }
}
