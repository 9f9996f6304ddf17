//! Numbers in words, as each language puts them together.

use super::amount::{Amount, Size};
use super::fraction::fraction;
use super::lexicon::ListLanguage;
use super::line::Line;
use super::word::Word;

/// A spelled number while it is read: `total` of closed thousands, `group` below.
#[derive(Clone, Copy)]
struct Spelled {
    total: Option<u128>,
    group: u128,
    /// The last scale of a thousand or more.
    closed_by: u128,
    scale: u64,
    end: usize,
}

impl Spelled {
    fn amount(self, first: usize) -> Amount {
        let size = Size::of(self.total.and_then(|total| total.checked_add(self.group)));
        Amount { scale: self.scale, ..Amount::new(first, self.end, size) }
    }
}

/// "twenty-one", "a hundred and five", "two and a half million", "خمسة وعشرون ألفا".
pub(super) fn spelled(line: Line<'_>, first: usize, at: usize, is_joined: bool) -> Option<Amount> {
    let begun = Spelled { total: Some(0), group: 0, closed_by: u128::MAX, scale: 1, end: at };
    let mut number = step(line, begun, at, false)?;
    if number.total == Some(0) && number.group == 0 {
        return Some(number.amount(first));
    }
    // What stood before a group that may turn out to belong to another number.
    let mut before_group = number;
    while let Some((at, is_after_and)) = next_part(line, number.end, is_joined) {
        if is_after_and && let Some(with_fraction) = and_fraction(line, number, at) {
            number = with_fraction;
            break;
        }
        let Some(further) = step(line, number, at, is_after_and) else { break };
        if number.group == 0 && further.group > 0 {
            before_group = number;
        }
        // "five thousand and three million" are two numbers.
        let is_closed_again = number.group > 0 && further.group == 0 && number.closed_by < u128::MAX;
        if is_closed_again && further.closed_by >= number.closed_by {
            return Some(before_group.amount(first));
        }
        number = further;
    }
    Some(number.amount(first))
}

/// The next word of a spelled number, and whether "and" stands before it.
fn next_part(line: Line<'_>, end: usize, is_joined: bool) -> Option<(usize, bool)> {
    let token = line.get(end)?;
    let is_hyphen = line.is_joining_hyphen(end);
    let at = end + usize::from(is_hyphen);
    match line.word(at) {
        // "two-and-a-half", "vingt-et-un"
        Word::And => is_joined.then_some((at + 1 + usize::from(line.is_joining_hyphen(at + 1)), true)),
        _ if is_hyphen => Some((at, false)),
        _ if token.and || is_and_eleven(line, end) => is_joined.then_some((end, true)),
        _ => token.spaced.then_some((end, false)),
    }
}

/// Whether "وأحد عشر", and eleven, stands here: without its hamza "وأحد" is "واحد", one.
fn is_and_eleven(line: Line<'_>, at: usize) -> bool {
    let is_arabic = line.is_in(at, ListLanguage::Arabic);
    is_arabic && matches!(line.word(at), Word::Cardinal(1)) && matches!(line.word(at + 1), Word::Cardinal(10))
}

/// "two and a half million", "a million and a quarter", "ثلاثة ملايين ونصف".
fn and_fraction(line: Line<'_>, number: Spelled, at: usize) -> Option<Spelled> {
    let fraction = fraction(line, at)?;
    if number.group == 0 && number.closed_by < u128::MAX {
        let scale = u64::try_from(number.closed_by).ok()?;
        // "ونصف المليون"
        let repeated = line.get(fraction.end).is_some_and(|token| token.the && matches!(token.word, Word::Scale(_)));
        // "a million and half the town" adds nothing, "un million et demi de personnes" does.
        let is_of_english =
            matches!(line.word(fraction.end), Word::Of) && line.is_in(fraction.end, ListLanguage::English);
        if matches!(line.word(fraction.end), Word::The) || is_of_english {
            return None;
        }
        let total = number.total.and_then(|total| total.checked_add(fraction.of(scale)?.into()));
        return Some(Spelled { total, scale: 1, end: fraction.end + usize::from(repeated), ..number });
    }
    let at = fraction.end + usize::from(line.is_joining_hyphen(fraction.end));
    let Word::Scale(scale) = line.word(at) else { return None };
    let total = (number.group * u128::from(scale)).checked_add(fraction.of(scale)?.into());
    Some(Spelled { total, group: 0, scale: 1, end: at + 1, ..number })
}

