//! Disks that are full, fail or lie: no hole, no loss, and the truth about it.

use std::fs::{self, File};
use std::io::{self, Seek};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};

use super::{Desk, mark, with};
use crate::edit::{Entry, OpenProject};
use crate::model::{AnnotationId, Project, Time};
use crate::store::journal::{Journal, JournalState, recover, recoverable};
use crate::store::testing::{AlteredDisk, Fault, FaultDisk};
use crate::store::{Access, Disk, Expected, FileBytes, Printed, RealDisk, load};

/// A disk with so much room, some of whose steps fail while they are told to.
#[derive(Debug, Default)]
struct SmallDisk {
    room: AtomicU64,
    fails_truncate: AtomicBool,
    fails_sync: AtomicBool,
    fails_sync_data: AtomicBool,
    fails_create: AtomicBool,
}

impl SmallDisk {
    fn new() -> Arc<SmallDisk> {
        let disk = SmallDisk::default();
        disk.set_room(1 << 30);
        Arc::new(disk)
    }

    fn set_room(&self, room: u64) {
        self.room.store(room, Relaxed);
    }

    fn fail(fails: &AtomicBool) -> io::Result<()> {
        if fails.load(Relaxed) { Err(io::Error::other("the disk does not answer")) } else { Ok(()) }
    }
}

impl AlteredDisk for SmallDisk {
    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        SmallDisk::fail(&self.fails_create)?;
        RealDisk.create(path, access)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        // Writing over what is there takes no room.
        let over = file.metadata()?.len() - file.stream_position()?;
        let growth = (bytes.len() as u64).saturating_sub(over);
        let fitting = growth.min(self.room.load(Relaxed));
        self.room.fetch_sub(fitting, Relaxed);
        RealDisk.write(file, &bytes[..bytes.len() - (growth - fitting) as usize])?;
        if fitting < growth { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        SmallDisk::fail(&self.fails_truncate)?;
        self.room.fetch_add(file.metadata()?.len() - length, Relaxed);
        RealDisk.truncate(file, length)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        SmallDisk::fail(&self.fails_sync)?;
        RealDisk.sync(file)
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        SmallDisk::fail(&self.fails_sync_data)?;
        RealDisk.sync_data(file)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.room.fetch_add(fs::metadata(path).map_or(0, |found| found.len()), Relaxed);
        RealDisk.remove(path)
    }
}

fn marks(project: &Project, ids: std::ops::RangeInclusive<u64>) -> Vec<Entry> {
    ids.map(|id| mark(project, id, "12")).collect()
}

fn begun(disk: &Arc<SmallDisk>, desk: &Desk) -> Journal {
    desk.begin_on(Arc::clone(disk) as Arc<dyn Disk>, Some(&desk.path())).unwrap()
}

/// How many entries are in no file, and when the first of them was made.
fn behind(journal: &Journal) -> Option<(u64, Time)> {
    match journal.state() {
        JournalState::Behind { n, since, .. } => Some((n, since)),
        _ => None,
    }
}

#[test]
fn what_could_not_be_written_is_written_before_what_comes_after() {
    let (disk, desk) = (SmallDisk::new(), Desk::new());
    desk.save(&desk.project);
    let journal = begun(&disk, &desk);
    let entries = marks(&desk.project, 101..=106);
    journal.append(&entries[..1]).unwrap();
    assert_eq!(journal.state(), JournalState::Written);
    disk.set_room(100);
    assert!(journal.append(&entries[1..2]).is_err());
    assert_eq!(behind(&journal), Some((1, entries[1].time)));
    assert!(journal.append(&entries[2..4]).is_err());
    assert_eq!((behind(&journal), journal.n_entries()), (Some((3, entries[1].time)), 4));
    assert!(recover(&desk.copied()).unwrap().warnings.is_empty(), "the torn line was taken back");
    disk.set_room(1 << 20);
    journal.append(&entries[4..]).unwrap();
    assert_eq!(journal.state(), JournalState::Written);
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.warnings, recovered.entries), (Vec::new(), entries));
}

