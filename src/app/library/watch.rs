use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use eframe::egui::Context;
use notify::event::{AccessKind, AccessMode, CreateKind, ModifyKind, RemoveKind};
use notify::{Config, ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::mounts::may_be_remote;

/// A folder with its subfolders, of which the system tells what changes: on a thread of its own, which ends when this
/// is dropped and is never waited for.
///
/// It promises only that a change is told soon where the state is [`WatchState::Watching`]. Changes behind links, in
/// other file systems mounted within the folder, and those that the system loses, are not told: whoever reads the
/// folder looks at it by itself every now and then.
pub struct FolderWatch {
    shared: Arc<Mutex<Shared>>,
    sender: Sender<Signal>,
}

/// How far the watching of a folder is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WatchState {
    /// It begins, which takes as long as a walk through the folder.
    #[default]
    Starting,
    /// The system tells of changes.
    Watching,
    /// The system does not tell: the folder lies on another machine, or has more subfolders than may be watched.
    Unable,
    /// The folder is not there, or another one is in its place. It may be watched once it is there.
    Lost,
}

#[derive(Default)]
struct Shared {
    state: WatchState,
    has_changed: bool,
}

/// What the thread hears.
#[derive(Clone, Copy)]
enum Signal {
    /// Something changed that a library may show.
    Changed,
    /// The system can watch no longer, as where new subfolders are more than it may watch.
    Failed,
    /// Nobody wants to know any more.
    Stop,
}

/// How long nothing may change before changes are told: one save is several, and many files may come at once.
const QUIET: Duration = Duration::from_millis(300);
/// After so long they are told though more follow, so that a long copy is seen while it goes on.
const LONGEST: Duration = Duration::from_secs(2);
/// How often it is made sure that the folder is still the one that is watched: what lies above it may be renamed, and
/// a disk taken away, without a word of the system.
const STILL_THERE: Duration = Duration::from_secs(4);
/// Subfolders that are watched at most. On Linux each costs one of a number that all programs of a person share, which
/// is 8,192 on old systems.
const MOST_FOLDERS: usize = 4_000;

impl FolderWatch {
    /// Begins to watch; `ctx` is woken when something changed.
    pub fn start(folder: PathBuf, ctx: &Context) -> FolderWatch {
        let (sender, receiver) = channel();
        let watch = FolderWatch { shared: Arc::default(), sender: sender.clone() };
        let (shared, ctx) = (Arc::clone(&watch.shared), ctx.clone());
        let begun = thread::Builder::new().spawn(move || {
            let tell = |state| {
                // One change is told with each state: what happened before the watching began, and with its end.
                *lock(&shared) = Shared { state, has_changed: true };
                ctx.request_repaint();
            };
            if let Some(end) = watch_to_end(&folder, sender, &receiver, tell) {
                tell(end);
            }
        });
        // A machine without a thread to spare shows the folder all the same: it is looked at every few seconds.
        if begun.is_err() {
            lock(&watch.shared).state = WatchState::Unable;
        }
        watch
    }

    /// How far it is.
    pub fn state(&self) -> WatchState {
        lock(&self.shared).state
    }

    /// Whether the folder is to be read: something changed since the last [`FolderWatch::take_change`], or nobody can know
    /// because the state did.
    pub fn has_changed(&self) -> bool {
        lock(&self.shared).has_changed
    }

    /// The folder is read from here on: what changed is seen by that.
    pub fn take_change(&self) {
        lock(&self.shared).has_changed = false;
    }
}

impl Drop for FolderWatch {
    fn drop(&mut self) {
        // The receiver is gone where the thread has ended by itself.
        let _ = self.sender.send(Signal::Stop);
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Watches a folder until that is no longer possible, of which the answer tells, or nobody wants to know: `None`.
fn watch_to_end(
    folder: &Path,
    sender: Sender<Signal>,
    receiver: &Receiver<Signal>,
    tell: impl Fn(WatchState),
) -> Option<WatchState> {
    let Some(watched) = identity(folder) else { return Some(WatchState::Lost) };
    if may_be_remote(folder) || has_too_many_folders(folder, MOST_FOLDERS) {
        return Some(WatchState::Unable);
    }
    let _watcher = match watcher(folder, sender) {
        Ok(watcher) => watcher,
        Err(error) if matches!(error.kind, ErrorKind::PathNotFound) => return Some(WatchState::Lost),
        Err(_) => return Some(WatchState::Unable),
    };
    tell(WatchState::Watching);
    loop {
        let has_changed = match receiver.recv_timeout(STILL_THERE) {
            Ok(Signal::Changed) => match rest_of_changes(receiver) {
                Signal::Changed => true,
                Signal::Failed => return Some(WatchState::Unable),
                Signal::Stop => return None,
            },
            Ok(Signal::Failed) => return Some(WatchState::Unable),
            Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => false,
        };
        if identity(folder) != Some(watched) {
            return Some(WatchState::Lost);
        }
        if has_changed {
            tell(WatchState::Watching);
        }
    }
}

/// Waits until nothing changes for a while after a first change; answers what ended the waiting.
fn rest_of_changes(receiver: &Receiver<Signal>) -> Signal {
    let until = Instant::now() + LONGEST;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match receiver.recv_timeout(QUIET.min(left)) {
            Ok(Signal::Changed) if left.is_zero() => return Signal::Changed,
            Ok(Signal::Changed) => {}
            Ok(signal) => return signal,
            Err(RecvTimeoutError::Timeout) => return Signal::Changed,
            Err(RecvTimeoutError::Disconnected) => return Signal::Stop,
        }
    }
}

/// What watches the folder as long as it lives. Links are not followed: they may lead to a whole disk.
fn watcher(folder: &Path, sender: Sender<Signal>) -> notify::Result<RecommendedWatcher> {
    let root = folder.to_owned();
    let hear = move |event: notify::Result<Event>| {
        let signal = match event {
            Ok(event) if !concerns(&event, &root) => return,
            Ok(_) => Signal::Changed,
            Err(_) => Signal::Failed,
        };
        // The receiver is gone only while the watcher is being dropped.
        let _ = sender.send(signal);
    };
    let mut watcher = RecommendedWatcher::new(hear, Config::default().with_follow_symlinks(false))?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Whether a library may show something else after the event. That a file was opened is none: the reading of a folder
/// would lead to the next one.
fn concerns(event: &Event, root: &Path) -> bool {
    if event.need_rescan() {
        return true;
    }
    let is_of_folder = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => false,
        EventKind::Access(_) => return false,
        EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder) => true,
        // What was renamed may be a folder, which may have a full stop in its name.
        EventKind::Modify(ModifyKind::Name(_)) => true,
        _ => false,
    };
    event.paths.iter().any(|path| {
        let within = path.strip_prefix(root).unwrap_or(path.file_name().map_or(path, Path::new));
        let is_hidden = within.iter().any(|name| name.as_encoded_bytes().starts_with(b"."));
        // What has no ending may be a folder, which some systems do not tell from a file.
        let may_be_shown = path.extension().is_none_or(|ending| ending.eq_ignore_ascii_case("ron"));
        !is_hidden && (is_of_folder || may_be_shown)
    })
}

