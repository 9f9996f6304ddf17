use super::count_statuses::{CountStatus, CountStatuses};
use super::cut::are_apart;
use super::record::LedgerRecord;
use super::tellers::Tellers;
use super::wholes::Wholes;
use super::{Amount, Counted};
use crate::model::Harm;

/// How many each record adds to the total of its row.
///
/// A whole of unspecified harm passes on what its parts say was done: of "17 casualties, five dead and 12
/// wounded" five are killed and twelve injured. Only its parts by one dimension are added up for each harm, and only
/// where all of them together are within the whole: then the sum over all harms is what it was.
pub(super) struct Tally {
    /// What each record adds; `None` of one that does not count.
    pub added: Vec<Option<Amount>>,
    /// Whether each record passed some of its people on to its parts.
    pub has_passed_on: Vec<bool>,
}

const N_HARMS: usize = Harm::ALL.len();

/// What a record of unspecified harm divides into: of each harm the place of the cut that tells it, and how many.
type Division = [Option<(usize, Amount)>; N_HARMS];

struct Dividing<'a, 'p> {
    records: &'a [LedgerRecord<'p>],
    wholes: &'a Wholes,
    /// `None` of a record that divides into nothing.
    divisions: Vec<Option<Box<Division>>>,
}

impl Tally {
    /// Works out what counts.
    pub fn of(records: &[LedgerRecord<'_>], facts: &CountStatuses, wholes: &Wholes, tellers: &Tellers) -> Tally {
        let counts = |n: usize| {
            // A record all of whose people were moved on says nothing of anybody any more.
            let is_emptied = facts.moved.contains_key(&n) && wholes.amounts[n].is_nobody();
            facts.statuses[n] == CountStatus::Counts && !is_emptied
        };
        let added = (0..records.len()).map(|n| counts(n).then_some(wholes.amounts[n])).collect();
        let mut tally = Tally { added, has_passed_on: vec![false; records.len()] };
        let mut dividing = Dividing { records, wholes, divisions: (0..records.len()).map(|_| None).collect() };
        // Parts before their wholes.
        for &n in facts.order.iter().rev().filter(|&&n| is_unspecified(&records[n])) {
            dividing.divisions[n] = dividing.divide(n).map(Box::new);
        }
        for n in (0..records.len()).filter(|&n| is_unspecified(&records[n]) && counts(n)) {
            tally.pass_on(&dividing, tellers, n);
        }
        tally
    }

    fn pass_on(&mut self, dividing: &Dividing<'_, '_>, tellers: &Tellers, n: usize) {
        let mut divided = tellers.of_one(n).filter_map(|teller| Some((teller, dividing.divisions[teller].as_deref()?)));
        let Some((teller, division)) = divided.next() else { return };
        let taken = Amount::sum(division.iter().flatten().map(|(_, amount)| *amount));
        let Some(left) = taken.ok().flatten().and_then(|taken| dividing.wholes.amounts[n].without(taken)) else {
            return;
        };
        self.has_passed_on[n] = true;
        self.added[n] = Some(left).filter(|left| !left.is_nobody());
        let mut open = vec![(teller, (0..N_HARMS).filter(|&harm| division[harm].is_some()).collect::<Vec<_>>())];
        while let Some((whole, harms)) = open.pop() {
            for harm in harms {
                for part in dividing.chosen(whole, harm) {
                    if dividing.records[part].of == Counted::Harm(Harm::ALL[harm]) {
                        self.added[part] = Some(dividing.wholes.amounts[part]);
                    } else {
                        open.push((part, vec![harm]));
                    }
                }
            }
        }
    }
}

fn is_unspecified(record: &LedgerRecord<'_>) -> bool {
    record.of == Counted::Harm(Harm::Unspecified)
}

impl Dividing<'_, '_> {
    /// What record `n` divides into; `None` where its parts say of no harm how many, or are more than all of it.
    fn divide(&self, n: usize) -> Option<Division> {
        let mut division: Division = [None; N_HARMS];
        for (harm, told) in division.iter_mut().enumerate() {
            let cuts = 0..self.wholes.cuts[n].len();
            let told_by = cuts.filter_map(|at| {
                let parts = self.of_harm(n, at, harm);
                let amount = Amount::sum(parts.iter().filter_map(|&part| self.amount(part, harm))).ok().flatten()?;
                Some((at, amount))
            });
            // Two cuts of one whole tell of the same people: the one that tells of the most is taken, of equal ones
            // the first.
            *told = told_by.reduce(|one, other| if size(other.1) > size(one.1) { other } else { one });
        }
        let taken = Amount::sum(division.iter().flatten().map(|(_, amount)| *amount)).ok().flatten()?;
        self.wholes.amounts[n].without(taken).map(|_| division)
    }

    /// The parts by which `whole` divides into that harm.
    fn chosen(&self, whole: usize, harm: usize) -> Vec<usize> {
        let cut = self.divisions[whole].as_ref().and_then(|division| division[harm]);
        cut.map(|(at, _)| self.of_harm(whole, at, harm)).unwrap_or_default()
    }

    /// The parts of a cut that tell of that harm, or the largest where some may be the same people.
    fn of_harm(&self, whole: usize, at: usize, harm: usize) -> Vec<usize> {
        let cut = &self.wholes.cuts[whole][at];
        let is_of_unit = |part: &usize| self.records[*part].unit == self.records[whole].unit;
        let parts = cut.parts.iter().copied().filter(is_of_unit).filter(|&part| self.amount(part, harm).is_some());
        let parts: Vec<usize> = parts.collect();
        if are_apart(self.records, cut.by, &parts, whole) {
            return parts;
        }
        let largest = parts.into_iter().reduce(|one, other| {
            let [first, second] = [one, other].map(|part| self.amount(part, harm).map(size));
            if second > first { other } else { one }
        });
        largest.into_iter().collect()
    }

    /// How many of a part had that harm done to them, where it says a number.
    fn amount(&self, part: usize, harm: usize) -> Option<Amount> {
        let amount = if is_unspecified(&self.records[part]) {
            self.divisions[part].as_ref().and_then(|division| division[harm]).map(|(_, amount)| amount)
        } else {
            let is_of_harm = self.records[part].of == Counted::Harm(Harm::ALL[harm]);
            is_of_harm.then(|| self.wholes.amounts[part])
        };
        // "Many wounded" says of nobody that they are not among the rest.
        amount.filter(|amount| !amount.has_unknown && !amount.is_unstated())
    }
}

/// By what two tellings of the same people are compared.
fn size(amount: Amount) -> u64 {
    amount.best.or(amount.low).or(amount.high).unwrap_or_default()
}
