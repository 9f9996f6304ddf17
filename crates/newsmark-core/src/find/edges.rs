//! Where a hit may begin and end, told from the characters near it alone.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Span, Text};

/// How far from a place the characters are that decide whether a word ends
/// there, in bytes. Only a run of more than 60 flags or of marks as long could need more.
// Word boundaries look back over runs of marks and of flags only (UAX #29, WB4 and WB15), and neither is long in news.
const NEAR: usize = 256;

/// The bytes `start` to `end`, widened to whole graphemes; `None` where they are empty.
pub(super) fn widened(text: &Text, start: usize, end: usize) -> Option<Span> {
    let start = if is_plain_boundary(text, start) { start } else { text.boundary_at_or_before(start) };
    let end = if is_plain_boundary(text, end) { end } else { text.boundary_at_or_after(end) };
    Span::new(start, end)
}

/// Whether `c` is a letter, digit or sign of the scripts that most articles
/// are written in, and a grapheme of its own unless a mark follows.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{377}' | '\u{391}'..='\u{3A1}')
        || matches!(c, '\u{3A3}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}')
        || matches!(c, '\u{621}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{2010}'..='\u{2027}')
        || matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}')
}

/// Whether `span` begins and ends at word boundaries by Unicode Standard Annex 29.
pub(super) fn is_whole_word(text: &str, span: Span) -> bool {
    is_word_boundary(text, span.start()) && is_word_boundary(text, span.end())
}

/// Whether the characters before and after `offset` both stand alone.
fn is_plain_boundary(text: &str, offset: usize) -> bool {
    match (text[..offset].chars().next_back(), text[offset..].chars().next()) {
        (Some(before), Some(after)) => stands_alone(before) && stands_alone(after),
        _ => true,
    }
}

/// The bytes before and after `offset`; `None` at the ends of the text.
fn neighbours(text: &str, offset: usize) -> Option<(u8, u8)> {
    let bytes = text.as_bytes();
    Some((*bytes.get(offset.checked_sub(1)?)?, *bytes.get(offset)?))
}

fn is_word_boundary(text: &str, offset: usize) -> bool {
    let Some((before, after)) = neighbours(text, offset) else { return true };
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    // What never joins the letters at its sides, as full stops and apostrophes do.
    let is_apart = |byte: u8| byte.is_ascii() && !is_letter(byte) && !b"'.:,;".contains(&byte);
    if is_letter(before) && is_letter(after) {
        return false;
    }
    if is_letter(before) && is_apart(after) || is_apart(before) && is_letter(after) {
        return true;
    }
    // No rule joins over a space, so that the boundary can be found in what stands between two of them.
    let is_space = |c: char| c.is_ascii_whitespace();
    let far = text.floor_char_boundary(offset.saturating_sub(NEAR));
    let from = text[far..offset].rfind(is_space).map_or(far, |space| far + space);
    let far = text.ceil_char_boundary(offset.saturating_add(NEAR).min(text.len()));
    let to = text[offset..far].find(is_space).map_or(far, |space| offset + space + 1);
    text[from..to].split_word_bound_indices().any(|(at, _)| from + at == offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stands_alone_is_a_grapheme_beside_any_other() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| stands_alone(*c)) {
            for text in [format!("{c}{c}"), format!("a{c}"), format!("{c}a")] {
                assert_eq!(text.graphemes(true).count(), 2, "{c:?} {:04X}", u32::from(c));
            }
        }
    }

    proptest! {
        #[test]
        fn word_boundaries_are_those_of_the_whole_text(
            text in "([a-z_0-9 .,:;'\"()-]{0,9}|[כִאב\" ]{0,5}|[قُتِ \u{200C}]{0,5}|[漢カ🇫👩\u{200D}\u{301}\r\n]{0,5}|\\PC{0,4}){0,6}",
        ) {
            let mut expected: Vec<usize> = text.split_word_bound_indices().map(|(at, _)| at).collect();
            expected.push(text.len());
            for (offset, _) in text.char_indices() {
                prop_assert_eq!(is_word_boundary(&text, offset), expected.contains(&offset), "at {} of {:?}", offset, &text);
            }
        }

        #[test]
        fn widening_is_snapping(text in "([a-z \r\n]{0,5}|[e\u{301}👩\u{200D}🇫]{0,5}|\\PC{0,4}){0,6}", start in 0usize..40, length in 1usize..9) {
            let text = Text::new(text);
            let start = text.ceil_char_boundary(start.min(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            prop_assert_eq!(widened(&text, start, end), text.snap(start, end));
        }
    }
}
