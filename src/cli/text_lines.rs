use std::io::{self, BufRead, Read};

/// The longest line that is read, in bytes.
// A line is held in memory whole, and some for each job. Articles on a line have some hundred kilobytes, the longest
// documents that are worked on five megabytes; a longer line comes of a file that has no lines.
pub(super) const LONGEST_LINE: usize = 16 << 20;

/// The lines of a text, one in memory at a time.
pub(super) struct TextLines<R> {
    input: R,
    n_read: u64,
}

/// A line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TextLine {
    /// Its place in the text, from 1.
    pub number: u64,
    pub read: LineText,
}

/// What was read of a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LineText {
    /// All of it is text.
    Sound(String),
    /// Some of its bytes are not UTF-8; U+FFFD stands in their place.
    Mended(String),
    /// It is longer than what is read, and was passed over.
    TooLong,
}

impl TextLine {
    /// The line where all of it is text.
    ///
    /// # Errors
    /// Why it is not, as a sentence.
    pub fn sound(self) -> Result<String, String> {
        match self.read {
            LineText::Sound(text) => Ok(text),
            LineText::Mended(_) => Err("The line is not UTF-8 and was not read".to_owned()),
            LineText::TooLong => Err(format!("The line has more than {} MB and was not read", LONGEST_LINE >> 20)),
        }
    }
}

impl<R: BufRead> TextLines<R> {
    pub fn new(input: R) -> TextLines<R> {
        TextLines { input, n_read: 0 }
    }

    /// The next line; `None` at the end.
    fn read(&mut self) -> io::Result<Option<LineText>> {
        let mut line = Vec::new();
        // Two bytes more, for the line's end, and one that tells a longer line.
        let most = LONGEST_LINE as u64 + 3;
        if self.input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        self.n_read += 1;
        let has_end = line.ends_with(b"\n");
        if has_end {
            line.pop();
            if line.ends_with(b"\r") {
                line.pop();
            }
        }
        if line.len() > LONGEST_LINE {
            if !has_end {
                self.input.skip_until(b'\n')?;
            }
            return Ok(Some(LineText::TooLong));
        }
        // A byte order mark belongs to the file and is no character of its first line.
        let mark = "\u{feff}".as_bytes();
        if self.n_read == 1 && line.starts_with(mark) {
            line.drain(..mark.len());
        }
        Ok(Some(match String::from_utf8(line) {
            Ok(text) => LineText::Sound(text),
            Err(error) => LineText::Mended(String::from_utf8_lossy(error.as_bytes()).into_owned()),
        }))
    }
}

/// Each line in its turn.
///
/// Its errors say in a sentence after which line the text could not be read on.
impl<R: BufRead> Iterator for TextLines<R> {
    type Item = Result<TextLine, String>;

    fn next(&mut self) -> Option<Self::Item> {
        let last = self.n_read;
        match self.read() {
            Ok(read) => read.map(|read| Ok(TextLine { number: self.n_read, read })),
            Err(error) => Some(Err(format!("The text could not be read on after line {last}: {error}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<LineText> {
        TextLines::new(bytes).map(|line| line.unwrap().read).collect()
    }

    fn sound(text: &str) -> LineText {
        LineText::Sound(text.to_owned())
    }

    #[test]
    fn lines_end_as_on_every_system_and_the_last_one_need_not() {
        assert_eq!(lines(b"\xef\xbb\xbfa\r\n\nb\rc"), [sound("a"), sound(""), sound("b\rc")]);
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"a\xff\nb\n"), [LineText::Mended("a\u{fffd}".to_owned()), sound("b")]);
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_one_is_read() {
        let longest = "x".repeat(LONGEST_LINE);
        for (line, is_read) in
            [(format!("{longest}\r\n"), true), (format!("{longest}x\n"), false), (longest + "xxxx\n", false)]
        {
            let text = format!("{line}next\n");
            let [first, second] = <[LineText; 2]>::try_from(lines(text.as_bytes())).unwrap();
            assert_eq!(matches!(first, LineText::Sound(_)), is_read);
            assert_eq!(second, sound("next"));
        }
    }

    #[test]
    fn where_a_text_cannot_be_read_on_the_last_line_that_was_is_told() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the disk is gone"))
            }
        }
        let mut lines = TextLines::new(io::BufReader::new(b"a\nb\n".chain(Broken)));
        assert!(lines.next().unwrap().is_ok() && lines.next().unwrap().is_ok());
        let told = lines.next().unwrap().unwrap_err();
        assert_eq!(told, "The text could not be read on after line 2: the disk is gone");
    }
}
