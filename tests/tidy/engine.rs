//! What of egui the window leaves alone.

use crate::source::{Source, sources};

/// The sources of the window.
fn of_the_window() -> impl Iterator<Item = Source> {
    sources().into_iter().filter(|source| source.path.starts_with("src/app"))
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
    let mut found = Vec::new();
    for source in of_the_window() {
        let plain = source.code().filter(|(_, line)| PLAIN.iter().any(|way| line.contains(way)));
        found.extend(plain.map(|(n, line)| format!("{}:{n}: {line}", source.path.display())));
    }
    assert!(found.is_empty(), "use `widgets::Words`, `text::Words` or a control of `widgets`: {found:#?}");
}

#[test]
fn every_part_that_scrolls_names_its_scroll_bars() {
    for source in of_the_window() {
        let count = |what: &str| source.code().filter(|(_, line)| line.contains(what)).count();
        let (areas, named) = (count("ScrollArea::vertical") + count("ScrollArea::both"), count(".named("));
        assert!(areas <= named, "{}: {areas} parts scroll, {named} are named", source.path.display());
    }
}
