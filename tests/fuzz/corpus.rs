use std::fs;
use std::path::Path;

use crate::targets::Target;

/// The inputs that were written for a target, and those that it makes of others, each with its name.
pub fn corpus(target: &Target) -> Vec<(String, Vec<u8>)> {
    let mut corpus = files("corpus", target.corpus);
    let made = (target.seeds)().into_iter().enumerate();
    corpus.extend(made.map(|(n, input)| (format!("seed {n}"), input)));
    corpus
}

/// What once failed.
pub fn findings(target: &str) -> Vec<(String, Vec<u8>)> {
    files("findings", target)
}

/// The files of a folder of the corpus, by name.
pub fn files(kind: &str, folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(kind).join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), fs::read(path).unwrap())).collect()
}
