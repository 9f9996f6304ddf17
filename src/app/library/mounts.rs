use std::path::Path;

/// Whether a folder may lie on another machine, whose changes the system does not tell of; may take as long as the
/// file system does. Where that cannot be known it may.
pub fn may_be_remote(folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return true };
    if cfg!(any(target_os = "linux", target_os = "android")) {
        // The kernel's table of what is mounted: see proc_pid_mountinfo(5).
        let Ok(table) = std::fs::read("/proc/self/mountinfo") else { return true };
        file_system(&String::from_utf8_lossy(&table), &folder).is_none_or(is_remote)
    } else if cfg!(target_os = "macos") {
        // Shares are mounted there, beside disks that are plugged in.
        folder.starts_with("/Volumes")
    } else {
        is_unc(&folder)
    }
}

/// Whether the path is `\\server\share\…`, which Windows writes `\\?\UNC\server\share\…` where it is canonical. A
/// share that has a letter is made that as well.
fn is_unc(folder: &Path) -> bool {
    use std::path::{Component, Prefix};
    let Some(Component::Prefix(prefix)) = folder.components().next() else { return false };
    matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
}

/// The type of the file system that `folder` lies on, by the table of what is mounted.
fn file_system<'t>(table: &'t str, folder: &Path) -> Option<&'t str> {
    let mounted = table.lines().filter_map(|line| {
        let (mount, system) = line.split_once(" - ")?;
        Some((unescaped(mount.split(' ').nth(4)?), system.split(' ').next()?))
    });
    let over = mounted.filter(|(place, _)| folder.starts_with(place));
    // The deepest one, and of those at one place the last, which was mounted over the others.
    over.max_by_key(|(place, _)| place.len()).map(|(_, system)| system)
}

/// A path as the table has it, where the characters that would part its columns are octal numbers.
fn unescaped(place: &str) -> String {
    // The backslash last, so that one that is meant begins no other.
    let escapes = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    escapes.iter().fold(place.to_owned(), |place, (escape, character)| place.replace(escape, character))
}

/// File systems of other machines, or of the machine around a virtual one.
const REMOTE: [&str; 20] = [
    "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse", "gfs2", "gpfs", "lustre", "ncpfs", "nfs", "nfs4",
    "ocfs2", "prl_fs", "smb3", "smbfs", "vboxsf", "virtiofs",
];

/// Whether it is one of those. A program that serves a file system, as sshfs does, mostly fetches it from elsewhere;
/// `fuseblk` is a local disk.
fn is_remote(system: &str) -> bool {
    REMOTE.contains(&system) || system.starts_with("fuse.")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/desk rw,relatime shared:9 - autofs systemd-1 rw
31 30 0:27 / /mnt/desk rw,relatime shared:10 - nfs4 server:/desk rw
32 22 0:28 / /mnt/two\\040words rw - cifs //server/share rw
33 22 8:1 / /mnt/stick rw - fuseblk /dev/sda1 rw
34 22 0:30 / /home/ines/far rw - fuse.sshfs far: rw
";

    #[test]
    fn the_deepest_and_latest_mount_tells_where_a_folder_lies() {
        for (folder, system, remote) in [
            ("/home/ines/news", "ext4", false),
            ("/mnt/desk/news", "nfs4", true),
            ("/mnt/desks", "ext4", false),
            ("/mnt/two words/news", "cifs", true),
            ("/mnt/stick", "fuseblk", false),
            ("/home/ines/far", "fuse.sshfs", true),
        ] {
            let found = file_system(TABLE, Path::new(folder));
            assert_eq!((found, found.map(is_remote)), (Some(system), Some(remote)), "{folder}");
        }
    }

    #[test]
    fn a_folder_that_is_not_there_may_be_anywhere() {
        assert!(may_be_remote(Path::new("/no/such/folder")));
    }
}
