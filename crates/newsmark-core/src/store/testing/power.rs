use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Read;
use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::store::plain_file;

/// What outlives a loss of power: bytes that were synced, under names whose folder was synced.
///
/// It models the least that file systems promise: bytes that were not synced
/// are lost, torn or noughts, and names that were not are kept or not, each for
/// itself. A renaming is one step. Bytes whose syncing failed are lost even if
/// it succeeds later, as on Linux.
#[derive(Default)]
pub struct Power {
    /// The files by the system's device and number; a number may be given again to a file that is created later.
    ids: HashMap<(u64, u64), usize>,
    files: Vec<Bytes>,
    /// What the names lead to that were seen, as far as it is synced, and as programs see it.
    synced: BTreeMap<PathBuf, Option<usize>>,
    current: BTreeMap<PathBuf, Option<usize>>,
    /// What was done to names since their folder was synced.
    pending: Vec<Names>,
}

/// Names that change what they lead to in one step.
type Names = Vec<(PathBuf, Option<usize>)>;

#[derive(Default)]
struct Bytes {
    synced: Vec<u8>,
    written: Vec<u8>,
    /// Where syncing has failed.
    lost: Vec<Range<usize>>,
}

impl Power {
    /// Notes what is at the path before something is done to it: what was there before is synced.
    pub fn look(&mut self, path: &Path) {
        if self.current.contains_key(path) {
            return;
        }
        let found = plain_file::open(path).ok().and_then(|mut file| {
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).ok()?;
            let n = self.add(&file, Bytes { synced: bytes.clone(), written: bytes, lost: Vec::new() });
            Some(n)
        });
        self.synced.insert(path.to_owned(), found);
        self.current.insert(path.to_owned(), found);
    }

    /// The path that the file has as far as is known, else an empty one.
    pub fn path_of(&self, file: &File) -> PathBuf {
        let known = self.number(file).and_then(|n| self.current.iter().find(|(_, file)| **file == Some(n)));
        known.map(|(path, _)| path.clone()).unwrap_or_default()
    }

    pub fn created(&mut self, path: &Path, file: &File) {
        let n = self.add(file, Bytes::default());
        self.names(vec![(path.to_owned(), Some(n))]);
    }

    /// Reads again what is written in the file.
    pub fn written(&mut self, file: &File) {
        let path = self.path_of(file);
        if let (Some(n), Ok(bytes)) = (self.number(file), plain_file::read(&path)) {
            let length = bytes.len();
            self.files[n].lost.iter_mut().for_each(|lost| lost.end = lost.end.min(length));
            self.files[n].written = bytes;
        }
    }

    pub fn synced(&mut self, file: &File) {
        let Some(n) = self.number(file) else { return };
        let bytes = &mut self.files[n];
        bytes.synced.clone_from(&bytes.written);
        for lost in &bytes.lost {
            bytes.synced.get_mut(lost.clone()).unwrap_or_default().fill(0);
        }
    }

    pub fn sync_failed(&mut self, file: &File) {
        let Some(n) = self.number(file) else { return };
        let bytes = &mut self.files[n];
        bytes.lost.push(bytes.synced.len().min(bytes.written.len())..bytes.written.len());
    }

    pub fn renamed(&mut self, from: &Path, to: &Path) {
        let file = self.at(from);
        self.names(vec![(from.to_owned(), None), (to.to_owned(), file)]);
    }

    pub fn exchanged(&mut self, one: &Path, other: &Path) {
        let (at_one, at_other) = (self.at(one), self.at(other));
        self.names(vec![(one.to_owned(), at_other), (other.to_owned(), at_one)]);
    }

    pub fn removed(&mut self, path: &Path) {
        self.names(vec![(path.to_owned(), None)]);
    }

    pub fn folder_synced(&mut self, folder: &Path) {
        let is_in = |names: &Names| names.iter().any(|(path, _)| path.parent() == Some(folder));
        for names in self.pending.extract_if(.., |names| is_in(names)) {
            self.synced.extend(names);
        }
    }

    /// Puts on the machine's own disk what outlives: each bit of `choices` decides over something that was not synced.
    pub fn fail(&mut self, choices: u64) {
        let mut choices = Choices(choices);
        for names in std::mem::take(&mut self.pending) {
            if choices.next(2) == 0 {
                self.synced.extend(names);
            }
        }
        for (path, file) in &self.synced {
            // What was never synced may have had the name of what is there: it goes first.
            let _ = fs::remove_file(path);
            if let Some(n) = file {
                // A test's own folder can be written to.
                let _ = fs::write(path, self.files[*n].after(&mut choices));
            }
        }
        *self = Power::default();
    }

    fn names(&mut self, names: Names) {
        self.current.extend(names.iter().cloned());
        self.pending.push(names);
    }

    fn at(&self, path: &Path) -> Option<usize> {
        self.current.get(path).copied().flatten()
    }

    fn add(&mut self, file: &File, bytes: Bytes) -> usize {
        self.files.push(bytes);
        let n = self.files.len() - 1;
        self.ids.extend(id(file).map(|id| (id, n)));
        n
    }

    fn number(&self, file: &File) -> Option<usize> {
        self.ids.get(&id(file)?).copied()
    }
}

impl Bytes {
    /// What is read after the power failed.
    fn after(&self, choices: &mut Choices) -> Vec<u8> {
        let (synced, written) = (&self.synced, &self.written);
        if synced == written {
            return synced.clone();
        }
        let is_longer = written.starts_with(synced);
        match choices.next(4) {
            0 => synced.clone(),
            1 => written.clone(),
            2 if is_longer => written[..synced.len() + (written.len() - synced.len()) / 2].to_vec(),
            2 => written[..written.len() / 2].to_vec(),
            _ if is_longer => {
                synced.iter().copied().chain(std::iter::repeat_n(0, written.len() - synced.len())).collect()
            }
            _ => vec![0; written.len()],
        }
    }
}

/// Draws from a number, so that the same number gives the same outcome (SplitMix64).
struct Choices(u64);

impl Choices {
    fn next(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % n
    }
}

#[cfg(unix)]
fn id(file: &File) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    file.metadata().ok().map(|metadata| (metadata.dev(), metadata.ino()))
}

/// Without it no path of an open file is known, and nothing of it is lost.
#[cfg(not(unix))]
fn id(_file: &File) -> Option<(u64, u64)> {
    None
}
