use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use super::save::folder_of;
use super::{NotKept, metadata};

/// The steps of writing files, each of which can fail.
///
/// Everything that is written goes through this: projects, journals, locks,
/// settings, decisions, indexes and reports. So tests can let each step fail, or
/// end there, and see that no file was harmed and that what was said is true.
pub trait Disk: Debug + Send + Sync {
    /// Creates the folder and those above it where they are not there. A new one
    /// is its owner's alone, and outlives a loss of power where the system can promise that.
    ///
    /// # Errors
    /// As [`DirBuilder::create`].
    fn create_folder(&self, folder: &Path) -> io::Result<()>;

    /// Creates the file for reading and writing, as one that was not there
    /// before.
    ///
    /// # Errors
    /// As [`OpenOptions::open`]; [`AlreadyExists`](io::ErrorKind::AlreadyExists)
    /// also where a link of that name leads nowhere.
    fn create(&self, path: &Path, access: Access) -> io::Result<File>;

    /// Writes all the bytes.
    ///
    /// # Errors
    /// As [`Write::write_all`].
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;

    /// Cuts the file off after `length` bytes.
    ///
    /// # Errors
    /// As [`File::set_len`].
    fn truncate(&self, file: &File, length: u64) -> io::Result<()>;

    /// Gives `file` the owner, group, permissions, access list and extended
    /// attributes of the file at `like`. Returns what the system does not allow.
    ///
    /// # Errors
    /// Where the system does not tell what the file at `like` has.
    fn copy_metadata(&self, like: &Path, file: &File) -> io::Result<NotKept>;

    /// Returns when the file's bytes will outlive a loss of power.
    ///
    /// # Errors
    /// As [`File::sync_all`].
    fn sync(&self, file: &File) -> io::Result<()>;

    /// The same for bytes appended to a file that was synced before.
    ///
    /// # Errors
    /// As [`File::sync_data`].
    fn sync_data(&self, file: &File) -> io::Result<()>;

    /// Puts the file at `from` in the place of the one at `to`.
    ///
    /// # Errors
    /// As [`fs::rename`].
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Gives the file at `from` the name `to`, which nothing may have.
    ///
    /// # Errors
    /// [`AlreadyExists`](io::ErrorKind::AlreadyExists) where something is there, in one step with the renaming;
    /// [`Unsupported`](io::ErrorKind::Unsupported) where this file system cannot do that in one step.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Lets the files at the two paths change places, in one step.
    ///
    /// # Errors
    /// [`NotFound`](io::ErrorKind::NotFound) where one is not there;
    /// [`Unsupported`](io::ErrorKind::Unsupported) where this file system cannot do that.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Returns when the folder's list of files will outlive a loss of power.
    ///
    /// # Errors
    /// As [`File::sync_all`].
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Removes the file.
    ///
    /// # Errors
    /// As [`fs::remove_file`].
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// Who may read and write a file that is created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Its owner alone, until it is given other permissions.
    Private,
    /// Whoever the system usually lets.
    Usual,
}

/// The machine's own file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl RealDisk {
    /// The machine's own file system, to be shared among threads.
    pub fn shared() -> Arc<dyn Disk> {
        Arc::new(RealDisk)
    }
}

impl Disk for RealDisk {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        // Asked before they are made: only the names of new folders need to be synced, each in the folder above it.
        let missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        builder.recursive(true).create(folder)?;
        // From the top down: a folder below one that is lost with the power is lost too.
        for folder in missing.into_iter().rev() {
            // What cannot be promised is there all the same.
            let _ = self.sync_folder(folder_of(folder));
        }
        Ok(())
    }

    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        if access == Access::Private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        #[cfg(not(unix))]
        // Files take their access from the folder here, and the folders are a person’s own.
        let _ = access;
        // Created or refused in one step, so that of two programs one alone gets the name. Reading is for locks that
        // are read back.
        options.read(true).write(true).create_new(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn copy_metadata(&self, like: &Path, file: &File) -> io::Result<NotKept> {
        metadata::copy(like, file)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        file.sync_data()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE).map_err(one_step) {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => link_new(from, to),
            outcome => outcome,
        }
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        link_new(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(one_step)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
    fn exchange(&self, _one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // POSIX lets a folder be synced by a handle for reading alone (fsync(2)).
        File::open(folder)?.sync_all()
    }

    /// Folders cannot be opened as files here; the system writes its list of files by itself.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// A second name, then the first one goes: the system refuses the second name where something has it.
fn link_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => {
            // It is in place. A first name that cannot be removed is removed with what is left behind.
            let _ = fs::remove_file(from);
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        // Many file systems of memory cards and shares know no second names.
        Err(_) => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// What renaming with a condition says where the file system, or the system itself, does not know it; a sandbox or a
/// layered file system may refuse it too, and renaming without a condition then says what is the matter.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn one_step(error: rustix::io::Errno) -> io::Error {
    use rustix::io::Errno;
    if [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP, Errno::XDEV, Errno::PERM].contains(&error) {
        io::ErrorKind::Unsupported.into()
    } else {
        error.into()
    }
}
