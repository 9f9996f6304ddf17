//! Numbers that count nothing: dates, years, ages, times, money, names, codes, results.

mod age;
mod date;
mod money;
mod name;
mod order;
mod result;
mod time;
mod year;

pub(super) use money::is_currency_sign;

use crate::Unit;

use super::amount::Amount;
use super::lexicon::Particle;
use super::line::Line;
use super::noun::Counted;
use super::token::Token;
use super::unread::NotAQuantity;
use super::word::{Flag, Word};

/// A number among the tokens of its line.
pub(super) struct Place<'a> {
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

/// What the number is, if it counts nothing.
pub(super) fn not_a_quantity(place: &Place<'_>) -> Option<NotAQuantity> {
    // A number that stands alone has nothing beside it that could tell what it is.
    if place.first == 0 && place.end == place.line.len() {
        return name::code(place).or_else(|| result::score(place)).or_else(|| year::year(place));
    }
    let kinds: [fn(&Place<'_>) -> Option<NotAQuantity>; 10] = [
        // The surest first: a sign of money or a colon cannot mean anything else, while a bare number between 1900 and
        // 2100 is a year only if nothing else fits.
        money::money,
        order::order,
        time::time,
        age::age,
        date::date,
        name::name,
        result::score,
        result::rate,
        result::multiple,
        year::year,
    ];
    kinds.into_iter().find_map(|kind| kind(place))
}

impl Place<'_> {
    fn before(&self, n_back: usize) -> Option<&Token> {
        self.amount.first.checked_sub(n_back).and_then(|at| self.line.get(at))
    }

    fn after(&self, n_on: usize) -> Option<&Token> {
        self.line.get(self.end + n_on)
    }

    /// The word so many before the number, from 1 on.
    fn word_before(&self, n_back: usize) -> Word {
        self.before(n_back).map_or(Word::Edge, |token| token.word)
    }

    fn word_after(&self, n_on: usize) -> Word {
        self.after(n_on).map_or(Word::Edge, |token| token.word)
    }

    fn is_before(&self, n_back: usize, particles: &[Particle]) -> bool {
        self.amount.first.checked_sub(n_back).is_some_and(|at| self.line.is(at, particles))
    }

    fn is_after(&self, n_on: usize, particles: &[Particle]) -> bool {
        self.line.is(self.end + n_on, particles)
    }

    fn has_before(&self, n_back: usize, flag: Flag) -> bool {
        self.before(n_back).is_some_and(|token| token.has(flag))
    }

    fn has_after(&self, n_on: usize, flag: Flag) -> bool {
        self.after(n_on).is_some_and(|token| token.has(flag))
    }

    /// Whether what follows is written together with the number.
    fn is_attached(&self) -> bool {
        self.line.is_attached(self.end)
    }

    /// Whether the number is written together with what stands before it, and that does not limit it.
    fn follows_attached(&self) -> bool {
        self.amount.first > 0 && self.first == self.amount.first && self.line.is_attached(self.amount.first)
    }

    fn is_in_digits(&self) -> bool {
        matches!(self.line.word(self.amount.first), Word::Digits(_))
    }

    fn value(&self) -> Option<u64> {
        self.amount.value()
    }

    /// Whether it counts people, homes or a share.
    fn counts(&self) -> bool {
        matches!(self.counted.unit, Unit::Person | Unit::Household | Unit::Dwelling | Unit::Percent)
    }

    /// Whether a verb in the plural follows, of which the number is the subject: "Orsa: 12 were killed".
    fn is_subject(&self) -> bool {
        self.is_after(0, &[Particle::Were, Particle::Are, Particle::Have]) || self.word_after(0) == Word::PeopleVerb
    }
}
