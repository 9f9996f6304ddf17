//! One number, in digits or words, without what limits it.

use crate::Convention;

use super::digits::digits;
use super::fraction::fraction_of_scale;
use super::lexicon::{ListLanguage, Particle};
use super::line::Line;
use super::spelled::spelled;
use super::word::Word;

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
    /// Whether the words can hardly mean another number.
    pub is_sure: bool,
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    Exact(u64),
    /// At least so many, as a convention has it.
    Vague(u64, Convention),
    /// About so many, as the word itself says: French "dizaine".
    About(u64),
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
    pub(super) fn of(value: Option<u128>) -> Size {
        value.and_then(|value| u64::try_from(value).ok()).map_or(Size::TooLarge, Size::Exact)
    }
}

impl Amount {
    /// A number of words, which is nothing but itself.
    pub(super) fn new(first: usize, end: usize, size: Size) -> Amount {
        Amount { first, end, size, scale: 1, is_plain: false, is_sure: true }
    }

    /// The number, where it is one.
    pub(super) fn value(&self) -> Option<u64> {
        match self.size {
            Size::Exact(value) => Some(value),
            _ => None,
        }
    }
}

/// The number that begins with token `first`. `is_joined`: whether "and" may
/// join its parts, as it does not within "between".
pub(super) fn amount(line: Line<'_>, first: usize, is_joined: bool) -> Option<Amount> {
    let has_article = is_article(line, first);
    let at = first + usize::from(has_article);
    match line.word(at) {
        Word::Fraction { .. } => fraction_of_scale(line, first),
        Word::Few { alone, of_scale, is_articled } if has_article || !is_articled => {
            Some(few(line, first, at, alone.into(), of_scale.into()))
        }
        // "couple of hundred people"
        Word::Few { alone, of_scale, .. } if counts_scale(line, at) => {
            Some(few(line, first, at, alone.into(), of_scale.into()))
        }
        Word::About(value) if has_article => Some(Amount::new(first, at + 1, Size::About(value))),
        Word::Plural(size, convention) if !has_article => Some(plural(line, first, size, convention)),
        // "score" without "a" is a goal or a film's music.
        Word::Scale(20) if !has_article => None,
        Word::Scale(_) | Word::DualOrScale(_) | Word::Dual(_) => spelled(line, first, at, is_joined),
        Word::Cardinal(_) if !has_article => {
            fraction_of_scale(line, first).or_else(|| spelled(line, first, first, is_joined))
        }
        // "a 12-year-old": an article before digits describes something else.
        Word::Digits(numeral) if !has_article => Some(digits(line, first, numeral, is_joined)),
        _ => None,
    }
}

/// Whether token `at` is an article. German, French and Spanish have one word for "a" and "one".
fn is_article(line: Line<'_>, at: usize) -> bool {
    match line.word(at) {
        Word::A => true,
        Word::Cardinal(1) => matches!(line.word(at + 1), Word::About(_) | Word::Few { is_articled: true, .. }),
        _ => false,
    }
}

/// Whether a scale follows the vague word at token `at`.
fn counts_scale(line: Line<'_>, at: usize) -> bool {
    let at = at + 1 + usize::from(matches!(line.word(at + 1), Word::Of));
    matches!(line.word(at), Word::Scale(_) | Word::Plural(..))
}

/// "several", "a few hundred", "a couple of dozen", "بضع مئات".
fn few(line: Line<'_>, first: usize, few: usize, alone: u64, of_scale: u64) -> Amount {
    // "a couple of hundred" and "a few hundred".
    let at = few + 1 + usize::from(matches!(line.word(few + 1), Word::Of));
    let mut end = at;
    let mut scale: Option<u64> = None;
    while let Word::Scale(next) | Word::Plural(next, _) | Word::About(next) = line.word(end) {
        scale = scale.unwrap_or(1).checked_mul(next);
        end += 1;
        // "plusieurs dizaines de milliers"
        end += usize::from(
            matches!(line.word(end), Word::Of) && matches!(line.word(end + 1), Word::Scale(_) | Word::Plural(..)),
        );
        if scale.is_none() {
            return Amount::new(first, end, Size::TooLarge);
        }
    }
    match scale.map(|scale| scale.checked_mul(of_scale)) {
        Some(Some(value)) => Amount::new(first, end, Size::Vague(value, Convention::Dictionary)),
        Some(None) => Amount::new(first, end, Size::TooLarge),
        None => Amount::new(first, few + 1, Size::Vague(alone, Convention::Dictionary)),
    }
}

/// "dozens", "tens of thousands", "عشرات الآلاف".
fn plural(line: Line<'_>, first: usize, size: u64, convention: Convention) -> Amount {
    let (mut end, mut value) = (first + 1, size);
    loop {
        let of = usize::from(matches!(line.word(end), Word::Of));
        let Some(token) = line.get(end + of) else { break };
        // English says "of", Arabic the article, and Persian nothing.
        let is_next = of == 1 || token.the || line.is_in(first, ListLanguage::Persian);
        let (Word::Plural(next, _) | Word::Scale(next), true) = (token.word, is_next && token.spaced) else { break };
        // "dozens of dozens" is not said; below a hundred the next word counts something.
        let (true, Some(product)) = (next >= 100, value.checked_mul(next)) else { break };
        (end, value) = (end + of + 1, product);
    }
    // "thousands upon thousands", "dozens and dozens" are no more than once so many, as far as is known.
    let is_repeated = line.word(end + 1) == line.word(end - 1)
        && (matches!(line.word(end), Word::And) || line.is(end, &[Particle::Upon]));
    end += if is_repeated { 2 } else { 0 };
    Amount::new(first, end, Size::Vague(value, convention))
}

/// The token after "and"; an Arabic word that "and" is written together with is that token itself.
pub(super) fn after_and(line: Line<'_>, at: usize) -> Option<usize> {
    let token = line.get(at)?;
    match token.word {
        Word::And => Some(at + 1),
        _ => token.and.then_some(at),
    }
}
