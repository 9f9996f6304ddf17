//! Numbers in digits, with the scale after them.

use super::amount::{Amount, Size, after_and, amount};
use super::fraction::fraction;
use super::lexicon::Particle;
use super::line::Line;
use super::numeral::Numeral;
use super::word::{Flag, Suffix, Word};

/// "46", "1.2 million", "1.5million", "30K", "5 آلاف".
pub(super) fn digits(line: Line<'_>, first: usize, numeral: Numeral, is_joined: bool) -> Amount {
    let mut amount = Amount { is_plain: true, ..Amount::new(first, first + 1, Size::Code) };
    let (mantissa, places) = match numeral {
        Numeral::Whole { value, is_grouped } => {
            amount.is_plain = !is_grouped;
            (value, 0)
        }
        Numeral::Decimal { digits, places, is_foreign } => {
            amount.is_sure = !is_foreign;
            (digits, places)
        }
        Numeral::TooLarge => return Amount { size: Size::TooLarge, ..amount },
        Numeral::Code => {
            let is_scale = |at: &usize| matches!(line.word(*at), Word::Scale(_) | Word::Plural(..));
            let n_scales = (first + 1..line.len()).take_while(is_scale).count();
            return Amount { end: first + 1 + n_scales, ..amount };
        }
    };
    let mut scale: u128 = 1;
    // "2.6-million"
    let has_hyphen = line.is_joining_hyphen(amount.end) && matches!(line.word(amount.end + 1), Word::Scale(100..));
    amount.end += usize::from(has_hyphen);
    while let Some(token) = line.get(amount.end) {
        scale = match token.word {
            // Only what is written together with the digits is an abbreviation.
            Word::Suffix(Suffix::Times(times)) if !token.spaced && scale == 1 && !is_metres(line, first) => {
                // "5m" alone is as often a length or a time.
                let is_counting =
                    matches!(line.word(amount.end + 1), Word::Noun(_) | Word::Adjective | Word::PeopleAdjective);
                amount.is_sure &= is_counting || !line.is(amount.end, &[Particle::M]);
                times.into()
            }
            Word::Scale(times) | Word::DualOrScale(times) | Word::Plural(times, _) if !token.the && times != 20 => {
                scale.saturating_mul(times.into())
            }
            _ => break,
        };
        amount.end += 1;
    }
    amount.is_plain &= scale == 1;
    amount.scale = u64::try_from(scale).unwrap_or(u64::MAX);
    let shifted = u128::from(mantissa).checked_mul(scale);
    amount.size = match 10u128.checked_pow(places) {
        Some(1) => Size::of(shifted),
        // "1.2 million" is whole, "1.2" and "1.2345678 million" are not.
        Some(parts) if shifted.is_some_and(|shifted| shifted % parts == 0) && scale > 1 => {
            Size::of(shifted.map(|shifted| shifted / parts))
        }
        _ => Size::NotWhole { digits: mantissa, places },
    };
    if is_joined && scale >= 100 { joined(line, amount) } else { amount }
}

/// Whether the "m" after the digits of token `at` is of metres: "a wall 5m high", "the 100m sprint".
fn is_metres(line: Line<'_>, at: usize) -> bool {
    let after = at + 2 + usize::from(line.word(at + 2).is_hyphen());
    let is_sloped = matches!(line.word(at + 2), Word::Mark('/'));
    line.is(at + 1, &[Particle::M]) && (line.has(after, Flag::Height) || is_sloped)
}

/// "30 ألفا و500", "2 million and 300,000", "3 ملايين ونصف": each part smaller than the scale of the one before.
fn joined(line: Line<'_>, amount: Amount) -> Amount {
    let mut joined = amount;
    while let (Some(value), Some(rest)) = (joined.value(), after_and(line, joined.end)) {
        let added = match line.word(rest) {
            Word::Fraction { .. } | Word::A => part_of_scale(line, rest, joined.scale),
            // Not joined itself: what would join it is looked for in the next round.
            Word::Digits(_) => amount_below(line, rest, false, joined),
            Word::Cardinal(_) | Word::Scale(_) | Word::Dual(_) | Word::DualOrScale(_) => {
                amount_below(line, rest, true, joined)
            }
            _ => None,
        };
        let Some((more, scale, end)) = added.filter(|_| value.is_multiple_of(joined.scale)) else { break };
        let size = Size::of(Some(u128::from(value) + u128::from(more)));
        joined = Amount { end, size, scale, ..joined };
        if scale < 100 {
            break;
        }
    }
    // A scale is shared with a number before only where nothing follows it.
    if joined.end > amount.end { Amount { scale: 1, ..joined } } else { joined }
}

/// A half or a quarter of the scale before it: "ونصف", "and a half".
fn part_of_scale(line: Line<'_>, at: usize, scale: u64) -> Option<(u64, u64, usize)> {
    let fraction = fraction(line, at)?;
    // "3 million and half the town" adds nothing.
    let is_over = !line.word(fraction.end).is_number() && !matches!(line.word(fraction.end), Word::The | Word::Of);
    Some((fraction.of(scale)?, 1, fraction.end)).filter(|_| is_over)
}

/// The number at `at`, its scale and its end, where it is smaller than the scale of the one before:
/// "2 million and 300,000" is one number, "2 million and 3 million" are two.
fn amount_below(line: Line<'_>, at: usize, is_joined: bool, before: Amount) -> Option<(u64, u64, usize)> {
    let part = amount(line, at, is_joined)?;
    let value = part.value().filter(|value| *value < before.scale)?;
    Some((value, part.scale, part.end))
}
