mod compare;
mod finder;
mod journal;
mod keys;
mod merge;
mod pages;
mod project;
mod reader;
mod report;
mod settings;
#[cfg(feature = "gui")]
mod text;
mod words;

use std::hash::{DefaultHasher, Hash, Hasher};

/// Something that reads what others wrote.
pub struct Target {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The folder of its corpus.
    pub corpus: &'static str,
    /// The inputs that it makes of others.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words that mean something to it.
    pub words: &'static [&'static str],
    /// Tries an input and panics where anything is wrong; else answers what kind of outcome it had.
    pub run: fn(&[u8]) -> u64,
}

/// All targets.
pub static TARGETS: &[Target] = &[
    compare::TARGET,
    finder::TARGET,
    journal::TARGET,
    keys::TARGET,
    merge::TARGET,
    pages::TARGET,
    project::TARGET,
    reader::TARGET,
    report::TARGET,
    settings::TARGET,
    #[cfg(feature = "gui")]
    text::TARGET,
];

/// The number of a kind of outcome.
fn kind(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// A count as far as it makes an outcome another kind: none, one, a few, many.
fn rough(count: usize) -> u32 {
    (count + 1).ilog2()
}
