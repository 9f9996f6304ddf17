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

/// The byte after the next word that begins at or after `offset`, across paragraphs.
pub fn next_word_end(text: &Text, offset: usize) -> usize {
    let mut index = text.paragraph_at(offset);
    let mut from = offset;
    while let Some(paragraph) = text.paragraphs().get(index) {
        from = from.max(paragraph.start);
        let line = &text[paragraph.start..paragraph.end];
        for (start, word) in line.split_word_bound_indices() {
            let end = paragraph.start + start + word.len();
            if end > from && is_word(word) {
                return end;
            }
        }
        index += 1;
    }
    text.len()
}

/// The first byte of the word before `offset`, across paragraphs.
pub fn previous_word_start(text: &Text, offset: usize) -> usize {
    for paragraph in text.paragraphs()[..=text.paragraph_at(offset)].iter().rev() {
        let line = &text[paragraph.start..paragraph.end];
        let starts = line.split_word_bound_indices().filter(|(_, word)| is_word(word));
        let before = starts.map(|(start, _)| paragraph.start + start).take_while(|start| *start < offset).last();
        if let Some(start) = before {
            return start;
        }
    }
    0
}

fn is_word(segment: &str) -> bool {
    segment.chars().any(char::is_alphanumeric)
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

    #[test]
    fn words_are_walked_across_paragraphs() {
        let text = Text::new("Two “died”.\n\nNobody else.".to_owned());
        let mut at = 0;
        let mut ends = Vec::new();
        while at < text.len() {
            at = next_word_end(&text, at);
            ends.push(at);
        }
        let words: Vec<_> = ends.iter().map(|end| &text[previous_word_start(&text, *end)..*end]).collect();
        assert_eq!(words, ["Two", "died", "Nobody", "else", "else."]);
        assert_eq!(previous_word_start(&text, 3), 0);
        assert_eq!(previous_word_start(&text, 0), 0);
    }
}
