use std::collections::BTreeMap;

use super::record::LedgerRecord;
use super::tally::Tally;
use super::tellers::Tellers;
use super::wholes::Wholes;
use super::{Account, Amount, ByGroup, ByVictims};
use crate::model::{AnnotationId, Dimension, GroupKind, Victims};

/// Divides totals by who was harmed.
pub(super) struct Breakdown<'a, 'p> {
    pub records: &'a [LedgerRecord<'p>],
    pub wholes: &'a Wholes,
    pub tally: &'a Tally,
    pub tellers: &'a Tellers,
}

/// A sum with what it is of.
#[derive(Default)]
struct Sum {
    amount: Option<Amount>,
    is_beyond: bool,
    records: Vec<usize>,
}

impl<'p> Breakdown<'_, 'p> {
    /// The counted records by who was harmed. Parts of a record with victims of their own
    /// are taken out of it. A part that names a group is taken to be among those that
    /// the same whole's part of the same victims without a group is of.
    pub fn victims(&self, counted: &[usize]) -> Vec<ByVictims> {
        let mut sums: BTreeMap<Victims, Sum> = BTreeMap::new();
        for &n in counted {
            // The first that divides the count at all decides: parts of two accounts would be taken off twice. What is
            // left of a count that was passed on is of none of its parts.
            let tellers = self.tellers.of_one(n).filter(|_| !self.tally.has_passed_on[n]);
            let parts = tellers.map(|teller| self.differing(n, teller)).find(|parts| !parts.is_empty());
            let parts = parts.unwrap_or_default();
            let all = self.tally.added[n].unwrap_or_default();
            let taken = Amount::sum(parts.iter().map(|&part| self.wholes.amounts[part]));
            let left = match taken {
                Ok(None) => Some(all),
                Ok(Some(taken)) => all.without(taken),
                Err(_) => None,
            };
            sums.entry(self.records[n].victims()).or_default().add(n, left.unwrap_or_default());
            for part in parts {
                sums.entry(self.records[part].victims()).or_default().add(part, self.wholes.amounts[part]);
            }
        }
        let told = |(who, mut sum): (Victims, Sum)| ByVictims {
            who,
            ids: sum.ids(self.records),
            amount: sum.amount.filter(|_| !sum.is_beyond),
        };
        sums.into_iter().map(told).collect()
    }

    /// The parts of `teller`, at any depth, whose victims are known and not those of record `n`: those by one
    /// dimension, as parts by place and parts by victims tell of the same people.
    fn differing(&self, n: usize, teller: usize) -> Vec<usize> {
        let own = self.records[n].victims();
        let cuts = &self.wholes.cuts[teller];
        // What is divided by victims says the most of them; of the others the first that says anything does.
        let by_victims = cuts.iter().filter(|cut| cut.by == Dimension::Victims);
        let others = cuts.iter().filter(|cut| cut.by != Dimension::Victims);
        let of_cut = |cut: &super::cut::Cut| {
            let mut found = Vec::new();
            let mut left = cut.parts.clone();
            while let Some(part) = left.pop() {
                let victims = self.records[part].victims();
                if matches!(victims, Victims::Unknown | Victims::Mixed) || victims == own {
                    left.extend(self.wholes.parts(part));
                } else if self.records[part].unit == self.records[n].unit && self.records[part].of == self.records[n].of
                {
                    found.push(part);
                }
            }
            found
        };
        let mut found = by_victims.chain(others).map(of_cut).find(|found| !found.is_empty()).unwrap_or_default();
        found.sort_unstable();
        // "5 civilians" and "3 children" under one whole, both civilian: the children are likely among the five, so
        // only the plain part is taken off.
        let is_plain = |part: &usize| self.records[*part].groups(Amount::default()).next().is_none();
        let bit = |part: usize| 1u32 << self.records[part].victims() as u32;
        let plain = found.iter().filter(|part| is_plain(part)).fold(0, |plain, &part| plain | bit(part));
        found.retain(|part| is_plain(part) || plain & bit(*part) == 0);
        found
    }

    /// The groups among the counted records, as far as they or their parts say. What a
    /// record says of a group its parts do not say again, nor do other records of its fact.
    pub fn groups(&self, counted: &[usize]) -> Vec<ByGroup> {
        let mut sums: BTreeMap<(GroupKind, &str), Sum> = BTreeMap::new();
        for &n in counted.iter().filter(|&&n| !self.tally.has_passed_on[n]) {
            // A bit a kind of group: there are fewer than 32.
            let mut known = 0;
            for teller in self.tellers.of_one(n) {
                known |= self.told_by(teller, n, known, &mut sums);
            }
        }
        let told = |((who, other), mut sum): ((GroupKind, &str), Sum)| ByGroup {
            who,
            other: other.to_owned(),
            ids: sum.ids(self.records),
            account: sum.account(self.records),
            amount: sum.amount.filter(|_| !sum.is_beyond),
        };
        sums.into_iter().map(told).collect()
    }

    /// Adds the groups that `teller` and its parts tell of record `n`, but for those in `known`, a bit a
    /// kind; answers those that it told. A group that parts by one dimension tell those by another do not tell again.
    fn told_by(&self, teller: usize, n: usize, known: u32, sums: &mut BTreeMap<(GroupKind, &'p str), Sum>) -> u32 {
        let mut told = known;
        let mut left = vec![(teller, known)];
        while let Some((at, known)) = left.pop() {
            let mut below = known;
            if self.records[at].unit == self.records[n].unit {
                for (who, other, amount) in self.records[at].groups(self.wholes.amounts[at]) {
                    let bit = 1 << who as u32;
                    if known & bit == 0 {
                        sums.entry((who, other)).or_default().add(at, amount);
                        below |= bit;
                    }
                }
            }
            told |= below;
            let cuts = &self.wholes.cuts[at];
            // Parts by group tell the most of groups, and first.
            let by_group = cuts.iter().filter(|cut| cut.by == Dimension::Group);
            for cut in by_group.chain(cuts.iter().filter(|cut| cut.by != Dimension::Group)) {
                left.extend(cut.parts.iter().map(|&part| (part, below)));
                let kinds = cut.parts.iter().flat_map(|&part| self.records[part].kinds());
                below |= kinds.fold(0, |bits, who| bits | 1 << who as u32);
            }
        }
        told
    }
}

impl Sum {
    fn add(&mut self, n: usize, amount: Amount) {
        match self.amount.map_or(Ok(amount), |sum| sum.plus(amount)) {
            Ok(sum) => self.amount = Some(sum),
            Err(_) => self.is_beyond = true,
        }
        self.records.push(n);
    }

    fn ids(&mut self, records: &[LedgerRecord<'_>]) -> Vec<AnnotationId> {
        self.records.sort_unstable();
        self.records.dedup();
        self.records.iter().map(|&n| records[n].id).collect()
    }

    fn account(&self, records: &[LedgerRecord<'_>]) -> Option<Account> {
        let first = records[*self.records.first()?].account.clone()?;
        self.records.iter().all(|&n| records[n].account.as_ref() == Some(&first)).then_some(first)
    }
}
