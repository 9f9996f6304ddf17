//! What stands after a change, a kill, a full disk, and among somebody else's files.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests make the files that they read")]

mod support;

use std::fs;
use std::io::ErrorKind;

use newsmark_core::store::RealDisk;
use newsmark_core::store::testing::{Fault, FaultDisk};
use newsmark_dataset::DatasetError;
use support::{Library, contents, killed};

fn of_three_years() -> Library {
    let library = Library::new();
    for (name, number, day) in [("a.ron", 1, "2024-05-01"), ("b.ron", 2, "2025-05-01"), ("c.ron", 3, "2025-06-01")] {
        library.add(name, &killed(number, day));
    }
    library
}

#[test]
fn nothing_is_read_or_written_again_where_nothing_changed() {
    let library = of_three_years();
    assert_eq!(library.write().n_read, 3);
    let before = fs::read(library.out().join("newsmark-manifest.json")).unwrap();
    let again = library.write();
    assert_eq!((again.n_read, again.n_written, again.n_projects), (0, 0, 3));
    assert_eq!(fs::read(library.out().join("newsmark-manifest.json")).unwrap(), before);
}

#[test]
fn a_change_is_read_alone_and_gives_what_a_first_set_gives() {
    let library = of_three_years();
    library.write();
    library.add("b.ron", &killed(20, "2025-05-01"));
    library.add("d.ron", &killed(4, "2026-01-01"));
    fs::remove_file(library.projects().join("a.ron")).unwrap();
    assert_eq!(library.write().n_read, 2);
    let changed = contents(&library.out());
    assert!(!library.out().join("annotations/year=2024").exists());
    fs::remove_dir_all(library.out()).unwrap();
    assert_eq!(library.write().n_read, 3);
    assert_eq!(contents(&library.out()).keys().collect::<Vec<_>>(), changed.keys().collect::<Vec<_>>());
    assert!(contents(&library.out()) == changed, "the same projects give the same bytes");
}

#[test]
fn a_file_of_the_set_that_was_damaged_is_made_again() {
    let library = of_three_years();
    library.write();
    let whole = contents(&library.out());
    fs::write(library.out().join("annotations/year=2025/part-0.parquet"), "damaged").unwrap();
    fs::remove_file(library.out().join("README.md")).unwrap();
    assert_eq!(library.write().n_read, 2, "those of its year");
    assert!(contents(&library.out()) == whole);
}

/// A set of one year, one of whose projects changed since. Nothing is synced: it is as true and takes a tenth of the time.
fn changed() -> Library {
    let library = Library::new();
    library.add("b.ron", &killed(2, "2025-05-01"));
    library.add("c.ron", &killed(3, "2025-06-01"));
    library.write_on(&FaultDisk::sound(), false).unwrap();
    library.add("b.ron", &killed(20, "2025-05-01"));
    library
}

/// How many steps it takes to write that change.
fn n_steps(disk: FaultDisk) -> usize {
    changed().write_on(&disk, false).unwrap();
    disk.n_calls()
}

#[test]
fn the_old_set_or_the_new_one_stands_after_a_kill_at_any_step() {
    let n_steps = n_steps(FaultDisk::sound());
    assert!(n_steps > 50);
    // A disk that fills is every third time enough: between two tables nothing else happens.
    for (fault, stride) in [(Fault::Dies, 1), (Fault::Fails(ErrorKind::StorageFull), 3)] {
        for n in (0..n_steps).step_by(stride) {
            let library = changed();
            let old = contents(&library.out());
            let outcome = library.write_on(&FaultDisk::with([(n, fault)]), false);
            let stands = contents(&library.out());
            library.write_on(&FaultDisk::sound(), false).unwrap();
            let new = contents(&library.out());
            assert!(new != old && (stands == old || stands == new), "half a set after step {n}");
            assert!(outcome.is_err() || stands == new, "a set that was not written was said to be, step {n}");
            let n_beside = fs::read_dir(library.folder.path()).unwrap().count();
            assert_eq!(n_beside, 2, "nothing is left beside the set after step {n}");
        }
    }
}

