//! What the window says of the journal is so: full disks, damaged files.
#![allow(clippy::unwrap_used, reason = "what cannot be read or written has to fail loudly")]

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Seek};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use eframe::egui::Key;
use newsmark::store::testing::AlteredDisk;
use newsmark::store::{Access, Disk, RealDisk};

use crate::desk::{CTRL, Desk, Folder, KARSA, NONE};

const ENDED: &str = "Newsmark ended before these were saved";
const KEPT: &str = "Not saved, kept in the journal";

/// A disk whose journals' folder can be full, while its other folders have room.
#[derive(Debug, Default)]
struct StateDisk {
    is_full: AtomicBool,
    /// The journals' files, by their numbers.
    journals: Mutex<HashSet<u64>>,
}

impl StateDisk {
    fn set_full(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::Relaxed);
    }

    /// Fails where a file of the full folder would have to grow.
    fn check(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let is_journal = self.journals.lock().unwrap().contains(&file.metadata()?.ino());
        let grows = file.stream_position()? + bytes.len() as u64 > file.metadata()?.len();
        let is_full = is_journal && grows && self.is_full.load(Ordering::Relaxed);
        if is_full { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl AlteredDisk for StateDisk {
    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        let file = RealDisk.create(path, access)?;
        if path.parent().is_some_and(|folder| folder.ends_with("journals")) {
            self.journals.lock().unwrap().insert(file.metadata()?.ino());
        }
        Ok(file)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.check(file, bytes)?;
        RealDisk.write(file, bytes)
    }
}

/// Four marks, the last two made while the disk was full.
fn marked_on_a_full_disk() -> (Arc<StateDisk>, Folder, Desk) {
    let disk = Arc::new(StateDisk::default());
    let mut folder = Folder::of_ines();
    folder.platform.disk = Arc::clone(&disk) as Arc<dyn Disk>;
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for words in ["wounding dozens", "the deadliest attack"] {
        desk.drag_over(words);
        desk.press(NONE, Key::Num1);
    }
    desk.assert_says(KEPT);
    disk.set_full(true);
    for words in ["the district health office", "at least 12 people"] {
        desk.drag_over(words);
        desk.press(NONE, Key::Num4);
    }
    (disk, folder, desk)
}

#[test]
fn the_foot_says_where_the_work_is_kept_and_when_the_journal_has_caught_up() {
    let (disk, folder, mut desk) = marked_on_a_full_disk();
    assert!(!desk.has(KEPT));
    desk.assert_says("Not saved and not in the journal: no storage space");
    desk.assert_says("Your last change is in the window only");
    disk.set_full(false);
    // The journal is tried again every second and a half, after a wait of its own.
    for _ in 0..100 {
        std::thread::sleep(Duration::from_millis(100));
        desk.settle();
        if desk.has(KEPT) {
            break;
        }
    }
    desk.assert_says(KEPT);
    desk.assert_says("The journal is written again. It has every change");
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks().len(), 4);
}

#[test]
fn what_was_made_on_a_full_disk_comes_before_what_is_made_when_there_is_room() {
    let (disk, folder, mut desk) = marked_on_a_full_disk();
    disk.set_full(false);
    desk.drag_over("a seamstress who lost two cousins");
    desk.press(NONE, Key::Num3);
    let marks = desk.marks();
    assert_eq!(marks.len(), 5);
    let after = folder.after_a_crash();
    drop(desk);
    let mut desk = Desk::start(&after);
    desk.assert_says("5 changes");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), marks);
}

/// A journal with two marks, one of whose bytes was flipped after the crash.
fn damaged(line: usize) -> (Folder, Folder, PathBuf) {
    let folder = Folder::of_ines();
    folder.put("karsa.txt", KARSA);
    let mut desk = Desk::open(&folder, "karsa.txt");
    for words in ["wounding dozens", "the district health office"] {
        desk.drag_over(words);
        desk.press(NONE, Key::Num1);
    }
    let after = folder.after_a_crash();
    drop(desk);
    let files = fs::read_dir(&after.platform.journals).unwrap().map(|entry| entry.unwrap().path());
    let journal = files.into_iter().find(|path| path.extension().is_some_and(|ending| ending == "journal")).unwrap();
    let mut bytes = fs::read(&journal).unwrap();
    let begun: usize = bytes.split_inclusive(|byte| *byte == b'\n').take(line).map(<[u8]>::len).sum();
    bytes[begun + 40] ^= 1;
    fs::write(&journal, bytes).unwrap();
    (folder, after, journal)
}

#[test]
fn a_damaged_journal_is_offered_recovered_as_far_as_it_can_be_and_set_aside() {
    let (_folder, after, journal) = damaged(2);
    let mut desk = Desk::start(&after);
    desk.assert_says(ENDED);
    desk.assert_says("1 change is damaged in the journal and cannot be read");
    desk.press(NONE, Key::Enter);
    assert_eq!(desk.marks(), ["Casualties: the district health office (Unspecified)"]);
    let aside = after.platform.journals.join("set-aside").join(journal.file_name().unwrap());
    desk.assert_says(&format!("The damaged journal was set aside as {}", aside.display()));
    assert!(aside.is_file() && !journal.exists());
}

#[test]
fn a_damaged_journal_that_is_not_wanted_is_set_aside_and_its_place_is_told() {
    let (_folder, after, journal) = damaged(3);
    let written = fs::read(&journal).unwrap();
    let mut desk = Desk::start(&after);
    desk.click("Set aside");
    assert!(!desk.has(ENDED));
    let aside = after.platform.journals.join("set-aside").join(journal.file_name().unwrap());
    desk.assert_says(&format!("set aside as {}", aside.display()));
    assert_eq!(fs::read(aside).unwrap(), written);
    drop(desk);
    assert!(!Desk::start(&after).has(ENDED));
}

#[test]
fn after_a_save_with_a_full_state_folder_and_a_crash_no_mark_of_the_file_is_lost() {
    let (disk, folder, mut desk) = marked_on_a_full_disk();
    desk.save_as(&folder.path("karsa.ron"));
    let saved = folder.read("karsa.ron");
    assert_eq!(saved.matches("Claims(").count(), 2, "the file has what the journal has not");
    let after = folder.after_a_crash();
    drop(desk);
    disk.set_full(false);
    let mut desk = Desk::start(&after);
    assert!(!desk.has(ENDED), "the journal has nothing that the file has not");
    desk.press(CTRL, Key::O);
    desk.write_path(&folder.path("karsa.ron"));
    assert_eq!(desk.marks().len(), 4);
    desk.drag_over("a seamstress who lost two cousins");
    desk.press(NONE, Key::Num3);
    desk.press(CTRL, Key::S);
    assert_eq!(desk.marks().len(), 5);
    assert_eq!(folder.read("karsa.ron").matches("Claims(").count(), 2);
}
