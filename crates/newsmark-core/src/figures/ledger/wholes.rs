use super::count_statuses::{CountStatus, CountStatuses};
use super::range::Range;
use super::record::LedgerRecord;
use super::{Amount, PartAmount, Parts};
use crate::model::Qualifier;

/// The parts of each record, and the numbers that follow from them.
pub(super) struct Wholes {
    /// The parts of each record, by its place in the list.
    pub parts: Vec<Vec<usize>>,
    /// What each record has besides its parts.
    pub residuals: Vec<Option<Amount>>,
    /// How many each record counts; that of “the rest” is the residual of its whole.
    pub amounts: Vec<Amount>,
    /// How many parts and groups of each record are more than all of it.
    pub n_oversize: Vec<usize>,
}

impl Wholes {
    /// Puts the parts under their wholes and works out what is left, wholes before their parts.
    pub fn of(records: &[LedgerRecord<'_>], facts: &CountStatuses) -> Wholes {
        let mut wholes = Wholes {
            parts: vec![Vec::new(); records.len()],
            residuals: vec![None; records.len()],
            amounts: records.iter().map(|record| record.amount).collect(),
            n_oversize: vec![0; records.len()],
        };
        for (n, status) in facts.statuses.iter().enumerate() {
            if let CountStatus::Part(whole) = *status {
                wholes.parts[whole].push(n);
            }
        }
        // A part may be the whole of others: its own number must be known before what is left of it.
        for &n in facts.order.iter().filter(|&&n| !wholes.parts[n].is_empty()) {
            let parts = &wholes.parts[n];
            let residual = residual(records, &wholes.amounts, n, parts);
            let rests: Vec<usize> = parts.iter().copied().filter(|&part| records[part].is_rest()).collect();
            // Of two that are “the rest” neither number is known.
            if let [rest] = rests[..] {
                wholes.amounts[rest] = residual.unwrap_or_default();
            }
            wholes.residuals[n] = residual;
        }
        for n in 0..records.len() {
            wholes.n_oversize[n] = wholes.oversize(records, n);
        }
        wholes
    }

    fn oversize(&self, records: &[LedgerRecord<'_>], n: usize) -> usize {
        let range = |n: usize| Range::of(records[n].figure.qualifier, self.amounts[n]);
        let whole = range(n);
        // Families and persons cannot be held against each other.
        let parts = self.parts[n].iter().filter(|&&part| records[part].unit == records[n].unit);
        let parts = parts.filter(|&&part| range(part).is_above(whole)).count();
        let groups = records[n].groups(self.amounts[n]);
        parts + groups.filter(|(.., amount)| Range::of(Qualifier::Unspecified, *amount).is_above(whole)).count()
    }

    /// The parts of record `n` as the ledger tells them; `None` where it has none.
    pub fn parts_of(&self, records: &[LedgerRecord<'_>], n: usize, is_counted: bool) -> Option<Parts> {
        let part = |&part: &usize| PartAmount { id: records[part].id, amount: self.amounts[part] };
        let parts: Vec<PartAmount> = self.parts[n].iter().map(part).collect();
        (!parts.is_empty()).then(|| Parts { of: records[n].id, is_counted, parts, residual: self.residuals[n] })
    }
}

/// What record `n` has besides those of its parts that are not “the rest”; `None`
/// where there are none, where one is in another unit, or where they are more than it.
fn residual(records: &[LedgerRecord<'_>], amounts: &[Amount], n: usize, parts: &[usize]) -> Option<Amount> {
    let named: Vec<usize> = parts.iter().copied().filter(|&part| !records[part].is_rest()).collect();
    if named.iter().any(|&part| records[part].unit != records[n].unit) {
        return None;
    }
    let taken = Amount::sum(named.iter().map(|&part| amounts[part])).ok()??;
    amounts[n].without(taken)
}
