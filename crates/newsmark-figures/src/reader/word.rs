//! What a word means to the number reader.

use crate::{Convention, Qualifier, Unit};

use super::numeral::Numeral;

/// What a token is, as far as numbers are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A word that no list holds.
    Unknown,
    /// A character that is no letter, digit or space.
    Mark(char),
    Digits(Numeral),
    /// "seven", "ستين".
    Cardinal(u64),
    /// What multiplies the number before it: "dozen", "hundred", "ألف".
    Scale(u64),
    /// Arabic "ألفا": two of the scale, or after a number the scale.
    TwoOrScale(u64),
    /// "dozens", "مئات": no number of them is given.
    Plural(u64, Convention),
    /// "several", "بضعة": the least such a word stands for, and how many of a
    /// scale after it; `is_articled`: only after "a".
    Few {
        alone: u64,
        of_scale: u64,
        is_articled: bool,
    },
    Half,
    /// "many": no number.
    Many,
    A,
    The,
    Of,
    And,
    To,
    Or,
    /// "his", "their".
    Possessive,
    /// "them", "us".
    Pronoun,
    No,
    Not,
    Aged,
    Old,
    Noun(Unit, Form),
    /// Between a number and its noun.
    Adjective,
    /// An adjective of people that may stand for them: "12 dead".
    PersonAdjective,
    Percent,
    Period {
        is_year: bool,
    },
    Month,
    Currency,
    /// Before a number that names: "Article 5".
    Label,
    Street,
    /// "won 3–1".
    Match,
    /// "fifth".
    Ordinal,
    /// Attached to digits: "30K", "5th", "5pm".
    Suffix(Suffix),
    /// "rose", before "from": two numbers that are no range.
    Change,
    /// Arabic: "طفلاها", so many people with those before; 0 where a number says how many.
    Kin(u64),
    /// No noun.
    Function,
}

impl Word {
    /// Whether it is a number or the beginning of one.
    pub(super) const fn begins_phrase(self) -> bool {
        matches!(
            self,
            Word::No
                | Word::Not
                | Word::Many
                | Word::A
                | Word::Half
                | Word::Digits(_)
                | Word::Cardinal(_)
                | Word::Scale(_)
                | Word::TwoOrScale(_)
                | Word::Plural(..)
                | Word::Few { .. }
        )
    }
}

/// How many a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Singular,
    Plural,
    /// Arabic: two of them.
    Dual,
    /// "police", "personnel".
    Collective,
}

/// Letters directly after digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    Times(u64),
    Ordinal,
    Decade,
    Clock,
}

/// What a phrase of several words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Limits the number after it.
    Before(Qualifier),
    /// Limits the number before it.
    After(Qualifier),
    /// "between", before two numbers.
    Between,
    /// "from", before two numbers; alone it is no qualifier.
    From,
    /// None at all: "without casualties".
    Zero(Unit),
    /// Nothing is known: "no reports of".
    NotReported,
    /// "a number of".
    Many,
    /// "the rest"; `is_articled`: only after "the".
    Rest { is_articled: bool },
    /// "per cent", after a number.
    Percent,
}
