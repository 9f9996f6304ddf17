use crate::figures::Amount;

/// What makes up a total, such that a record can be taken out again.
///
/// It is the sum of [`Amount`]s as the ledger makes it: a bound is absent where one
/// record does not state it, open where one is open there. A number that nobody states leaves the rest open above.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sum {
    n_records: i64,
    /// How many records are of a number that nobody states, and of nothing else.
    n_only_unknown: i64,
    /// How many have such a number on top of what they state.
    n_unknown: i64,
    bounds: [Bound; 3],
    n_open_below: i64,
    n_open_above: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
// Signed, as taking out may come before putting in, and wide, so that no number of records of 64 bits overflows it.
struct Bound {
    sum: i128,
    n_absent: i64,
}

impl Sum {
    /// Puts a record in.
    pub fn add(&mut self, amount: Amount) {
        self.count(amount, 1);
    }

    /// Takes a record out that was put in.
    pub fn take(&mut self, amount: Amount) {
        self.count(amount, -1);
    }

    fn count(&mut self, amount: Amount, times: i8) {
        self.n_records += i64::from(times);
        if amount.is_only_unknown() {
            self.n_only_unknown += i64::from(times);
            return;
        }
        self.n_unknown += i64::from(times) * i64::from(amount.has_unknown);
        for (bound, number) in self.bounds.iter_mut().zip([amount.low, amount.best, amount.high]) {
            match number {
                Some(number) => bound.sum += i128::from(number) * i128::from(times),
                None => bound.n_absent += i64::from(times),
            }
        }
        self.n_open_below += i64::from(times) * i64::from(amount.open_below);
        self.n_open_above += i64::from(times) * i64::from(amount.open_above);
    }

    /// The total; `None` of no records, or beyond 64 bits.
    pub fn total(&self) -> Option<Amount> {
        if self.n_records == 0 {
            return None;
        }
        if self.n_only_unknown == self.n_records {
            return Some(Amount { has_unknown: true, ..Amount::default() });
        }
        let stated = self.bounds.iter().filter(|bound| bound.n_absent == 0);
        // The ledger gives no total where a sum is beyond 64 bits, and this must answer as it does.
        if stated.clone().any(|bound| u64::try_from(bound.sum).is_err()) {
            return None;
        }
        let [low, best, high] = self.bounds.map(|bound| u64::try_from(bound.sum).ok().filter(|_| bound.n_absent == 0));
        let has_unknown = self.n_only_unknown + self.n_unknown > 0;
        let (open_below, open_above) = (self.n_open_below > 0, self.n_open_above > 0 || self.n_only_unknown > 0);
        let high = high.filter(|_| self.n_only_unknown == 0);
        Some(Amount { low, best, high, open_below, open_above, has_unknown })
    }
}
