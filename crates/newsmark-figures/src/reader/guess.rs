//! Which of the known languages a text is in.

use crate::language::WordLanguage;

use super::lexicon::{Lexicons, UNKNOWN};
use super::token::{Token, Tokens};
use super::word::Word;

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
        let is_word = |token: &&Token| !matches!(token.word, Word::Mark(_) | Word::Digits(_));
        let words = tokens.iter().filter(is_word);
        words.fold((0, 0), |(n_known, n_words), token| (n_known + usize::from(token.id != UNKNOWN), n_words + 1))
    };
    let (n_english, n_words) = n_known(WordLanguage::English);
    // Where most words are English or Arabic, no other language has more, and its lists are not made ready for nothing.
    if 2 * n_english > n_words || n_words == 0 {
        return WordLanguage::English;
    }
    let others = [WordLanguage::German, WordLanguage::French, WordLanguage::Spanish, WordLanguage::Persian];
    let mut best = (if n_english == 0 { WordLanguage::Other } else { WordLanguage::English }, n_english);
    for language in others {
        let (n_of_language, _) = n_known(language);
        if n_of_language > best.1 {
            best = (language, n_of_language);
        }
    }
    best.0
}
