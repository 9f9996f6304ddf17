//! What stands beside the tables, for hubs and for people.

use crate::manifest::Manifest;

/// The files beside the tables, by their paths.
pub(crate) fn files(manifest: &Manifest) -> Vec<(String, Vec<u8>)> {
    let _ = manifest;
    vec![("README.md".to_owned(), b"# Data set\n".to_vec())]
}