/// What tells a folder from another at its place; `None` where none is there.
fn identity(folder: &Path) -> Option<(u64, u64)> {
    let metadata = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    #[cfg(unix)]
    let identity = (std::os::unix::fs::MetadataExt::dev(&metadata), std::os::unix::fs::MetadataExt::ino(&metadata));
    #[cfg(windows)]
    let identity = (std::os::windows::fs::MetadataExt::creation_time(&metadata), 0);
    Some(identity)
}

/// Whether the folder has more than `most` subfolders at all depths, where each costs something.
fn has_too_many_folders(folder: &Path, most: usize) -> bool {
    let mut folders = vec![folder.to_owned()];
    let mut n_folders = 0;
    while let Some(folder) = folders.pop().filter(|_| cfg!(target_os = "linux")) {
        n_folders += 1;
        if n_folders > most {
            return true;
        }
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let subfolders = names.filter(|name| name.file_type().is_ok_and(|kind| kind.is_dir()));
        folders.extend(subfolders.map(|name| name.path()));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Waits until the watch fits, and no longer than anybody would.
    fn wait_until(watch: &FolderWatch, fits: impl Fn(&FolderWatch) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(20);
        while !fits(watch) {
            assert!(Instant::now() < deadline, "{:?}, changed: {}", watch.state(), watch.has_changed());
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn watched() -> (tempfile::TempDir, FolderWatch) {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("sub")).unwrap();
        let watch = FolderWatch::start(folder.path().to_owned(), &Context::default());
        wait_until(&watch, |watch| watch.state() == WatchState::Watching);
        watch.take_change();
        (folder, watch)
    }

    #[test]
    fn a_file_that_is_written_is_told_and_one_that_is_read_or_is_no_project_is_not() {
        let (folder, watch) = watched();
        let path = folder.path().join("sub").join("a.ron");
        fs::write(&path, "()").unwrap();
        wait_until(&watch, FolderWatch::has_changed);
        watch.take_change();
        fs::read(&path).unwrap();
        fs::read_dir(folder.path()).unwrap().count();
        fs::write(folder.path().join("a.txt"), "words").unwrap();
        fs::write(folder.path().join(".a.ron"), "()").unwrap();
        thread::sleep(2 * QUIET);
        assert!(!watch.has_changed());
        fs::create_dir(folder.path().join("2026.03")).unwrap();
        wait_until(&watch, FolderWatch::has_changed);
    }

    #[test]
    fn a_folder_that_is_renamed_is_lost_and_so_is_one_that_is_not_there() {
        let (folder, watch) = watched();
        let other = folder.path().with_extension("moved");
        fs::rename(folder.path(), &other).unwrap();
        wait_until(&watch, |watch| watch.state() == WatchState::Lost && watch.has_changed());
        fs::remove_dir_all(&other).unwrap();
        let absent = FolderWatch::start(other, &Context::default());
        wait_until(&absent, |watch| watch.state() == WatchState::Lost);
    }

    #[test]
    fn one_who_is_dropped_ends_its_thread() {
        let (_folder, watch) = watched();
        let shared = Arc::downgrade(&watch.shared);
        drop(watch);
        let deadline = Instant::now() + Duration::from_secs(20);
        while shared.strong_count() > 0 {
            assert!(Instant::now() < deadline, "the thread goes on");
            thread::sleep(Duration::from_millis(10));
        }
    }

    #[test]
    fn subfolders_are_counted_at_all_depths() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a").join("b")).unwrap();
        assert!(!has_too_many_folders(folder.path(), 3));
        assert_eq!(has_too_many_folders(folder.path(), 2), cfg!(target_os = "linux"));
    }
}