#[test]
fn a_journal_catches_up_by_itself_when_there_is_room_again() {
    let (disk, desk) = (SmallDisk::new(), Desk::new());
    let journal = begun(&disk, &desk);
    let entries = marks(&desk.project, 101..=103);
    disk.set_room(0);
    assert!(journal.append(&entries).is_err());
    assert!(journal.sync().is_err());
    assert_eq!(behind(&journal), Some((3, entries[0].time)));
    disk.set_room(1 << 20);
    journal.sync().unwrap();
    assert_eq!(journal.state(), JournalState::Written);
    drop(journal);
    assert_eq!(recover(&desk.found()).unwrap().entries, entries);
}

#[test]
fn a_torn_line_that_cannot_be_taken_back_begins_the_journal_anew() {
    let (disk, desk) = (SmallDisk::new(), Desk::new());
    let journal = begun(&disk, &desk);
    let entries = marks(&desk.project, 101..=103);
    journal.append(&entries[..1]).unwrap();
    disk.fails_truncate.store(true, Relaxed);
    disk.set_room(30);
    assert!(journal.append(&entries[1..2]).is_err());
    disk.set_room(1 << 20);
    assert!(journal.append(&entries[2..]).is_err(), "behind a torn line nothing would be read");
    assert_eq!(behind(&journal), Some((2, entries[1].time)));
    journal.sync().unwrap();
    assert_eq!(journal.state(), JournalState::Written);
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.warnings, recovered.entries), (Vec::new(), entries));
}

#[test]
fn after_a_failed_sync_the_journal_is_written_anew_and_no_later_sync_is_trusted() {
    let (disk, desk) = (SmallDisk::new(), Desk::new());
    let journal = begun(&disk, &desk);
    journal.sync().unwrap();
    let entries = marks(&desk.project, 101..=102);
    journal.append(&entries[..1]).unwrap();
    let first = desk.first_journal();
    disk.fails_sync_data.store(true, Relaxed);
    disk.fails_create.store(true, Relaxed);
    assert!(journal.sync().is_err());
    assert_eq!(journal.state(), JournalState::Unsynced { error: "the disk does not answer".to_owned() });
    disk.fails_sync_data.store(false, Relaxed);
    assert!(journal.sync().is_err(), "the bytes may be gone although the disk is well again");
    // What the system let go of is not in the file any more.
    let length = fs::metadata(&first).unwrap().len();
    File::options().write(true).open(&first).unwrap().set_len(length - 40).unwrap();
    disk.fails_create.store(false, Relaxed);
    journal.sync().unwrap();
    assert_eq!((journal.state(), first.exists()), (JournalState::Written, false));
    journal.append(&entries[1..]).unwrap();
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.warnings, recovered.base, recovered.entries), (Vec::new(), desk.project.clone(), entries));
}

#[test]
fn a_base_that_could_not_be_synced_is_written_again() {
    let (disk, desk) = (SmallDisk::new(), Desk::new());
    let journal = begun(&disk, &desk);
    let entries = marks(&desk.project, 101..=101);
    journal.append(&entries).unwrap();
    disk.fails_sync.store(true, Relaxed);
    assert!(journal.sync().is_err() && journal.sync().is_err());
    assert!(matches!(journal.state(), JournalState::Unsynced { .. }));
    fs::write(desk.first_journal().with_extension("base"), "what the system let go of").unwrap();
    disk.fails_sync.store(false, Relaxed);
    journal.sync().unwrap();
    drop(journal);
    assert_eq!(desk.n_files(), 3, "{:?}", desk.names(""));
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.base, recovered.entries), (desk.project.clone(), entries));
}

