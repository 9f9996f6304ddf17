use std::ops::Range;

/// Whether most letters of `text` are Arabic, which decides its line height.
///
/// ```
/// use newsmark_ui::text::is_mostly_arabic;
///
/// assert!(is_mostly_arabic("قتل 46 شخصا, UN"));
/// assert!(!is_mostly_arabic("The word قتل means killed"));
/// ```
pub fn is_mostly_arabic(text: &str) -> bool {
    let (arabic, other) = text.chars().filter(|c| c.is_alphabetic()).fold((0_usize, 0_usize), |(arabic, other), c| {
        if is_arabic(c) { (arabic + 1, other) } else { (arabic, other + 1) }
    });
    arabic > other
}

/// The byte ranges of `text` that take the Arabic face: Arabic letters, marks
/// and figures with the spaces and signs between two of them; where the text
/// is mostly Arabic, all spaces and signs, so that its full stops and
/// quotation marks match.
pub fn arabic_ranges(text: &str, mostly: bool) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut joinable = mostly;
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let neutral = !c.is_alphanumeric();
        if is_arabic(c) {
            match ranges.last_mut() {
                Some(last) if joinable || last.end == start => last.end = end,
                _ => ranges.push(start..end),
            }
            joinable = true;
        } else if neutral && mostly {
            match ranges.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => ranges.push(start..end),
            }
        } else if !neutral {
            joinable = false;
        }
        if mostly {
            joinable = false;
        }
    }
    ranges
}

/// Whether `c` stands in one of Unicode’s Arabic blocks.
fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str, mostly: bool) -> Vec<&str> {
        arabic_ranges(text, mostly).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn an_arabic_phrase_in_english_takes_its_inner_spaces_along() {
        assert_eq!(parts("He said «قتل شخصان» today, قصف", false), ["قتل شخصان", "قصف"]);
    }

    #[test]
    fn an_arabic_sentence_leaves_out_figures_and_latin_words() {
        assert_eq!(parts("قتل 46 شخصًا.", true), ["قتل ", " شخصًا."]);
        assert_eq!(parts("قالت BBC إن", true), ["قالت ", " إن"]);
    }

    #[test]
    fn most_letters_decide_the_line_height() {
        assert!(is_mostly_arabic("قتل 46 شخصا, UN"));
        assert!(!is_mostly_arabic("The word قتل means killed"));
    }
}
