use std::collections::BTreeMap;

use super::count_statuses::{CountStatus, CountStatuses};
use super::record::LedgerRecord;
use super::wholes::Wholes;
use super::{Account, Amount, ByGroup, ByVictims, Why};
use crate::model::{AnnotationId, GroupKind, ScopeKind, Unit, Victims};

/// Divides totals by who was harmed.
pub(super) struct Breakdown<'a, 'p> {
    records: &'a [LedgerRecord<'p>],
    wholes: &'a Wholes,
    /// The other records of the fact of each that counts: those that say it again, then what
    /// was said before, the later first.
    others: Vec<Vec<usize>>,
}

/// A sum with what it is of.
#[derive(Default)]
struct Tally {
    amount: Option<Amount>,
    is_beyond: bool,
    records: Vec<usize>,
}

impl<'a, 'p> Breakdown<'a, 'p> {
    /// Gathers what each fact's other records say.
    pub fn of(records: &'a [LedgerRecord<'p>], facts: &CountStatuses, wholes: &'a Wholes) -> Breakdown<'a, 'p> {
        let mut others = vec![Vec::new(); records.len()];
        // Backwards, so that of what was said before the later comes first.
        for n in (0..records.len()).rev() {
            let latest = facts.latest[facts.roots[n]];
            let is_same = facts.statuses[n] == CountStatus::Not(Why::Scope(ScopeKind::SameAs));
            // A repetition by another source may divide the count otherwise; only the same account's adds to it.
            let tells = match facts.statuses[n] {
                CountStatus::Not(Why::Replaced(_)) => true,
                _ => is_same && records[n].bar.is_none() && records[n].account == records[latest].account,
            };
            if tells && n != latest && facts.statuses[latest] == CountStatus::Counts {
                others[latest].push(n);
            }
        }
        for (latest, others) in others.iter_mut().enumerate() {
            // Stable: repetitions of the figure that counts come before earlier figures.
            others.sort_by_key(|&other| facts.said[other] != latest);
        }
        Breakdown { records, wholes, others }
    }

    /// The counted records by who was harmed. Parts of a record with victims of their own
    /// are taken out of it. A part that names a group is taken to be among those that
    /// the same whole's part of the same victims without a group is of.
    pub fn victims(&self, counted: &[usize]) -> Vec<ByVictims> {
        let mut tallies: BTreeMap<Victims, Tally> = BTreeMap::new();
        for &n in counted {
            let tellers = std::iter::once(n).chain(self.others[n].iter().copied());
            // The first that divides the count at all decides: parts of two accounts would be taken off twice.
            let parts = tellers.map(|teller| self.differing(n, teller)).find(|parts| !parts.is_empty());
            let parts = parts.unwrap_or_default();
            let taken = Amount::sum(parts.iter().map(|&part| self.wholes.amounts[part]));
            let left = match taken {
                Ok(None) => Some(self.wholes.amounts[n]),
                Ok(Some(taken)) => self.wholes.amounts[n].without(taken),
                Err(_) => None,
            };
            tallies.entry(self.records[n].victims()).or_default().add(n, left.unwrap_or_default());
            for part in parts {
                tallies.entry(self.records[part].victims()).or_default().add(part, self.wholes.amounts[part]);
            }
        }
        let told = |(who, mut tally): (Victims, Tally)| ByVictims {
            who,
            ids: tally.ids(self.records),
            amount: tally.amount.filter(|_| !tally.is_beyond),
        };
        tallies.into_iter().map(told).collect()
    }

    /// The parts of `teller`, at any depth, whose victims are known and not those of record `n`.
    fn differing(&self, n: usize, teller: usize) -> Vec<usize> {
        let own = self.records[n].victims();
        let mut found = Vec::new();
        let mut left = self.wholes.parts[teller].clone();
        while let Some(part) = left.pop() {
            let victims = self.records[part].victims();
            if matches!(victims, Victims::Unknown | Victims::Mixed) || victims == own {
                left.extend(&self.wholes.parts[part]);
            } else if self.records[part].unit == self.records[n].unit {
                found.push(part);
            }
        }
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
        let mut tallies: BTreeMap<(GroupKind, &str), Tally> = BTreeMap::new();
        for &n in counted {
            // A bit a kind of group: there are fewer than 32.
            let mut known = 0;
            for teller in std::iter::once(n).chain(self.others[n].iter().copied()) {
                known |= self.told_by(teller, self.records[n].unit, known, &mut tallies);
            }
        }
        let told = |((who, other), mut tally): ((GroupKind, &str), Tally)| ByGroup {
            who,
            other: other.to_owned(),
            ids: tally.ids(self.records),
            account: tally.account(self.records),
            amount: tally.amount.filter(|_| !tally.is_beyond),
        };
        tallies.into_iter().map(told).collect()
    }

    /// Adds the groups that `teller` and its parts tell, but for those in `known`, a bit a
    /// kind; answers those that it told.
    fn told_by(
        &self,
        teller: usize,
        unit: Unit,
        known: u32,
        tallies: &mut BTreeMap<(GroupKind, &'p str), Tally>,
    ) -> u32 {
        let mut told = 0;
        let mut left = vec![(teller, known)];
        while let Some((n, known)) = left.pop() {
            let mut below = known;
            if self.records[n].unit == unit {
                for (who, other, amount) in self.records[n].groups(self.wholes.amounts[n]) {
                    let bit = 1 << who as u32;
                    if known & bit == 0 {
                        tallies.entry((who, other)).or_default().add(n, amount);
                        below |= bit;
                    }
                }
            }
            told |= below;
            left.extend(self.wholes.parts[n].iter().map(|&part| (part, below)));
        }
        told
    }
}

impl Tally {
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
