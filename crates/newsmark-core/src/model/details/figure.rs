use crate::model::{Anchored, Convention, HouseholdSize, Qualifier, Unit};

/// One number as reported; all of it unknown where nothing is known.
///
/// A bound that is absent is open where the qualifier says so, else not stated
/// (UCDP GED: low, best and high estimates).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Figure {
    /// The number's words, as "at least 12".
    pub text: Option<Anchored<String>>,
    /// How the words limit the number.
    pub qualifier: Qualifier,
    /// The least it can be.
    pub low: Option<u64>,
    /// What it most likely is.
    pub best: Option<u64>,
    /// The most it can be.
    pub high: Option<u64>,
    /// What is counted.
    pub unit: Unit,
    /// How many persons a household has; without it households never become persons.
    pub household_size: Option<HouseholdSize>,
    /// Who turned the words into a number.
    pub convention: Convention,
    /// The whole that a share or fraction is of, as “the 60 students” in “half of the 60 students”.
    pub of: Denominator,
}

/// The whole that a share is stated of; all of it unknown where the figure is no share.
///
/// A count never follows from a share by itself: who multiplies says so by the figure's convention.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Denominator {
    /// The whole's words, as "the 60 students".
    pub text: Option<Anchored<String>>,
    /// How many the whole has.
    pub best: Option<u64>,
}

impl Figure {
    /// A figure of which only the words are known.
    pub fn worded(text: Anchored<String>) -> Figure {
        Figure { text: Some(text), ..Figure::default() }
    }

    /// Whether nothing is known of it.
    pub fn is_unknown(&self) -> bool {
        *self == Figure::default()
    }

    /// Whether it can be more than what is stated.
    pub fn is_open_above(&self) -> bool {
        // A bound that an editor filled in closes what the word leaves open.
        self.qualifier.is_open_above() && self.high.is_none()
    }

    /// Whether it can be less than what is stated.
    pub fn is_open_below(&self) -> bool {
        self.qualifier.is_open_below() && self.low.is_none()
    }
}
