use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::{Access, Disk};

/// Where the files of one journal stand: `STEM.GENERATION.journal` and `.base`.
///
/// A save begins the next generation; all generations share the stem.
#[derive(Clone, Debug)]
pub struct Files {
    /// Where they are written.
    pub disk: Arc<dyn Disk>,
    folder: PathBuf,
    stem: String,
    generation: u64,
}

impl Files {
    /// Names that nobody has yet in the folder.
    pub fn fresh(disk: Arc<dyn Disk>, folder: &Path, since: i64, process: u32) -> io::Result<Files> {
        for n in 0u32.. {
            let stem = format!("{since}-{process}-{n}");
            let claim = folder.join(format!("{stem}.claim"));
            match disk.create(&claim, Access::Private) {
                Ok(_) => return Ok(Files { disk, folder: folder.to_owned(), stem, generation: 0 }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The files of the journal at `path`; `None` where that is no journal's name.
    pub fn of(disk: Arc<dyn Disk>, path: &Path) -> Option<Files> {
        let name = path.file_name()?.to_str()?.strip_suffix(".journal")?;
        let (stem, generation) = name.rsplit_once('.')?;
        Some(Files {
            disk,
            folder: path.parent()?.to_owned(),
            stem: stem.to_owned(),
            generation: generation.parse().ok()?,
        })
    }

    /// The names for the journal after a save.
    pub fn next(&self) -> Files {
        Files { generation: self.generation + 1, ..self.clone() }
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(self.journal_name())
    }

    /// The journal's name within its folder.
    pub fn journal_name(&self) -> String {
        format!("{}.{}.journal", self.stem, self.generation)
    }

    /// The base.
    pub fn base(&self) -> PathBuf {
        self.folder.join(format!("{}.{}.base", self.stem, self.generation))
    }

    /// Writes the base, then these first lines of the journal, which has no
    /// name yet: it gets its name by [`name`](Files::name) when it is whole. This
    /// program holds its lock from the start. Answers with the journal, then the base.
    pub fn begin(&self, base: &[u8], lines: &[u8]) -> io::Result<(File, File)> {
        let mut base_file = self.created(&self.base())?;
        self.disk.write(&mut base_file, base)?;
        let mut file = self.created(&self.unnamed())?;
        // Where the system has no locks, a reader asks for the process instead.
        let _ = file.try_lock();
        self.disk.write(&mut file, lines)?;
        Ok((file, base_file))
    }

    /// Gives the journal its name, by which it is found.
    pub fn name(&self) -> io::Result<()> {
        self.disk.rename(&self.unnamed(), &self.journal())
    }

    /// Makes the names outlive a loss of power.
    pub fn sync_names(&self) {
        // A file system that cannot promise this for a folder keeps the names all the same.
        let _ = self.disk.sync_folder(&self.folder);
    }

    fn unnamed(&self) -> PathBuf {
        self.journal().with_extension("part")
    }

    /// Removes this generation.
    pub fn remove(&self) -> io::Result<()> {
        self.remove_if_there(&self.journal())?;
        self.remove_if_there(&self.base())
    }

    /// Removes every file of every generation, the journals first: a base
    /// without its journal is of no use, a journal without its base might be.
    pub fn remove_all(&self) -> io::Result<()> {
        let prefix = format!("{}.", self.stem);
        let mut found: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix)) {
                found.push(entry.path());
            }
        }
        found.sort_by_key(|path| path.extension().is_none_or(|extension| extension != "journal"));
        found.iter().try_for_each(|path| self.remove_if_there(path))
    }

    /// Creates a file of this generation; one that a failed save left there is in nobody's use.
    fn created(&self, path: &Path) -> io::Result<File> {
        self.remove_if_there(path)?;
        self.disk.create(path, Access::Private)
    }

    fn remove_if_there(&self, path: &Path) -> io::Result<()> {
        match self.disk.remove(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }
}
