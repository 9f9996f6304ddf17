use std::borrow::Cow;

use super::Direction;

/// A sentence of the program in which `words` of somebody else stand, set apart where they run from the right, so that
/// they do not turn the sentence round (Unicode Standard Annex 9, first strong isolate).
///
/// ```
/// use newsmark_ui::text::isolated;
///
/// assert_eq!(isolated("العشرات, read as 10", "العشرات"), "\u{2068}العشرات\u{2069}, read as 10");
/// assert_eq!(isolated("dozens, read as 24", "dozens"), "dozens, read as 24");
/// ```
pub fn isolated<'s>(sentence: &'s str, words: &str) -> Cow<'s, str> {
    if words.is_empty() || !Direction::Auto.is_right_to_left(words) {
        return Cow::Borrowed(sentence);
    }
    Cow::Owned(sentence.replacen(words, &format!("\u{2068}{words}\u{2069}"), 1))
}

/// A sentence of the program with what stands between “ and ” in it set apart, where that runs from the right: a number behind
/// it would be drawn into it.
///
/// ```
/// use newsmark_ui::text::quotations_isolated;
///
/// assert_eq!(quotations_isolated("same as “قُتل”, ¶ 1"), "same as “\u{2068}قُتل\u{2069}”, ¶ 1");
/// assert_eq!(quotations_isolated("same as “killed”, ¶ 1"), "same as “killed”, ¶ 1");
/// ```
pub fn quotations_isolated(sentence: &str) -> Cow<'_, str> {
    let mut set_apart = String::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('“') {
        let Some((quoted, after)) = behind.split_once('”') else { break };
        set_apart.extend([before, "“", &isolated(quoted, quoted), "”"]);
        rest = after;
    }
    // Nearly every line that is drawn has none.
    if set_apart.is_empty() {
        return Cow::Borrowed(sentence);
    }
    set_apart.push_str(rest);
    Cow::Owned(set_apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_words_do_not_turn_the_sentence_round() {
        let sentence = isolated("العشرات, read as 10 persons", "العشرات");
        assert_eq!(sentence, "\u{2068}العشرات\u{2069}, read as 10 persons");
        assert!(!Direction::Auto.is_right_to_left(&sentence));
        assert_eq!(isolated("dozens, read as 24 persons", "dozens"), "dozens, read as 24 persons");
    }
}
