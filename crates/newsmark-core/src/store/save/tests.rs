#[cfg(target_os = "linux")]
mod permissions;

use super::*;
use crate::store::load;
use crate::store::samples::{project_of, small_project};
use crate::store::testing::{DiskStep, Fault, FaultDisk};

/// More than a save has.
const STEPS: std::ops::Range<usize> = 0..12;

fn other_project() -> Project {
    project_of("Five fled.", &[&["Five"]])
}

fn n_files(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn whatever_step_fails_the_old_file_is_whole_and_nothing_is_left_beside_it() {
    for step in STEPS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let old = save(&small_project(), &path, Expected::Nothing).unwrap();
        let disk = FaultDisk::with([(step, Fault::Tears(io::ErrorKind::StorageFull))]);
        let printed = Printed::of(&other_project());
        let outcome = printed.save_on(&disk, &path, Expected::Digest(old.digest));
        let found = load(&path).unwrap();
        match outcome {
            Ok(saved) => {
                assert_eq!((found.digest, saved.digest), (printed.digest(), printed.digest()));
                assert_eq!(
                    saved.durable,
                    disk.calls().iter().any(|call| call.step == DiskStep::SyncFolder && call.is_done)
                );
            }
            Err(error) => {
                assert_eq!(found.project, small_project());
                let sentence = "The project was not saved: the disk is full. \
                                Your changes are kept. Free some space, then save again: ";
                assert_eq!(error.to_string(), format!("{sentence}{}", path.display()));
            }
        }
        // What could not be removed is tried once more when all is done.
        let calls = disk.calls();
        let last = calls.iter().rfind(|call| call.step == DiskStep::Remove);
        let is_litter_left = last.is_some_and(|call| !call.is_done);
        assert_eq!(n_files(folder.path()), if is_litter_left { 2 } else { 1 }, "step {step}");
        save(&small_project(), &path, Expected::Anything).unwrap();
        assert_eq!(n_files(folder.path()), 1, "step {step}");
    }
}

#[test]
fn whatever_step_a_program_is_killed_at_the_old_file_or_the_new_one_is_whole() {
    let mut outcomes = Vec::new();
    for step in STEPS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        save(&small_project(), &path, Expected::Nothing).unwrap();
        let _ =
            Printed::of(&other_project()).save_on(&FaultDisk::with([(step, Fault::Dies)]), &path, Expected::Anything);
        let found = load(&path).unwrap().project;
        assert!(found == small_project() || found == other_project(), "step {step}");
        outcomes.push(found == other_project());
        // What the dead program left beside it does not keep the next one from saving.
        save(&small_project(), &path, Expected::Anything).unwrap();
        assert_eq!(n_files(folder.path()), 1, "step {step}");
    }
    assert!(outcomes.is_sorted() && outcomes.contains(&false) && outcomes.contains(&true), "{outcomes:?}");
}

#[test]
fn a_file_that_another_program_changed_is_not_replaced_unless_somebody_was_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
    let again = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap();
    assert_eq!(again, saved);
    assert!(matches!(save(&small_project(), &path, Expected::Nothing), Err(SaveError::Exists(_))));
    fs::write(&path, "theirs").unwrap();
    let error = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap_err();
    assert!(matches!(error, SaveError::ChangedOnDisk(_)), "{error}");
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(n_files(folder.path()), 1);
    save(&small_project(), &path, Expected::Anything).unwrap();
    fs::remove_file(&path).unwrap();
    let error = save(&small_project(), &path, Expected::Digest(saved.digest)).unwrap_err();
    assert!(matches!(error, SaveError::Vanished(_)), "{error}");
    assert_eq!(n_files(folder.path()), 0);
}

#[test]
fn a_folder_in_the_files_place_or_no_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    fs::create_dir(&path).unwrap();
    for expected in [Expected::Anything, Expected::Nothing] {
        assert!(matches!(save(&small_project(), &path, expected), Err(SaveError::Folder(_))));
    }
    let absent = folder.path().join("absent").join("a.ron");
    assert!(matches!(save(&small_project(), &absent, Expected::Nothing), Err(SaveError::NoFolder(_))));
    let within_a_file = folder.path().join("b.ron");
    fs::write(&within_a_file, "").unwrap();
    let error = save(&small_project(), &within_a_file.join("c.ron"), Expected::Nothing).unwrap_err();
    assert!(matches!(error, SaveError::NoFolder(_)), "{error}");
    assert_eq!(n_files(folder.path()), 2);
}

