//! Two people at one file: what a save keeps of whose it is and who may read it.
//!
//! What needs an administrator, or a file system that has it, says so and is left out where it cannot be.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::process::Command;

use rustix::process::{Gid, Uid, geteuid};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};

use super::*;

/// Accounts that no file of the machine belongs to.
const INES: u32 = 61_001;
const TOMAS: u32 = 61_002;
const EDITORS: u32 = 61_010;

/// Does `work` as that account, whose own group has its number, being in those groups as well. The thread that does it
/// is the account's alone, and so are those that it starts.
fn as_account<T: Send>(account: u32, groups: &[u32], work: impl FnOnce() -> T + Send) -> T {
    let act = || {
        let groups: Vec<Gid> = groups.iter().copied().map(Gid::from_raw).collect();
        let (group, user) = (Gid::from_raw(account), Uid::from_raw(account));
        set_thread_groups(&groups).unwrap();
        set_thread_res_gid(group, group, group).unwrap();
        set_thread_res_uid(user, user, user).unwrap();
        work()
    };
    std::thread::scope(|scope| scope.spawn(act).join().unwrap())
}

fn is_administrator() -> bool {
    let is_administrator = geteuid().is_root();
    if !is_administrator {
        println!("left out: only an administrator can act as two people");
    }
    is_administrator
}

/// A project of Ines and the editors with those permissions, in a folder that all may write to.
fn shared_project(mode: u32) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    let path = folder.path().join("a.ron");
    save(&small_project(), &path, Expected::Nothing).unwrap();
    chown(&path, Some(INES), Some(EDITORS)).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    (folder, path)
}

fn state(path: &Path) -> (u32, u32, u32) {
    let metadata = fs::metadata(path).unwrap();
    (metadata.uid(), metadata.gid(), metadata.mode() & 0o7777)
}

fn save_again(path: &Path) -> NotKept {
    save(&other_project(), path, Expected::Anything).unwrap().not_kept
}

#[test]
fn an_administrators_save_leaves_a_file_to_whom_it_belongs() {
    if is_administrator() {
        let (_folder, path) = shared_project(0o640);
        assert_eq!(save_again(&path), NotKept::default());
        assert_eq!(state(&path), (INES, EDITORS, 0o640));
    }
}

#[test]
fn a_colleagues_save_keeps_the_group_and_tells_that_the_owner_is_another() {
    if is_administrator() {
        let (_folder, path) = shared_project(0o664);
        let lost = as_account(TOMAS, &[EDITORS], || save_again(&path));
        assert_eq!(lost, NotKept { owner: true, ..NotKept::default() });
        assert_eq!(state(&path), (TOMAS, EDITORS, 0o664));
        as_account(INES, &[EDITORS], || save(&small_project(), &path, Expected::Anything)).unwrap();
    }
}

#[test]
fn a_group_that_cannot_be_kept_gives_its_rights_to_no_other() {
    if is_administrator() {
        let (_folder, path) = shared_project(0o662);
        let lost = as_account(TOMAS, &[], || save_again(&path));
        assert_eq!(lost, NotKept { owner: true, group: true, ..NotKept::default() });
        assert_eq!(state(&path), (TOMAS, TOMAS, 0o622), "whoever is in the group of Tomas was one of the others");
        let sentence = lost.describe().unwrap();
        assert!(sentence.contains("keep its owner and its group. Others may not be able to read"), "{sentence}");
    }
}

#[test]
fn in_a_folder_that_gives_its_group_to_its_files_the_group_stays() {
    if is_administrator() {
        let (folder, path) = shared_project(0o660);
        chown(folder.path(), None, Some(EDITORS)).unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o2770)).unwrap();
        let lost = as_account(TOMAS, &[EDITORS], || save_again(&path));
        assert_eq!((state(&path), lost.group), ((TOMAS, EDITORS, 0o660), false));
        // A new file is the folder's group's as well.
        let other = folder.path().join("b.ron");
        as_account(TOMAS, &[EDITORS], || save(&small_project(), &other, Expected::Nothing)).unwrap();
        assert_eq!(state(&other).1, EDITORS);
    }
}