#[test]
fn a_set_is_whole_again_after_a_kill_where_folders_cannot_change_places() {
    let n_steps = n_steps(FaultDisk::sound().without_exchange());
    // From where the new set is put in place on: before that the other test tells.
    for n in n_steps.saturating_sub(60)..n_steps {
        let library = changed();
        let disk = FaultDisk::with([(n, Fault::Dies)]).without_exchange();
        let _ = library.write_on(&disk, false);
        library.write_on(&FaultDisk::sound().without_exchange(), false).unwrap();
        let marks = library.rows("annotations");
        assert_eq!(marks.iter().map(|mark| mark["counted_best"].as_str()).collect::<Vec<_>>(), ["20", "3"], "step {n}");
    }
}

#[test]
fn what_was_read_before_a_kill_is_not_read_again() {
    let library = of_three_years();
    // The folder of the workshop, the run, its line: then the tables begin.
    let disk = FaultDisk::with([(8, Fault::Dies)]);
    assert!(library.write_on(&disk, false).is_err());
    let again = library.write();
    assert_eq!((again.n_read, again.n_projects), (0, 3));
    assert_eq!(library.rows("annotations").len(), 3);
}

#[test]
fn a_full_disk_is_told_and_free_room_helps() {
    let library = of_three_years();
    let disk = FaultDisk::sound();
    disk.fill_after(6_000);
    let error = library.write_on(&disk, false).unwrap_err();
    assert!(matches!(error, DatasetError::Full(_)), "{error}");
    assert!(!library.out().exists());
    assert_eq!(library.write().n_projects, 3);
}

#[test]
fn a_folder_of_others_is_refused_and_their_files_in_a_set_stay() {
    let library = of_three_years();
    fs::create_dir_all(library.out().join("annotations/year=2025")).unwrap();
    let theirs = library.out().join("annotations/year=2025/part-0.parquet");
    fs::write(&theirs, "theirs").unwrap();
    assert!(matches!(library.write_on(&RealDisk, false), Err(DatasetError::NotOurs(_))));
    assert_eq!(fs::read(&theirs).unwrap(), b"theirs");
    fs::remove_dir_all(library.out()).unwrap();
    fs::write(library.out(), "a file").unwrap();
    assert!(matches!(library.write_on(&RealDisk, false), Err(DatasetError::NoFolder(_))));
    fs::remove_file(library.out()).unwrap();
    library.write();
    // In a set of ours: a note, one among the tables, and one where a year is yet to come.
    let note = library.out().join("notes/mine.txt");
    fs::create_dir_all(note.parent().unwrap()).unwrap();
    fs::write(&note, "mine").unwrap();
    let beside = library.out().join("annotations/year=2025/theirs.txt");
    fs::write(&beside, "theirs").unwrap();
    library.add("b.ron", &killed(20, "2025-05-01"));
    assert_eq!(library.write().n_read, 1);
    assert_eq!((fs::read(&note).unwrap(), fs::read(&beside).unwrap()), (b"mine".to_vec(), b"theirs".to_vec()));
    let taken = library.out().join("annotations/year=2026/part-0.parquet");
    fs::create_dir_all(taken.parent().unwrap()).unwrap();
    fs::write(&taken, "theirs").unwrap();
    library.add("d.ron", &killed(4, "2026-05-01"));
    assert!(matches!(library.write_on(&RealDisk, false), Err(DatasetError::InTheWay(_))));
    assert_eq!(fs::read(&taken).unwrap(), b"theirs");
}

#[test]
#[cfg(unix)]
fn links_lead_nowhere_that_is_written_to() {
    let library = of_three_years();
    let elsewhere = library.folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, library.out()).unwrap();
    library.write();
    assert!(library.out().is_symlink() && elsewhere.join("README.md").exists());
    fs::write(library.folder.path().join("secret.txt"), "secret").unwrap();
    std::os::unix::fs::symlink(library.folder.path().join("secret.txt"), elsewhere.join("link")).unwrap();
    library.add("b.ron", &killed(20, "2025-05-01"));
    library.write();
    assert!(elsewhere.join("link").is_symlink());
    assert_eq!(fs::read(library.folder.path().join("secret.txt")).unwrap(), b"secret");
}
