use newsmark::store::KeyFile;

use super::{Target, kind, rough, words};

pub const TARGET: Target = Target { name: "keys", corpus: "keys", seeds: || Vec::new(), words: words::OF_FILES, run };

/// Each command that can be read is read once, and the rest is told.
fn run(input: &[u8]) -> u64 {
    let (file, warnings) = KeyFile::parse(&String::from_utf8_lossy(input));
    for (n, (name, _)) in file.wanted.iter().enumerate() {
        assert!(file.wanted[..n].iter().all(|(other, _)| other != name), "{name} is wanted twice");
    }
    assert!(warnings.iter().all(|warning| warning.len() <= 1000), "a warning is very long");
    let told: Vec<String> = warnings.iter().map(|told| told.chars().take(30).collect()).collect();
    kind((told, rough(file.wanted.len())))
}
