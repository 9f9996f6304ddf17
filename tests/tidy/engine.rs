//! What of egui the window leaves alone.

use crate::source::{Source, sources};

/// The sources of the window, its controls among them.
fn of_the_window() -> impl Iterator<Item = &'static Source> {
    let parts = ["src/app", "crates/newsmark-ui/src"];
    sources().iter().filter(move |source| parts.iter().any(|part| source.path.starts_with(part)))
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

/// Whether a line goes one of those ways. A name is found whole: `TextLabel` is no `Label`.
fn is_plain(line: &str) -> bool {
    let is_whole = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric());
    let is_name = |way: &str| way.starts_with(|c: char| c.is_uppercase());
    PLAIN.iter().any(|way| line.match_indices(way).any(|(at, _)| !is_name(way) || is_whole(at)))
}

#[test]
fn all_words_of_the_window_are_set_by_its_own_engine() {
    let mut found = Vec::new();
    for source in of_the_window() {
        let plain = source.code().filter(|(_, line)| is_plain(line));
        found.extend(plain.map(|(n, line)| format!("{}:{n}: {line}", source.path.display())));
    }
    assert!(found.is_empty(), "use `widgets::Words`, `text::TextLabel` or a control of `widgets`: {found:#?}");
}

#[test]
fn every_part_that_scrolls_names_its_scroll_bars() {
    for source in of_the_window() {
        let count = |what: &str| source.code().filter(|(_, line)| line.contains(what)).count();
        let (areas, named) = (count("ScrollArea::vertical") + count("ScrollArea::both"), count(".named("));
        assert!(areas <= named, "{}: {areas} parts scroll, {named} are named", source.path.display());
    }
}
