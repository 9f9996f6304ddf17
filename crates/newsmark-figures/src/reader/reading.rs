//! A number as it was read.

use std::ops::Range;

use crate::{Convention, Qualifier, Unit};

/// A number phrase as the reader read it: `low` ≤ `best` ≤ `high` over those
/// present. Absent bounds are not stated, or open as the qualifier says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The words of the figure: the number with what limits it, and with what
    /// it counts where that is not persons ("at least 12", "some 2,000 families").
    pub at: Range<usize>,
    /// The same words with what they count ("at least 12 people").
    pub phrase: Range<usize>,
    /// How the words limit the number.
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
        }
    }

    pub(super) fn exact(at: Range<usize>, value: u64, unit: Unit) -> Reading {
        let n = Some(value);
        let (qualifier, convention) = (Qualifier::Exact, Convention::Literal);
        Reading { qualifier, low: n, best: n, high: n, convention, ..Reading::none(at, unit) }
    }
}
