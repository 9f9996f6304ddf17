//! A disk for tests that fails at a step, and stays dead after it if asked to.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Access, Disk, RealDisk};

/// Fails at the step of that number, counted from 0.
#[derive(Debug)]
pub struct FaultyDisk {
    fails_at: usize,
    /// Whether every later step fails as well, without being done: the program was killed.
    dies: bool,
    kind: io::ErrorKind,
    n_steps: AtomicUsize,
}

impl FaultyDisk {
    /// A disk that fails once.
    pub fn failing(step: usize, kind: io::ErrorKind) -> FaultyDisk {
        FaultyDisk { fails_at: step, dies: false, kind, n_steps: AtomicUsize::new(0) }
    }

    /// A disk under a program that is killed.
    pub fn dying(step: usize) -> FaultyDisk {
        FaultyDisk { dies: true, ..FaultyDisk::failing(step, io::ErrorKind::Other) }
    }

    /// Whether the step it was to fail at was reached.
    pub fn has_failed(&self) -> bool {
        self.n_steps.load(Ordering::Relaxed) > self.fails_at
    }

    fn step(&self) -> io::Result<()> {
        let step = self.n_steps.fetch_add(1, Ordering::Relaxed);
        let fails = step == self.fails_at || self.dies && step > self.fails_at;
        if fails { Err(self.kind.into()) } else { Ok(()) }
    }
}

impl Disk for FaultyDisk {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.create_folder(folder)
    }

    fn create(&self, path: &Path, access: Access) -> io::Result<File> {
        self.step()?;
        RealDisk.create(path, access)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let outcome = self.step();
        // A write that fails has often written a part.
        let written = if outcome.is_ok() { bytes } else { &bytes[..bytes.len() / 2] };
        RealDisk.write(file, written)?;
        outcome
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        self.step()?;
        RealDisk.truncate(file, length)
    }

    fn copy_permissions(&self, like: &Path, file: &File) -> io::Result<()> {
        self.step()?;
        RealDisk.copy_permissions(like, file)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.step()?;
        RealDisk.sync(file)
    }

    fn sync_data(&self, file: &File) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_data(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step()?;
        RealDisk.remove(path)
    }
}
