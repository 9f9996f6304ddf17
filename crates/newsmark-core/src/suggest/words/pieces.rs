//! Where UAX #29 breaks a line into words, found without reading each letter of it as the rules do.

use unicode_segmentation::UnicodeSegmentation;

/// Gives `each` the pieces of `line` in order with their offsets, spaces among them.
///
/// The pieces are those of UAX #29. Where ASCII letters and digits, a mark or spaces stand by nothing that could belong to
/// them, what is one piece is plain; the rules are asked about the rest, from a piece's beginning to the next space.
pub(super) fn each_piece<'l>(line: &'l str, mut each: impl FnMut(usize, &'l str)) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(end) = plain_end(bytes, at) {
            each(at, &line[at..end]);
            at = end;
            continue;
        }
        // Every piece ends before the first of some spaces, of which there are others beyond ASCII.
        let is_end = |end: &usize| bytes[*end] == b' ' && !line[..*end].ends_with(char::is_whitespace);
        let end = (at + 1..bytes.len()).find(is_end).unwrap_or(bytes.len());
        line[at..end].split_word_bound_indices().for_each(|(from, piece)| each(at + from, piece));
        at = end;
    }
}

/// Where the piece that begins at `at` ends, if ASCII alone tells.
fn plain_end(bytes: &[u8], at: usize) -> Option<usize> {
    let run = |is_of: fn(u8) -> bool| bytes[at..].iter().position(|byte| !is_of(*byte)).map_or(bytes.len(), |n| at + n);
    match bytes[at] {
        byte if is_of_word(byte) => {
            let end = run(is_of_word);
            let next = bytes.get(end).copied();
            let is_joint = matches!(next, Some(b'\'' | b'.' | b':' | b',' | b';'));
            // A mark within a word or a number joins it with what follows: "don't", "1,200", but "so, they".
            let behind = bytes.get(end + 1).copied().filter(|_| is_joint);
            (is_apart(next) && is_apart(behind) && !behind.is_some_and(is_of_word)).then_some(end)
        }
        b' ' => {
            let end = run(|byte| byte == b' ');
            is_apart(bytes.get(end).copied()).then_some(end)
        }
        byte if byte.is_ascii_punctuation() => is_apart(bytes.get(at + 1).copied()).then_some(at + 1),
        _ => None,
    }
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether a byte, or the end, belongs to no character before it: one beyond ASCII may be a mark above it.
fn is_apart(byte: Option<u8>) -> bool {
    byte.is_none_or(|byte| byte.is_ascii())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces(line: &str) -> Vec<(usize, &str)> {
        let mut found = Vec::new();
        each_piece(line, |at, piece| found.push((at, piece)));
        found
    }

    #[test]
    fn words_break_where_uax_29_breaks_them() {
        for line in [
            "",
            "Mr. Orlo's 1,200 goats -- ''fat'' ones_and.x -- left.",
            "a.b a. b 1.5 a.5 5.a a:b, c; 3;4 '90s don’t naïve (é) #1 \"a\"",
            "  a\u{301} \u{301} \u{200d} x\u{200d}y  ",
            "a\r\nb\tc\u{85}\u{2028}d",
            "«كنا»، 12٪ 中文。🇫🇷🇩🇪 👩\u{200d}🚀",
        ] {
            assert_eq!(pieces(line), line.split_word_bound_indices().collect::<Vec<_>>(), "{line:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn any_line_breaks_where_uax_29_breaks_it(
            line in "([a-cA-C]{1,3}|[0-9]{1,2}|[ _.,;:()\"'#-]| |\u{301}|\u{200d}|\u{ad}|[“”’…»]|é|א|ب|中|カ|🇫|👩|\r|\n|\t|\u{a0}|\u{3000}|\\PC){0,24}"
        ) {
            prop_assert_eq!(pieces(&line), line.split_word_bound_indices().collect::<Vec<_>>());
        }
    }
}
