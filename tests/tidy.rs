//! Rules of the house that the compiler does not know.
#![expect(clippy::unwrap_used, reason = "it serves tests, where a failure has to be loud")]

use std::fs;
use std::path::{Path, PathBuf};

/// The source files below a folder, but for tests and the gallery, which is one.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if name != "tests" {
                found.extend(sources(&path));
            }
        } else if name.ends_with(".rs") && !["tests.rs", "gallery.rs"].contains(&&*name) {
            found.push(path);
        }
    }
    found
}

/// The lines of code of a file, each with its number, without comments and what only tests have.
fn code(path: &Path) -> Vec<(usize, String)> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().map(|(n, line)| (n + 1, line.trim().to_owned()));
    lines.take_while(|(_, line)| line != "mod tests {").filter(|(_, line)| !line.starts_with("//")).collect()
}

fn window() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app")
}

/// Ways in which egui sets text by itself: without the rules of writing from right to left, and in its own fonts.
const PLAIN: [&str; 29] = [
    "ui.label(",
    "ui.button(",
    "ui.small_button(",
    "ui.checkbox(",
    "ui.radio",
    "ui.selectable_",
    "ui.heading(",
    "ui.strong(",
    "ui.weak(",
    "ui.small(",
    "ui.monospace(",
    "ui.code(",
    "ui.colored_label(",
    "ui.link(",
    "ui.hyperlink",
    "ui.menu_button(",
    "ui.collapsing(",
    "ui.text_edit",
    "RichText",
    "WidgetText",
    "LayoutJob",
    "Galley",
    "TextEdit",
    "Label::new(",
    "painter().text(",
    "painter.text(",
    "hover_text(",
    ".layout_no_wrap(",
    ".galley(",
];

#[test]
fn all_words_of_the_window_are_set_by_its_own_engine() {
    let found: Vec<String> = sources(&window())
        .iter()
        .flat_map(|path| {
            let lines = code(path).into_iter();
            let plain = lines.filter(|(_, line)| PLAIN.iter().any(|way| line.contains(way)));
            plain.map(|(n, line)| format!("{}:{n}: {line}", path.display())).collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "use `widgets::Words`, `text::Words` or a control of `widgets`: {found:#?}");
}

#[test]
fn every_part_that_scrolls_names_its_scroll_bars() {
    for path in sources(&window()) {
        let count = |what: &str| code(&path).iter().filter(|(_, line)| line.contains(what)).count();
        let (areas, named) = (count("ScrollArea::vertical") + count("ScrollArea::both"), count(".named("));
        assert!(areas <= named, "{}: {areas} parts scroll, {named} are named", path.display());
    }
}
