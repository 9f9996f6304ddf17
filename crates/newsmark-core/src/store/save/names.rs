//! What temporary files are called, by which a later save knows what a killed program left.

use std::io;
use std::path::{Path, PathBuf};

use super::folder_of;
use crate::model::Digest;

/// So many digits of a digest tell what was expected from what was not, and leave room for the file's name.
const DIGITS: usize = 16;

/// The name of the temporary file of that number: `.NAME.newsmark-N.tmp`.
pub fn temporary(target: &Path, n: u32) -> io::Result<PathBuf> {
    Ok(folder_of(target).join(format!("{}{n}.tmp", prefix(target)?)))
}

/// The name of a temporary file that is about to change places with its target: `.NAME.newsmark-N-EXPECTED-OWN.tmp`.
pub fn exchanged(target: &Path, n: u32, expected: Digest, own: Digest) -> io::Result<PathBuf> {
    let name = format!("{}{n}-{}-{}.tmp", prefix(target)?, digits(expected), digits(own));
    Ok(folder_of(target).join(name))
}

/// How the names of all temporary files of the target begin.
pub fn prefix(target: &Path) -> io::Result<String> {
    let name = target.file_name().ok_or(io::ErrorKind::IsADirectory)?.to_string_lossy();
    // The longest name that every common file system takes has 255 bytes.
    let name = &name[..name.floor_char_boundary(200)];
    Ok(format!(".{name}.newsmark-"))
}

/// The two beginnings of digests in the rest of a name: `N-EXPECTED-OWN.tmp`.
pub fn known(rest: &str) -> Option<[String; 2]> {
    let mut parts = rest.strip_suffix(".tmp")?.split('-');
    let (n, expected, own) = (parts.next()?, parts.next()?, parts.next()?);
    // As strict as the names are made: what only looks like one is somebody’s, and is never removed.
    let is_named = n.parse::<u32>().is_ok() && [expected, own].iter().all(|part| part.len() == DIGITS);
    (is_named && parts.next().is_none()).then(|| [expected.to_owned(), own.to_owned()])
}

/// The first digits of a digest, as names have them.
pub fn digits(digest: Digest) -> String {
    let mut digits = digest.to_string();
    digits.truncate(DIGITS);
    digits
}
