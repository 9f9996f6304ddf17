use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::{Access, Disk, plain_file};

/// Where the files of one journal stand: `STEM.claim`,
/// `STEM.GENERATION.journal` and `.base` of one generation, and
/// `STEM.NUMBER.proposals` for each file of them that was read.
///
/// A save begins the next generation; all generations share the stem. Whoever
/// holds the claim's lock holds all of them.
#[derive(Clone, Debug)]
pub struct Files {
    /// Where they are written.
    pub disk: Arc<dyn Disk>,
    folder: PathBuf,
    stem: String,
    generation: u64,
    /// The generation whose base this one builds on: its own, or an earlier one's that is unchanged.
    base: u64,
}

/// How the name of a file of proposals ends.
const PROPOSALS: &str = "proposals";

/// The sub-folder of what cannot be read and must not be removed.
const SET_ASIDE: &str = "set-aside";

impl Files {
    /// Names that nobody has yet in the folder, and the claim on them, whose
    /// lock this program holds before there is a journal.
    pub fn fresh(disk: Arc<dyn Disk>, folder: &Path, since: i64, process: u32) -> io::Result<(Files, File)> {
        for n in 0u32.. {
            let files = Files {
                disk: Arc::clone(&disk),
                folder: folder.to_owned(),
                // Names that sort by age. The number is for a second journal of one process within a second.
                stem: format!("{since}-{process}-{n}"),
                generation: 0,
                base: 0,
            };
            match disk.create(&files.claim(), Access::Private) {
                // Between creating and locking it looks as if left behind: whoever removes it then holds its lock or has
                // freed its name.
                Ok(claim) if matches!(claim.try_lock(), Err(TryLockError::WouldBlock)) => {}
                Ok(claim) if !plain_file::is_at(&claim, &files.claim()) => {}
                // Where the system has no locks, a reader asks for the process instead.
                Ok(claim) => return Ok((files, claim)),
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
        let generation = generation.parse().ok()?;
        let (folder, stem) = (path.parent()?.to_owned(), stem.to_owned());
        Some(Files { disk, folder, stem, generation, base: generation })
    }

    /// The files of the stem whose claim is at `path`; `None` where that is no claim's name.
    pub fn claimed_at(disk: Arc<dyn Disk>, path: &Path) -> Option<Files> {
        let stem = path.file_name()?.to_str()?.strip_suffix(".claim")?.to_owned();
        Some(Files { disk, folder: path.parent()?.to_owned(), stem, generation: 0, base: 0 })
    }

    /// The names for the journal after a save.
    pub fn next(&self) -> Files {
        Files { generation: self.generation + 1, base: self.generation + 1, ..self.clone() }
    }

    /// The names for the journal written anew on the same base.
    pub fn next_on_same_base(&self) -> Files {
        Files { generation: self.generation + 1, ..self.clone() }
    }

    /// What all generations share.
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// The claim on the stem.
    pub fn claim(&self) -> PathBuf {
        self.folder.join(format!("{}.claim", self.stem))
    }

    /// Whether these are of a later generation of the same journal.
    pub fn follows(&self, other: &Files) -> bool {
        self.stem == other.stem && self.generation > other.generation
    }

    /// The journal.
    pub fn journal(&self) -> PathBuf {
        self.folder.join(self.journal_name())
    }

    /// The journal's name within its folder.
    pub fn journal_name(&self) -> String {
        format!("{}.{}.journal", self.stem, self.generation)
    }

    /// Every base of this generation or an earlier one, the latest first.
    pub fn bases(&self) -> Vec<PathBuf> {
        let generation = |path: &Path| {
            let name = path.file_name()?.to_str()?.strip_suffix(".base")?;
            name.rsplit_once('.')?.1.parse::<u64>().ok().filter(|generation| *generation <= self.generation)
        };
        let found = self.all().unwrap_or_default();
        let mut bases: Vec<_> = found.into_iter().filter_map(|path| Some((generation(&path)?, path))).collect();
        // The latest holds most; an earlier one is read where that is damaged.
        bases.sort_by(|one, other| other.cmp(one));
        bases.into_iter().map(|(_, path)| path).filter(|path| path.is_file()).collect()
    }

    /// Writes the base, where this generation has one of its own.
    pub fn begin_base(&self, base: &[u8]) -> io::Result<File> {
        let mut file = self.created(&self.base_of(self.base))?;
        self.disk.write(&mut file, base)?;
        Ok(file)
    }

    /// Writes these first lines of the journal, which has no name yet: it gets
    /// its name by [`name`](Files::name) when it is whole. This program holds its
    /// lock from the start.
    pub fn begin_journal(&self, lines: &[u8]) -> io::Result<File> {
        let mut file = self.created(&self.unnamed())?;
        // Where the system has no locks, a reader asks for the process instead.
        let _ = file.try_lock();
        self.disk.write(&mut file, lines)?;
        Ok(file)
    }

    /// Gives the journal its name, by which it is found.
    pub fn name(&self) -> io::Result<()> {
        self.disk.rename(&self.unnamed(), &self.journal())
    }

    /// Keeps what another program proposed beside all generations, whole or not at all, so that it outlives a loss of
    /// power.
    pub fn keep_proposals(&self, bytes: &[u8]) -> io::Result<()> {
        for n in 0u32.. {
            let begun = self.folder.join(format!("{}.{n}.proposing", self.stem));
            let mut file = match self.disk.create(&begun, Access::Private) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
                created => created?,
            };
            // What was kept before has a name that ends otherwise, and is not replaced.
            let named = begun.with_extension(PROPOSALS);
            let kept = if named.exists() {
                Err(io::ErrorKind::AlreadyExists.into())
            } else {
                self.disk.write(&mut file, bytes).and_then(|()| self.disk.sync(&file))
            };
            match kept.and_then(|()| self.disk.rename(&begun, &named)) {
                Ok(()) => return self.sync_names(),
                Err(error) => {
                    self.remove_if_there(&begun)?;
                    if error.kind() != io::ErrorKind::AlreadyExists {
                        return Err(error);
                    }
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// The files of what other programs proposed, in the order in which they came.
    pub fn proposals(&self) -> Vec<PathBuf> {
        let number = |path: &Path| path.file_stem()?.to_str()?.rsplit_once('.')?.1.parse::<u32>().ok();
        let mut found = self.all().unwrap_or_default();
        found.retain(|path| path.extension().is_some_and(|ending| ending == PROPOSALS));
        found.sort_by_key(|path| number(path));
        found
    }

    /// Makes the names outlive a loss of power.
    pub fn sync_names(&self) -> io::Result<()> {
        self.sync_folder(&self.folder)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match self.disk.sync_folder(folder) {
            // A file system that cannot promise this for a folder keeps the names all the same.
            Err(error) if matches!(error.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
            outcome => outcome,
        }
    }

    /// Removes what was begun of this generation, which has no name yet.
    pub fn remove_begun(&self) -> io::Result<()> {
        // The journal’s part before the base, for the reason that all removing keeps to.
        self.remove_if_there(&self.unnamed())?;
        if self.base == self.generation { self.remove_if_there(&self.base_of(self.base)) } else { Ok(()) }
    }

    /// Removes this generation, but for a base that `other` builds on.
    pub fn remove_for(&self, other: &Files) -> io::Result<()> {
        self.remove_if_there(&self.journal())?;
        if self.base == other.base { Ok(()) } else { self.remove_if_there(&self.base_of(self.base)) }
    }

    /// Removes every file of every generation, the journals first: a base
    /// without its journal is of no use, a journal without its base might be.
    pub fn remove_all(&self) -> io::Result<()> {
        let found = self.all()?;
        self.check_unused(&found)?;
        found.iter().try_for_each(|path| self.remove_if_there(path))
    }

    /// Puts every file of every generation into the sub-folder of what is set
    /// aside, and answers with the journal's path there.
    pub fn set_aside(&self) -> io::Result<PathBuf> {
        let found = self.all()?;
        self.check_unused(&found)?;
        let folder = self.folder.join(SET_ASIDE);
        // Nothing is deleted here, whatever is wrong with it: the files move, and a person can look at them.
        self.disk.create_folder(&folder)?;
        for n in 0u32.. {
            let stem = if n == 0 { self.stem.clone() } else { format!("{}-{n}", self.stem) };
            match self.claim_aside(&folder, &stem) {
                Ok(()) => return self.moved(&found, &folder, &stem),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Whether something of the stem is among what is set aside: a kill in the middle of that leaves the base here on
    /// which the journal there builds.
    pub fn is_half_set_aside(&self) -> bool {
        let entries = fs::read_dir(self.folder.join(SET_ASIDE)).into_iter().flatten().flatten();
        let mut names = entries.map(|entry| entry.file_name());
        names.any(|name| name.to_str().is_some_and(|name| name.starts_with(&self.stem)))
    }

    /// Takes a stem among what is set aside; nothing that is there is replaced.
    fn claim_aside(&self, folder: &Path, stem: &str) -> io::Result<()> {
        self.disk.create(&folder.join(format!("{stem}.claim")), Access::Private).map(drop)
    }

    fn moved(&self, found: &[PathBuf], folder: &Path, stem: &str) -> io::Result<PathBuf> {
        let renamed = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            folder.join(format!("{stem}{}", name.strip_prefix(&self.stem).unwrap_or_default()))
        };
        found.iter().try_for_each(|path| self.disk.rename(path, &renamed(path)))?;
        // First where they are, then where they are no more.
        self.sync_folder(folder)?;
        self.sync_names()?;
        Ok(renamed(&self.journal()))
    }

    /// Every file of the stem, the journals first and the claim last.
    pub fn all(&self) -> io::Result<Vec<PathBuf>> {
        let prefix = format!("{}.", self.stem);
        let mut found: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_str().is_some_and(|name| name.starts_with(&prefix)) {
                found.push(entry.path());
            }
        }
        // Whoever is killed while removing leaves bases that no journal needs, or a claim alone, never a journal
        // without its base.
        found.sort_by_key(|path| match path.extension().and_then(|ending| ending.to_str()) {
            Some("journal") => 0,
            Some("claim") => 2,
            _ => 1,
        });
        Ok(found)
    }

    /// Checks that no program works with another generation: one that knows no
    /// lock on the claim holds that of its journal alone.
    fn check_unused(&self, found: &[PathBuf]) -> io::Result<()> {
        let own = self.journal();
        for path in found.iter().filter(|path| **path != own && path.extension().is_some_and(|it| it == "journal")) {
            // What is no plain file is in nobody's use.
            if let Ok(file) = plain_file::open(path)
                && let Err(TryLockError::WouldBlock) = file.try_lock()
            {
                return Err(io::ErrorKind::ResourceBusy.into());
            }
        }
        Ok(())
    }

    fn base_of(&self, generation: u64) -> PathBuf {
        self.folder.join(format!("{}.{generation}.base", self.stem))
    }

    fn unnamed(&self) -> PathBuf {
        self.journal().with_extension("part")
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
