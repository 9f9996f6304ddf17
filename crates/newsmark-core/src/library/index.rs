//! What is known of a library from one start to the next.

mod written;

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Library, LibraryEntry};
use crate::model::Digest;
use crate::store::{Disk, SaveError, keep, read_kept};
use written::WrittenEntry;

/// Raised whenever what stands in the file, or what the checks find or is proposed, changes.
const VERSION: u32 = 3;

/// Larger than the index of any library.
const LARGEST: u64 = 1 << 30;

/// The head of the file, its first line.
#[derive(Serialize, Deserialize)]
struct Head {
    version: u32,
    /// The program's own version: another one may find other problems.
    program: String,
    /// The folder that it is of.
    folder: String,
    /// The SHA-256 of all that follows.
    sha256: String,
}

/// The file in which the index of `folder` is kept, a name without a folder:
/// each folder has its own.
pub fn index_name(folder: &Path) -> String {
    let digest = Digest::of(folder.as_os_str().as_encoded_bytes()).to_string();
    format!("{}.json", &digest[..16])
}

/// The entries of `folder` that were kept at `path`. A file that is not there,
/// is damaged, or is of another folder or version is as if there were none:
/// then all is read again.
pub fn read_index(path: &Path, folder: &Path) -> Vec<Arc<LibraryEntry>> {
    read_kept(path, LARGEST).and_then(|bytes| entries(&bytes, folder)).unwrap_or_default()
}

/// Keeps what is known of `library` at `path`: the files that had rested when they were read. Names
/// that are not Unicode are left out, and their files are read each time.
///
/// # Errors
/// A [`SaveError`]; the next start then reads all again, and nothing else comes of it.
pub fn keep_index(disk: &dyn Disk, path: &Path, library: &Library) -> Result<(), SaveError> {
    keep(disk, path, &printed(library))
}

fn printed(library: &Library) -> Vec<u8> {
    let mut lines = String::new();
    // A file that was still warm may have changed without a trace in its times.
    for entry in library.entries.iter().filter(|entry| entry.is_settled) {
        let written = WrittenEntry::of(entry, &library.folder);
        // A struct of strings and numbers always prints.
        if let Some(line) = written.and_then(|written| serde_json::to_string(&written).ok()) {
            lines.push_str(&line);
            lines.push('\n');
        }
    }
    let head = Head {
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        folder: library.folder.to_string_lossy().into_owned(),
        sha256: Digest::of(lines.as_bytes()).to_string(),
    };
    let head = serde_json::to_string(&head).unwrap_or_default();
    format!("{head}\n{lines}").into_bytes()
}

fn entries(bytes: &[u8], folder: &Path) -> Option<Vec<Arc<LibraryEntry>>> {
    let (head, lines) = str::from_utf8(bytes).ok()?.split_once('\n')?;
    let head: Head = serde_json::from_str(head).ok()?;
    // The name is made of a digest, so that a wrong folder means a file that was copied or renamed by hand.
    let is_ours = head.version == VERSION && head.program == env!("CARGO_PKG_VERSION");
    if !is_ours || folder.to_str() != Some(&head.folder) || Digest::of(lines.as_bytes()).to_string() != head.sha256 {
        return None;
    }
    let entry = |line: &str| serde_json::from_str::<WrittenEntry<'_>>(line).ok()?.entry(folder).map(Arc::new);
    // One line that cannot be read makes all of it worthless: its digest fits, so that the slip is in this program.
    lines.lines().map(entry).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;
    use crate::library::samples::sample_library;

    #[test]
    fn what_is_kept_is_read_as_it_was() {
        let library = sample_library();
        let known = entries(&printed(&library), &library.folder).unwrap();
        let settled: Vec<_> = library.entries.iter().filter(|entry| entry.is_settled).cloned().collect();
        assert!(settled.len() > 2 && settled.len() < library.entries.len());
        assert_eq!(known, settled);
    }

    #[test]
    fn whether_proposals_were_counted_is_kept_with_their_number() {
        use crate::library::ProposalsLeft::{Count, NotCounted, NotProposed};
        let mut library = sample_library();
        for left in [NotCounted, NotProposed, Count(0), Count(12)] {
            let karsa = Arc::make_mut(&mut library.entries[2]);
            karsa.holds.as_mut().unwrap().proposals_left = left;
            let known = entries(&printed(&library), &library.folder).unwrap();
            assert!(known.contains(&library.entries[2]), "{left:?}");
        }
    }

    #[test]
    fn an_index_of_another_version_program_or_folder_is_none() {
        let library = sample_library();
        let printed = String::from_utf8(printed(&library)).unwrap();
        assert!(entries(printed.as_bytes(), &library.folder).is_some());
        assert_eq!(entries(printed.as_bytes(), Path::new("/elsewhere")), None);
        let program = format!("\"program\":\"{}\"", env!("CARGO_PKG_VERSION"));
        for (right, wrong) in [("\"version\":3", "\"version\":2"), (program.as_str(), "\"program\":\"0\"")] {
            assert!(printed.contains(right));
            assert_eq!(entries(printed.replacen(right, wrong, 1).as_bytes(), &library.folder), None);
        }
    }

    #[test]
    fn the_index_of_a_folder_has_a_name_of_its_own() {
        let name = index_name(Path::new("/home/ines/projects"));
        assert_ne!(name, index_name(Path::new("/home/ines/other")));
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.'), "{name}");
    }

    proptest! {
        #[test]
        fn a_damaged_index_is_none(at in any::<Index>(), byte in any::<u8>(), cut in any::<bool>()) {
            let library = sample_library();
            let sound = printed(&library);
            let mut damaged = sound.clone();
            let at = at.index(damaged.len());
            if cut { damaged.truncate(at) } else { damaged[at] = byte }
            let read = entries(&damaged, &library.folder);
            prop_assert!(read.is_none() || damaged == sound);
        }
    }
}
