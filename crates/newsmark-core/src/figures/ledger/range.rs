use super::Amount;
use crate::model::{Figure, Qualifier};

/// The numbers that an account allows, to be held against another's.
///
/// A bound that is not stated takes best, and a strict qualifier excludes its
/// bound: "more than 30,000" and "close to 30,000" do not meet. An end without
/// a number is unbounded. An approximate figure allows what lies within a tenth of it on
/// either side, a nearly figure what lies within a tenth below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The least number, wider than 64 bits as a bound can be excluded at either end.
    pub floor: Option<i128>,
    /// The greatest.
    pub ceiling: Option<i128>,
}

impl Range {
    /// The numbers that an amount with this qualifier allows.
    pub fn of(qualifier: Qualifier, amount: Amount) -> Range {
        let Amount { low, best, high, open_below, open_above, .. } = amount;
        // A tenth is what reporters round by: 17 and "about 18" tell one fact, 14 and "about 18" two. Whole numbers:
        // within a tenth of 18 are 17 to 19.
        let about = |best: u64, tenths: i128| i128::from(best) + tenths * i128::from(best / 10);
        let is_about = qualifier == Qualifier::Approximately;
        let is_below = is_about || qualifier == Qualifier::Nearly;
        let least = |best| about(best, if is_below { -1 } else { 0 });
        let most = |best| about(best, if is_about { 1 } else { 0 });
        // "More than 30" begins with 31.
        let shut = |strict| i128::from(qualifier == strict);
        // A figure with best alone is taken at its word; one that is open there may be anything.
        let floor = low.map(i128::from).or(best.map(least)).filter(|_| !open_below);
        let ceiling = high.map(i128::from).or(best.map(most)).filter(|_| !open_above);
        Range {
            floor: floor.map(|low| low + shut(Qualifier::MoreThan)),
            ceiling: ceiling.map(|high| high - shut(Qualifier::LessThan)),
        }
    }

    /// The numbers that the figure allows, in persons where it counts households of a size; any number where that is
    /// beyond 64 bits.
    pub fn of_figure(figure: &Figure) -> Range {
        Range::of(figure.qualifier, Amount::of(figure).unwrap_or_default())
    }

    /// Whether every number of it is greater than every number of `other`.
    pub fn is_above(self, other: Range) -> bool {
        self.floor.zip(other.ceiling).is_some_and(|(floor, ceiling)| floor > ceiling)
    }

    /// Whether there is a number that both allow.
    pub fn meets(self, other: Range) -> bool {
        !self.is_above(other) && !other.is_above(self)
    }
}
