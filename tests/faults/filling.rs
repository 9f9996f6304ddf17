//! Disks that fill up and are freed again, and disks that do not answer.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use newsmark::store::SaveError;
use newsmark::store::testing::{Fault, FaultDisk};

use super::saving::{new, old, save_over};

#[test]
fn a_save_on_a_full_disk_leaves_the_file_and_succeeds_when_space_was_freed() {
    let length = new().as_bytes().len();
    for room in (0..=length).step_by(length / 20) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, old().as_bytes()).unwrap();
        let disk = FaultDisk::sound();
        disk.fill_after(room);
        let outcome = save_over(&disk, &path, false);
        assert!(matches!(outcome, Err(SaveError::DiskFull(_))) || room == length, "{room}: {outcome:?}");
        assert_eq!(fs::read(&path).unwrap(), if outcome.is_ok() { new() } else { old() }.as_bytes());
        disk.free_space();
        save_over(&disk, &path, true).unwrap();
        assert_eq!(fs::read(&path).unwrap(), new().as_bytes());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

#[test]
fn a_save_that_hangs_leaves_the_file_whole_and_goes_on_when_the_disk_answers() {
    for call in 0..7 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        fs::write(&path, old().as_bytes()).unwrap();
        let disk = Arc::new(FaultDisk::with([(call, Fault::Hangs)]));
        let (hung, saved) = (Arc::clone(&disk), path.clone());
        let save = std::thread::spawn(move || save_over(&*hung, &saved, false));
        while disk.n_calls() <= call {
            std::thread::sleep(Duration::from_millis(1));
        }
        let found = fs::read(&path).unwrap();
        assert!(!save.is_finished() && (found == old().as_bytes() || found == new().as_bytes()), "call {call}");
        disk.release();
        save.join().unwrap().unwrap();
        assert_eq!(fs::read(&path).unwrap(), new().as_bytes());
    }
}
