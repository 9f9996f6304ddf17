//! Parts of a whole: halves, quarters, two thirds.

use super::amount::{Amount, Size};
use super::lexicon::ListLanguage;
use super::line::Line;
use super::numeral::Numeral;
use super::word::Word;

/// So many parts of a whole cut into `denominator`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fraction {
    pub numerator: u64,
    pub denominator: u64,
    /// The token after it.
    pub end: usize,
}

impl Fraction {
    /// That part of `whole`; `None` where it is no whole number.
    pub(super) fn of(self, whole: u64) -> Option<u64> {
        part(whole, self.numerator, self.denominator)
    }
}

/// `numerator` parts of `whole` cut into `denominator`; `None` where that is no whole number of 64 bits.
pub(super) fn part(whole: u64, numerator: u64, denominator: u64) -> Option<u64> {
    let product = u128::from(whole).checked_mul(numerator.into())?;
    let is_whole = denominator > 0 && product.is_multiple_of(denominator.into());
    u64::try_from(product.checked_div(denominator.into())?).ok().filter(|_| is_whole)
}

/// The fraction that begins with token `at`: "half", "a quarter", "three-quarters", "2/3", "ثلاثة أرباع".
pub(super) fn fraction(line: Line<'_>, at: usize) -> Option<Fraction> {
    match line.word(at) {
        Word::Fraction { numerator, denominator } => {
            let is_mark = line.get(at).is_some_and(|token| !token.is_latin) || !line.is_in(at, ListLanguage::English);
            // "third of the 12" is a place in an order: English says "a third" or "one third".
            (is_mark || denominator == 2).then_some(Fraction {
                numerator: numerator.into(),
                denominator: denominator.into(),
                end: at + 1,
            })
        }
        Word::A => counted_parts(line, at + 1, 1),
        Word::Cardinal(n) if (1..20).contains(&n) => counted_parts(line, at + 1, n),
        Word::Digits(Numeral::Whole { value: numerator, is_grouped: false }) => {
            let Word::Digits(Numeral::Whole { value: denominator, is_grouped: false }) = line.word(at + 2) else {
                return None;
            };
            let is_sloped =
                matches!(line.word(at + 1), Word::Mark('/')) && line.is_attached(at + 1) && line.is_attached(at + 2);
            (is_sloped && numerator < denominator).then_some(Fraction { numerator, denominator, end: at + 3 })
        }
        _ => None,
    }
}

/// "quarters" after a number of them, and a hyphen between.
fn counted_parts(line: Line<'_>, at: usize, n_parts: u64) -> Option<Fraction> {
    let at = at + usize::from(line.is_joining_hyphen(at));
    let Word::Fraction { numerator, denominator } = line.word(at) else { return None };
    let numerator = n_parts.checked_mul(numerator.into())?;
    (numerator <= u64::from(denominator) || n_parts == 1).then_some(Fraction {
        numerator,
        denominator: denominator.into(),
        end: at + 1,
    })
}

/// A fraction of a scale that begins with token `first`: "half a million", "three-quarters of a million", "ربع مليون".
pub(super) fn fraction_of_scale(line: Line<'_>, first: usize) -> Option<Amount> {
    let fraction = any_fraction(line, first)?;
    let mut at = fraction.end + usize::from(line.is_joining_hyphen(fraction.end));
    let is_of = matches!(line.word(at), Word::Of);
    at += usize::from(is_of);
    let is_one = matches!(line.word(at), Word::A | Word::Cardinal(1));
    at += usize::from(is_one);
    let scale = match line.word(at) {
        Word::Scale(scale) => scale,
        // "anderthalb Millionen"
        Word::Plural(scale, _) if fraction.numerator > fraction.denominator => scale,
        _ => return None,
    };
    // "a third million" is the million after the second.
    let is_place = !matches!(fraction.denominator, 2 | 4) && line.is_in(fraction.end - 1, ListLanguage::English);
    if is_place && !is_of {
        return None;
    }
    let end = at + 1;
    let size = match fraction.of(scale) {
        Some(value) => Size::Exact(value),
        None => Size::NotWhole { digits: 1, places: 1 },
    };
    Some(Amount::new(first, end, size))
}

/// A fraction, also one in the singular without an article: "quarter of a million".
fn any_fraction(line: Line<'_>, at: usize) -> Option<Fraction> {
    let bare = || match line.word(at) {
        Word::Fraction { numerator, denominator } => {
            Some(Fraction { numerator: numerator.into(), denominator: denominator.into(), end: at + 1 })
        }
        _ => None,
    };
    fraction(line, at).or_else(bare)
}
