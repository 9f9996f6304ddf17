//! One number, in digits or words, without what limits it.

use crate::Convention;

use super::numeral::Numeral;
use super::token::Token;
use super::word::{Suffix, Word};

/// A number and where it stands, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub first: usize,
    /// The token after it.
    pub end: usize,
    pub size: Size,
    /// The scale that ends it, which a number before it may share: "two to three million"; else 1.
    pub scale: u64,
    /// Whether a year, a day or a code could look like it: plain digits and nothing else.
    pub is_plain: bool,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Exact(u64),
    /// At least so many, as a convention has it.
    Vague(u64, Convention),
    TooLarge,
    /// So many digits, the last `places` of them a fraction.
    NotWhole {
        digits: u64,
        places: u32,
    },
    /// Digits that are no number.
    Code,
}

impl Size {
    fn of(value: Option<u128>) -> Size {
        value.and_then(|value| u64::try_from(value).ok()).map_or(Size::TooLarge, Size::Exact)
    }
}

/// The number that begins with token `first`. `is_joined`: whether "and" may
/// join its parts, as it does not within "between".
pub(super) fn amount(tokens: &[Token], first: usize, is_joined: bool) -> Option<Amount> {
    let after_article = match tokens.get(first)?.word {
        Word::A => first + 1,
        _ => first,
    };
    let token = tokens.get(after_article)?;
    let has_article = after_article > first;
    match token.word {
        Word::Half => half(tokens, first, after_article),
        Word::Few { alone, of_scale, is_articled } if has_article || !is_articled => {
            Some(few(tokens, first, after_article, alone, of_scale))
        }
        Word::Plural(size, convention) if !has_article => Some(plural(tokens, first, size, convention)),
        // "score" without "a" is a goal or a film's music.
        Word::Scale(20) if !has_article => None,
        Word::Scale(_) | Word::TwoOrScale(_) => spelled(tokens, first, after_article, is_joined),
        Word::Cardinal(_) if !has_article => spelled(tokens, first, first, is_joined),
        // "a 12-year-old": an article before digits describes something else.
        Word::Digits(numeral) if !has_article => Some(digits(tokens, first, numeral, is_joined)),
        _ => None,
    }
}

/// "half a million", "half a dozen", "half-million", "نصف مليون".
fn half(tokens: &[Token], first: usize, half: usize) -> Option<Amount> {
    let mut at = half + 1;
    if matches!(tokens.get(at)?.word, Word::A | Word::Mark('-')) {
        at += 1;
    }
    let Word::Scale(scale) = tokens.get(at)?.word else { return None };
    Some(Amount { first, end: at + 1, size: Size::Exact(scale / 2), scale: 1, is_plain: false })
}

/// "several", "a few hundred", "a couple of dozen", "بضع مئات".
fn few(tokens: &[Token], first: usize, few: usize, alone: u64, of_scale: u64) -> Amount {
    // "a couple of hundred" and "a few hundred".
    let of = |at: usize| tokens.get(at).is_some_and(|token| token.word == Word::Of);
    let at = if of(few + 1) { few + 2 } else { few + 1 };
    let vague = |end, value| {
        let size = Size::Vague(value, Convention::Dictionary);
        Amount { first, end, size, scale: 1, is_plain: false }
    };
    let mut end = at;
    let mut scale: Option<u64> = None;
    while let Some(Word::Scale(next) | Word::Plural(next, _)) = tokens.get(end).map(|token| token.word) {
        scale = scale.unwrap_or(1).checked_mul(next);
        end += 1;
    }
    match scale.and_then(|scale| scale.checked_mul(of_scale)) {
        Some(value) => vague(end, value),
        None => vague(few + 1, alone),
    }
}

