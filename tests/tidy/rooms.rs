//! That the crates and the rooms of the core stand on each other in one direction.

use std::collections::{BTreeMap, BTreeSet};

use crate::circles::circles;
use crate::imports::Imports;
use crate::source::{Source, sources};

/// Files of a crate that name each other in a circle are read together or not at all: so many can be.
const LARGEST_CIRCLE: usize = 4;

/// The crate whose folders and files right below `src` are rooms.
const CORE: &str = "newsmark_core";

#[test]
fn files_of_the_crates_name_each_other_in_small_circles_only() {
    let sources = sources();
    for circle in circles(&Imports::of(&sources).arrows) {
        let names: Vec<_> = circle.iter().map(|&place| sources[place].name()).collect();
        let is_of_crates = names.iter().any(|name| name.starts_with("crates"));
        assert!(!is_of_crates || circle.len() <= LARGEST_CIRCLE, "{} files in a circle: {names:#?}", circle.len());
    }
}

#[test]
fn no_crate_and_no_room_of_the_core_names_one_that_rests_on_it() {
    let sources = sources();
    let arrows = Imports::of(&sources).arrows;
    for place_of in [crate_of as fn(&Source) -> Option<&str>, room_of] {
        let names: BTreeSet<&str> = sources.iter().filter_map(place_of).collect();
        let places: BTreeMap<&str, usize> = names.iter().zip(0..).map(|(name, n)| (*name, n)).collect();
        let mut between = vec![BTreeSet::new(); places.len()];
        for (from, targets) in sources.iter().zip(&arrows) {
            for to in targets {
                if let (Some(from), Some(to)) = (place_of(from), place_of(&sources[*to]))
                    && from != to
                {
                    between[places[from]].insert(places[to]);
                }
            }
        }
        let names: Vec<_> = names.into_iter().collect();
        let found =
            circles(&between).into_iter().map(|circle| circle.into_iter().map(|n| names[n]).collect::<Vec<_>>());
        let found: Vec<_> = found.collect();
        assert!(found.is_empty(), "these name each other: {found:?}");
    }
}

fn crate_of(source: &Source) -> Option<&str> {
    source.module.first().map(String::as_str)
}

fn room_of(source: &Source) -> Option<&str> {
    let room = source.module.get(1).map(String::as_str);
    room.filter(|_| source.module[0] == CORE)
}
