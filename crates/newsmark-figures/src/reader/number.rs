//! The phrase of a number in digits or words, and all around it.

use crate::{Convention, Qualifier, Unit};

use super::amount::{Amount, Size, amount};
use super::kin::with_kin;
use super::lexicon::{LEXICON, Particle};
use super::not_a_quantity::{Place, not_a_quantity};
use super::noun::{Counted, counted};
use super::phrase::{Phrase, span};
use super::pronoun::is_pronoun;
use super::qualifier::{Before, Opening, after, before, limited, stronger};
use super::range::{Range, range};
use super::reading::Reading;
use super::token::Token;
use super::unread::{NotAQuantity, Unread};
use super::word::{Form, Meaning, Word};

/// A number and all around it.
pub(super) fn number(tokens: &[Token], at: usize, floor: usize) -> Option<Phrase> {
    // Most of "a" begins no number.
    if tokens.get(at)?.word == Word::A {
        amount(tokens, at, false)?;
    }
    let mut before = before(tokens, at, floor);
    // "between 5 and 7": the "and" parts the two numbers.
    let is_joined = before.opens != Some(Opening::Between);
    let first_amount = amount(tokens, at, is_joined)?;
    if is_negative(tokens, at) {
        let first = at - 1;
        let counted = counted(tokens, first_amount.end, true);
        let words = span(tokens, first, counted.end)?;
        return Some(Phrase { at: words, end: counted.end, read: Err(Unread::Negative) });
    }
    let range = range(tokens, first_amount, before.opens);
    // "from 12 villages": no second number came, so the word opens nothing.
    if before.opens.is_some() && range.is_none() {
        before = Before { first: at, qualifier: None, opens: None };
    }
    // Not joined within "between" for nothing.
    let amount = if range.is_none() && !is_joined { amount(tokens, at, true)? } else { first_amount };
    let mut end = range.map_or(amount.end, |range| range.end);
    let mut qualifier = before.qualifier;
    if let Some((limit, after)) = after(tokens, end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        end = after;
    }
    let counted = percent(tokens, end).unwrap_or_else(|| counted(tokens, end, amount.size != Size::Exact(1)));
    if range.is_none() && is_pronoun(tokens, amount, counted) {
        return None;
    }
    let is_limited = matches!(
        qualifier,
        Some(Qualifier::AtLeast | Qualifier::MoreThan | Qualifier::AtMost | Qualifier::LessThan | Qualifier::Nearly)
    );
    // Last, as it asks what limits the number and what it counts.
    let kind = not_a_quantity(&Place::new(tokens, amount, end, counted, is_limited));
    let first = with_currency(tokens, before.first);
    if let Some(kind) = kind {
        let end = if kind == NotAQuantity::Code { code_end(tokens, counted.end) } else { counted.end };
        let at = span(tokens, first, end)?;
        return Some(Phrase { at, end, read: Err(Unread::NotAQuantity(kind)) });
    }
    finished(tokens, Parts { first, amount, range, end, counted, qualifier }, floor)
}

/// The token after all the digits of a code or a phone number.
fn code_end(tokens: &[Token], end: usize) -> usize {
    let is_digits = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.word, Word::Digits(_)));
    let is_mark = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.word, Word::Mark('-' | '.' | '/')));
    let mut at = end;
    loop {
        match (is_digits(at), is_mark(at) && is_digits(at + 1)) {
            (true, _) => at += 1,
            (_, true) => at += 2,
            _ => return at,
        }
    }
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
}

