use std::fmt::Debug;
use std::fs::File;
use std::io;
use std::path::Path;

use crate::store::{Access, Disk, NotKept, RealDisk};

/// The machine's own disk, of which some calls are altered: each is done as [`RealDisk`] does it unless it is given
/// here. Whatever is an altered disk is a [`Disk`].
#[allow(missing_docs, reason = "each is the method of that name of a disk")]
#[expect(clippy::missing_errors_doc, reason = "as a disk")]
pub trait AlteredDisk: Debug + Send + Sync {
    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        RealDisk.create(path, access)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        RealDisk.write(file, bytes)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        RealDisk.truncate(file, length)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        RealDisk.sync(file)
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        RealDisk.sync_data(file)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
}

impl<D: AlteredDisk> Disk for D {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.create_folder(folder)
    }

    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        AlteredDisk::create(self, path, access)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        AlteredDisk::write(self, file, bytes)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        AlteredDisk::truncate(self, file, length)
    }

    fn copy_metadata(&self, like: &Path, file: &File) -> io::Result<NotKept> {
        RealDisk.copy_metadata(like, file)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        AlteredDisk::sync(self, file)
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        AlteredDisk::sync_data(self, file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        AlteredDisk::rename_new(self, from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        RealDisk.exchange(one, other)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        AlteredDisk::remove(self, path)
    }
}