/// The machine after a crash: 25 marks were made, of which the state folder had
/// room for 18, and the project was saved. Answers with the saved project.
fn saved_with_a_full_state_folder(desk: &Desk) -> Project {
    let disk = SmallDisk::new();
    let journal = begun(&disk, desk);
    let entries = marks(&desk.project, 101..=125);
    journal.append(&entries[..18]).unwrap();
    disk.set_room(0);
    for entry in &entries[18..] {
        assert!(journal.append(std::slice::from_ref(entry)).is_err());
    }
    let project = with(&desk.project, &entries);
    let printed = Printed::of(&project);
    assert!(journal.mark_saving(&desk.path(), printed.digest(), journal.n_entries()).is_err());
    printed.save(&desk.path(), Expected::Anything).unwrap();
    journal.saved(&desk.path(), &printed.into_file_bytes(), 25).unwrap();
    project
}

#[test]
fn after_a_save_with_a_full_state_folder_and_a_crash_the_file_keeps_all_25_marks() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let project = saved_with_a_full_state_folder(&desk);
    let recovery = desk.found();
    assert!(recovery.is_needless(), "the file has every change");
    let recovered = recover(&recovery).unwrap();
    assert_eq!((&recovered.base, recovered.entries.len()), (&project, 0));
    // Recovered all the same, and saved again: the file is as it was.
    let file_state = recovered.file_state;
    let crate::store::FileState::Fits(digest) = file_state else { panic!("{file_state:?}") };
    let mut open = OpenProject::new(recovered.base, true);
    open.replay(recovered.entries);
    Printed::of(open.project()).save(&desk.path(), Expected::Digest(digest)).unwrap();
    assert_eq!(load(&desk.path()).unwrap().project, project);
}

#[test]
fn a_mark_made_after_that_save_is_kept_on_the_file_as_it_was_saved() {
    let desk = Desk::new();
    let disk = SmallDisk::new();
    let journal = begun(&disk, &desk);
    let entries = marks(&desk.project, 101..=126);
    journal.append(&entries[..18]).unwrap();
    disk.set_room(0);
    assert!(journal.append(&entries[18..25]).is_err());
    let project = with(&desk.project, &entries[..25]);
    let printed = Printed::of(&project);
    assert!(journal.mark_saving(&desk.path(), printed.digest(), 25).is_err());
    printed.save(&desk.path(), Expected::Anything).unwrap();
    journal.saved(&desk.path(), &printed.into_file_bytes(), 25).unwrap();
    assert!(journal.append(&entries[25..]).is_ok(), "what the file has makes room");
    assert!(matches!(journal.state(), JournalState::Written | JournalState::Unsynced { .. }));
    drop(journal);
    let recovered = recover(&desk.found()).unwrap();
    assert_eq!((recovered.base, &recovered.entries[..]), (project, &entries[25..]));
    assert!(recovered.project.annotation(AnnotationId::from_u64(126)).is_some());
}

/// Work with a save in it: what was appended without an error, and what was saved.
fn worked(desk: &Desk, disk: Arc<dyn Disk>) -> (Option<Journal>, Vec<Entry>) {
    let entries = marks(&desk.project, 101..=106);
    let Ok(journal) = desk.begin_on(disk, None) else { return (None, Vec::new()) };
    let mut n_kept = 0;
    let mut append = |range: std::ops::Range<usize>| {
        if journal.append(&entries[range.clone()]).is_ok() {
            n_kept = range.end;
        }
    };
    append(0..1);
    append(1..2);
    let _ = journal.sync();
    let printed = Printed::of(&with(&desk.project, &entries[..2]));
    let _ = journal.mark_saving(&desk.path(), printed.digest(), 2);
    printed.save(&desk.path(), Expected::Anything).unwrap();
    append(2..4);
    let _ = journal.saved(&desk.path(), &printed.into_file_bytes(), 2);
    append(4..5);
    let _ = journal.sync();
    append(5..6);
    (Some(journal), entries[..n_kept].to_vec())
}

