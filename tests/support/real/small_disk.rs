//! A disk that is full soon.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A file system of 200 kB in memory, which goes with this value.
pub struct SmallDisk {
    folder: TempDir,
}

impl SmallDisk {
    /// Mounts it; `None` where this person may not.
    pub fn mount() -> Option<SmallDisk> {
        let folder = TempDir::new().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=200k", "newsmark-test"]).arg(folder.path());
        let mounted = mount.output().is_ok_and(|output| output.status.success());
        mounted.then_some(SmallDisk { folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // One that stays mounted is of no harm but to the next look at the folder.
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}
