//! One line of a text, and what its look tells about how it goes on.

use std::ops::Range;

/// So many columns at most has a line of wrapped text: typewriters, telexes and mail wrap at 60 to 80, and some editors
/// at 120; a longer line is a paragraph by itself.
const MOST_COLUMNS: usize = 120;

/// A line of a text.
pub(crate) struct TextLine<'a> {
    /// Bytes of the text, without the end of the line.
    pub at: Range<usize>,
    /// The byte where the next line begins.
    pub next: usize,
    /// The words, without white space around them.
    words: &'a str,
    /// White space before the words, in characters.
    indent: usize,
    /// Characters up to the last word; `None` where the line is too long to be wrapped.
    columns: Option<usize>,
    /// Whether it ends with U+2029, which ends a paragraph wherever it stands.
    ends_paragraph: bool,
}

impl<'a> TextLine<'a> {
    /// The line of `text` that begins at byte `start`; `None` at the end of the text.
    pub(crate) fn at(text: &'a str, start: usize) -> Option<TextLine<'a>> {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let (n_bytes, n_end, ends_paragraph) = line_end(rest);
        let line = &rest[..n_bytes];
        let trimmed = line.trim_end();
        let words = trimmed.trim_start();
        // Four bytes have the longest characters: a line of more cannot be of so few columns, and is not counted.
        let columns = (trimmed.len() <= 4 * MOST_COLUMNS).then(|| trimmed.chars().count());
        Some(TextLine {
            at: start..start + n_bytes,
            next: start + n_bytes + n_end,
            words,
            indent: trimmed[..trimmed.len() - words.len()].chars().count(),
            columns: columns.filter(|columns| *columns <= MOST_COLUMNS),
            ends_paragraph,
        })
    }

    /// Whether no letter or digit stands in it: white space, or a rule of signs.
    pub(crate) fn is_blank(&self) -> bool {
        !self.words.chars().any(char::is_alphanumeric)
    }

    /// Characters up to the last word; `None` where the line is too long to be wrapped.
    pub(crate) fn columns(&self) -> Option<usize> {
        self.columns
    }

    /// Whether `next` may go on with what this line says: neither its look nor the look of this line parts them.
    pub(crate) fn may_go_on_in(&self, next: &TextLine<'_>) -> bool {
        let is_short = self.columns.is_some() && next.columns.is_some();
        let is_indented = next.indent > self.indent;
        is_short && !self.ends_paragraph && !is_indented && !next.begins_item() && !self.is_row() && !next.is_row()
    }

    /// Whether the first word of `next` would have found room within `width` columns.
    pub(crate) fn leaves_room_for(&self, next: &TextLine<'_>, width: usize) -> bool {
        let first_word = next.words.split_whitespace().next().unwrap_or_default();
        self.columns.is_some_and(|columns| columns + 1 + first_word.chars().count() <= width)
    }

    /// Whether a sentence may end with it.
    pub(crate) fn ends_sentence(&self) -> bool {
        let closing = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | ']');
        let end = self.words.trim_end_matches(closing);
        end.ends_with(['.', '!', '?', ':', ';', '…', '؟', '؛', '۔', '。'])
    }

    /// Whether its words show that they go on in `next`: that one begins with a small letter, or with a digit; in
    /// capitals alone and in scripts without them any letter does.
    pub(crate) fn shows_that_it_goes_on_in(&self, next: &TextLine<'_>) -> bool {
        // Two words each at least: "Dead" above "12" are a table's label and its value.
        let has_words = |line: &TextLine<'_>| line.words.split_whitespace().nth(1).is_some();
        let Some(first) = next.words.chars().find(|c| c.is_alphanumeric()) else { return false };
        let has_no_case =
            !self.words.chars().any(char::is_lowercase) || !(first.is_uppercase() || first.is_lowercase());
        let is_begun = first.is_lowercase() || first.is_numeric() || self.words.ends_with(char::is_numeric);
        !self.ends_sentence() && has_words(self) && has_words(next) && (is_begun || has_no_case)
    }

    /// Whether it begins an item of a list, a heading or a quoted line.
    fn begins_item(&self) -> bool {
        let mut characters = self.words.chars();
        let Some(first) = characters.next() else { return false };
        let after = characters.as_str();
        match first {
            '#' | '|' | '>' | '•' | '◦' | '▪' | '·' => true,
            '-' | '*' | '+' | '–' | '—' => after.starts_with(char::is_whitespace),
            '(' => after.chars().nth(1) == Some(')'),
            _ if first.is_alphanumeric() => {
                // "1. ", "12) ", "a) ": a longer number with a full stop ends a sentence.
                let label = self.words.split(char::is_whitespace).next().unwrap_or_default();
                let name = label.strip_suffix([')', '.']).filter(|_| label.len() < self.words.len());
                let is_number = |name: &str| name.len() <= 2 && name.chars().all(|c| c.is_ascii_digit());
                let is_letter = |name: &str| name.chars().count() == 1 && label.ends_with(')');
                name.is_some_and(|name| is_number(name) || is_letter(name))
            }
            _ => false,
        }
    }

    /// Whether it is a row of a table: columns parted by tabs, bars or wide gaps.
    fn is_row(&self) -> bool {
        // Two spaces part sentences and stand in justified text; three part columns.
        self.words.contains('\t') || self.words.contains("   ") || self.words.matches('|').nth(1).is_some()
    }
}

/// So many bytes are looked at together for one that may end a line, which compilers turn into few instructions.
const CHUNK: usize = 64;

/// Where the first line of `text` ends, how many bytes its end has, and whether that ends a paragraph.
fn line_end(text: &str) -> (usize, usize, bool) {
    let bytes = text.as_bytes();
    // The first bytes of the ends beyond ASCII begin other characters, too.
    let may_end = |byte: u8| matches!(byte, b'\n' | b'\r' | 0xC2 | 0xE2);
    let mut from = 0;
    while from < bytes.len() {
        let chunk = &bytes[from..(from + CHUNK).min(bytes.len())];
        if !chunk.iter().fold(false, |any, byte| any | may_end(*byte)) {
            from += chunk.len();
            continue;
        }
        for at in (from..from + chunk.len()).filter(|at| may_end(bytes[*at])) {
            match &bytes[at..] {
                [b'\r', b'\n', ..] => return (at, 2, false),
                [b'\n' | b'\r', ..] => return (at, 1, false),
                [0xC2, 0x85, ..] => return (at, 2, false),
                [0xE2, 0x80, 0xA8, ..] => return (at, 3, false),
                [0xE2, 0x80, 0xA9, ..] => return (at, 3, true),
                _ => {}
            }
        }
        from += chunk.len();
    }
    (text.len(), 0, true)
}
