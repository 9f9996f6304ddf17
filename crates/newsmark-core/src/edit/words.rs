//! Words and paragraphs around a place in the text (UAX #29 word boundaries), and the edges of words.

use unicode_segmentation::UnicodeSegmentation;

use crate::model::{Span, Text};

/// The word, run of spaces or mark of punctuation at byte `offset`; at the end
/// of a paragraph the one before it. `None` in an empty paragraph.
pub fn word_at(text: &Text, offset: usize) -> Option<Span> {
    let paragraph = text.paragraphs()[text.paragraph_at(offset)];
    let line = &text[paragraph.start..paragraph.end];
    // A caret in the line end belongs to the line before it.
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

/// So many bytes before and after a place are looked at in a very long paragraph.
// Longer than any paragraph of news; a text without line ends must not be divided into sentences as a whole at every
// click.
const VICINITY: usize = 16 * 1024;

/// The paragraph around byte `offset`, of a very long one only what is near;
/// `None` where it is empty.
pub(super) fn vicinity(text: &Text, offset: usize) -> Option<Span> {
    let paragraph = paragraph_at(text, offset)?;
    let start = text.boundary_at_or_before(offset.saturating_sub(VICINITY)).max(paragraph.start());
    let end = text.boundary_at_or_after(offset + VICINITY).min(paragraph.end());
    Span::new(start, end)
}

/// Whether byte `at` lies inside a word or a number, as in "12|,000". Scripts
/// written without spaces have no such place.
pub fn is_within_word(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let mut after = text[at..].chars();
    match (before.next(), after.next()) {
        (Some(last), Some(next)) if is_of_word(last) && is_of_word(next) => true,
        // Marks within a number: "12|,000" and "12,|000".
        (Some(digit), Some(mark)) if digit.is_numeric() && groups_digits(mark) => {
            after.next().is_some_and(char::is_numeric)
        }
        (Some(mark), Some(digit)) if groups_digits(mark) && digit.is_numeric() => {
            before.next().is_some_and(char::is_numeric)
        }
        _ => false,
    }
}

fn is_of_word(c: char) -> bool {
    let is_unspaced = matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    // Thai, Burmese, Khmer, Chinese and Japanese write no spaces: there every place would be within a word.
    c.is_alphanumeric() && !is_unspaced
}

fn groups_digits(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{66B}' | '\u{66C}' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

/// Whether nothing of the Arabic word stands before byte `at` but what may be
/// left outside on purpose: one or two of the prefixes و ف ب ل ك, the article ال, or both.
pub fn follows_prefix(text: &str, at: usize) -> bool {
    let is_vowel_sign = |c: &char| matches!(c, '\u{64B}'..='\u{652}');
    let letters: Vec<char> =
        // Two prefixes, the article and one letter more, which shows that there is more.
        text[..at].chars().rev().filter(|c| !is_vowel_sign(c)).take_while(|c| is_of_word(*c)).take(5).collect();
    let prefixes = match letters.as_slice() {
        ['ل', 'ا', prefixes @ ..] if prefixes.len() <= 2 => return prefixes.iter().all(|c| is_prefix(*c)),
        prefixes => prefixes,
    };
    (1..=2).contains(&prefixes.len()) && prefixes.iter().all(|c| is_prefix(*c))
}

fn is_prefix(c: char) -> bool {
    matches!(c, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
}

/// The longest word that is taken whole, in graphemes to one side.
const LONGEST_WORD: usize = 200;

/// The same stretch with the words that it cuts into taken whole; Arabic
/// prefixes that stand outside stay there, and what is too long for a word stays cut.
pub fn widened(text: &Text, span: Span) -> Span {
    let start = edge(span.start(), |at| {
        let is_inside = is_within_word(text, at) && !follows_prefix(text, at);
        is_inside.then(|| text.previous_boundary(at)).flatten()
    });
    let end = edge(span.end(), |at| is_within_word(text, at).then(|| text.next_boundary(at)).flatten());
    Span::new(start, end).unwrap_or(span)
}

/// Where `step` leads in the end, from byte `at`; `at` itself where that is too far.
fn edge(at: usize, step: impl Fn(usize) -> Option<usize>) -> usize {
    let mut reached = at;
    for _ in 0..LONGEST_WORD {
        match step(reached) {
            Some(next) => reached = next,
            None => return reached,
        }
    }
    at
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
    fn a_word_is_taken_whole_unless_it_is_longer_than_words_are() {
        let long = "a".repeat(1_000);
        let text = Text::new(format!("Shells killed {long}"));
        let span = |start, end| Span::new(start, end).unwrap();
        assert_eq!(text.words(widened(&text, span(9, 11))), "killed");
        assert_eq!(widened(&text, span(500, 510)), span(500, 510));
    }
}
