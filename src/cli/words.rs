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
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// The beginning of `words` in at most `width` columns, whole characters, an ellipsis where any was cut.
pub(super) fn shortened(words: &str, width: usize) -> String {
    if words.width() <= width {
        return words.to_owned();
    }
    let mut kept = String::new();
    for grapheme in words.graphemes(true) {
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
    fn words_are_cut_between_characters_and_by_columns() {
        assert_eq!(shortened("at least 12", 11), "at least 12");
        assert_eq!(shortened("at least 12", 10), "at least…");
        assert_eq!(shortened("死者十二人", 6), "死者…");
        assert_eq!(shortened("e\u{301}te\u{301}s ici", 4), "e\u{301}te\u{301}…");
    }

    #[test]
    fn a_terminal_obeys_nothing_in_an_article() {
        assert_eq!(one_line("two\r\n \u{1B}[31mdied"), "two \u{FFFD}[31mdied");
    }
}
