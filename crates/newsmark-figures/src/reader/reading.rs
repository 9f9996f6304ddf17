//! A number as it was read.

use std::ops::Range;

use crate::{Convention, Qualifier, Unit};

use super::fraction::part;

/// A number phrase as the reader read it: `low` ≤ `best` ≤ `high` over those
/// present. Absent bounds are not stated, or open as the qualifier says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words of the figure: the number with what limits it, and with what
    /// it counts where that is not persons ("at least 12", "some 2,000 families").
    pub at: Range<usize>,
    /// The same words with what they count ("at least 12 people").
    pub phrase: Range<usize>,
    /// How the words limit the number; unspecified in a language whose words are not known, and of a share.
    pub qualifier: Qualifier,
    /// The least it can be.
    pub low: Option<u64>,
    /// The number itself.
    pub best: Option<u64>,
    /// The most it can be.
    pub high: Option<u64>,
    /// What it counts.
    pub unit: Unit,
    /// Who turned the words into a number.
    pub convention: Convention,
    /// The words that only a convention makes a number ("dozens").
    pub vague: Option<Range<usize>>,
    /// The number of the people named first, and of those named with them
    /// ("a couple and their three children": 2 and 3).
    pub added: Option<(u64, u64)>,
    /// The whole that the words say it is a share of ("half of the 60 students").
    pub share: Option<ShareOf>,
    /// Whether the words can hardly mean anything else. What is not sure is for an editor to decide: it rests on a guess
    /// at an unknown word, at a language, at zeros left out ("30 to 40,000"), or gives a share and no count.
    pub is_sure: bool,
}

/// The whole that a number is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareOf {
    /// The words of the whole, as bytes of the text: "60 students", "residents".
    pub at: Range<usize>,
    /// The whole itself, where it is told.
    pub whole: Option<u64>,
    /// The share as numerator and denominator ("two-thirds": 2 and 3); `None` where the reading is the part itself
    /// ("12 of the 40").
    pub ratio: Option<(u64, u64)>,
}

impl ShareOf {
    /// What the share comes to, where the whole is told and the part is a whole number of 64 bits. It is worked out and
    /// not stated: an editor decides whether it is recorded.
    ///
    /// ```
    /// use newsmark_figures::{Language, reading};
    ///
    /// let read = reading("two-thirds of the 900 residents", Language::default()).unwrap();
    /// assert_eq!((read.low, read.best, read.high), (None, None, None));
    /// let share = read.share.unwrap();
    /// assert_eq!((share.whole, share.ratio, share.part()), (Some(900), Some((2, 3)), Some(600)));
    /// ```
    pub fn part(&self) -> Option<u64> {
        let (numerator, denominator) = self.ratio?;
        part(self.whole?, numerator, denominator)
    }
}

impl Reading {
    /// A reading of `at` without any number.
    pub(super) fn none(at: Range<usize>, unit: Unit) -> Reading {
        Reading {
            phrase: at.clone(),
            at,
            qualifier: Qualifier::Unspecified,
            low: None,
            best: None,
            high: None,
            unit,
            convention: Convention::Unspecified,
            vague: None,
            added: None,
            share: None,
            is_sure: true,
        }
    }

    /// A reading of `at` as a number that is just itself.
    pub(super) fn exact(at: Range<usize>, value: u64, unit: Unit) -> Reading {
        let n = Some(value);
        let (qualifier, convention) = (Qualifier::Exact, Convention::Literal);
        Reading { qualifier, low: n, best: n, high: n, convention, ..Reading::none(at, unit) }
    }
}
