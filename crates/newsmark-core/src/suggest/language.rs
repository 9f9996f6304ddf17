//! In which language an article is read.

use crate::model::Article;

/// How much is read of an article, by its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ReadLanguage {
    /// Whole.
    English,
    /// Figures, and quotations in «…» with a cue.
    Arabic,
    /// Quotations alone: no list of its words is here.
    Other,
}

/// Whether the figures of an article are read for proposals, which is so in English and Arabic; of articles in other
/// languages only quotations are proposed. The language is the card's, else that of the letters.
///
/// ```
/// use newsmark_core::model::{Article, Card, Text};
/// use newsmark_core::suggest::reads_figures;
///
/// let article = |text: &str| Article { text: Text::new(text.to_owned()), card: Card::default() };
/// assert!(reads_figures(&article("The river rose.")));
/// assert!(!reads_figures(&article("Река поднялась.")));
/// ```
pub fn reads_figures(article: &Article) -> bool {
    ReadLanguage::of(article) != ReadLanguage::Other
}

/// So many letters tell the script of an article without a tag.
const LETTERS_READ: usize = 2_000;

impl ReadLanguage {
    /// The language of an article: by its tag, else by its letters.
    pub fn of(article: &Article) -> ReadLanguage {
        let tag = article.card.language.split(['-', '_']).next().unwrap_or_default();
        match tag.to_ascii_lowercase().as_str() {
            "en" => ReadLanguage::English,
            "ar" => ReadLanguage::Arabic,
            "" => ReadLanguage::of_letters(&article.text),
            _ => ReadLanguage::Other,
        }
    }

    fn of_letters(text: &str) -> ReadLanguage {
        let (mut n_arabic, mut n_latin, mut n_other) = (0usize, 0usize, 0usize);
        for letter in text.chars().filter(|letter| letter.is_alphabetic()).take(LETTERS_READ) {
            match letter {
                '\u{600}'..='\u{6ff}' => n_arabic += 1,
                // Basic Latin to Latin Extended-B.
                '\0'..='\u{24f}' => n_latin += 1,
                _ => n_other += 1,
            }
        }
        if n_arabic > n_latin + n_other {
            ReadLanguage::Arabic
        } else if n_other > n_latin {
            ReadLanguage::Other
        } else {
            ReadLanguage::English
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, Text};

    #[test]
    fn the_tag_tells_the_language_and_else_the_letters() {
        for (tag, text, expected) in [
            ("en-GB", "Вода", ReadLanguage::English),
            ("AR", "water", ReadLanguage::Arabic),
            ("fr", "water", ReadLanguage::Other),
            ("", "The water rose.", ReadLanguage::English),
            ("", "ارتفع منسوب المياه في Tarn", ReadLanguage::Arabic),
            ("", "Вода поднялась.", ReadLanguage::Other),
            ("", "12", ReadLanguage::English),
        ] {
            let card = Card { language: tag.to_owned(), ..Card::default() };
            let article = Article { text: Text::new(text.to_owned()), card };
            assert_eq!(ReadLanguage::of(&article), expected, "{tag} {text}");
        }
    }
}
