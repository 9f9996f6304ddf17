use std::path::PathBuf;

use super::reader::Lines;
use crate::model::Digest;
use crate::store::plain_file;

/// A file whose bytes the journal knows.
#[derive(Debug)]
pub struct KnownFile {
    pub path: PathBuf,
    pub digest: Digest,
    /// How many first entries it has, over all saves.
    pub n_entries: u64,
    /// Whether a save put it there that the journal had no time to begin anew on.
    pub is_saved: bool,
}

impl KnownFile {
    /// The file that a save left at the place it was going to, the last one
    /// first; else the file that the journal builds on. With its bytes.
    pub fn of(lines: &Lines) -> Option<(KnownFile, Vec<u8>)> {
        let first = lines.first();
        // The last save that went through is what the file has. A save that was noted and never came about leaves the
        // digest of an earlier one.
        let saved = lines.savings.iter().rev().map(|saving| KnownFile {
            path: PathBuf::from(saving.project.as_ref()),
            digest: saving.digest.0,
            n_entries: saving.n_entries.max(first),
            is_saved: saving.n_entries > first,
        });
        let opened = lines.begin.iter().filter_map(|begin| {
            let path = PathBuf::from(begin.project.as_deref()?);
            Some(KnownFile { path, digest: begin.base.0, n_entries: first, is_saved: false })
        });
        saved.chain(opened).find_map(|known| {
            // The bytes decide, not the time: a synchronised folder sets times as it likes.
            let bytes = plain_file::read(&known.path).ok().filter(|bytes| Digest::of(bytes) == known.digest)?;
            Some((known, bytes))
        })
    }
}
