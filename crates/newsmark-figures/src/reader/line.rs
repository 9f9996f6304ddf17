//! The tokens of a paragraph, with the lexicon that they are known by.

use std::ops::Deref;

use super::lexicon::{Lexicon, ListLanguage, Particle};
use super::token::Token;
use super::word::{Flag, Meaning, Word};

/// A stretch of the tokens of one paragraph.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub tokens: &'a [Token],
    pub lexicon: &'a Lexicon,
}

impl Deref for Line<'_> {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        self.tokens
    }
}

#[cfg(test)]
std::thread_local! {
    /// How often the reader has asked for a word: the work for a text, counted where a clock would be at chance's mercy.
    pub(super) static N_WORDS_ASKED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

impl Line<'_> {
    /// The word of token `at`; [`Word::Edge`] where none is.
    pub(super) fn word(&self, at: usize) -> Word {
        #[cfg(test)]
        N_WORDS_ASKED.with(|n| n.set(n.get() + 1));
        self.get(at).map_or(Word::Edge, |token| token.word)
    }

    /// Whether token `at` is there and a space stands before it.
    pub(super) fn is_spaced(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.spaced)
    }

    /// Whether token `at` is there and written together with the one before.
    pub(super) fn is_attached(&self, at: usize) -> bool {
        self.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether token `at` is one of `particles`.
    pub(super) fn is(&self, at: usize, particles: &[Particle]) -> bool {
        self.get(at).is_some_and(|token| particles.iter().any(|particle| self.lexicon.is(token.id, *particle)))
    }

    /// Whether the word of token `at` has `flag`.
    pub(super) fn has(&self, at: usize, flag: Flag) -> bool {
        self.get(at).is_some_and(|token| token.has(flag))
    }

    /// Whether a hyphen at `at` joins the words beside it to one.
    pub(super) fn is_joining_hyphen(&self, at: usize) -> bool {
        self.word(at).is_hyphen() && self.is_attached(at) && self.is_attached(at + 1)
    }

    /// The longest phrase of the lists that begins with token `first`, and the token after it.
    pub(super) fn phrase_from(&self, first: usize) -> Option<(Meaning, usize)> {
        self.lexicon.phrase_from(self.tokens, first)
    }

    /// The longest phrase of the lists that ends before token `end`, none of it before token `floor`, and its first token.
    pub(super) fn phrase_before(&self, end: usize, floor: usize) -> Option<(Meaning, usize)> {
        self.lexicon.phrase_before(self.tokens, end, floor)
    }

    /// Whether token `at` is a word in Latin letters of a language that is read: its grammar is that of `language`.
    pub(super) fn is_in(&self, at: usize, language: ListLanguage) -> bool {
        let is_latin = !matches!(language, ListLanguage::Arabic | ListLanguage::Persian);
        self.lexicon.has(language) && self.get(at).is_some_and(|token| token.is_latin == is_latin)
    }
}
