use std::fs;

use super::*;
use crate::store::testing::{Fault, FaultDisk};

fn ines() -> LockOwner {
    LockOwner {
        person: "Ines Varga".to_owned(),
        machine: "desk-4".to_owned(),
        process: std::process::id(),
        since: Time(1_773_489_600),
    }
}

/// Somebody on another machine.
fn tomas() -> LockOwner {
    LockOwner { person: "Tomas Reed".to_owned(), machine: "desk-9".to_owned(), ..ines() }
}

fn text_of(holder: &LockOwner) -> String {
    ron::to_string(&WrittenLockOwner::from(holder)).unwrap()
}

/// A project's path in an empty folder, with the path of its lock.
fn desk() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (path, lock) = (folder.path().join("a.ron"), folder.path().join(".a.ron.lock"));
    (folder, path, lock)
}

#[test]
fn an_open_project_is_held_and_says_by_whom_and_since_when() {
    let (folder, path, _) = desk();
    let lock = Lock::take(&path, &ines()).unwrap();
    assert!(lock.is_seen_by_others() && lock.left_behind().is_none());
    let error = Lock::take(&path, &ines()).unwrap_err();
    let sentence = error.to_string();
    assert!(
        sentence.starts_with("The project is open on desk-4, by Ines Varga since 2026-03-14 12:00 UTC."),
        "{sentence}"
    );
    let LockError::Held { by, is_certain, .. } = error;
    assert_eq!((by, is_certain), (Some(ines()), true));
    drop(lock);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(Lock::take(&path, &ines()).is_ok());
}

#[test]
fn a_lock_that_a_crash_left_is_recognised_and_taken_over() {
    let (_folder, path, lock_path) = desk();
    fs::write(lock_path, text_of(&ines())).unwrap();
    let lock = Lock::take(&path, &ines()).unwrap();
    assert_eq!(lock.left_behind(), Some(&ines()));
}

#[test]
fn a_lock_that_a_crash_cut_short_is_taken_over() {
    for text in ["", "(per", "(person:\"Ines Va", "\0\0\0\0"] {
        let (_folder, path, lock_path) = desk();
        fs::write(&lock_path, text).unwrap();
        let lock = Lock::take(&path, &ines()).unwrap();
        assert!(lock.is_seen_by_others() && lock.left_behind().is_none(), "{text}");
        assert_eq!(fs::read_to_string(&lock_path).unwrap(), text_of(&ines()));
        assert!(Lock::take(&path, &ines()).is_err());
    }
}

#[test]
fn a_file_of_another_program_that_has_the_locks_name_stays_as_it_is() {
    for bytes in [&b"\xff((("[..], b"(person: my notes", b"notes", &[b'a'; 1 << 17]] {
        let (_folder, path, lock_path) = desk();
        fs::write(&lock_path, bytes).unwrap();
        let lock = Lock::take(&path, &ines()).unwrap();
        let told = lock.why_unseen().unwrap();
        assert!(told.starts_with("Nobody else is told that you have it open: .a.ron.lock, which"), "{told}");
        assert!(Lock::take_over(&path, &ines()).is_ok_and(|lock| !lock.is_seen_by_others()));
        drop(lock);
        assert_eq!(fs::read(&lock_path).unwrap(), bytes);
    }
}

#[test]
#[cfg(unix)]
fn what_a_link_of_the_locks_name_leads_to_is_neither_written_nor_created() {
    let (folder, path, lock_path) = desk();
    let elsewhere = folder.path().join("diary.txt");
    for text in ["dear diary", "", &text_of(&ines())] {
        fs::write(&elsewhere, text).unwrap();
        std::os::unix::fs::symlink(&elsewhere, &lock_path).unwrap();
        for take in [Lock::take, Lock::take_over] {
            let lock = take(&path, &tomas()).unwrap();
            assert!(!lock.is_seen_by_others());
        }
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), text);
        fs::remove_file(&elsewhere).unwrap();
        assert!(!Lock::take(&path, &tomas()).unwrap().is_seen_by_others());
        assert!(!elsewhere.exists() && fs::symlink_metadata(&lock_path).unwrap().is_symlink());
        fs::remove_file(&lock_path).unwrap();
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_or_a_folder_of_the_locks_name_is_neither_waited_for_nor_harmed() {
    let (_folder, path, lock_path) = desk();
    crate::store::testing::make_pipe(&lock_path);
    assert!(!Lock::take(&path, &ines()).unwrap().is_seen_by_others());
    fs::remove_file(&lock_path).unwrap();
    fs::create_dir(&lock_path).unwrap();
    assert!(!Lock::take_over(&path, &ines()).unwrap().is_seen_by_others());
    assert!(lock_path.is_dir());
}

