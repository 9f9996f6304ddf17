use super::count_statuses::{CountStatus, CountStatuses};
use super::cut::addable;
use super::record::LedgerRecord;
use super::tellers::Tellers;
use super::wholes::Wholes;
use super::{Amount, Counted};
use crate::model::Harm;

/// How many each record adds to the total of its row.
///
/// A whole of unspecified harm passes on what its parts say was done: of "17 casualties, five dead and 12
/// wounded" five are killed and twelve injured. Only parts that lie beside each other are added up for each harm.
/// A whole whose parts are more than all of it contradicts itself, and neither it nor they count: so
/// that a part more never raises what a whole adds, nor the sum over all harms.
pub(super) struct Tally {
    /// What each record adds; `None` of one that does not count.
    pub added: Vec<Option<Amount>>,
    /// Whether each record passed some of its people on to its parts.
    pub has_passed_on: Vec<bool>,
    /// Whether the parts of each record are more than all of it.
    pub is_contradicted: Vec<bool>,
}

const N_HARMS: usize = Harm::ALL.len();

/// What a record of unspecified harm divides into.
enum Division {
    /// Its parts say of no harm how many.
    Nothing,
    /// Of each harm the parts that tell it, and how many they are together.
    Harms(Vec<Option<(Vec<usize>, Amount)>>),
    /// They are more than all of it, or those of a part are.
    Above,
}

struct Dividing<'a, 'p> {
    records: &'a [LedgerRecord<'p>],
    wholes: &'a Wholes,
    divisions: Vec<Division>,
}

impl Tally {
    /// Works out what counts.
    pub fn of(records: &[LedgerRecord<'_>], facts: &CountStatuses, wholes: &Wholes, tellers: &Tellers) -> Tally {
        let n_records = records.len();
        let counts = |n: usize| {
            // A record all of whose people were moved on says nothing of anybody any more.
            let is_emptied = facts.moved.contains_key(&n) && wholes.amounts[n].is_nobody();
            facts.statuses[n] == CountStatus::Counts && !is_emptied
        };
        let added = (0..n_records).map(|n| counts(n).then_some(wholes.amounts[n])).collect();
        let (has_passed_on, is_contradicted) = (vec![false; n_records], vec![false; n_records]);
        let mut tally = Tally { added, has_passed_on, is_contradicted };
        let mut dividing = Dividing { records, wholes, divisions: (0..n_records).map(|_| Division::Nothing).collect() };
        // Parts before their wholes.
        for &n in facts.order.iter().rev().filter(|&&n| is_unspecified(&records[n])) {
            dividing.divisions[n] = dividing.divide(n);
        }
        for n in (0..n_records).filter(|&n| is_unspecified(&records[n]) && counts(n)) {
            tally.pass_on(&dividing, tellers, n);
        }
        tally
    }

    fn pass_on(&mut self, dividing: &Dividing<'_, '_>, tellers: &Tellers, n: usize) {
        let divided = |teller: &usize| !matches!(dividing.divisions[*teller], Division::Nothing);
        let Some(teller) = tellers.of_one(n).find(divided) else { return };
        let taken = match &dividing.divisions[teller] {
            Division::Harms(harms) => Amount::sum(harms.iter().flatten().map(|(_, amount)| *amount)).ok().flatten(),
            _ => None,
        };
        let Some(left) = taken.and_then(|taken| dividing.wholes.amounts[n].without(taken)) else {
            (self.added[n], self.is_contradicted[n]) = (None, true);
            return;
        };
        self.has_passed_on[n] = true;
        self.added[n] = Some(left).filter(|left| !left.is_nobody());
        let mut open: Vec<(usize, usize)> = (0..N_HARMS).map(|harm| (teller, harm)).collect();
        while let Some((whole, harm)) = open.pop() {
            let Division::Harms(harms) = &dividing.divisions[whole] else { continue };
            for &part in harms[harm].iter().flat_map(|(parts, _)| parts) {
                if is_unspecified(&dividing.records[part]) {
                    open.push((part, harm));
                } else {
                    self.added[part] = Some(dividing.wholes.amounts[part]);
                }
            }
        }
    }
}

fn is_unspecified(record: &LedgerRecord<'_>) -> bool {
    record.of == Counted::Harm(Harm::Unspecified)
}

impl Dividing<'_, '_> {
    /// What record `n` divides into.
    fn divide(&self, n: usize) -> Division {
        let mut harms: Vec<Option<(Vec<usize>, Amount)>> = vec![None; N_HARMS];
        if self.wholes.parts(n).any(|part| matches!(self.divisions[part], Division::Above)) {
            return Division::Above;
        }
        for (harm, told) in harms.iter_mut().enumerate() {
            let told_by = self.wholes.cuts[n].iter().filter_map(|cut| {
                let is_of_unit = |part: &usize| self.records[*part].unit == self.records[n].unit;
                let tells = |part: &usize| self.amount(*part, harm).is_some();
                let parts = cut.parts.iter().copied().filter(is_of_unit).filter(tells).collect();
                // By what was told at first: people who are moved from part to part change nothing of who is counted.
                let gross = |part: usize| match self.records[part].amount {
                    amount if amount.is_unstated() => self.amount(part, harm).map(size).unwrap_or_default(),
                    amount if is_unspecified(&self.records[part]) => self.amount(part, harm).map_or(size(amount), size),
                    amount => size(amount),
                };
                let parts = addable(self.records, cut.by, parts, n, &gross);
                let all = parts.iter().fold(0u64, |sum, &part| sum.saturating_add(gross(part)));
                let amount = Amount::sum(parts.iter().filter_map(|&part| self.amount(part, harm))).ok().flatten()?;
                Some((all, parts, amount))
            });
            // Two cuts of one whole tell of the same people: the one that tells of the most is taken, of equal ones
            // the first.
            let most = told_by.reduce(|one, other| if other.0 > one.0 { other } else { one });
            *told = most.map(|(_, parts, amount)| (parts, amount));
        }
        match Amount::sum(harms.iter().flatten().map(|(_, amount)| *amount)) {
            Ok(None) => Division::Nothing,
            Ok(Some(taken)) if self.wholes.amounts[n].without(taken).is_some() => Division::Harms(harms),
            _ => Division::Above,
        }
    }

    /// How many of a part had that harm done to them, where it says a number.
    fn amount(&self, part: usize, harm: usize) -> Option<Amount> {
        let amount = match &self.divisions[part] {
            Division::Harms(harms) => harms[harm].as_ref().map(|(_, amount)| *amount),
            _ if self.records[part].of == Counted::Harm(Harm::ALL[harm]) && harm != Harm::Unspecified as usize => {
                Some(self.wholes.amounts[part])
            }
            _ => None,
        };
        // "Many wounded" says of nobody that they are not among the rest.
        amount.filter(|amount| !amount.has_unknown && !amount.is_unstated())
    }
}

/// By what two tellings of the same people are compared.
fn size(amount: Amount) -> u64 {
    amount.best.or(amount.low).or(amount.high).unwrap_or_default()
}