#[test]
fn a_fault_at_any_step_loses_nothing_once_the_disk_is_well_again() {
    for kind in [io::ErrorKind::StorageFull, io::ErrorKind::Other] {
        for step in 0.. {
            let desk = Desk::new();
            let disk = Arc::new(FaultDisk::with([(step, Fault::Tears(kind))]));
            let (journal, _) = worked(&desk, Arc::clone(&disk) as Arc<dyn Disk>);
            if disk.n_failed() == 0 {
                assert!(step > 15, "the faults were at {step} steps");
                break;
            }
            let Some(journal) = journal else {
                assert!(recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap().is_empty());
                continue;
            };
            let _ = journal.sync();
            journal.sync().unwrap();
            assert_eq!(journal.state(), JournalState::Written, "step {step}");
            drop(journal);
            let recovered = recover(&desk.found()).unwrap();
            let all = marks(&desk.project, 101..=106);
            assert_eq!(recovered.warnings, Vec::<String>::new(), "step {step}");
            assert_eq!(recovered.project, with(&desk.project, &all), "step {step}");
        }
    }
}

#[test]
fn of_a_program_that_ends_at_any_step_all_is_recovered_that_was_in_the_journal() {
    for step in 0.. {
        let desk = Desk::new();
        let disk = Arc::new(FaultDisk::with([(step, Fault::Dies)]));
        let (journal, kept) = worked(&desk, Arc::clone(&disk) as Arc<dyn Disk>);
        let has_failed = disk.n_failed() > 0;
        drop(journal);
        if !kept.is_empty() {
            let recovered = recover(&desk.found()).unwrap();
            for entry in &kept {
                let crate::model::Change::Insert(mark) = &entry.change else { panic!("{entry:?}") };
                assert!(recovered.project.annotation(mark.id).is_some(), "step {step}: {}", mark.id);
            }
        }
        if !has_failed {
            break;
        }
    }
}

#[test]
fn a_second_window_leaves_a_living_program_s_journal_alone_whatever_generation_it_finds() {
    let desk = Desk::new();
    desk.save(&desk.project);
    let journal = desk.begin(Some(&desk.path()));
    let (old, bytes) = (desk.first_journal(), fs::read(desk.first_journal()).unwrap());
    journal.append(&marks(&desk.project, 101..=101)).unwrap();
    journal.saved(&desk.path(), &Printed::of(&desk.project).into_file_bytes(), 0).unwrap();
    // The moment between the new generation and the end of the old one, which nobody locks any more.
    fs::write(&old, bytes).unwrap();
    let found = recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap();
    assert!(found.is_empty(), "{found:?}");
    drop(journal);
    assert_eq!(recover(&desk.found()).unwrap().entries.len(), 1);
}

#[test]
fn a_journal_of_a_program_that_locks_no_claim_is_not_removed_with_an_older_one() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    drop(journal);
    let (old, living) = (desk.first_journal(), desk.journals().join("1773489600-1-0.1.journal"));
    fs::copy(&old, &living).unwrap();
    let held = File::open(&living).unwrap();
    held.lock().unwrap();
    let mut found = recoverable(&RealDisk::shared(), &desk.journals(), "desk-4").unwrap();
    assert_eq!(found.len(), 1);
    assert!(found.remove(0).discard().is_err());
    assert!(old.exists() && living.exists());
}

#[test]
fn a_journal_that_was_discarded_does_not_come_back() {
    let desk = Desk::new();
    let journal = desk.begin(None);
    let clone = journal.clone();
    journal.discard().unwrap();
    clone.append(&marks(&desk.project, 101..=101)).unwrap();
    clone.saved(&desk.path(), &FileBytes::new(b"base".to_vec()), 1).unwrap();
    let _ = clone.sync();
    assert_eq!(desk.n_files(), 0, "{:?}", desk.names(""));
}

#[cfg(unix)]
#[test]
fn journals_are_their_owner_s_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    let journal = desk.begin(None);
    journal.saved(&desk.path(), &Printed::of(&desk.project).into_file_bytes(), 0).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&desk.journals()), 0o700);
    for name in desk.names("") {
        assert_eq!(mode(&desk.journals().join(&name)), 0o600, "{name}");
    }
}
