//! How large files may be, and what holds within a crate that is a room of its own.

use std::collections::BTreeSet;

use crate::circles::circles;
use crate::imports::Imports;
use crate::measures::twins;
use crate::source::{Source, sources};

/// A file is about one noun: one of more lines is about two.
const LARGEST_FILE: usize = 500;

#[test]
fn no_file_has_more_than_500_lines() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= LARGEST_FILE, "{}: {lines} lines", source.name());
    }
}

/// Crates in which a name means one type, and whose folders rest on each other one way.
const ONE_WAY: [&str; 2] = ["newsmark_direction", "newsmark_ui"];

/// So many files may name each other round about: a noun with what it is made of.
const LARGEST_CIRCLE: usize = 8;

/// The sources of each of those crates.
fn one_way() -> Vec<Vec<Source>> {
    let mut sources = sources();
    let of_crate = |name: &str| sources.extract_if(.., |source| source.module[0] == name).collect();
    ONE_WAY.map(of_crate).into()
}

#[test]
fn a_name_means_one_public_type() {
    for sources in one_way() {
        assert!(!sources.is_empty());
        assert_eq!(twins(&sources), Vec::<String>::new());
    }
}

#[test]
fn circles_are_small_and_stay_within_a_folder() {
    for sources in one_way() {
        for circle in circles(&Imports::of(&sources).arrows) {
            let names: Vec<_> = circle.iter().map(|place| sources[*place].name()).collect();
            assert!(circle.len() <= LARGEST_CIRCLE, "{names:#?}");
            println!("Circle of {}: {}", names.len(), names.join(", "));
            let folders: BTreeSet<_> = circle.iter().map(|place| sources[*place].module.get(1)).collect();
            assert_eq!(folders.len(), 1, "{names:#?}");
        }
    }
}
