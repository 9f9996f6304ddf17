use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The steps of writing a file safely, each of which can fail.
///
/// Everything that replaces a file goes through this, so that tests can let
/// each step fail, or end there, and see that no file was harmed.
pub trait Disk {
    /// Creates the file for writing, as one that was not there before.
    ///
    /// # Errors
    /// As [`OpenOptions::open`].
    fn create(&self, path: &Path) -> io::Result<File>;

    /// Writes all the bytes.
    ///
    /// # Errors
    /// As [`Write::write_all`].
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;

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

/// The machine's own file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn create(&self, path: &Path) -> io::Result<File> {
        OpenOptions::new().write(true).create_new(true).open(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn copy_permissions(&self, like: &Path, file: &File) -> io::Result<()> {
        file.set_permissions(fs::metadata(like)?.permissions())
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
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
