use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

/// The steps of writing files, each of which can fail.
///
/// Everything that is written goes through this: projects, journals, locks,
/// settings, decisions, indexes and reports. So tests can let each step fail, or
/// end there, and see that no file was harmed and that what was said is true.
pub trait Disk: Debug + Send + Sync {
    /// Creates the folder and those above it where they are not there. A new one
    /// is its owner's alone.
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

    /// Gives `file` the permissions of the file at `like`.
    ///
    /// # Errors
    /// As [`File::set_permissions`].
    fn copy_permissions(&self, like: &Path, file: &File) -> io::Result<()>;

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
        builder.recursive(true).create(folder)
    }

    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        let mut options = OpenOptions::new();
        #[cfg(unix)]
        if access == Access::Private {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        #[cfg(not(unix))]
        let _ = access;
        options.read(true).write(true).create_new(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn copy_permissions(&self, like: &Path, file: &File) -> io::Result<()> {
        file.set_permissions(fs::metadata(like)?.permissions())
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

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
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
