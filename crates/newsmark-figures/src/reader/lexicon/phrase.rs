//! Phrases of words and signs, as lists write them and as they stand in a text.

use crate::reader::token::Token;
use crate::reader::word::{Meaning, Word};

use super::key::is_dropped;

/// A word or a sign of a list's entry.
pub(super) struct Piece<'a> {
    /// `None` for a sign.
    pub word: Option<&'a str>,
    pub mark: char,
    /// Whether a space stands before it.
    pub spaced: bool,
}

/// The words and signs of an entry, in order.
pub(super) fn pieces(entry: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = entry;
    std::iter::from_fn(move || {
        let trimmed = rest.trim_start();
        let spaced = trimmed.len() < rest.len();
        let mark = trimmed.chars().next()?;
        let is_of_word = |c: char| c.is_alphabetic() || is_dropped(c);
        let end = trimmed.find(|c: char| !is_of_word(c)).unwrap_or(trimmed.len());
        let (word, after) = if end > 0 { trimmed.split_at(end) } else { trimmed.split_at(mark.len_utf8()) };
        rest = after;
        Some(Piece { word: (end > 0).then_some(word), mark, spaced })
    })
}

/// A word by its number in the lexicon, or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Word(u16),
    Mark(char),
}

/// Words and signs one after another that mean one thing.
#[derive(Debug)]
pub(super) struct ListPhrase {
    /// Each with whether a space stands before it.
    pub elements: Vec<(Element, bool)>,
    pub meaning: Meaning,
}

impl ListPhrase {
    /// Whether `tokens`, as many as its elements, are this phrase.
    pub(super) fn stands(&self, tokens: &[Token]) -> bool {
        self.elements.iter().zip(tokens).enumerate().all(|(n, ((element, spaced), token))| {
            let is_it = match (*element, token.word) {
                (Element::Word(id), _) => token.id == id,
                (Element::Mark('-'), word) => word.is_hyphen(),
                // An apostrophe is written straight or curved.
                (Element::Mark('\''), Word::Mark(mark)) => matches!(mark, '\'' | '’'),
                (Element::Mark(mark), word) => word == Word::Mark(mark),
            };
            is_it && (n == 0 || token.spaced == *spaced)
        })
    }
}
