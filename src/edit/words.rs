//! Words and paragraphs around a place in the text (UAX #29 word boundaries).

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Span, Text};

/// The word, run of spaces or mark of punctuation at byte `offset`; at the end
/// of a paragraph the one before it. `None` in an empty paragraph.
pub fn word_at(text: &Text, offset: usize) -> Option<Span> {
    let paragraph = text.paragraphs()[text.paragraph_at(offset)];
    let line = &text[paragraph.start..paragraph.end];
    let within = offset.clamp(paragraph.start, paragraph.end) - paragraph.start;
    let mut last = None;
    for (start, word) in line.split_word_bound_indices() {
        last = Span::new(paragraph.start + start, paragraph.start + start + word.len());
        if within < start + word.len() {
            break;
        }
    }
    last
}

/// The paragraph around byte `offset`, without its line end; `None` where it is empty.
pub fn paragraph_at(text: &Text, offset: usize) -> Option<Span> {
    text.paragraphs()[text.paragraph_at(offset)].span()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_from_any_of_its_letters() {
        let text = Text::new("Two died.\r\nقُتل 17 شخصًا".to_owned());
        let word = |offset| text.words(word_at(&text, offset).unwrap());
        assert_eq!(word(0), "Two");
        assert_eq!(word(2), "Two");
        assert_eq!(word(3), " ");
        assert_eq!(word(4), "died");
        assert_eq!(word(9), ".");
        assert_eq!(word(11), "قُتل");
        assert_eq!(word(text.len()), "شخصًا");
    }
}
