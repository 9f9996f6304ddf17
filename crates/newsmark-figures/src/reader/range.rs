//! Two numbers, and what lies between them.

use super::amount::{Amount, Size, after_and, amount};
use super::qualifier::Opening;
use super::token::Token;
use super::word::Word;

/// From one number to another; reversed where `low` is above `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Range {
    pub low: u64,
    pub high: u64,
    /// The token after the second number.
    pub end: usize,
}

/// The range that begins with `first`, if a second number follows: "between
/// 5 and 7", "40 to 50", "two or three", "12–15".
pub(super) fn range(tokens: &[Token], first: Amount, opens: Option<Opening>) -> Option<Range> {
    let second = second(tokens, first, opens)?;
    let Size::Exact(high) = second.size else { return None };
    // "two to three million": the scale is of both.
    let (digits, parts, alone) = match first.size {
        Size::Exact(value) => (value, 1, Some(value)),
        Size::NotWhole { digits, places } => (digits, 10u64.checked_pow(places)?, None),
        _ => return None,
    };
    // "1.5 to 2 million": the fraction becomes whole only through the scale of the second number.
    let product = digits.checked_mul(second.scale).filter(|product| first.scale == 1 && product % parts == 0);
    let shared = product.map(|product| product / parts).filter(|shared| *shared < high);
    Some(Range { low: shared.or(alone)?, high, end: second.end })
}

fn second(tokens: &[Token], first: Amount, opens: Option<Opening>) -> Option<Amount> {
    let at = first.end;
    let token = tokens.get(at)?;
    let begins = |at: usize| amount(tokens, at, true).filter(|second| tokens[second.first].word != Word::A);
    if opens == Some(Opening::Between) {
        return begins(after_and(tokens, at)?);
    }
    match token.word {
        Word::To if opens != Some(Opening::Change) => begins(at + 1),
        // "from 5 or 6 villages" opens no range with "or".
        Word::Or if opens.is_none() => begins(at + 1),
        Word::Mark('-' | '–' | '‑' | '−' | '—') => {
            let next = tokens.get(at + 1)?;
            // "12 -15" is twelve and a negative number, or a list.
            let is_dash = token.spaced == next.spaced;
            let is_digits = matches!(next.word, Word::Digits(_)) || !token.spaced;
            begins(at + 1).filter(|_| is_dash && is_digits)
        }
        _ => None,
    }
}
