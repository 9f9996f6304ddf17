//! Another program at the same file: whatever it writes, at any moment of a save, is not overwritten without a word.

use std::fs;
use std::path::{Path, PathBuf};

use newsmark::store::testing::{DiskStep, FaultDisk};
use newsmark::store::{Disk, SaveError};

use super::saving::{new, old, save_new, save_over};

const THEIRS: &[u8] = b"what another program wrote";

/// How another program puts its bytes in the file.
type Way = (&'static str, fn(&Path));

fn ways() -> [Way; 3] {
    [
        ("into the file", |path| fs::write(path, THEIRS).unwrap()),
        ("as a file that takes its place", |path| {
            let other = path.with_extension("theirs");
            fs::write(&other, THEIRS).unwrap();
            fs::rename(other, path).unwrap();
        }),
        ("into the file, as long as it was", |path| {
            let mut bytes = fs::read(path).unwrap_or_else(|_| THEIRS.to_vec());
            bytes[..THEIRS.len()].copy_from_slice(THEIRS);
            fs::write(path, bytes).unwrap();
        }),
    ]
}

fn is_theirs(path: PathBuf) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(THEIRS))
}

fn check(is_new: bool, has_exchange: bool) -> usize {
    let write = if is_new { save_new } else { save_over };
    let mut n_trials = 0;
    for (way, hook) in ways() {
        // A save has fewer calls than that; a hook before one that is not made is not called.
        for call in 0..12 {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.ron");
            if !is_new {
                fs::write(&path, old().as_bytes()).unwrap();
            }
            let disk = FaultDisk::sound();
            let disk = if has_exchange { disk } else { disk.without_exchange() };
            let theirs = path.clone();
            disk.before(call, move || hook(&theirs));
            let outcome: Result<bool, SaveError> = write(&disk as &dyn Disk, &path, false);
            let was_called = disk.n_calls() > call;
            let is_renamed_after_a_look = disk.calls().get(call).is_some_and(|call| call.step == DiskStep::Rename);
            if !was_called || is_renamed_after_a_look {
                continue;
            }
            n_trials += 1;
            let is_there = fs::read_dir(folder.path()).unwrap().any(|entry| is_theirs(entry.unwrap().path()));
            assert!(is_there, "{way} before call {call}, {outcome:?}: it was overwritten");
            if outcome.is_err() {
                assert!(is_theirs(path), "{way} before call {call}, {outcome:?}");
                assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{way} before call {call}");
            }
        }
    }
    n_trials
}

#[test]
fn what_another_program_writes_at_any_moment_of_a_save_is_there_afterwards() {
    // On a share the renaming that follows the last look at once is the moment that remains, as the documentation says.
    let n_trials: usize = [(false, true), (true, true), (false, false), (true, false)]
        .map(|(is_new, has_exchange)| check(is_new, has_exchange))
        .iter()
        .sum();
    println!("{n_trials} interleavings");
    assert!(n_trials > 60, "{n_trials}");
    assert_ne!(old().as_bytes(), new().as_bytes());
}