#[test]
#[cfg(unix)]
fn permissions_are_kept_and_links_stay_links() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real");
    fs::create_dir(&real).unwrap();
    let path = real.join("a.ron");
    let first = folder.path().join("first.ron");
    let second = folder.path().join("second.ron");
    symlink("second.ron", &first).unwrap();
    symlink(&path, &second).unwrap();
    // The chain's end is not there yet.
    save(&small_project(), &first, Expected::Nothing).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    save(&other_project(), &first, Expected::Anything).unwrap();
    assert!(fs::symlink_metadata(&first).unwrap().is_symlink() && fs::symlink_metadata(&second).unwrap().is_symlink());
    assert_eq!(load(&path).unwrap().project, other_project());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!((n_files(&real), n_files(folder.path())), (1, 3));
    let circle = folder.path().join("circle.ron");
    symlink("circle.ron", &circle).unwrap();
    assert!(matches!(save(&small_project(), &circle, Expected::Nothing), Err(SaveError::Other(..))));
}

#[test]
fn a_file_or_folder_that_may_not_be_written_to_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    save(&small_project(), &path, Expected::Nothing).unwrap();
    let set = |path: &Path, readonly: bool| {
        let mut permissions = fs::metadata(path).unwrap().permissions();
        permissions.set_readonly(readonly);
        fs::set_permissions(path, permissions).unwrap();
    };
    set(&path, true);
    assert!(matches!(save(&other_project(), &path, Expected::Anything), Err(SaveError::NotAllowed(_))));
    set(&path, false);
    set(folder.path(), true);
    // The administrator may write everywhere, and folders on Windows have no such right.
    let is_held = fs::write(folder.path().join("probe"), "").is_err();
    let outcome = save(&other_project(), &path, Expected::Anything);
    set(folder.path(), false);
    assert_eq!(matches!(outcome, Err(SaveError::NotAllowed(_))), is_held);
}

#[test]
#[cfg(unix)]
fn only_a_plain_file_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    crate::store::testing::make_pipe(&pipe);
    let link = folder.path().join("link.ron");
    std::os::unix::fs::symlink("pipe.ron", &link).unwrap();
    let socket = folder.path().join("socket.ron");
    let _socket = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let digest = Printed::of(&small_project()).digest();
    for expected in [Expected::Anything, Expected::Nothing, Expected::Digest(digest)] {
        for (path, said) in
            [(pipe.as_path(), "a pipe"), (&link, "a pipe"), (&socket, "a socket"), (Path::new("/dev/null"), "a device")]
        {
            let error = save(&small_project(), path, expected).unwrap_err();
            assert!(matches!(error, SaveError::NoPlainFile(..)), "{error}");
            assert!(error.to_string().contains(&format!("the path is {said}, not a file")), "{error}");
        }
    }
    assert_eq!(n_files(folder.path()), 3);
    assert!(!fs::metadata(&pipe).unwrap().is_file() && !fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
#[cfg(unix)]
fn a_pipe_that_comes_into_the_files_place_meanwhile_is_neither_waited_for_nor_replaced() {
    for expected in [Expected::Anything, Expected::Digest(Printed::of(&small_project()).digest())] {
        for call in 0..6 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.ron");
            save(&small_project(), &path, Expected::Nothing).unwrap();
            let disk = FaultDisk::sound();
            let swapped = path.clone();
            disk.before(call, move || {
                fs::remove_file(&swapped).unwrap();
                crate::store::testing::make_pipe(&swapped);
            });
            let outcome = Printed::of(&other_project()).save_on(&disk, &path, expected);
            assert!(!fs::metadata(&path).unwrap().is_file(), "{call}: the pipe is there");
            let is_late = disk.calls().iter().take(call).any(|call| call.step == DiskStep::Exchange);
            assert_eq!(outcome.is_ok(), is_late, "{call}: {outcome:?}");
        }
    }
}

