use unicode_segmentation::UnicodeSegmentation;

use crate::model::Span;

/// The words of the text, as bytes: what UAX #29 takes for words and has a letter or a digit.
///
/// Most of most articles is ASCII, of which the rules are few. What is not is left to the
/// library, from the [gap](is_gap) before it to the one after it.
pub fn words(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    // Room for words of five bytes with their space, which is less than most have.
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < bytes.len() {
        let odd = at + n_ascii(&bytes[at..]);
        // The word that a character beyond ASCII stands in began before it: the ASCII rules stop at the last gap.
        let plain_end = if odd == bytes.len() { odd } else { (at..odd).rfind(|&n| is_gap(bytes, n)).unwrap_or(at) };
        push_ascii_words(&mut words, &bytes[..plain_end], at);
        let next = (odd..bytes.len()).find(|&n| is_gap(bytes, n)).unwrap_or(bytes.len());
        push_words(&mut words, text, plain_end, next);
        at = next;
    }
    words
}

/// Whether byte `n` is a line feed, or a space after a printable ASCII character: no rule of
/// UAX #29 that could join what stands before to what follows looks over such a place.
fn is_gap(bytes: &[u8], n: usize) -> bool {
    match bytes[n] {
        b'\n' => true,
        b' ' => n.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_graphic()),
        _ => false,
    }
}

/// How many bytes at the beginning are ASCII.
fn n_ascii(bytes: &[u8]) -> usize {
    // A chunk of 64 bytes is checked for ASCII by a few wide instructions; the rest byte by byte.
    const STEP: usize = 64;
    let whole = bytes.chunks(STEP).take_while(|chunk| chunk.is_ascii()).count() * STEP;
    let whole = whole.min(bytes.len());
    whole + bytes[whole..].iter().take_while(|byte| byte.is_ascii()).count()
}

/// The words of ASCII from byte `at` on: runs of letters, digits and underscores, and what joins them.
fn push_ascii_words(words: &mut Vec<Span>, bytes: &[u8], mut at: usize) {
    while let Some(&first) = bytes.get(at) {
        if !is_of_word(first) {
            at += 1;
            continue;
        }
        let start = at;
        while bytes.get(at).is_some_and(|&byte| is_of_word(byte) || joins(bytes, at)) {
            at += 1;
        }
        if bytes[start..at].iter().any(u8::is_ascii_alphanumeric) {
            words.extend(Span::new(start, at));
        }
    }
}

/// Whether a byte is within words whatever stands around it (ALetter, Numeric, ExtendNumLet).
fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether the byte at `at` joins the letters or the digits on both sides of it (WB6, WB7, WB11, WB12).
fn joins(bytes: &[u8], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).map(|before| bytes[before]), bytes.get(at + 1)) else {
        return false;
    };
    let is_between = |is: fn(&u8) -> bool| is(&before) && is(after);
    match bytes[at] {
        b'.' | b'\'' => is_between(u8::is_ascii_alphabetic) || is_between(u8::is_ascii_digit),
        // A colon is MidLetter (Swedish "k:a"), but no MidNum: "12:30" is two words.
        b':' => is_between(u8::is_ascii_alphabetic),
        b',' | b';' => is_between(u8::is_ascii_digit),
        _ => false,
    }
}

fn push_words(words: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = text[start..end].unicode_word_indices();
    words.extend(piece.filter_map(|(at, word)| Span::new(start + at, start + at + word.len())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_what_the_library_says_of_the_whole(text: &str) {
        let found: Vec<&str> = words(text).into_iter().map(|word| &text[word.range()]).collect();
        assert_eq!(found, text.unicode_words().collect::<Vec<_>>(), "{text:?}");
    }

    #[test]
    fn words_are_the_same_wherever_the_text_is_divided() {
        for text in [
            "At least 12,000.5 people can't leave “Karsa’s” market_hall.\n\nقُتل 12 شخصًا. more",
            "a\u{301} b \u{345}c  \u{345}d 1 \u{301}2.\u{301} x",
            "é",
            "",
            " é a",
            "a. é",
            "🇩🇪 🇩🇪🇩 a🇪",
        ] {
            is_what_the_library_says_of_the_whole(text);
        }
    }

    proptest! {
        #[test]
        fn dividing_the_text_changes_no_word(text in "[ab1 .,:'_\n\r\"é\u{301}\u{345}\u{200d}\u{3000}’“ق\u{5d0}🇩❤カ]{0,90}") {
            is_what_the_library_says_of_the_whole(&text);
        }
    }
}
