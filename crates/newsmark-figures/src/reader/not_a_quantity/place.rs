//! A number and what stands beside it.

use crate::Unit;
use crate::reader::amount::Amount;
use crate::reader::lexicon::Particle;
use crate::reader::line::Line;
use crate::reader::noun::Counted;
use crate::reader::token::Token;
use crate::reader::word::{Flag, Word};

/// A number among the tokens of its line.
pub(crate) struct Place<'a> {
    pub line: Line<'a>,
    pub amount: Amount,
    /// The token after the number; after the second number of a range.
    pub end: usize,
    /// Of two numbers of a range the second.
    pub second: Option<u64>,
    pub counted: Counted,
    /// Whether a word limits it, as no year is limited: "at least 2000".
    pub is_limited: bool,
    /// The first token of what limits it, else of the number.
    pub first: usize,
}

impl Place<'_> {
    pub(super) fn before(&self, n_back: usize) -> Option<&Token> {
        self.amount.first.checked_sub(n_back).and_then(|at| self.line.get(at))
    }

    pub(super) fn after(&self, n_on: usize) -> Option<&Token> {
        self.line.get(self.end + n_on)
    }

    /// The word so many before the number, from 1 on.
    pub(super) fn word_before(&self, n_back: usize) -> Word {
        self.before(n_back).map_or(Word::Edge, |token| token.word)
    }

    pub(super) fn word_after(&self, n_on: usize) -> Word {
        self.after(n_on).map_or(Word::Edge, |token| token.word)
    }

    pub(super) fn is_before(&self, n_back: usize, particles: &[Particle]) -> bool {
        self.amount.first.checked_sub(n_back).is_some_and(|at| self.line.is(at, particles))
    }

    pub(super) fn is_after(&self, n_on: usize, particles: &[Particle]) -> bool {
        self.line.is(self.end + n_on, particles)
    }

    pub(super) fn has_before(&self, n_back: usize, flag: Flag) -> bool {
        self.before(n_back).is_some_and(|token| token.has(flag))
    }

    pub(super) fn has_after(&self, n_on: usize, flag: Flag) -> bool {
        self.after(n_on).is_some_and(|token| token.has(flag))
    }

    /// Whether what follows is written together with the number.
    pub(super) fn is_attached(&self) -> bool {
        self.line.is_attached(self.end)
    }

    /// Whether the number is written together with what stands before it, and that does not limit it.
    pub(super) fn follows_attached(&self) -> bool {
        self.amount.first > 0 && self.first == self.amount.first && self.line.is_attached(self.amount.first)
    }

    pub(super) fn is_in_digits(&self) -> bool {
        matches!(self.line.word(self.amount.first), Word::Digits(_))
    }

    pub(super) fn value(&self) -> Option<u64> {
        self.amount.value()
    }

    /// Whether it counts people, homes or a share.
    pub(super) fn counts(&self) -> bool {
        matches!(self.counted.unit, Unit::Person | Unit::Household | Unit::Dwelling | Unit::Percent)
    }

    /// Whether a verb in the plural follows, of which the number is the subject: "Orsa: 12 were killed".
    pub(super) fn is_subject(&self) -> bool {
        self.is_after(0, &[Particle::Were, Particle::Are, Particle::Have]) || self.word_after(0) == Word::PeopleVerb
    }
}
