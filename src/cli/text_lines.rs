use std::borrow::Cow;
use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes.
// A line is held in memory whole and read as one text. Whole articles on a line have some hundred kilobytes at most; a
// longer line comes of a file that has no lines.
pub(super) const LONGEST_LINE: usize = 4 << 20;

/// The lines of a text, one in memory at a time.
pub(super) struct TextLines<R> {
    input: R,
    line: Vec<u8>,
    /// How many were read.
    pub n_read: u64,
}

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TextLine<'b> {
    /// All of it is text.
    Sound(&'b str),
    /// Some of its bytes are not UTF-8; U+FFFD stands in their place.
    Mended(String),
    /// It is longer than what is read, and was passed over.
    TooLong,
}

impl<R: BufRead> TextLines<R> {
    pub fn new(input: R) -> TextLines<R> {
        TextLines { input, line: Vec::new(), n_read: 0 }
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// What the system says where the text cannot be read on.
    pub fn next(&mut self) -> io::Result<Option<TextLine<'_>>> {
        self.line.clear();
        // Two bytes more, for the line's end, and one that tells a longer line.
        let most = LONGEST_LINE as u64 + 3;
        if self.input.by_ref().take(most).read_until(b'\n', &mut self.line)? == 0 {
            return Ok(None);
        }
        self.n_read += 1;
        let has_end = self.line.ends_with(b"\n");
        if has_end {
            self.line.pop();
            if self.line.ends_with(b"\r") {
                self.line.pop();
            }
        }
        if self.line.len() > LONGEST_LINE {
            if !has_end {
                self.input.skip_until(b'\n')?;
            }
            return Ok(Some(TextLine::TooLong));
        }
        // A byte order mark belongs to the file and is no character of its first line.
        let mark: &[u8] = if self.n_read == 1 { "\u{feff}".as_bytes() } else { b"" };
        let line = self.line.strip_prefix(mark).unwrap_or(&self.line);
        Ok(Some(match String::from_utf8_lossy(line) {
            Cow::Borrowed(text) => TextLine::Sound(text),
            Cow::Owned(text) => TextLine::Mended(text),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<String> {
        let mut lines = TextLines::new(bytes);
        let mut found = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            found.push(format!("{line:?}"));
        }
        found
    }

    #[test]
    fn lines_end_as_on_every_system_and_the_last_one_need_not() {
        assert_eq!(lines(b"\xef\xbb\xbfa\r\n\nb\rc"), [r#"Sound("a")"#, r#"Sound("")"#, r#"Sound("b\rc")"#]);
        assert_eq!(lines(b""), [""; 0]);
        assert_eq!(lines(b"a\xff\nb\n"), ["Mended(\"a\u{fffd}\")", r#"Sound("b")"#]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() {
        let longest = "x".repeat(LONGEST_LINE);
        for (line, is_read) in
            [(format!("{longest}\r\n"), true), (format!("{longest}x\n"), false), (longest + "xxxx\n", false)]
        {
            let text = format!("{line}next\n");
            let mut lines = TextLines::new(text.as_bytes());
            assert_eq!(matches!(lines.next().unwrap(), Some(TextLine::Sound(_))), is_read);
            assert_eq!(lines.next().unwrap(), Some(TextLine::Sound("next")));
            assert_eq!(lines.next().unwrap(), None);
        }
    }
}