#[test]
fn what_a_killed_program_left_is_removed_and_what_another_has_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    save(&small_project(), &path, Expected::Nothing).unwrap();
    let at = |name: &str| folder.path().join(name);
    for (name, text) in
        [(".a.ron.newsmark-0.tmp", "left"), (".a.ron.newsmark-1.tmp", "held"), (".a.ron.0.tmp", "theirs")]
    {
        fs::write(at(name), text).unwrap();
    }
    let held = fs::File::open(at(".a.ron.newsmark-1.tmp")).unwrap();
    held.lock().unwrap();
    save(&other_project(), &path, Expected::Anything).unwrap();
    assert!(!at(".a.ron.newsmark-0.tmp").exists());
    assert_eq!(fs::read_to_string(at(".a.ron.newsmark-1.tmp")).unwrap(), "held");
    assert_eq!(fs::read_to_string(at(".a.ron.0.tmp")).unwrap(), "theirs");
    drop(held);
    // The second name is asked for where the first is in use.
    let disk = FaultDisk::with([(0, Fault::Fails(io::ErrorKind::AlreadyExists))]);
    Printed::of(&small_project()).save_on(&disk, &path, Expected::Anything).unwrap();
    assert!(!at(".a.ron.newsmark-1.tmp").exists());
}

#[test]
fn a_file_that_is_replaced_by_one_of_the_same_length_and_time_is_told_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
    let mut theirs = fs::read(&path).unwrap();
    theirs[0] = b' ';
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    let set_time =
        move |path: &Path| fs::File::options().write(true).open(path).unwrap().set_modified(long_ago).unwrap();
    set_time(&path);
    for exchange in [true, false] {
        let disk = FaultDisk::sound();
        let disk = if exchange { disk } else { disk.without_exchange() };
        let (swapped, bytes) = (path.clone(), theirs.clone());
        // Right before the temporary file is synced, so after the file was read.
        disk.before(3, move || {
            let other = swapped.with_extension("new");
            fs::write(&other, bytes).unwrap();
            set_time(&other);
            fs::rename(&other, &swapped).unwrap();
        });
        let error = Printed::of(&other_project()).save_on(&disk, &path, Expected::Digest(saved.digest)).unwrap_err();
        assert!(matches!(error, SaveError::ChangedOnDisk(_)), "{error}");
        assert_eq!(fs::read(&path).unwrap(), theirs);
        assert_eq!(n_files(folder.path()), 1);
        save(&small_project(), &path, Expected::Anything).unwrap();
        set_time(&path);
    }
}

/// The calls of a save over a file: create, write, copy the metadata, sync, name for the exchange, exchange, and exchange
/// again where something else came out.
const EXCHANGE: usize = 5;
const BACK: usize = 6;

#[test]
fn where_two_programs_write_at_one_moment_and_the_disk_fails_both_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
    let disk = FaultDisk::with([(BACK, Fault::Fails(io::ErrorKind::Other))]);
    let theirs = path.clone();
    disk.before(EXCHANGE, move || fs::write(theirs, "theirs").unwrap());
    let saved = Printed::of(&other_project()).save_on(&disk, &path, Expected::Digest(saved.digest)).unwrap();
    let aside = folder.path().join("a (set aside 1).ron");
    assert_eq!((&saved.set_aside, saved.digest), (&vec![aside.clone()], load(&path).unwrap().digest));
    assert_eq!((fs::read_to_string(&aside).unwrap().as_str(), n_files(folder.path())), ("theirs", 2));
    assert_eq!(load(&path).unwrap().project, other_project());
    let told = saved.messages().remove(0);
    assert!(told.contains("Its version was kept, and yours is in the file"), "{told}");
}