fn finished(tokens: &[Token], parts: Parts, floor: usize) -> Option<Phrase> {
    let Parts { mut first, amount, range, mut end, mut counted, mut qualifier } = parts;
    let mut is_whole = !matches!(counted.unit, Unit::Person | Unit::Unspecified);
    if let Some((limit, after)) = after(tokens, counted.end).filter(|_| counted.end > end) {
        qualifier = stronger(Some(limit), qualifier.unwrap_or(Qualifier::Exact));
        counted.end = after;
        is_whole = true;
    }
    if let Some(family) = family(tokens, first, floor) {
        (first, counted.unit) = (family, Unit::Person);
    }
    let mut added = None;
    if let (Size::Exact(value), Unit::Person, None) = (amount.size, counted.unit, range)
        && let Some((n_kin, after)) = with_kin(tokens, counted.end)
    {
        added = Some((value, n_kin));
        counted.end = after;
        is_whole = true;
    }
    let whole = span(tokens, first, counted.end)?;
    if is_whole {
        end = counted.end;
    }
    let at = span(tokens, first, end)?;
    let words = span(tokens, amount.first, amount.end)?;
    let read = match (range, amount.size) {
        (Some(Range { low, high, .. }), _) if low > high => Err(Unread::Reversed { from: low, to: high }),
        (Some(Range { low, high, .. }), _) => Ok(Reading {
            qualifier: Qualifier::Range,
            low: Some(low),
            high: Some(high),
            convention: Convention::Literal,
            ..Reading::none(at, counted.unit)
        }),
        (None, Size::NotWhole { .. } | Size::Code) => Err(Unread::NotWhole),
        (None, Size::TooLarge) => Err(Unread::TooLarge),
        (None, Size::Exact(value)) => match value.checked_add(added.map_or(0, |(_, n_kin)| n_kin)) {
            Some(value) => {
                let qualifier = qualifier.unwrap_or(Qualifier::Exact);
                limited(at, qualifier, Size::Exact(value), counted.unit, words).ok_or(Unread::NoNumber)
            }
            None => Err(Unread::TooLarge),
        },
        (None, size) => {
            limited(at, qualifier.unwrap_or(Qualifier::Exact), size, counted.unit, words).ok_or(Unread::NoNumber)
        }
    };
    let read = read.map(|read| Reading { phrase: whole.clone(), added, ..read });
    Some(Phrase { at: whole, end: counted.end, read })
}

/// "50 per cent", "50 في المئة".
fn percent(tokens: &[Token], end: usize) -> Option<Counted> {
    let (Meaning::Percent, end) = LEXICON.phrase_from(tokens, end)? else { return None };
    Some(Counted { unit: Unit::Percent, end })
}

/// Whether a minus belongs to the digits of token `at`: "-5", "minus five".
fn is_negative(tokens: &[Token], at: usize) -> bool {
    let Some(mark) = at.checked_sub(1).map(|before| tokens[before]) else { return false };
    let before = at.checked_sub(2).map(|before| tokens[before].word);
    match mark.word {
        Word::Mark('-' | '−') => {
            let is_attached = !tokens[at].spaced;
            is_attached && matches!(before, None | Some(Word::Mark('(')))
                || (is_attached && mark.spaced && is_no_number(before))
        }
        _ => LEXICON.is(mark.id, Particle::Minus),
    }
}

fn is_no_number(word: Option<Word>) -> bool {
    !matches!(word, Some(Word::Digits(_) | Word::Cardinal(_)))
}

/// The first token of "a family of" before token `number`.
fn family(tokens: &[Token], number: usize, floor: usize) -> Option<usize> {
    let of = number.checked_sub(1).filter(|of| tokens[*of].word == Word::Of)?;
    let is_family = |at: usize| tokens[at].word == Word::Noun(Unit::Household, Form::Singular);
    // "أسرة مكونة من خمسة"
    let family = [1, 2].into_iter().filter_map(|back| of.checked_sub(back)).find(|at| is_family(*at))?;
    let article = [1, 2].into_iter().filter_map(|back| family.checked_sub(back)).find(|at| tokens[*at].word == Word::A);
    let first = article.unwrap_or(family);
    (first >= floor).then_some(first)
}

/// The token of the sign before a sum of money, else `first`.
fn with_currency(tokens: &[Token], first: usize) -> usize {
    let is_sign = |at: &usize| matches!(tokens[*at].word, Word::Mark('$' | '€' | '£' | '¥' | '₪'));
    first.checked_sub(1).filter(is_sign).unwrap_or(first)
}