/// "dozens", "tens of thousands", "عشرات الآلاف".
fn plural(tokens: &[Token], first: usize, size: u64, convention: Convention) -> Amount {
    let (mut end, mut value) = (first + 1, size);
    loop {
        let of = usize::from(tokens.get(end).is_some_and(|token| token.word == Word::Of));
        let Some(token) = tokens.get(end + of) else { break };
        // English says "of", Arabic the article.
        let is_next = of == 1 || token.the;
        let (Word::Plural(next, _) | Word::Scale(next), true) = (token.word, is_next && token.spaced) else { break };
        // "dozens of dozens" is not said; below a hundred the next word counts something.
        let (true, Some(product)) = (next >= 100, value.checked_mul(next)) else { break };
        (end, value) = (end + of + 1, product);
    }
    Amount { first, end, size: Size::Vague(value, convention), scale: 1, is_plain: false }
}

/// "46", "1.2 million", "30K", "5 آلاف".
fn digits(tokens: &[Token], first: usize, numeral: Numeral, is_joined: bool) -> Amount {
    let mut amount = Amount { first, end: first + 1, size: Size::Code, scale: 1, is_plain: true };
    let (mantissa, places) = match numeral {
        Numeral::Whole { value, is_grouped } => {
            amount.is_plain = !is_grouped;
            (value, 0)
        }
        Numeral::Decimal { digits, places } => (digits, places),
        Numeral::TooLarge => return Amount { size: Size::TooLarge, ..amount },
        Numeral::Code => return amount,
    };
    let mut scale: u128 = 1;
    while let Some(token) = tokens.get(amount.end) {
        // Only what is written together with the digits is an abbreviation.
        scale = match token.word {
            Word::Suffix(Suffix::Times(times)) if !token.spaced && scale == 1 => times.into(),
            Word::Scale(times) | Word::TwoOrScale(times) | Word::Plural(times, _)
                if token.spaced && !token.the && times != 20 =>
            {
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
    match amount.size {
        Size::Exact(value) if is_joined && scale >= 100 => joined_digits(tokens, amount, value),
        _ => amount,
    }
}

/// "30 ألفا و500", "2 million and 300,000", "3 ملايين ونصف".
fn joined_digits(tokens: &[Token], amount: Amount, value: u64) -> Amount {
    let Some(rest) = after_and(tokens, amount.end) else { return amount };
    match tokens.get(rest).map(|token| token.word) {
        Some(Word::Half) if tokens[rest].and => {
            Amount { end: rest + 1, size: Size::of(Some(u128::from(value) + u128::from(amount.scale / 2))), ..amount }
        }
        Some(Word::Digits(_) | Word::Cardinal(_) | Word::Scale(_)) => match self::amount(tokens, rest, true) {
            Some(Amount { size: Size::Exact(more), end, .. })
                // "2 million and 300,000" is one number, "2 million and 3 million" are two.
                if more < amount.scale && value.is_multiple_of(amount.scale) =>
            {
                Amount { end, size: Size::of(Some(u128::from(value) + u128::from(more))), scale: 1, ..amount }
            }
            _ => amount,
        },
        _ => amount,
    }
}

/// The token after "and"; an Arabic word that "and" is written together with is that token itself.
pub(super) fn after_and(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    match token.word {
        Word::And => Some(at + 1),
        _ => token.and.then_some(at),
    }
}

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
        Amount { first, end: self.end, size, scale: self.scale, is_plain: false }
    }
}

/// "twenty-one", "a hundred and five", "two and a half million", "خمسة وعشرون ألفا".
fn spelled(tokens: &[Token], first: usize, at: usize, is_joined: bool) -> Option<Amount> {
    let begun = Spelled { total: Some(0), group: 0, closed_by: u128::MAX, scale: 1, end: at };
    let mut number = step(tokens, begun, at, false)?;
    if number.total == Some(0) && number.group == 0 {
        return Some(number.amount(first));
    }
    // What stood before a group that may turn out to belong to another number.
    let mut before_group = number;
    loop {
        let next = next_part(tokens, number.end, is_joined);
        let Some((at, is_after_and)) = next else { break };
        if is_after_and && let Some(with_half) = and_half(tokens, number, at) {
            number = with_half;
            break;
        }
        let Some(further) = step(tokens, number, at, is_after_and) else { break };
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
fn next_part(tokens: &[Token], end: usize, is_joined: bool) -> Option<(usize, bool)> {
    let token = tokens.get(end)?;
    match token.word {
        Word::Mark('-' | '‑' | '–') if !token.spaced && !tokens.get(end + 1)?.spaced => Some((end + 1, false)),
        Word::And => is_joined.then_some((end + 1, true)),
        _ if token.and || is_and_eleven(tokens, end) => is_joined.then_some((end, true)),
        _ => token.spaced.then_some((end, false)),
    }
}

/// Whether "وأحد عشر", and eleven, stands here: without its hamza "وأحد" is "واحد", one.
fn is_and_eleven(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).filter(|token| !token.is_latin).map(|token| token.word);
    word(at) == Some(Word::Cardinal(1)) && word(at + 1) == Some(Word::Cardinal(10))
}

/// "two and a half million", "a million and a half", "ثلاثة ملايين ونصف".
fn and_half(tokens: &[Token], number: Spelled, at: usize) -> Option<Spelled> {
    let half = if tokens.get(at)?.word == Word::A { at + 1 } else { at };
    if tokens.get(half)?.word != Word::Half {
        return None;
    }
    if number.group == 0 && number.closed_by < u128::MAX {
        // "ونصف المليون"
        let repeated = tokens.get(half + 1).is_some_and(|token| token.the && matches!(token.word, Word::Scale(_)));
        let total = number.total.map(|total| total + number.closed_by / 2);
        return Some(Spelled { total, scale: 1, end: half + 1 + usize::from(repeated), ..number });
    }
    let Word::Scale(scale) = tokens.get(half + 1)?.word else { return None };
    let total = (number.group * u128::from(scale)).checked_add(u128::from(scale / 2));
    Some(Spelled { total, group: 0, scale: 1, end: half + 2, ..number })
}

/// The number with token `at` added; `None` where that is no part of it.
fn step(tokens: &[Token], number: Spelled, at: usize, is_after_and: bool) -> Option<Spelled> {
    let token = tokens.get(at)?;
    let is_first = number.end == at && number.closed_by == u128::MAX && number.group == 0;
    let next = match token.word {
        // "ألفان"; "ألفا" alone is two thousand too, after a number its scale.
        Word::Cardinal(value) if value >= 1_000 => two(number, value / 2, is_first)?,
        Word::TwoOrScale(scale) if is_first => two(number, scale, true)?,
        Word::Cardinal(value) => {
            let group = with_cardinal(number, value.into(), token.is_latin, is_first, is_after_and)?;
            Spelled { group, ..number }
        }
        Word::Scale(scale) | Word::Plural(scale, _) | Word::TwoOrScale(scale) => {
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
fn with_cardinal(number: Spelled, value: u128, is_latin: bool, is_first: bool, is_after_and: bool) -> Option<u128> {
    let (group, low) = (number.group, number.group % 100);
    let fits = match group {
        // Nought adds to nothing, and a group begins anew only behind a scale that closed the one before.
        0 => is_first || (value > 0 && number.closed_by < u128::MAX),
        // "two hundred five", "مئة وخمسة"
        _ if low == 0 => (1..100).contains(&value) && (is_after_and || is_latin),
        // "twenty-one"
        _ if is_latin => !is_after_and && low >= 20 && low % 10 == 0 && (1..=9).contains(&value),
        // ثلاثة عشر, خمسة وعشرون
        _ => low <= 9 && if is_after_and { (20..=90).contains(&value) } else { value == 10 },
    };
    fits.then_some(group + value)
}

/// The number with a scale, which multiplies what stands before it, or after "and" is added.
fn with_scale(number: Spelled, scale: u128, is_first: bool, is_added: bool) -> Option<Spelled> {
    let Spelled { total, group, closed_by, .. } = number;
    // Hundreds and dozens multiply within a group; thousands and more close it.
    let next = match (scale < 1_000, is_added) {
        _ if is_first && scale < 1_000 => Spelled { group: scale, scale: as_scale(scale), ..number },
        _ if is_first => Spelled { total: Some(scale), closed_by: scale, scale: as_scale(scale), ..number },
        (true, true) if scale == 100 && group == 0 => Spelled { group: 100, scale: 1, ..number },
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
