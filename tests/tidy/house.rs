//! How large files may be, and what a name means.

use crate::measures::twins;
use crate::source::sources;

/// A file is about one noun: one of more lines is about two.
const LARGEST_FILE: usize = 500;

#[test]
fn no_file_has_more_than_500_lines() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LARGEST_FILE, "{}: {lines} lines", source.name());
    }
}

/// A function is read on one screen.
const LONGEST_FUNCTION: usize = 80;

/// Functions that are tables, one line for each of what they list: a longer list is longer, not harder to read.
const TABLES: [&str; 4] = [
    "src/app/command/compare.rs: info",
    "src/app/command/info.rs: info",
    "src/app/command/other_words.rs: other_words",
    "src/app/window/execute.rs: perform",
];

#[test]
fn only_tables_are_longer_than_a_screen() {
    for source in sources() {
        for (name, lines) in &source.functions {
            let name = format!("{}: {name}", source.name());
            assert!(*lines <= LONGEST_FUNCTION || TABLES.contains(&&*name), "{name} has {lines} lines");
        }
    }
}

/// Crates in which a name means one type.
const OF_ONE_MEANING: [&str; 8] = [
    "newsmark",
    "newsmark_agreement",
    "newsmark_core",
    "newsmark_dataset",
    "newsmark_direction",
    "newsmark_figures",
    "newsmark_train",
    "newsmark_ui",
];

#[test]
fn a_name_means_one_public_type() {
    for name in OF_ONE_MEANING {
        let sources: Vec<_> = sources().iter().filter(|source| source.module[0] == name).collect();
        assert!(!sources.is_empty());
        assert_eq!(twins(sources), Vec::<String>::new());
    }
}
