//! Where UAX #29 breaks a line into sentences, found without reading each letter of it as the rules do.

use unicode_segmentation::UnicodeSegmentation;

/// The offsets of `line` at which one sentence ends and the next begins, and of its end; none of an empty line.
///
/// The breaks are those of UAX #29. Its rules break only behind a full stop or another mark that ends a sentence or a
/// line, and look from there one character back and on to the next letter. So the rules are asked about what is not plain,
/// from the plain character before it to the next ASCII letter behind it: of an English line that is a tenth.
pub(super) fn sentence_breaks(line: &str) -> Vec<usize> {
    let bytes = line.as_bytes();
    let mut breaks = Vec::new();
    let mut at = 0;
    while let Some(near) = bytes[at..].iter().position(|byte| !is_plain(*byte)) {
        let mark = at + near;
        // What stands before a mark is one character, as nothing that belongs to another character is ASCII.
        let start = if near > 0 { mark - 1 } else { at };
        let end = letter_behind(bytes, mark);
        let pieces = line[start..end].split_sentence_bound_indices();
        breaks.extend(pieces.map(|(from, _)| start + from).filter(|from| *from > start));
        at = end;
    }
    if !line.is_empty() {
        breaks.push(line.len());
    }
    breaks
}

/// Whether a byte is an ASCII character that ends neither a sentence nor a line.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_control() && !matches!(byte, b'.' | b'?' | b'!')
}

/// The offset behind the first ASCII letter at or behind offset `from` with nothing but plain characters right behind it,
/// which no rule looks beyond.
fn letter_behind(bytes: &[u8], from: usize) -> usize {
    let is_end = |at: &usize| {
        // A mark that is written above the letter belongs to it, and what ends a sentence looks back at it.
        bytes[*at].is_ascii_alphabetic() && bytes.get(at + 1).is_none_or(|next| is_plain(*next))
    };
    (from..bytes.len()).find(is_end).map_or(bytes.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of_uax_29(line: &str) -> Vec<usize> {
        line.split_sentence_bound_indices().map(|(at, piece)| at + piece.len()).collect()
    }

    #[test]
    fn sentences_break_where_uax_29_breaks_them() {
        for line in [
            "",
            "It rained.",
            "It rained. It poured.",
            "“It rained.” Nobody came! (Why?) e.g. this, 3.5 of them… U.S. Army. a.m. on",
            "a.b A.B 1.2 A. b A. (b) A.\u{301} b\u{301}. c x\u{200d}. Y",
            "One.\tTwo.\u{2029}Three\u{85}Four\r\nFive",
            "قال. ثم ذهب؟ نعم",
            "。。」a",
        ] {
            assert_eq!(sentence_breaks(line), of_uax_29(line), "{line:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_line_breaks_where_uax_29_breaks_it(
            line in "([a-cA-C]{1,3}|[0-9]|[ .?!,;:()\"'-]|\\.|\u{301}|\u{200d}|\u{ad}|[“”’…»]|é|É|ª|ب|中|。|\r|\n|\t|\u{2028}|\u{85}|\u{a0}|\\PC){0,24}"
        ) {
            prop_assert_eq!(sentence_breaks(&line), of_uax_29(&line));
        }
    }
}
