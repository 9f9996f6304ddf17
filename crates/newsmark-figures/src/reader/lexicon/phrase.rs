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

impl Element {
    /// A sign; all hyphens are one, and all apostrophes.
    pub(super) fn mark(mark: char) -> Element {
        Element::Mark(match mark {
            '‑' | '‐' | '–' => '-',
            '’' => '\'',
            _ => mark,
        })
    }

    /// What a token is.
    #[inline]
    pub(super) fn of(token: &Token) -> Element {
        match token.word {
            Word::Mark(mark) => Element::mark(mark),
            _ => Element::Word(token.id),
        }
    }
}

/// Phrases that begin, or end, with one element, by the elements beside it, the nearest first: a text is compared with all
/// of them at once.
#[derive(Debug)]
pub(super) struct PhraseTree {
    /// The first is that of the element itself.
    nodes: Vec<PhraseNode>,
}

/// What some elements say, and what may stand beside them: each with whether a space parts it from them, and its node.
#[derive(Debug, Default)]
struct PhraseNode {
    meaning: Option<Meaning>,
    beside: Vec<(Element, bool, usize)>,
}

impl Default for PhraseTree {
    fn default() -> PhraseTree {
        PhraseTree { nodes: vec![PhraseNode::default()] }
    }
}

impl PhraseTree {
    /// Adds a phrase by its further elements, each with whether a space parts it from the one before; of two phrases of
    /// the same elements the first stays.
    pub(super) fn add(&mut self, further: impl Iterator<Item = (Element, bool)>, meaning: Meaning) {
        let mut at = 0;
        for (element, spaced) in further {
            let known = self.nodes[at].beside.iter().find(|beside| (beside.0, beside.1) == (element, spaced));
            at = match known {
                Some((_, _, node)) => *node,
                None => {
                    let node = self.nodes.len();
                    self.nodes[at].beside.push((element, spaced, node));
                    self.nodes.push(PhraseNode::default());
                    node
                }
            };
        }
        self.nodes[at].meaning.get_or_insert(meaning);
    }

    /// The longest phrase, and how many elements it has beside its first: "no more than" must not be read as "more than".
    #[inline]
    pub(super) fn longest(&self, further: impl Iterator<Item = (Element, bool)>) -> Option<(Meaning, usize)> {
        let mut node = &self.nodes[0];
        let mut longest = node.meaning.map(|meaning| (meaning, 0));
        for (n, (element, spaced)) in further.enumerate() {
            let Some((_, _, next)) = node.beside.iter().find(|beside| (beside.0, beside.1) == (element, spaced)) else {
                break;
            };
            node = &self.nodes[*next];
            longest = node.meaning.map(|meaning| (meaning, n + 1)).or(longest);
        }
        longest
    }
}
