use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::model::{Spans, Text};

/// The words under the spans on one line, the gaps between spans as an ellipsis.
pub(super) fn of(text: &Text, spans: &Spans) -> String {
    let parts: Vec<String> = spans.iter().map(|span| one_line(text.words(span))).collect();
    parts.join(" … ")
}

/// White space made single spaces, and nothing left that a terminal would obey.
pub(super) fn one_line(words: &str) -> String {
    escaped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Text from files and their names as people may see it in a terminal: lines stay lines, and whatever else a
/// terminal would obey is written as `\u{1b}`. That is every control character, those of two bytes too, and
/// what turns the direction of all that follows.
pub(super) fn escaped(text: &str) -> String {
    let is_obeyed =
        // Marks that set the direction of one word stay, as Arabic needs them; only those that open a stretch can turn
        // what this program writes after it.
        |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if is_obeyed(c) { escaped.extend(c.escape_unicode()) } else { escaped.push(c) }
    }
    escaped
}

/// A table or a page as a terminal may show it: with its own line ends, whatever those of the file are.
pub(super) fn for_terminal(document: &str) -> String {
    escaped(&document.replace("\r\n", "\n"))
}

/// The same of what stands in one line, as a path does: a line end in it is written out too.
pub(super) fn escaped_line(text: &str) -> String {
    escaped(text).replace('\n', "\\u{a}")
}

/// The beginning of `words` in at most `width` columns, whole characters, an ellipsis where any was cut.
pub(super) fn shortened(words: &str, width: usize) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let mut kept = String::new();
    for grapheme in words.graphemes(true) {
        // Room for the ellipsis, which takes a column. Characters of two columns are not halved.
        if kept.width() + grapheme.width() >= width {
            break;
        }
        kept.push_str(grapheme);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_on_a_terminal_has_lines_and_nothing_that_is_obeyed() {
        assert_eq!(for_terminal("a,b\r\n\u{1b}[31m,\u{9b}2J\r\n"), "a,b\n\\u{1b}[31m,\\u{9b}2J\n");
    }

    #[test]
    fn words_are_cut_between_characters_and_by_columns() {
        assert_eq!(shortened("at least 12", 11), "at least 12");
        assert_eq!(shortened("at least 12", 10), "at least…");
        assert_eq!(shortened("死者十二人", 6), "死者…");
        assert_eq!(shortened("e\u{301}te\u{301}s ici", 4), "e\u{301}te\u{301}…");
    }

    #[test]
    fn a_terminal_obeys_nothing_in_an_article() {
        assert_eq!(one_line("two\r\n \u{1B}[31mdied"), "two \\u{1b}[31mdied");
        assert_eq!(escaped("a\u{9b}2J\nb\u{202e}c\u{7}\t\u{2066}"), "a\\u{9b}2J\nb\\u{202e}c\\u{7}\\u{9}\\u{2066}");
        assert_eq!(escaped("قُتل 17 é 👨🏻‍🚒"), "قُتل 17 é 👨🏻‍🚒");
        assert_eq!(escaped_line("a\nError: b"), "a\\u{a}Error: b");
    }
}
