use super::Amount;
use crate::model::Qualifier;

/// The numbers that an account allows, to be held against another's.
///
/// A bound that is not stated takes best, and a strict qualifier excludes its
/// bound: "more than 30,000" and "close to 30,000" do not meet. An end without
/// a number is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    /// The least number, wider than 64 bits as a bound can be excluded at either end.
    pub floor: Option<i128>,
    /// The greatest.
    pub ceiling: Option<i128>,
}

impl Range {
    /// The numbers that an amount with this qualifier allows.
    pub fn of(qualifier: Qualifier, amount: Amount) -> Range {
        let Amount { low, best, high, open_below, open_above } = amount;
        // A figure with best alone is taken at its word; one that is open there may be anything.
        let low = if open_below { None } else { low.or(best) };
        let high = if open_above { None } else { high.or(best) };
        // Whole numbers: "more than 30" begins with 31.
        let shut = |strict| i128::from(qualifier == strict);
        Range {
            floor: low.map(|low| i128::from(low) + shut(Qualifier::MoreThan)),
            ceiling: high.map(|high| i128::from(high) - shut(Qualifier::LessThan)),
        }
    }

    /// Whether every number of it is greater than every number of `other`.
    pub fn is_above(self, other: Range) -> bool {
        self.floor.zip(other.ceiling).is_some_and(|(floor, ceiling)| floor > ceiling)
    }
}
