//! Which part may name what, where neither the compiler nor clippy can tell.

use crate::source::{Source, sources};

/// Parts of the sources, each with what stands in none of their code, and why.
const WALLS: [(&str, &[&str], &str); 21] = [
    ("crates/newsmark-agreement", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-core", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-dataset", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-dataset/src", &["newsmark::", "newsmark_ui", "egui"], "data sets know the core alone"),
    ("crates/newsmark-direction", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-figures", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-ui", &AMBIENT, "the time, the environment and chance are passed in"),
    ("crates/newsmark-train/src", &["Instant", "SystemTime::now", "getrandom"], "the same texts train the same model"),
    ("crates/newsmark-train/src", &["newsmark::", "newsmark_ui", "egui"], "the trainer knows the core alone"),
    ("crates/newsmark-core/src", &OF_THE_SCREEN, "the core knows of no window"),
    ("crates/newsmark-figures/src", &OF_THE_SCREEN, "the number reader knows of no window"),
    ("crates/newsmark-agreement/src", &OF_THE_SCREEN, "coefficients know of no window"),
    ("crates/newsmark-core/src", &["newsmark::"], "the core knows nothing of the program"),
    ("crates/newsmark-agreement/src", &OF_NEWSMARK, "coefficients know no project and touch no file"),
    ("crates/newsmark-figures/src", &OF_NEWSMARK, "the number reader knows no project and touches no file"),
    ("crates/newsmark-direction/src", &OF_NEWSMARK, "it lies below core and controls"),
    ("crates/newsmark-ui/src", &["newsmark_core", "newsmark::", "std::fs"], "controls know no project and no file"),
    ("crates/newsmark-ui/src/theme", &["crate::text", "crate::widgets"], "the theme lies below text and controls"),
    ("crates/newsmark-ui/src/text", &["crate::widgets"], "the text engine lies below the controls"),
    ("src/cli", &OF_THE_SCREEN, "the command line is built without the window"),
    ("src/cli", &["crate::app"], "the command line is built without the window"),
];

/// Libraries that draw, and what draws with them.
const OF_THE_SCREEN: [&str; 5] = ["egui", "eframe", "rfd::", "parley", "newsmark_ui"];

/// What a machine and a moment would answer.
const AMBIENT: [&str; 6] = ["std::env", "Instant", "SystemTime::now", "Zoned::now", "Timestamp::now", "getrandom"];

/// What a crate below the core never names: the house, and files.
const OF_NEWSMARK: [&str; 5] = ["newsmark::", "newsmark_core", "use newsmark_", "std::fs", "std::io"];

/// Libraries of the window, and the only folders whose code names them.
const OF_THE_WINDOW: [(&str, &[&str]); 10] = [
    ("egui", &["src/app", "crates/newsmark-ui/src"]),
    ("eframe", &["src/app"]),
    ("winit", &["src/app"]),
    ("parley", &["crates/newsmark-ui/src/text"]),
    ("fontique", &["crates/newsmark-ui/src/text"]),
    ("swash", &["crates/newsmark-ui/src/text"]),
    ("ashpd", &["src/app/desktop_colours.rs", "src/app/file_dialog"]),
    ("rfd::", &["src/app/file_dialog"]),
    ("notify::", &["src/app/library/watch.rs"]),
    ("nucleo_matcher", &["src/app/palette"]),
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
                let found: Vec<_> = names.iter().flat_map(|name| lines_with(source, name)).collect();
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
                let found: Vec<_> = lines_with(source, library).collect();
                assert!(found.is_empty(), "{library} belongs to {parts:?}: {found:#?}");
            }
        }
    }
}
