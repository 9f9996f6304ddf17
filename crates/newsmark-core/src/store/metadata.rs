//! What a file has beside its bytes: owner, group, permissions, access list, extended attributes.

use std::fs::File;
use std::io;
use std::path::Path;

use super::NotKept;

/// Gives `file`, which is still its maker's alone, the owner, group, permissions, access list and extended attributes
/// of the file at `like`, in this order: nobody may read it for a moment who may not read the other.
///
/// # Limitations
/// Access lists are kept on Linux, extended attributes there and on macOS. On Windows
/// only whether it may be written to is kept, and a file takes its access list from its folder.
///
/// # Errors
/// What the system says where it cannot be told what the file at `like` has.
pub fn copy(like: &Path, file: &File) -> io::Result<NotKept> {
    imp::copy(like, file)
}

#[cfg(unix)]
mod imp {
    use std::fs::{self, File, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    use std::path::Path;

    use crate::store::NotKept;
    #[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
    use crate::store::attributes::copy as copy_attributes;

    pub fn copy(like: &Path, file: &File) -> io::Result<NotKept> {
        // `like` is where links end. What comes there in between as a link is not followed.
        let (old, own) = (fs::symlink_metadata(like)?, file.metadata()?);
        let mut lost = NotKept { hard_links: old.nlink() > 1, ..NotKept::default() };
        let is_other = (own.uid(), own.gid()) != (old.uid(), old.gid());
        // The owner goes first: changing it takes the bits of set-user and set-group away, which the permissions then
        // bring back.
        if is_other && fchown(file, Some(old.uid()), Some(old.gid())).is_err() {
            // Only an administrator gives files away; a group that one is in can be kept all the same.
            lost.owner = own.uid() != old.uid();
            lost.group = own.gid() != old.gid() && fchown(file, None, Some(old.gid())).is_err();
        }
        // Permissions, and the bits of set-user, set-group and the sticky one; the rest is the kind of file.
        let mut mode = old.mode() & 0o7777;
        let others = mode & 0o007;
        let group = copy_attributes(like, file, lost.group.then_some(others), &mut lost);
        // Whoever is in the group that the file has instead was one of the others.
        let group = group.or(lost.group.then_some(others));
        if let Some(group) = group {
            mode = mode & !0o070 | group << 3;
        }
        // Programs that run as their owner or group must not run as another.
        if lost.owner || lost.group {
            mode &= !0o6000;
        }
        // Last, so that nobody may read it before owner and group are right. Some shares refuse any setting, and often
        // nothing has to change.
        if file.metadata()?.mode() & 0o7777 != mode && file.set_permissions(Permissions::from_mode(mode)).is_err() {
            lost.permissions = true;
        }
        Ok(lost)
    }

    /// These systems have other calls for them, which this program does not know.
    #[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
    fn copy_attributes(_like: &Path, _file: &File, _others: Option<u32>, _lost: &mut NotKept) -> Option<u32> {
        None
    }
}

#[cfg(not(unix))]
mod imp {
    use std::fs::{self, File};
    use std::io;
    use std::path::Path;

    use crate::store::NotKept;

    pub fn copy(like: &Path, file: &File) -> io::Result<NotKept> {
        let permissions = file.set_permissions(fs::metadata(like)?.permissions()).is_err();
        Ok(NotKept { permissions, ..NotKept::default() })
    }
}
