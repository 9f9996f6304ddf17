//! All number phrases of a text, by what each begins with.

use std::ops::Range;

use crate::wrapped_paragraphs;

use super::lexicon::{Lexicon, Particle};
use super::line::Line;
use super::number::number;
use super::people::{one_or_couple, people, told_by_noun, told_singly};
use super::phrase::Phrase;
use super::share::share;
use super::token::{Token, Tokens};
use super::unnumbered::{fixed, many, none};
use super::unread::{NotAQuantity, Unread};
use super::word::{Flag, Form, Noun, Word};

/// So many tokens at most are read from the beginning of a phrase on. The longest that people write, a number in words
/// with what it counts and a family told one by one, has about forty; the bound keeps the work for a text in proportion
/// to its length, whatever stands in it.
const REACH: usize = 96;

/// So many numbers, signs and joining words in a row, with no other word between, are a table or a code. The longest
/// number in words has about twenty, and a range of two of them forty.
const LONGEST_RUN: usize = 48;

/// Every number phrase of `text`, in order and disjoint, readable or not.
pub(super) fn phrases<'a>(text: &'a str, has_decimal_comma: bool, lexicon: &'a Lexicon) -> Phrases<'a> {
    Phrases {
        tokens: Tokens::new(text, has_decimal_comma, lexicon),
        paragraphs: Box::new(wrapped_paragraphs(text)),
        lexicon,
        line: Vec::new(),
        at: 0,
        floor: 0,
    }
}

/// The number phrases of a text, found one after the other.
pub(super) struct Phrases<'a> {
    tokens: Tokens<'a>,
    paragraphs: Box<dyn Iterator<Item = Range<usize>> + 'a>,
    lexicon: &'a Lexicon,
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
                if let Some(found) = self.phrase() {
                    // Always onwards, even where a phrase ends with the token that it was found by.
                    self.at = found.end.max(self.at + 1);
                    self.floor = self.at;
                    return Some(found);
                }
                self.at += 1;
            }
            (self.at, self.floor) = (0, 0);
            self.tokens.read(self.paragraphs.next()?, &mut self.line);
        }
    }
}

impl Phrases<'_> {
    /// The table or code whose first number is the token that is looked at, as one phrase that counts nothing.
    fn table(&self) -> Option<Phrase> {
        let rest = self.line.get(self.at..).filter(|rest| rest.len() >= LONGEST_RUN && rest[0].word.is_number())?;
        if !rest[..LONGEST_RUN].iter().all(is_of_table) {
            return None;
        }
        let n_tokens = rest.iter().position(|token| !is_of_table(token)).unwrap_or(rest.len());
        let (first, last) = (rest.first()?, rest.get(n_tokens - 1)?);
        let read = Err(Unread::NotAQuantity(NotAQuantity::Code));
        Some(Phrase { at: first.start..last.end, end: self.at + n_tokens, read })
    }

    /// The phrase that is found by the token that is looked at.
    fn phrase(&self) -> Option<Phrase> {
        if let Some(table) = self.table() {
            return Some(table);
        }
        let reach = (self.at + REACH).min(self.line.len());
        let line = Line { tokens: self.line.get(..reach)?, lexicon: self.lexicon };
        let found = phrase(line, self.at, self.floor)?;
        if found.end < reach || reach == self.line.len() {
            return Some(found);
        }
        // What fills the whole reach goes on beyond it: its number is not known, and no part of it is one.
        let rest = &self.line[reach..];
        let n_more = rest.iter().position(|token| !goes_on(token)).unwrap_or(rest.len());
        Some(Phrase { end: reach + n_more, read: Err(Unread::TooLarge), ..found })
    }
}

/// Whether a token may be of a table of numbers: a number, a sign, or a word that joins numbers.
fn is_of_table(token: &Token) -> bool {
    let word = token.word;
    let joins =
        matches!(word, Word::And | Word::To | Word::Or | Word::Of | Word::A | Word::Fraction { .. } | Word::Suffix(_));
    word.is_number() || joins || matches!(word, Word::Mark(_))
}

/// Whether a number that is too long to read may go on with the token.
fn goes_on(token: &Token) -> bool {
    let word = token.word;
    word.is_number() || word.is_hyphen() || word.is_person() || matches!(word, Word::And | Word::A | Word::Possessive)
}

/// The number phrase whose number begins with token `at`; what limits it may
/// stand before, but not before token `floor`.
fn phrase(line: Line<'_>, at: usize, floor: usize) -> Option<Phrase> {
    // Fixed phrases first: "a number of" begins with what begins "a woman", too.
    if line.has(at, Flag::BeginsFixedPhrase)
        && let Some(found) = fixed(line, at, floor)
    {
        return Some(found);
    }
    match line.word(at) {
        Word::No | Word::Not => none(line, at),
        Word::Many => many(line, at),
        Word::All => share(line, at, floor),
        Word::A if let Some(told) = one_or_couple(line, at) => people(line, told),
        Word::Both | Word::Noun(Noun { form: Form::Several(_), .. }) => people(line, told_by_noun(line, at, floor)?),
        Word::Few { .. } if line.is(at, &[Particle::Couple]) => match told_by_noun(line, at, floor) {
            Some(told) => people(line, told),
            None => number(line, at, floor),
        },
        Word::Noun(noun) => told_singly(line, at, floor, noun.unit),
        Word::A | Word::Fraction { .. } | Word::Cardinal(_) | Word::Digits(_) => {
            share(line, at, floor).or_else(|| number(line, at, floor))
        }
        Word::Scale(_)
        | Word::Dual(_)
        | Word::DualOrScale(_)
        | Word::Plural(..)
        | Word::About(_)
        | Word::Few { .. } => number(line, at, floor),
        _ => None,
    }
}
