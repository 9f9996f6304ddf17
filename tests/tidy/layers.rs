//! Which part may name what, where neither the compiler nor clippy can tell.

use crate::source::{Source, sources};

/// Parts of the sources, each with what stands in none of their code, and why.
const WALLS: [(&str, &[&str], &str); 6] = [
    ("crates/", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/", &["egui", "eframe", "rfd::", "parley"], "the crates know of no window"),
    ("crates/newsmark-core/src", &["newsmark::"], "the core knows nothing of the program"),
    ("crates/newsmark-agreement/src", &OF_NEWSMARK, "coefficients know no project and touch no file"),
    ("crates/newsmark-figures/src", &OF_NEWSMARK, "the number reader knows no project and touches no file"),
    ("src/cli", &["egui", "eframe", "rfd::", "parley", "crate::app"], "the command line is built without the window"),
];

/// What a machine and a moment would answer.
const AMBIENT: [&str; 6] = ["std::env", "Instant", "SystemTime::now", "Zoned::now", "Timestamp::now", "getrandom"];

/// What a crate below the core never names: the house, and files.
const OF_NEWSMARK: [&str; 5] = ["newsmark::", "newsmark_core", "use newsmark_", "std::fs", "std::io"];

/// Libraries of the window, and the only folders whose code names them.
const OF_THE_WINDOW: [(&str, &[&str]); 5] = [
    ("egui", &["src/app"]),
    ("eframe", &["src/app"]),
    ("winit", &["src/app"]),
    ("parley", &["src/app/text"]),
    ("rfd::", &["src/app/file_dialog"]),
];

fn lines_with<'s>(source: &'s Source, what: &'s str) -> impl Iterator<Item = String> + 's {
    let with = source.code().filter(move |(_, line)| line.contains(what));
    with.map(|(n, line)| format!("{}:{n}: {line}", source.name()))
}

#[test]
fn no_part_names_what_is_beyond_its_walls() {
    for source in sources() {
        for (part, names, why) in WALLS {
            if source.path.starts_with(part) {
                let found: Vec<_> = names.iter().flat_map(|name| lines_with(&source, name)).collect();
                assert!(found.is_empty(), "{why}: {found:#?}");
            }
        }
    }
}

#[test]
fn libraries_of_the_window_are_named_where_they_belong() {
    for source in sources() {
        for (library, parts) in OF_THE_WINDOW {
            if !parts.iter().any(|part| source.path.starts_with(part)) {
                let found: Vec<_> = lines_with(&source, library).collect();
                assert!(found.is_empty(), "{library} belongs to {parts:?}: {found:#?}");
            }
        }
    }
}
