//! What a path means that a person typed or a dialog gave.

use std::path::{Path, PathBuf};

/// A project's path: with the ending that tells it from an article.
pub fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".ron");
    PathBuf::from(name)
}

/// The path from the root on, so that it means the same file wherever the program goes.
pub fn absolute(path: PathBuf) -> PathBuf {
    std::path::absolute(&path).unwrap_or(path)
}

/// Whether the path is that of a project; anything else is an article.
pub fn is_project(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}