/// The number with token `at` added; `None` where that is no part of it.
fn step(line: Line<'_>, number: Spelled, at: usize, is_after_and: bool) -> Option<Spelled> {
    let token = line.get(at)?;
    let is_first = number.end == at && number.closed_by == u128::MAX && number.group == 0;
    let next = match token.word {
        // "ألفان"; "ألفا" alone is two thousand too, after a number its scale.
        Word::Dual(scale) => two(number, scale, is_first)?,
        Word::DualOrScale(scale) if is_first => two(number, scale, true)?,
        // German writes thousands together with what they are of.
        Word::Cardinal(value) if value >= 1_000 => {
            let fits = number.group == 0 && u128::from(value) < number.closed_by;
            let total = number.total.and_then(|total| total.checked_add(value.into()));
            fits.then_some(Spelled { total, closed_by: 1_000, ..number })?
        }
        Word::Cardinal(value) => {
            let group = with_cardinal(line, at, number, value.into(), is_first, is_after_and)?;
            // A group after a closed scale leaves no scale that a number before could share.
            let scale = if number.group == 0 && !is_first { 1 } else { number.scale };
            Spelled { group, scale, ..number }
        }
        Word::Scale(scale) | Word::Plural(scale, _) | Word::DualOrScale(scale) => {
            with_scale(number, scale.into(), is_first, is_after_and)?
        }
        _ => return None,
    };
    (is_first || !token.the).then_some(Spelled { end: at + 1, ..next })
}

/// The number with two of a scale, as an Arabic dual says it.
fn two(number: Spelled, scale: u64, is_first: bool) -> Option<Spelled> {
    let two = with_scale(number, 2 * u128::from(scale), is_first, true)?;
    Some(Spelled { closed_by: scale.into(), scale: 1, ..two })
}

/// The part below a thousand with `value`, itself below a thousand, added.
fn with_cardinal(
    line: Line<'_>,
    at: usize,
    number: Spelled,
    value: u128,
    is_first: bool,
    is_after_and: bool,
) -> Option<u128> {
    let (group, low) = (number.group, number.group % 100);
    if group == 0 {
        // Nought adds to nothing, and a group begins anew only behind a scale that closed the one before.
        return (is_first || (value > 0 && number.closed_by < u128::MAX)).then_some(value);
    }
    let is = |language| line.is_in(at, language);
    let is_one = (1..=9).contains(&value);
    let is_ten = low >= 20 && low % 10 == 0;
    let fits = if is(ListLanguage::English) {
        // "two hundred five", "twenty-one"
        if low == 0 { (1..100).contains(&value) } else { !is_after_and && is_ten && is_one }
    } else if is(ListLanguage::French) {
        if low == 4 && value == 20 {
            return Some(group - 4 + 80);
        }
        french(low, value)
    } else if is(ListLanguage::Spanish) {
        if low == 0 { (1..100).contains(&value) && !is_after_and } else { is_after_and && is_ten && is_one }
    } else if is(ListLanguage::Persian) {
        is_after_and && if low == 0 { (1..100).contains(&value) } else { is_ten && is_one }
    } else if is(ListLanguage::Arabic) {
        // مئة وخمسة, ثلاثة عشر, خمسة وعشرون
        match low {
            0 => is_after_and && (1..100).contains(&value),
            1..=9 => {
                if is_after_and {
                    (20..=90).contains(&value)
                } else {
                    value == 10
                }
            }
            _ => false,
        }
    } else {
        low == 0 && (1..100).contains(&value)
    };
    fits.then_some(group + value)
}

/// Whether `value` follows `low` in French: "vingt et un", "soixante-dix-sept", "quatre-vingt-onze".
fn french(low: u128, value: u128) -> bool {
    match low {
        0 => (1..100).contains(&value),
        10 => (7..=9).contains(&value),
        20 | 30 | 40 | 50 | 70 | 90 => (1..=9).contains(&value),
        60 | 80 => (1..=19).contains(&value),
        _ => false,
    }
}

/// The number with a scale, which multiplies what stands before it, or after "and" is added.
fn with_scale(number: Spelled, scale: u128, is_first: bool, is_added: bool) -> Option<Spelled> {
    let Spelled { total, group, closed_by, .. } = number;
    // Hundreds and dozens multiply within a group; thousands and more close it.
    let next = match (scale < 1_000, is_added) {
        _ if is_first && scale < 1_000 => Spelled { group: scale, scale: as_scale(scale), ..number },
        _ if is_first => Spelled { total: Some(scale), closed_by: scale, scale: as_scale(scale), ..number },
        (true, _) if scale == 100 && group == 0 => Spelled { group: 100, scale: 1, ..number },
        // "two dozen", "five hundred"
        (true, false) if (1..100).contains(&group) => {
            Spelled { group: group * scale, scale: if total == Some(0) { as_scale(scale) } else { 1 }, ..number }
        }
        (false, true) if group == 0 && scale < closed_by => {
            Spelled { total: total.and_then(|total| total.checked_add(scale)), closed_by: scale, scale: 1, ..number }
        }
        (false, false) if group > 0 => {
            let closed = group.checked_mul(scale)?;
            let is_whole = total == Some(0);
            let total = total.and_then(|total| total.checked_add(closed));
            Spelled { total, group: 0, closed_by: scale, scale: if is_whole { as_scale(scale) } else { 1 }, ..number }
        }
        // "a thousand billion", "ألف مليون"
        (false, false) => Spelled { total: total.and_then(|total| total.checked_mul(scale)), scale: 1, ..number },
        _ => return None,
    };
    Some(next)
}

fn as_scale(scale: u128) -> u64 {
    u64::try_from(scale).unwrap_or(1)
}
