//! Shares of a whole: "half of the 60 students", "one in five residents", "all but two of the 40", "12 of the 40".

use crate::{Qualifier, Unit};

use super::amount::{Amount, amount};
use super::fraction::fraction;
use super::lexicon::ListLanguage;
use super::line::Line;
use super::noun::{after_determiners, counted};
use super::phrase::{Phrase, span};
use super::qualifier::before;
use super::reading::{Reading, ShareOf};
use super::word::{Meaning, Word};

/// A whole, where it is told.
pub(super) struct Whole {
    pub share: ShareOf,
    pub unit: Unit,
    /// The token after it.
    pub end: usize,
}

/// So many words may stand between "the" and the number of a whole: "two thirds of Karsa's estimated 900 residents".
const MOST_BETWEEN: usize = 4;

/// "One in 1,000" and rarer is a rate, as of a sickness; nobody works out how many residents that are.
const LEAST_OF_RATE: u64 = 1_000;

/// The share that begins with token `at`, without a number of its own: a fraction of a told whole, some of every so many
/// people, or all but some. What limits it may stand before, but not before token `floor`.
pub(super) fn share(line: Line<'_>, at: usize, floor: usize) -> Option<Phrase> {
    let (ratio, whole) = part_of_told(line, at).or_else(|| all_but(line, at)).or_else(|| in_every(line, at))?;
    let before = before(line, at, floor);
    let first = if before.opens.is_none() { before.first } else { at };
    let words = span(line, first, whole.end)?;
    let read = Reading {
        qualifier: before
            .qualifier
            .filter(|limit| before.opens.is_none() && *limit != Qualifier::Exact)
            .unwrap_or_default(),
        share: Some(ShareOf { ratio: Some(ratio), ..whole.share }),
        // What it comes to is for an editor to work out.
        is_sure: false,
        ..Reading::none(words.clone(), whole.unit)
    };
    Some(Phrase { at: words, end: whole.end, read: Ok(read) })
}

/// "half of the 60 students", "two-thirds of its 900 residents", "نصف الـ60 طالبا".
fn part_of_told(line: Line<'_>, at: usize) -> Option<((u64, u64), Whole)> {
    let fraction = fraction(line, at).filter(|fraction| fraction.numerator <= fraction.denominator)?;
    let of = fraction.end;
    let is_determined = |at: usize| matches!(line.word(at), Word::The | Word::Possessive | Word::Of);
    let is_articled = line.get(of).is_some_and(|token| token.the);
    if !is_determined(of) && !is_articled {
        return None;
    }
    let from = of + usize::from(matches!(line.word(of), Word::Of));
    // "un quart de million" is a number itself.
    if matches!(line.word(from), Word::Scale(_)) {
        return None;
    }
    let whole = told_whole(line, from)?;
    Some(((fraction.numerator, fraction.denominator), whole))
}

/// "all but two of the 40".
fn all_but(line: Line<'_>, at: usize) -> Option<((u64, u64), Whole)> {
    if !matches!(line.word(at), Word::All) {
        return None;
    }
    let (Meaning::Except, end) = line.phrase_from(at + 1)? else { return None };
    let left_out = amount(line, end, true)?;
    let n_left_out = left_out.value()?;
    if !matches!(line.word(left_out.end), Word::Of) {
        return None;
    }
    let whole = told_whole(line, left_out.end + 1)?;
    let n = whole.share.whole?;
    Some(((n.checked_sub(n_left_out)?, n), whole))
}

/// "one in five residents", "nine out of ten families".
fn in_every(line: Line<'_>, at: usize) -> Option<((u64, u64), Whole)> {
    // The part is one word, "one" or "9": asked for first, as a share is seldom one of these.
    let (meaning, end) = line.phrase_from(at + 1).filter(|_| line.is_spaced(at + 1))?;
    if !matches!(meaning, Meaning::InEvery | Meaning::OutOf) {
        return None;
    }
    let part = amount(line, at, false).filter(|part| part.end == at + 1)?;
    let numerator = part.value().filter(|value| *value > 0)?;
    let every = amount(line, end, true)?;
    let denominator = every.value().filter(|value| *value > numerator && *value < LEAST_OF_RATE)?;
    let counted = counted(line, every.end, true);
    if !is_rate(meaning, numerator, denominator)
        || !matches!(counted.unit, Unit::Person | Unit::Household | Unit::Dwelling)
    {
        return None;
    }
    let at = span(line, every.end, counted.end)?;
    let share = ShareOf { at, whole: None, ratio: None };
    Some(((numerator, denominator), Whole { share, unit: counted.unit, end: counted.end }))
}

/// Whether two numbers with "in" or "out of" between them are a rate: "two in five homes" but "12 in 40 homes", "nine out
/// of ten" but "12 out of 40 passengers", who are twelve.
pub(super) fn is_rate(between: Meaning, numerator: u64, denominator: u64) -> bool {
    match between {
        Meaning::InEvery => numerator < 10,
        Meaning::OutOf => denominator <= 10 || matches!(denominator, 100 | 1_000 | 10_000 | 100_000 | 1_000_000),
        _ => false,
    }
}

/// The whole that a count, whose number and what limits it end before token `end`, is of: "12 of the 40 passengers",
/// "60% of its 900 residents", "12 out of 40".
pub(super) fn whole_of(line: Line<'_>, end: usize, value: Option<u64>) -> Option<Whole> {
    let end = match line.word(end) {
        Word::Mark('%' | '٪' | '﹪' | '％') => end + 1,
        _ => match line.phrase_from(end) {
            Some((Meaning::Percent, end)) => end,
            _ => end,
        },
    };
    let from = match line.phrase_from(end) {
        Some((Meaning::OutOf, end)) => end,
        _ if matches!(line.word(end), Word::Of) => end + 1,
        // "14 der 60 Passagiere"
        _ if matches!(line.word(end), Word::The) && line.is_in(end, ListLanguage::German) => end,
        _ => return None,
    };
    let whole = told_whole(line, from)?;
    // Five of three are no part.
    let is_part = value.zip(whole.share.whole).is_none_or(|(part, whole)| part <= whole);
    is_part.then_some(whole)
}

/// The whole that is told from token `from` on: "the 60 students", "Karsa's 900 residents", "40".
fn told_whole(line: Line<'_>, from: usize) -> Option<Whole> {
    let from = after_determiners(line, from);
    let number = (from..=from + MOST_BETWEEN).take_while(|at| *at == from || describes_whole(line, at - 1));
    let number: Amount = number.filter(|at| line.word(*at).is_number()).find_map(|at| amount(line, at, true))?;
    let n = number.value().filter(|n| *n > 0)?;
    let counted = counted(line, number.end, n != 1);
    let at = span(line, number.first, counted.end)?;
    Some(Whole { share: ShareOf { at, whole: Some(n), ratio: None }, unit: counted.unit, end: counted.end })
}

/// Whether token `at` may stand between "of" and the number of a whole: an owner, or what describes or limits it.
fn describes_whole(line: Line<'_>, at: usize) -> bool {
    let Some(token) = line.get(at) else { return false };
    match token.word {
        Word::Unknown | Word::Noun(_) => token.is_capital,
        Word::Adjective | Word::The | Word::Possessive => true,
        Word::Mark('\'' | '’') => !token.spaced,
        Word::Suffix(_) => !token.spaced,
        Word::Function => line.phrase_before(at + 1, at).is_some(),
        _ => false,
    }
}
