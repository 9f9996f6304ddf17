use super::Why;
use super::count_statuses::{CountStatus, CountStatuses};
use super::record::LedgerRecord;
use crate::model::ScopeKind;

/// For each record that counts the records of its fact that may tell how it divides: itself, those that say it again,
/// then what was said before, the later first.
pub(super) struct Tellers(Vec<Vec<usize>>);

impl Tellers {
    /// Gathers what each fact's other records are.
    pub fn of(records: &[LedgerRecord<'_>], facts: &CountStatuses) -> Tellers {
        let mut others = vec![Vec::new(); records.len()];
        // Backwards, so that of what was said before the later comes first.
        for n in (0..records.len()).rev() {
            let stands = facts.stands[n];
            let is_same = facts.statuses[n] == CountStatus::Not(Why::Scope(ScopeKind::SameAs));
            // A repetition by another source may divide the count otherwise; only the same account's adds to it.
            let tells = match facts.statuses[n] {
                CountStatus::Not(Why::Replaced(_)) => true,
                _ => is_same && records[n].bar.is_none() && records[n].account == records[stands].account,
            };
            if tells && n != stands && facts.statuses[stands] == CountStatus::Counts {
                others[stands].push(n);
            }
        }
        for (stands, others) in others.iter_mut().enumerate() {
            // Stable: repetitions of the figure that counts come before earlier figures.
            others.sort_by_key(|&other| facts.said[other] != stands);
        }
        Tellers(others)
    }

    /// Those that may tell how record `n` divides.
    pub fn of_one(&self, n: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::once(n).chain(self.0[n].iter().copied())
    }
}