#[test]
fn where_three_programs_write_at_one_moment_it_is_not_said_that_ours_is_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let saved = save(&small_project(), &path, Expected::Nothing).unwrap();
    let disk = FaultDisk::sound();
    for (call, words) in [(EXCHANGE, "theirs"), (BACK, "another’s")] {
        let path = path.clone();
        disk.before(call, move || fs::write(path, words).unwrap());
    }
    let error = Printed::of(&other_project()).save_on(&disk, &path, Expected::Digest(saved.digest)).unwrap_err();
    let aside = folder.path().join("a (set aside 1).ron");
    assert!(matches!(&error, SaveError::Overtaken(_, kept) if *kept == aside), "{error}");
    assert!(error.to_string().starts_with("The project was not saved: other programs wrote it"), "{error}");
    assert_eq!((fs::read_to_string(&path).unwrap().as_str(), n_files(folder.path())), ("theirs", 2));
    assert_eq!(fs::read_to_string(&aside).unwrap(), "another’s");
}

#[test]
fn what_another_program_wrote_at_the_moment_at_which_ours_was_killed_is_set_aside_by_the_next_save() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let old = save(&small_project(), &path, Expected::Nothing).unwrap();
    let killed_at = |call: usize, (expected, project): (Digest, &Project), theirs: Option<&'static str>| {
        let disk = FaultDisk::with([(call, Fault::Dies)]);
        let written = path.clone();
        disk.before(EXCHANGE, move || theirs.into_iter().for_each(|theirs| fs::write(&written, theirs).unwrap()));
        let _ = Printed::of(project).save_on(&disk, &path, Expected::Digest(expected));
        load(&path).unwrap().digest
    };
    // In the exchange, before the look at what came out, and where nothing but what was expected did.
    let ours = killed_at(EXCHANGE, (old.digest, &project_of("Two fled.", &[])), None);
    assert_eq!((ours, n_files(folder.path())), (old.digest, 2));
    let ours = killed_at(BACK, (ours, &other_project()), Some("theirs"));
    assert_eq!((ours, n_files(folder.path())), (Printed::of(&other_project()).digest(), 3));
    let saved = save(&small_project(), &path, Expected::Digest(ours)).unwrap();
    let aside = folder.path().join("a (set aside 1).ron");
    assert_eq!((saved.set_aside, n_files(folder.path())), (vec![aside.clone()], 2));
    assert_eq!(fs::read_to_string(&aside).unwrap(), "theirs");
    // In the look for what was left, after the exchange: what came out was expected.
    let ours = killed_at(BACK, (saved.digest, &other_project()), None);
    let saved = save(&small_project(), &path, Expected::Digest(ours)).unwrap();
    assert_eq!((saved.set_aside, n_files(folder.path())), (Vec::new(), 2));
}

#[test]
#[cfg(unix)]
fn a_file_with_other_names_is_told_to_have_left_them() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("a.ron"), folder.path().join("b.ron"));
    assert!(save(&small_project(), &path, Expected::Nothing).unwrap().not_kept.is_empty());
    fs::hard_link(&path, &other).unwrap();
    let saved = save(&other_project(), &path, Expected::Anything).unwrap();
    assert_eq!(saved.not_kept, NotKept { hard_links: true, ..NotKept::default() });
    assert_eq!((load(&path).unwrap().project, load(&other).unwrap().project), (other_project(), small_project()));
    assert!(save(&small_project(), &path, Expected::Anything).unwrap().not_kept.is_empty());
}

#[test]
fn a_disk_that_takes_short_names_alone_is_saved_to_under_the_shorter_one() {
    #[derive(Debug)]
    struct ShortNames;

    impl crate::store::testing::AlteredDisk for ShortNames {
        fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
            let is_long = to.file_name().is_some_and(|name| name.len() > 143);
            if is_long {
                Err(io::ErrorKind::InvalidFilename.into())
            } else {
                crate::store::RealDisk.rename_new(from, to)
            }
        }
    }

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.ron", "a".repeat(116)));
    let old = save(&small_project(), &path, Expected::Nothing).unwrap();
    let printed = Printed::of(&other_project());
    printed.save_on(&ShortNames, &path, Expected::Digest(old.digest)).unwrap();
    assert_eq!(load(&path).unwrap().digest, printed.digest());
    assert_eq!(n_files(folder.path()), 1);
}