#[test]
#[cfg(unix)]
fn a_link_and_its_target_are_one_project() {
    let (folder, path, _) = desk();
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink("a.ron", &link).unwrap();
    let _lock = Lock::take(&link, &ines()).unwrap();
    assert!(Lock::take(&path, &ines()).is_err());
}

#[test]
fn a_project_whose_folder_cannot_be_written_to_opens_and_says_that_others_do_not_see_it() {
    let folder = tempfile::tempdir().unwrap();
    let lock = Lock::take(&folder.path().join("absent").join("a.ron"), &ines()).unwrap();
    assert!(!lock.is_seen_by_others());
    let refused = FaultDisk::with([(0, Fault::Fails(io::ErrorKind::PermissionDenied))]);
    let disk: Arc<dyn Disk> = Arc::new(refused);
    let lock = Lock::take_on(&disk, &folder.path().join("a.ron"), &ines()).unwrap();
    assert_eq!(
        lock.why_unseen(),
        Some(
            "Nobody else is told that you have it open: you may not write into its folder. \
             Tell those who work on it too"
        )
    );
}

#[test]
fn a_full_disk_leaves_a_lock_that_holds_without_a_name() {
    let (_folder, path, lock_path) = desk();
    let full = FaultDisk::sound();
    full.fill_after(5);
    let disk: Arc<dyn Disk> = Arc::new(full);
    let lock = Lock::take_on(&disk, &path, &ines()).unwrap();
    let LockError::Held { by, is_certain, .. } = Lock::take(&path, &tomas()).unwrap_err();
    assert!(by.is_none() && is_certain && lock.is_seen_by_others());
    drop(lock);
    assert!(!lock_path.exists());
}

/// A file system without locks is asked of the text alone.
fn without_locks(path: &Path, lock_path: &Path, is_asked: bool) -> Result<Option<Lock>, LockError> {
    let file = fs::OpenOptions::new().read(true).write(true).open(lock_path).unwrap();
    Taking { disk: &RealDisk::shared(), path, holder: &ines(), is_asked }.without_locks(lock_path, file)
}

#[test]
fn without_locks_a_dead_machines_lock_is_presumed_and_can_be_taken_over() {
    let (_folder, path, lock_path) = desk();
    fs::write(&lock_path, text_of(&tomas())).unwrap();
    let error = without_locks(&path, &lock_path, false).unwrap_err();
    let sentence = error.to_string();
    assert!(
        sentence.starts_with(
            "The project may be open on desk-9, by Tomas Reed since 2026-03-14 12:00 UTC, \
             or its lock file was left behind by a program that ended there."
        ),
        "{sentence}"
    );
    let LockError::Held { by, is_certain, .. } = error;
    assert_eq!((by, is_certain), (Some(tomas()), false));
    assert_eq!(fs::read_to_string(&lock_path).unwrap(), text_of(&tomas()));
    let lock = without_locks(&path, &lock_path, true).unwrap().unwrap();
    assert_eq!((lock.left_behind(), lock.is_seen_by_others()), (Some(&tomas()), true));
    assert_eq!(fs::read_to_string(&lock_path).unwrap(), text_of(&ines()));
    // Whoever takes it over in turn owns the file: closing here leaves it.
    fs::write(&lock_path, text_of(&tomas())).unwrap();
    drop(lock);
    assert_eq!(fs::read_to_string(&lock_path).unwrap(), text_of(&tomas()));
}

#[test]
fn a_lock_that_a_living_program_holds_is_never_taken_over() {
    let (_folder, path, lock_path) = desk();
    let lock = Lock::take(&path, &ines()).unwrap();
    let LockError::Held { is_certain, .. } = Lock::take_over(&path, &tomas()).unwrap_err();
    assert!(is_certain);
    assert_eq!(fs::read_to_string(&lock_path).unwrap(), text_of(&ines()));
    drop(lock);
}

#[test]
#[cfg(unix)]
fn a_lock_file_that_may_not_be_read_says_whose_it_is() {
    let (_folder, path, lock_path) = desk();
    fs::write(&lock_path, text_of(&tomas())).unwrap();
    let metadata = fs::metadata(&lock_path).unwrap();
    let asked = |is_asked| {
        Taking { disk: &RealDisk::shared(), path: &path, holder: &ines(), is_asked }.unreadable(&lock_path, &metadata)
    };
    let error = asked(false).unwrap_err();
    let sentence = error.to_string();
    let LockError::Held { by, is_certain, file, .. } = error;
    let owner = file.unwrap().owner;
    assert!(by.is_none() && !is_certain && sentence.contains(&format!("elsewhere, by {owner} since ")), "{sentence}");
    assert!(lock_path.exists());
    assert!(asked(true).unwrap().is_none() && !lock_path.exists(), "it is removed, and the lock asked for again");
}
