//! Which of the known languages a text is in.

use crate::language::WordLanguage;

use super::lexicon::Lexicons;
use super::token::Tokens;

/// So many bytes from the beginning of a text are asked: some sixty words, among which each language has twenty that
/// stand in its lists.
const SAMPLE_BYTES: usize = 400;

/// The language of which most words of the beginning of `text` are known, English before others; another one where words
/// stand there and none is known.
pub(super) fn guess(text: &str, lexicons: &Lexicons) -> WordLanguage {
    let end = (0..=SAMPLE_BYTES.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let sample = &text[..end];
    let n_known = |language: WordLanguage| {
        let lexicon = lexicons.of(language);
        let mut tokens = Vec::new();
        Tokens::new(sample, false, lexicon).read(0..sample.len(), &mut tokens);
        tokens.iter().filter(|token| token.is_known_word()).count()
    };
    let n_english = n_known(WordLanguage::English);
    let has_words = sample.chars().any(char::is_alphabetic);
    let others = [WordLanguage::German, WordLanguage::French, WordLanguage::Spanish, WordLanguage::Persian];
    let mut best = (if n_english == 0 && has_words { WordLanguage::Other } else { WordLanguage::English }, n_english);
    for language in others {
        let n_words = n_known(language);
        if n_words > best.1 {
            best = (language, n_words);
        }
    }
    best.0
}
