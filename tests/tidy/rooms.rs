//! That crates, the rooms of the core and those of the window stand on each other in one direction.

use std::collections::{BTreeMap, BTreeSet};

use crate::circles::circles;
use crate::imports::Imports;
use crate::source::{Source, sources};

/// Files that name each other in a circle are read together or not at all: so many can be.
const LARGEST_CIRCLE: usize = 8;

/// The crate whose folders and files right below `src` are rooms.
const CORE: &str = "newsmark_core";

/// The rooms of `src/app`, the lowest row first: a room names rooms of its own row and of the rows before it. What
/// belongs to several rows stands in the lowest that it is needed in.
const ROWS: [&[&str]; 6] = [
    // What can be asked, and small things that know no document.
    &[
        "category_look",
        "choice_entries",
        "clipboard",
        "command",
        "dataset",
        "desktop_colours",
        "field_group",
        "file_dialog",
        "focused_row",
        "geometry",
        "given",
        "jobs",
        "kept_file",
        "keymap",
        "layout",
        "mark_words",
        "menu_item",
        "no_window",
        "notices",
        "pasted",
        "paths",
        "pinch",
        "platform",
        "reading",
        "region_focus",
        "theme_choice",
        "typing",
        "writer",
    ],
    // What is open.
    &[
        "announce",
        "boundary_edit",
        "crashed_session",
        "document",
        "pending_field_pick",
        "pending_replace",
        "read_article",
    ],
    // What a panel is lent.
    &["context"],
    // Panels and dialogs: each keeps its own state and answers.
    &[
        "article",
        "citation",
        "compare",
        "dialogs",
        "discussion",
        "dock",
        "find",
        "library",
        "palette",
        "panels",
        "review",
    ],
    // What each mode shows, and what a command means in it.
    &["workspace"],
    // The owner of all, and what starts it.
    &["window", "run"],
];

#[test]
fn files_name_each_other_in_small_circles_only() {
    let sources = sources();
    for circle in circles(&Imports::of_all().arrows) {
        let names: Vec<_> = circle.iter().map(|&place| sources[place].name()).collect();
        assert!(circle.len() <= LARGEST_CIRCLE, "{} files in a circle: {names:#?}", circle.len());
    }
}

#[test]
fn no_room_of_the_window_names_one_of_a_row_above() {
    let sources = sources();
    let row = |room: &str| ROWS.iter().position(|row| row.contains(&room));
    for (from, targets) in sources.iter().zip(&Imports::of_all().arrows) {
        let Some(own) = window_room(from) else { continue };
        let own_row = row(own).unwrap_or_else(|| panic!("{own} stands in no row"));
        for to in targets.iter().map(|to| &sources[*to]) {
            if let Some(other) = window_room(to) {
                assert!(row(other).unwrap() <= own_row, "{} names {}", from.name(), to.name());
            }
        }
    }
}

#[test]
fn no_crate_and_no_room_names_one_that_rests_on_it() {
    let sources = sources();
    let arrows = &Imports::of_all().arrows;
    for place_of in [crate_of as fn(&Source) -> Option<&str>, room_of, window_room] {
        let names: BTreeSet<&str> = sources.iter().filter_map(place_of).collect();
        let places: BTreeMap<&str, usize> = names.iter().zip(0..).map(|(name, n)| (*name, n)).collect();
        let mut between = vec![BTreeSet::new(); places.len()];
        for (from, targets) in sources.iter().zip(arrows) {
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

/// The room of `src/app` that a file is in.
fn window_room(source: &Source) -> Option<&str> {
    let is_of_app = source.module[0] == "newsmark" && source.module.get(1).is_some_and(|part| part == "app");
    source.module.get(2).map(String::as_str).filter(|_| is_of_app)
}
