use super::count_statuses::{CountStatus, CountStatuses};
use super::cut::Cut;
use super::range::Range;
use super::record::LedgerRecord;
use super::{Amount, PartAmount, Parts};
use crate::model::Qualifier;

/// The parts of each record, and the numbers that follow from them.
pub(super) struct Wholes {
    /// The parts of each record, by its place in the list and by dimension.
    pub cuts: Vec<Vec<Cut>>,
    /// How many each record counts, without those who were moved to another harm; that of “the rest” is the residual
    /// of its whole.
    pub amounts: Vec<Amount>,
    /// How many parts and groups of each record are more than all of it.
    pub n_oversize: Vec<usize>,
}

impl Wholes {
    /// Puts the parts under their wholes and works out what is left, wholes before their parts.
    pub fn of(records: &[LedgerRecord<'_>], facts: &CountStatuses) -> Wholes {
        let mut wholes = Wholes {
            cuts: (0..records.len()).map(|_| Vec::new()).collect(),
            amounts: records.iter().map(|record| record.amount).collect(),
            n_oversize: vec![0; records.len()],
        };
        for (n, status) in facts.statuses.iter().enumerate() {
            if let CountStatus::Part(whole) = *status {
                wholes.put(n, whole, facts);
            }
        }
        // Before anything is taken off a whole: those who were moved are no longer among its part. Of “the rest” they are
        // taken once its number is known.
        for n in (0..records.len()).filter(|&n| !records[n].is_rest()) {
            wholes.take_moved(records, facts, n);
        }
        // A part may be the whole of others: its own number must be known before what is left of it.
        for &n in &facts.order {
            if records[n].is_rest() {
                wholes.take_moved(records, facts, n);
            }
            for at in 0..wholes.cuts[n].len() {
                let residual = wholes.cuts[n][at].residual_of(records, &wholes.amounts, n);
                let rests: Vec<usize> =
                    wholes.cuts[n][at].parts.iter().copied().filter(|&part| records[part].is_rest()).collect();
                // Of two that are “the rest” neither number is known.
                if let [rest] = rests[..] {
                    wholes.amounts[rest] = residual.unwrap_or_default();
                }
                wholes.cuts[n][at].residual = residual;
            }
        }
        for n in 0..records.len() {
            wholes.n_oversize[n] = wholes.oversize(records, n);
        }
        wholes
    }

    fn put(&mut self, part: usize, whole: usize, facts: &CountStatuses) {
        let (cuts, by) = (&mut self.cuts[whole], facts.by[part]);
        match cuts.iter_mut().find(|cut| cut.by == by) {
            Some(cut) => cut.parts.push(part),
            None => {
                cuts.push(Cut { by, parts: vec![part], residual: None });
                // In the order of the vocabulary, so that nothing follows from which part stands first.
                cuts.sort_by_key(|cut| cut.by);
            }
        }
    }

    /// Takes those out of record `n` who were moved to another harm.
    fn take_moved(&mut self, records: &[LedgerRecord<'_>], facts: &CountStatuses, n: usize) {
        let Some(moved) = facts.moved.get(&n) else { return };
        let (rests, named): (Vec<usize>, Vec<usize>) = moved.iter().partition(|&&to| records[to].is_rest());
        let is_comparable = named.iter().all(|&to| records[to].unit == records[n].unit);
        let left = match Amount::sum(named.iter().map(|&to| records[to].amount)) {
            Ok(None) => Some(self.amounts[n]),
            Ok(Some(taken)) if is_comparable => self.amounts[n].without(taken),
            // How many of these families were how many of those persons, nobody said.
            _ => Some(Amount::default()),
        };
        // More than all: then none are left.
        let left = left.unwrap_or(Amount::exactly(0));
        self.amounts[n] = match rests[..] {
            [] => left,
            [rest] => {
                self.amounts[rest] = left;
                Amount::exactly(0)
            }
            _ => Amount::default(),
        };
    }

    /// The parts of record `n`, of whatever dimension.
    pub fn parts(&self, n: usize) -> impl Iterator<Item = usize> + '_ {
        self.cuts[n].iter().flat_map(|cut| cut.parts.iter().copied())
    }

    fn oversize(&self, records: &[LedgerRecord<'_>], n: usize) -> usize {
        let range = |n: usize| Range::of(records[n].figure.qualifier, self.amounts[n]);
        let whole = range(n);
        // Families and persons cannot be held against each other.
        let parts = self.parts(n).filter(|&part| records[part].unit == records[n].unit);
        let parts = parts.filter(|&part| range(part).is_above(whole)).count();
        let groups = records[n].groups(self.amounts[n]);
        parts + groups.filter(|(.., amount)| Range::of(Qualifier::Unspecified, *amount).is_above(whole)).count()
    }

    /// The parts of record `n` as the ledger tells them, those of each dimension for themselves.
    pub fn parts_of<'a>(
        &'a self,
        records: &'a [LedgerRecord<'_>],
        n: usize,
        is_counted: bool,
    ) -> impl Iterator<Item = Parts> + 'a {
        let part = |&part: &usize| PartAmount { id: records[part].id, amount: self.amounts[part] };
        self.cuts[n].iter().map(move |cut| Parts {
            of: records[n].id,
            by: cut.by,
            is_counted,
            parts: cut.parts.iter().map(part).collect(),
            residual: cut.residual,
        })
    }
}
