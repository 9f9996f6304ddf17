//! Which part may name what, where neither the compiler nor clippy can tell.

use crate::source::{Source, sources};

/// Parts of the sources, each with what stands in none of their code, and why.
const WALLS: [(&str, &[&str], &str); 8] = [
    (
        "crates/newsmark-core/src",
        &["std::env", "Instant", "SystemTime::now", "Zoned::now", "Timestamp::now", "getrandom"],
        "the time, the environment and chance are passed in",
    ),
    ("crates/newsmark-core/src", &["egui", "eframe", "rfd::", "parley", "newsmark_ui"], "the core knows of no window"),
    ("crates/newsmark-direction/src", &["newsmark_core", "newsmark_ui"], "it lies below both"),
    ("crates/newsmark-ui/src", &["newsmark_core", "newsmark::"], "theme, text engine and controls know no project"),
    (
        "crates/newsmark-ui/src",
        &["std::fs", "std::env", "Instant", "SystemTime::now", "Zoned::now", "Timestamp::now", "getrandom"],
        "controls are drawn from what they are given",
    ),
    ("crates/newsmark-ui/src/theme", &["crate::text", "crate::widgets"], "the theme lies below text and controls"),
    ("crates/newsmark-ui/src/text", &["crate::widgets"], "the text engine lies below the controls"),
    (
        "src/cli",
        &["egui", "eframe", "rfd::", "parley", "newsmark_ui", "crate::app"],
        "the command line is built without the window",
    ),
];

/// Libraries of the window, and the only folders whose code names them.
const OF_THE_WINDOW: [(&str, &[&str]); 8] = [
    ("egui", &["src/app", "crates/newsmark-ui/src"]),
    ("eframe", &["src/app"]),
    ("winit", &["src/app"]),
    ("parley", &["crates/newsmark-ui/src/text"]),
    ("fontique", &["crates/newsmark-ui/src/text"]),
    ("swash", &["crates/newsmark-ui/src/text"]),
    ("ashpd", &["src/app/desktop_colours.rs", "src/app/file_dialog"]),
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
