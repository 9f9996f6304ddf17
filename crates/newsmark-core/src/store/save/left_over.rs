//! What a program that was killed right at an exchange left beside a file.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::folder_of;
use super::temporary::{is_left_behind, prefix};
use crate::model::Digest;
use crate::store::{Disk, plain_file};

/// So many digits of a digest tell what was expected from what was not, and leave room for the file's name.
const DIGITS: usize = 16;

/// The name of a temporary file that is about to change places with its target: `.NAME.newsmark-N-EXPECTED-OWN.tmp`.
pub fn name(target: &Path, n: u32, expected: Digest, own: Digest) -> io::Result<PathBuf> {
    let name = format!("{}{n}-{}-{}.tmp", prefix(target)?, digits(expected), digits(own));
    Ok(folder_of(target).join(name))
}

/// Goes through what killed programs left beside the target, which was saved. What
/// they had expected or written themselves is removed; anything else was
/// written by another program at the moment of the exchange, and is set aside.
/// Returns where that is.
pub fn clear(disk: &dyn Disk, target: &Path) -> Vec<PathBuf> {
    let (Ok(prefix), Ok(entries)) = (prefix(target), fs::read_dir(folder_of(target))) else { return Vec::new() };
    let mut aside = Vec::new();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let known = name.to_str().and_then(|name| known(name.strip_prefix(&prefix)?));
        let Some(known) = known.filter(|_| is_left_behind(&entry.path())) else { continue };
        // What cannot be read, moved or removed stays as it is, for the next save.
        let Ok(bytes) = plain_file::read(&entry.path()) else { continue };
        if known.contains(&digits(Digest::of(&bytes))) {
            let _ = disk.remove(&entry.path());
        } else {
            aside.extend(set_aside(disk, &entry.path(), target).ok());
        }
    }
    aside
}

/// Gives the file a name beside the target under which nothing removes it, and which people see.
pub fn set_aside(disk: &dyn Disk, path: &Path, target: &Path) -> io::Result<PathBuf> {
    /// More files than anybody has set aside.
    const MOST: u32 = 100;
    let (stem, ending) = (target.file_stem().unwrap_or_default(), target.extension().unwrap_or_default());
    for n in 1..=MOST {
        let name = format!("{} (set aside {n})", stem.to_string_lossy());
        let aside = target.with_file_name(name).with_added_extension(ending);
        match disk.rename_new(path, &aside) {
            Ok(()) => return Ok(aside),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The two beginnings of digests in the rest of a name: `N-EXPECTED-OWN.tmp`.
fn known(rest: &str) -> Option<[String; 2]> {
    let mut parts = rest.strip_suffix(".tmp")?.split('-');
    let (n, expected, own) = (parts.next()?, parts.next()?, parts.next()?);
    let is_named = n.parse::<u32>().is_ok() && [expected, own].iter().all(|part| part.len() == DIGITS);
    (is_named && parts.next().is_none()).then(|| [expected.to_owned(), own.to_owned()])
}

fn digits(digest: Digest) -> String {
    let mut digits = digest.to_string();
    digits.truncate(DIGITS);
    digits
}
