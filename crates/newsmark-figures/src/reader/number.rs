//! The phrase of a number in digits or words, and all around it.

use crate::{Convention, Qualifier, Unit};

use super::amount::{Amount, Size, amount};
use super::collective::{members, of_collective};
use super::kin::with_kin;
use super::lexicon::{ListLanguage, Particle};
use super::line::Line;
use super::not_a_quantity::{Place, is_currency_sign, not_a_quantity};
use super::noun::{Counted, counted};
use super::phrase::{Phrase, span};
use super::pronoun::is_pronoun;
use super::qualifier::{Before, Opening, after, before, limited, stronger};
use super::range::{Range, range};
use super::reading::{Reading, ShareOf};
use super::share::whole_of;
use super::unread::{NotAQuantity, Unread};
use super::verb::follows_harm;
use super::word::Word;

/// A number and all around it.
pub(super) fn number(line: Line<'_>, at: usize, floor: usize) -> Option<Phrase> {
    // Most of "a" begins no number.
    if line.word(at) == Word::A {
        amount(line, at, false)?;
    }
    let mut before = before(line, at, floor);
    // "between 5 and 7": the "and" parts the two numbers.
    let is_joined = before.opens != Some(Opening::Between);
    let first_amount = amount(line, at, is_joined)?;
    if is_negative(line, at) {
        let counted = counted(line, first_amount.end, true);
        let words = span(line, at - 1, counted.end)?;
        return Some(Phrase { at: words, end: counted.end, read: Err(Unread::Negative) });
    }
    let range = range(line, first_amount, before.opens);
    // "from 12 villages": no second number came, so the word opens nothing.
    if before.opens.is_some() && range.is_none() {
        before = Before::none(at);
    }
    // Not joined within "between" for nothing.
    let amount = if range.is_none() && !is_joined { amount(line, at, true)? } else { first_amount };
    let mut end = range.map_or(amount.end, |range| range.end);
    let mut qualifier = before.qualifier;
    if let Some((limit, after)) = after(line, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let members = members(line, end);
    let counted = members.unwrap_or_else(|| counted(line, end, amount.size != Size::Exact(1)));
    let is_limited = matches!(
        qualifier,
        Some(Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly)
    );
    // Last, as it asks what limits the number and what it counts.
    let second = range.map(|range| range.high);
    let place = Place { line, amount, end, second, counted, is_limited, first: before.first };
    let kind = if members.is_some() { None } else { not_a_quantity(&place) };
    // Of pronouns only "one in five" says more than that it is one.
    if range.is_none() && kind != Some(NotAQuantity::Share) && is_pronoun(line, amount, counted, qualifier.is_some()) {
        return None;
    }
    let first = with_currency(line, before.first);
    if let Some(kind) = kind {
        let end = match kind {
            NotAQuantity::Code => code_end(line, counted.end),
            NotAQuantity::Share => rate_end(line, end).unwrap_or(counted.end),
            // "nineteen eighty-four"
            NotAQuantity::Year if line.word(end).is_number() => number_end(line, end).unwrap_or(end),
            _ => counted.end,
        };
        return Some(Phrase { at: span(line, first, end)?, end, read: Err(Unread::NotAQuantity(kind)) });
    }
    finished(line, Parts { first, amount, range, end, counted, qualifier, is_sure: before.is_sure }, floor)
}

/// The token after all the digits of a code or a phone number.
fn code_end(line: Line<'_>, end: usize) -> usize {
    let is_digits = |at: usize| matches!(line.word(at), Word::Digits(_));
    let is_mark = |at: usize| matches!(line.word(at), Word::Mark('-' | '.' | '/'));
    let mut at = end;
    loop {
        match (is_digits(at), is_mark(at) && is_digits(at + 1)) {
            (true, _) => at += 1,
            (_, true) => at += 2,
            _ => return at,
        }
    }
}

/// The token after the second number of "one in five", whose first ends before token `end`.
fn rate_end(line: Line<'_>, end: usize) -> Option<usize> {
    let (_, second) = line.phrase_from(end)?;
    number_end(line, second)
}

/// The token after the number that begins with token `at`.
fn number_end(line: Line<'_>, at: usize) -> Option<usize> {
    amount(line, at, true).map(|number| number.end)
}

/// What a number phrase has been found to consist of.
struct Parts {
    first: usize,
    amount: Amount,
    range: Option<Range>,
    /// The token after the number and what limits it.
    end: usize,
    counted: Counted,
    qualifier: Option<Qualifier>,
    is_sure: bool,
}

fn finished(line: Line<'_>, parts: Parts, floor: usize) -> Option<Phrase> {
    let Parts { mut first, amount, range, mut end, mut counted, mut qualifier, is_sure } = parts;
    let mut is_whole = !matches!(counted.unit, Unit::Person | Unit::Unspecified);
    if let Some((limit, after)) = after(line, counted.end).filter(|_| counted.end > end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        counted.end = after;
        is_whole = true;
    }
    match of_collective(line, first, counted, floor) {
        Some(Err(children)) => {
            let at = span(line, first, counted.end)?;
            return Some(Phrase { at, end: counted.end, read: Err(Unread::NotAQuantity(children)) });
        }
        Some(Ok(collective)) => (first, counted.unit) = (collective, Unit::Person),
        None => {}
    }
    let mut added = None;
    if let (Some(value), Unit::Person, None) = (amount.value(), counted.unit, range)
        && let Some((n_kin, after)) = with_kin(line, counted.end, counted.sort)
    {
        added = Some((value, n_kin));
        counted.end = after;
        is_whole = true;
    }
    let whole = whole_of(line, end, amount.value());
    if let Some(whole) = &whole
        && counted.unit == Unit::Unspecified
    {
        counted.unit = whole.unit;
    }
    if counted.unit == Unit::Unspecified && counted.end == end && follows_harm(line, first) {
        counted.unit = Unit::Person;
    }
    let phrase = span(line, first, counted.end)?;
    let at = span(line, first, if is_whole { counted.end } else { end })?;
    let unit = counted.unit;
    end = counted.end;
    let is_known = has_words(line);
    // "In 2016 people fled" counts people or tells a year.
    let is_year_like = amount.is_plain && amount.value().is_some_and(|value| (1_900..2_100).contains(&value));
    let follows_in = first.checked_sub(1).is_some_and(|at| line.is(at, &[Particle::In, Particle::Since, Particle::By]));
    let is_sure =
        is_sure && !(is_year_like && (follows_in || counted.unit == Unit::Unspecified && qualifier.is_none()));
    let is_sure = is_sure && amount.is_sure && counted.is_sure && range.is_none_or(|range| range.is_sure) && is_known;
    let read = read(line, at, amount, range, counted.unit, qualifier, added).map(|read| {
        let read = if is_known { read } else { unqualified(read) };
        let share = whole.map(|whole| ShareOf { ratio: percentage(unit, amount), ..whole.share });
        Reading { phrase: phrase.clone(), added, share, is_sure, ..read }
    });
    Some(Phrase { at: phrase, end, read })
}

/// A percentage as a ratio.
fn percentage(unit: Unit, amount: Amount) -> Option<(u64, u64)> {
    amount.value().filter(|_| unit == Unit::Percent).map(|percent| (percent, 100))
}

/// Whether the language's words are known, so that a number without any of them is just itself.
fn has_words(line: Line<'_>) -> bool {
    [ListLanguage::English, ListLanguage::German, ListLanguage::French, ListLanguage::Spanish]
        .iter()
        .any(|language| line.lexicon.has(*language))
}

/// The number of a language whose words are not known: what limits it is not known, either.
fn unqualified(read: Reading) -> Reading {
    match read.qualifier {
        Qualifier::Exact => Reading { qualifier: Qualifier::Unspecified, low: None, high: None, ..read },
        _ => read,
    }
}

fn read(
    line: Line<'_>,
    at: std::ops::Range<usize>,
    amount: Amount,
    range: Option<Range>,
    unit: Unit,
    qualifier: Option<Qualifier>,
    added: Option<(u64, u64)>,
) -> Result<Reading, Unread> {
    let words = span(line, amount.first, amount.end).ok_or(Unread::NoNumber)?;
    match (range, amount.size) {
        (Some(Range { low, high, .. }), _) if low > high => Err(Unread::Reversed { from: low, to: high }),
        (Some(Range { low, high, .. }), _) => Ok(Reading {
            qualifier: Qualifier::Range,
            low: Some(low),
            high: Some(high),
            convention: Convention::Literal,
            ..Reading::none(at, unit)
        }),
        (None, Size::NotWhole { .. } | Size::Code) => Err(Unread::NotWhole),
        (None, Size::TooLarge) => Err(Unread::TooLarge),
        (None, Size::Exact(value)) => {
            let sum = value.checked_add(added.map_or(0, |(_, n_kin)| n_kin)).ok_or(Unread::TooLarge)?;
            limited(at, qualifier, Size::Exact(sum), unit, words).ok_or(Unread::NoNumber)
        }
        (None, size) => limited(at, qualifier, size, unit, words).ok_or(Unread::NoNumber),
    }
}

/// Whether a minus belongs to the digits of token `at`: "-5", "minus five".
fn is_negative(line: Line<'_>, at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).and_then(|before| line.get(before)) else { return false };
    let before = at.checked_sub(2).map_or(Word::Edge, |before| line.word(before));
    match mark.word {
        Word::Mark('-' | '−') => {
            let is_attached = line.is_attached(at);
            let is_number = matches!(before, Word::Digits(_) | Word::Cardinal(_));
            is_attached && (matches!(before, Word::Edge | Word::Mark('(')) || mark.spaced && !is_number)
        }
        _ => line.is(at - 1, &[Particle::Minus]),
    }
}

/// The token of the sign before a sum of money, else `first`.
fn with_currency(line: Line<'_>, first: usize) -> usize {
    first.checked_sub(1).filter(|at| is_currency_sign(line.word(*at))).unwrap_or(first)
}
