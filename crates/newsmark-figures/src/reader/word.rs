//! What a word means to the number reader.

use crate::{Convention, Qualifier, Unit};

use super::numeral::Numeral;

/// What a token is, as far as numbers are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A word of which the lists give no meaning.
    Unknown,
    /// No word: before the first and after the last.
    Edge,
    /// A character that is no letter, digit or space.
    Mark(char),
    Digits(Numeral),
    /// "seven", "ستين".
    Cardinal(u64),
    /// What multiplies the number before it: "dozen", "hundred", "ألف".
    Scale(u64),
    /// Arabic "ألفان": two of the scale.
    Dual(u64),
    /// Arabic "ألفا": two of the scale, or after a number the scale.
    DualOrScale(u64),
    /// "dozens", "مئات": no number of them is given.
    Plural(u64, Convention),
    /// French "dizaine": about so many.
    About(u64),
    /// "several", "بضعة": the least such a word stands for, and how many of a
    /// scale after it; `is_articled`: only after "a".
    Few {
        alone: u32,
        of_scale: u32,
        is_articled: bool,
    },
    /// "half", "quarters", "½".
    Fraction {
        numerator: u32,
        denominator: u32,
    },
    /// "many": no number.
    Many,
    Both,
    /// "all", before "but two of the 40".
    All,
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
    Noun(Noun),
    /// Between a number and its noun.
    Adjective,
    /// An adjective of people that may stand for them: "12 dead".
    PeopleAdjective,
    /// A verb that people are the subject of: "12 fled".
    PeopleVerb,
    Period {
        is_year: bool,
    },
    Month,
    Weekday,
    Currency,
    /// Before a sum, with a capital: "Rs 2 lakh".
    CurrencyBefore,
    /// "first".
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
                | Word::Both
                | Word::All
                | Word::A
                | Word::Fraction { .. }
                | Word::Digits(_)
                | Word::Cardinal(_)
                | Word::Scale(_)
                | Word::Dual(_)
                | Word::DualOrScale(_)
                | Word::Plural(..)
                | Word::About(_)
                | Word::Few { .. }
                | Word::Noun(Noun { form: Form::Several(_), .. })
        )
    }

    /// Whether it is a noun of people.
    pub(super) fn is_person(self) -> bool {
        matches!(self, Word::Noun(Noun { unit: Unit::Person, .. }))
    }

    /// Whether it is a number, in digits or words.
    pub(super) fn is_number(self) -> bool {
        matches!(
            self,
            Word::Digits(_)
                | Word::Cardinal(_)
                | Word::Scale(_)
                | Word::Dual(_)
                | Word::DualOrScale(_)
                | Word::Plural(..)
                | Word::About(_)
        )
    }

    /// Whether it is a hyphen or a short dash.
    pub(super) fn is_hyphen(self) -> bool {
        matches!(self, Word::Mark('-' | '‑' | '‐' | '–'))
    }
}

/// What a noun says of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub unit: Unit,
    pub form: Form,
    pub sort: Sort,
}

/// How many a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Singular,
    Plural,
    /// Arabic: two of them.
    Dual,
    /// "police", "Chinese": one form for one and for many, which also describes what follows it.
    Collective,
    /// "twins", "trio": the word itself says how many.
    Several(u64),
}

/// What else a noun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Plain,
    /// "mother": people told with her may be her kin, and "of four" her children.
    Parent,
    /// "son": may be told with a parent.
    Child,
    /// "crew": a number may tell how many people are of it.
    Crew,
    /// "Syrian": also describes people of any kind.
    Nation,
    /// "major": in the singular more often describes what follows.
    Ambiguous,
}

/// Letters directly after digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    Times(u64),
    Ordinal,
    Decade,
    Clock,
}

/// What a word tells beside its meaning, as one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Flag {
    /// Before a number that names: "Article 5".
    Label = 1,
    Street = 2,
    /// Beside two numbers that are a result: "won 3–1", "a 5–4 ruling".
    Match = 4,
    /// After a number of metres: "5m high".
    Height = 8,
    /// What may pass a number: "the toll passed 1,000".
    Toll = 16,
    /// After a number and a hyphen: "25-member".
    Member = 32,
    /// The first of phrases of the lists; asked before they are looked for, as most words begin none.
    BeginsListPhrase = 64,
    /// The first of phrases without a number: "no one", "the rest".
    BeginsFixedPhrase = 128,
}

/// What a phrase of several words means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Limits the number after it.
    Before { qualifier: Qualifier, is_sure: bool },
    /// The same, of a toll told before.
    BeforeOfToll(Qualifier),
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
    /// "in every", between the two numbers of a share.
    InEvery,
    /// "out of", between a count and the whole that it is of.
    OutOf,
    /// "but", after "all".
    Except,
    /// A noun of several words: "police officer".
    Noun(Noun),
}

impl Meaning {
    /// Whether it stands before a number.
    pub(super) fn is_before(self) -> bool {
        matches!(self, Meaning::Before { .. } | Meaning::BeforeOfToll(_) | Meaning::Between | Meaning::From)
    }

    /// Whether it is a phrase by itself, without a number.
    pub(super) fn is_alone(self) -> bool {
        matches!(self, Meaning::Zero(_) | Meaning::NotReported | Meaning::Many | Meaning::Rest { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_small_as_every_token_of_a_text_has_one() {
        assert!(size_of::<Word>() <= 24, "{}", size_of::<Word>());
    }
}
