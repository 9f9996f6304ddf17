//! All number phrases of a text, by what each begins with.

use crate::Language;

use super::number::number;
use super::people::{one_or_couple, people, told_singly};
use super::phrase::Phrase;
use super::token::{Token, Tokens};
use super::unnumbered::{fixed, many, none};
use super::word::Word;

/// Every number phrase of `text`, in order and disjoint, readable or not.
pub(super) fn phrases(text: &str, language: Language) -> Phrases<'_> {
    Phrases { tokens: Tokens::new(text, language), line: Vec::new(), at: 0, floor: 0 }
}

/// The number phrases of a text, found one after the other.
pub(super) struct Phrases<'a> {
    tokens: Tokens<'a>,
    line: Vec<Token>,
    /// The token that is looked at next.
    at: usize,
    /// The token after the last phrase.
    floor: usize,
}

impl Iterator for Phrases<'_> {
    type Item = Phrase;

    fn next(&mut self) -> Option<Phrase> {
        loop {
            while let Some(n_skipped) =
                self.line.get(self.at..).and_then(|rest| rest.iter().position(|token| token.begins_phrase))
            {
                self.at += n_skipped;
                if let Some(found) = phrase(&self.line, self.at, self.floor) {
                    // Always onwards, even where a phrase ends with the token that it was found by.
                    self.at = found.end.max(self.at + 1);
                    self.floor = self.at;
                    return Some(found);
                }
                self.at += 1;
            }
            (self.at, self.floor) = (0, 0);
            if !self.tokens.next_line(&mut self.line) {
                return None;
            }
        }
    }
}

/// The number phrase whose number begins with token `at`; what limits it may
/// stand before, but not before token `floor`.
fn phrase(tokens: &[Token], at: usize, floor: usize) -> Option<Phrase> {
    let token = tokens.get(at)?;
    // Fixed phrases first: "a number of" begins with what begins "a woman", too.
    if let Some(found) = fixed(tokens, at, floor) {
        return Some(found);
    }
    match token.word {
        Word::No | Word::Not => none(tokens, at),
        Word::Many => many(tokens, at),
        Word::A if let Some((n_people, end)) = one_or_couple(tokens, at) => people(tokens, at, n_people, end),
        Word::Noun(unit, _) => told_singly(tokens, at, floor, unit),
        Word::A
        | Word::Digits(_)
        | Word::Cardinal(_)
        | Word::Scale(_)
        | Word::TwoOrScale(_)
        | Word::Plural(..)
        | Word::Few { .. }
        | Word::Half => number(tokens, at, floor),
        _ => None,
    }
}