#[test]
fn a_file_of_ones_own_keeps_its_permissions_and_what_runs_as_another_is_not_made() {
    if is_administrator() {
        for mode in [0o600, 0o640, 0o604, 0o4755] {
            let (_folder, path) = shared_project(mode);
            let lost = as_account(INES, &[EDITORS], || save_again(&path));
            assert_eq!((lost, state(&path)), (NotKept::default(), (INES, EDITORS, mode)));
        }
        let (_folder, path) = shared_project(0o4777);
        as_account(TOMAS, &[EDITORS], || save_again(&path));
        assert_eq!(state(&path), (TOMAS, EDITORS, 0o777));
    }
}

#[test]
fn no_moment_of_a_save_lets_others_read_what_they_may_not() {
    let (folder, path) = (tempfile::tempdir().unwrap(), "a.ron");
    let path = folder.path().join(path);
    save(&small_project(), &path, Expected::Nothing).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    for call in 0..6 {
        let disk = FaultDisk::sound();
        let folder = folder.path().to_owned();
        disk.before(call, move || {
            for entry in fs::read_dir(&folder).unwrap() {
                let mode = entry.unwrap().metadata().unwrap().mode() & 0o777;
                assert_eq!(mode, 0o600, "before call {call}");
            }
        });
        Printed::of(&other_project()).save_on(&disk, &path, Expected::Anything).unwrap();
    }
}

/// Whether the command could do it; says so where not.
fn could(program: &str, arguments: &[&str], path: &Path) -> bool {
    let status = Command::new(program).args(arguments).arg(path).status();
    let could = status.is_ok_and(|status| status.success());
    if !could {
        println!("left out: {program} {} is not possible here", arguments.join(" "));
    }
    could
}

fn printed_by(program: &str, arguments: &[&str], path: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn extended_attributes_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    save(&small_project(), &path, Expected::Nothing).unwrap();
    if could("setfattr", &["-n", "user.desk", "-v", "Karsa"], &path) {
        assert_eq!(save_again(&path), NotKept::default());
        let found = printed_by("getfattr", &["--only-values", "-n", "user.desk"], &path);
        assert_eq!(found, "Karsa");
    }
}

#[test]
fn an_access_list_is_kept_and_one_that_the_folder_gives_is_not_taken() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    save(&small_project(), &path, Expected::Nothing).unwrap();
    let list = |path: &Path| printed_by("getfacl", &["-cn", "--absolute-names"], path);
    if !could("setfacl", &["-m", &format!("u:{TOMAS}:rw,g::r")], &path) {
        return;
    }
    let before = list(&path);
    assert_eq!(save_again(&path), NotKept::default());
    assert_eq!(list(&path), before);
    assert!(before.contains(&format!("user:{TOMAS}:rw-")), "{before}");
    // The folder gives its files a list: one that had none keeps having none.
    assert!(
        could("setfacl", &["-b"], &path) && could("setfacl", &["-d", "-m", &format!("u:{INES}:rw")], folder.path())
    );
    let before = list(&path);
    assert_eq!(save_again(&path), NotKept::default());
    assert_eq!(list(&path), before);
}

#[test]
fn an_access_list_with_a_group_that_cannot_be_kept_gives_its_rights_to_no_other() {
    if !is_administrator() {
        return;
    }
    let (_folder, path) = shared_project(0o660);
    if !could("setfacl", &["-m", &format!("u:{TOMAS}:rw,g::rw,o::-")], &path) {
        return;
    }
    let lost = as_account(TOMAS, &[], || save_again(&path));
    assert_eq!(lost, NotKept { owner: true, group: true, ..NotKept::default() });
    let list = printed_by("getfacl", &["-cn", "--absolute-names"], &path);
    assert!(list.contains("group::---") && list.contains(&format!("user:{TOMAS}:rw-")), "{list}");
}
