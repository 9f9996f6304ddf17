//! Two numbers, and what lies between them.

use super::amount::{Amount, Size, after_and, amount};
use super::line::Line;
use super::not_a_quantity::is_currency_sign;
use super::numeral::Numeral;
use super::qualifier::Opening;
use super::word::{Meaning, Word};

/// From one number to another; reversed where `low` is above `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub low: u64,
    pub high: u64,
    /// The token after the second number.
    pub end: usize,
    /// Whether the words can hardly mean another range.
    pub is_sure: bool,
}

/// The range that begins with `first`, if a second number follows: "between
/// 5 and 7", "40 to 50", "two or three", "12–15".
pub(super) fn range(line: Line<'_>, first: Amount, opens: Option<Opening>) -> Option<Range> {
    let second = second(line, first, opens)?;
    let high = second.value()?;
    // "two to three million": the scale is of both.
    let (digits, parts, alone) = match first.size {
        Size::Exact(value) => (value, 1, Some(value)),
        Size::NotWhole { digits, places } => (digits, 10u64.checked_pow(places)?, None),
        _ => return None,
    };
    // "1.5 to 2 million": the fraction becomes whole only through the scale of the second number.
    let product = digits.checked_mul(second.scale).filter(|product| first.scale == 1 && product % parts == 0);
    let scaled = product.map(|product| product / parts).filter(|scaled| *scaled < high);
    let zeros = || shared_zeros(line, first, second);
    let is_sure = first.is_sure && second.is_sure;
    let (low, is_sure) = match scaled.filter(|_| second.scale > 1) {
        Some(scaled) => (scaled, is_sure),
        None => match zeros() {
            // Between a hyphen nobody reads "10-15,000" otherwise; "from 30 to 40,000" may be meant as it stands.
            Some(low) => (low, is_sure && line.word(first.end).is_hyphen()),
            None => (alone?, is_sure),
        },
    };
    // "$2.5 million to 300 families": who gets it counts, and the money is no range.
    if low > high && first.first.checked_sub(1).is_some_and(|before| is_currency_sign(line.word(before))) {
        return None;
    }
    Some(Range { low, high, end: second.end, is_sure })
}

/// The first of two numbers that share the thousands of the second: "10-15,000", "5 to 6,000".
fn shared_zeros(line: Line<'_>, first: Amount, second: Amount) -> Option<u64> {
    let is_grouped = matches!(line.word(second.first), Word::Digits(Numeral::Whole { is_grouped: true, .. }));
    let is_plain = matches!(line.word(first.first), Word::Digits(Numeral::Whole { is_grouped: false, .. }));
    let (low, high) = (first.value()?, second.value()?);
    // As many thousands, and no more than ten times fewer: "5 to 600,000" is as likely to be five.
    let is_shared =
        is_grouped && is_plain && low > 0 && first.is_plain && second.scale == 1 && high.is_multiple_of(1_000);
    let thousands = high / 1_000;
    (is_shared && low < thousands && thousands <= low.saturating_mul(10)).then(|| low.checked_mul(1_000)).flatten()
}

fn second(line: Line<'_>, first: Amount, opens: Option<Opening>) -> Option<Amount> {
    let at = first.end;
    let token = line.get(at)?;
    let number = |at: usize| amount(line, at, true).filter(|second| !matches!(line.word(second.first), Word::A));
    // "from 12 to as many as 15": what limits the second number says no more than that it is the higher one.
    let begins = |at: usize| number(at).or_else(|| number(after_limit(line, at)?));
    if opens == Some(Opening::Between) {
        // "between 20 to 40" is not good English, but common, and good Persian.
        return begins(after_and(line, at).or_else(|| (matches!(token.word, Word::To)).then_some(at + 1))?);
    }
    match token.word {
        Word::To if opens != Some(Opening::Change) => begins(at + 1),
        // "from 5 or 6 villages" opens no range with "or".
        Word::Or if opens.is_none() => begins(at + 1),
        Word::Mark('-' | '–' | '‑' | '−' | '—') => {
            let next = line.get(at + 1)?;
            // "12 -15" is twelve and a negative number, or a list.
            let is_dash = token.spaced == next.spaced;
            let is_digits = matches!(next.word, Word::Digits(_)) || !token.spaced;
            begins(at + 1).filter(|_| is_dash && is_digits)
        }
        _ => None,
    }
}

/// So many words has what limits a number at most: "up to as many as".
const LONGEST_LIMIT: usize = 5;

/// The token after what limits a number, where it stands at token `at`.
fn after_limit(line: Line<'_>, at: usize) -> Option<usize> {
    let ends = (at + 1..=at + LONGEST_LIMIT).filter(|end| line.word(*end).is_number());
    let is_limit =
        |end: &usize| matches!(line.phrase_before(*end, at), Some((Meaning::Before { .. }, first)) if first == at);
    ends.into_iter().find(is_limit)
}
