use super::{Span, Text};

/// Bytes between two counted places; a lookup reads at most this many.
// A lookup reads a few cache lines, and the counts take a thirty-second of the text.
const STEP: usize = 256;

/// Converts between the byte offsets of the model and the code points of files.
///
/// Building it reads the text once; a lookup then reads at most 256 bytes,
/// so that the cost of one annotation does not grow with the article.
#[derive(Clone, Debug)]
pub struct CodePoints {
    text: Text,
    /// How many code points begin before byte `STEP * n`.
    before: Vec<usize>,
    total: usize,
}

impl CodePoints {
    /// Counts the code points of `text`.
    pub fn of(text: &Text) -> CodePoints {
        let mut total = 0;
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(total);
            total += begun(chunk);
        }
        // An empty text has a place, too: its end.
        if before.is_empty() {
            before.push(0);
        }
        CodePoints { text: text.clone(), before, total }
    }

    /// The text that was counted.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The code points before byte `offset`; an offset within a code point is
    /// moved to its first byte, one beyond the text to its end.
    ///
    /// ```
    /// use newsmark_core::model::{CodePoints, Text};
    ///
    /// // Each of the two letters of “هم” takes two bytes.
    /// let points = CodePoints::of(&Text::new("هم 12".to_owned()));
    /// assert_eq!((points.at_byte(5), points.byte_of(3)), (3, Some(5)));
    /// ```
    pub fn at_byte(&self, offset: usize) -> usize {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        if self.is_ascii() {
            return offset;
        }
        let chunk = (offset / STEP).min(self.before.len() - 1);
        self.before[chunk] + begun(&self.text.as_bytes()[chunk * STEP..offset])
    }

    /// The byte at which code point `n` begins, or the text's length where `n`
    /// is the number of code points; `None` beyond.
    pub fn byte_of(&self, n: usize) -> Option<usize> {
        if n >= self.total {
            return (n == self.total).then_some(self.text.len());
        }
        if self.is_ascii() {
            return Some(n);
        }
        // The first count is nought and `n` is not less, so that the subtraction is safe.
        let chunk = self.before.partition_point(|&before| before <= n) - 1;
        let left = n - self.before[chunk];
        let bytes = self.text.as_bytes()[chunk * STEP..].iter().enumerate();
        bytes.filter(|(_, byte)| begins(**byte)).nth(left).map(|(at, _)| chunk * STEP + at)
    }

    /// The span in code points, half-open.
    pub fn range(&self, span: Span) -> (usize, usize) {
        (self.at_byte(span.start()), self.at_byte(span.end()))
    }

    /// The span that a range of code points covers; `None` where that is empty or outside the text.
    pub fn span(&self, (start, end): (usize, usize)) -> Option<Span> {
        Span::new(self.byte_of(start)?, self.byte_of(end)?)
    }

    fn is_ascii(&self) -> bool {
        self.total == self.text.len()
    }
}

fn begins(byte: u8) -> bool {
    // In UTF-8 every byte of a code point but its first begins with the bits 10.
    byte & 0xc0 != 0x80
}

fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins(**byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_offset_is_the_one_that_counting_finds(piece in "[a-cé€🚒\u{301}]{1,9}", times in 0usize..200) {
            let text = Text::new(piece.repeat(times));
            let index = CodePoints::of(&text);
            let mut n = 0;
            for (byte, _) in text.char_indices() {
                prop_assert_eq!(index.byte_of(n), Some(byte));
                prop_assert_eq!(index.at_byte(byte), n);
                n += 1;
            }
            prop_assert_eq!(index.byte_of(n), Some(text.len()));
            prop_assert_eq!(index.at_byte(text.len()), n);
            prop_assert_eq!(index.byte_of(n + 1), None);
        }
    }

    #[test]
    fn an_offset_within_a_code_point_counts_from_its_first_byte() {
        let index = CodePoints::of(&Text::new("a🚒b".to_owned()));
        assert_eq!((index.at_byte(1), index.at_byte(3), index.at_byte(5), index.at_byte(99)), (1, 1, 2, 3));
        assert_eq!(index.span((1, 2)), Span::new(1, 5));
        assert_eq!((index.span((2, 2)), index.span((2, 4))), (None, None));
    }
}
