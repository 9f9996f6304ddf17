use super::Why;
use super::links::Links;
use super::record::LedgerRecord;
use crate::model::{FigureRole, Project, ScopeKind};

/// How each record stands to the totals, by the records' places in their list.
///
/// Records are of one fact where one says the other again or is its update. An
/// update takes over how the first figure of its fact stands: an update of a
/// part is a part, of a running toll a running toll. Of all figures of a fact
/// that could count and were not updated themselves the latest stands for it,
/// see [`is_later`]. What cannot count replaces nothing.
pub(super) struct CountStatuses {
    /// How each record stands.
    pub statuses: Vec<CountStatus>,
    /// The record whose words are said again; the record itself where it says its own.
    pub said: Vec<usize>,
    /// The first figure of each record's fact.
    pub roots: Vec<usize>,
    /// The record that stands for the fact whose first figure this is.
    pub latest: Vec<usize>,
    /// Every record once, each after the one that its scope names.
    pub order: Vec<usize>,
}

/// How a record stands to the totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CountStatus {
    /// It counts.
    Counts,
    /// It is a part of that record.
    Part(usize),
    /// It is a running toll.
    Toll,
    /// It does not count.
    Not(Why),
}

impl CountStatuses {
    /// How the records stand.
    pub fn of(project: &Project, records: &[LedgerRecord<'_>]) -> CountStatuses {
        let links = Links::of(project, records);
        let n_records = records.len();
        let mut facts = CountStatuses {
            statuses: vec![CountStatus::Counts; n_records],
            said: (0..n_records).collect(),
            roots: (0..n_records).collect(),
            latest: (0..n_records).collect(),
            order: links.order.clone(),
        };
        // In three passes: what stands for a fact is known only when every update was followed, and how a record stands
        // only when that is known.
        let bars = facts.follow(records, &links);
        facts.choose_latest(records, &links, &bars);
        for (n, bar) in bars.iter().enumerate() {
            facts.statuses[n] = facts.settled(records, n, *bar);
        }
        facts
    }

    /// Follows each scope to the first figure of its fact, and gives each record how
    /// that stands. Answers what keeps each record from counting: an update of
    /// a figure kept for comparison is kept for comparison, unless it is the one to use.
    fn follow(&mut self, records: &[LedgerRecord<'_>], links: &Links) -> Vec<Option<Why>> {
        let mut bars: Vec<Option<Why>> = records.iter().map(|record| record.bar).collect();
        for &n in &links.order {
            let record = &records[n];
            let target = match links.targets[n] {
                Ok(target) => target,
                // A broken link is an error of this record alone; those that name it are judged by where it stands.
                Err(why) => {
                    self.statuses[n] = CountStatus::Not(why);
                    continue;
                }
            };
            match (record.scope.kind, target) {
                (ScopeKind::SameAs, Some(target)) => {
                    self.said[n] = self.said[target];
                    self.roots[n] = self.roots[target];
                    self.statuses[n] = CountStatus::Not(Why::Scope(ScopeKind::SameAs));
                }
                // An update of a repetition is one of what was repeated.
                (ScopeKind::UpdateOf, Some(target)) => {
                    let replaced = self.said[target];
                    self.roots[n] = self.roots[target];
                    self.statuses[n] = self.statuses[self.roots[n]];
                    if bars[n].is_none() && record.role() == FigureRole::Unspecified {
                        bars[n] = bars[replaced].filter(|why| *why == Why::Triangulation);
                    }
                }
                (ScopeKind::PartOf, Some(target)) => {
                    // What one source says of its own count says nothing of another's.
                    let said = self.said[target];
                    let is_same = records[target].account == records[said].account;
                    self.statuses[n] = CountStatus::Part(if is_same { said } else { target });
                }
                (ScopeKind::Cumulative, _) => self.statuses[n] = CountStatus::Toll,
                (ScopeKind::Unspecified, _) => self.statuses[n] = CountStatus::Not(Why::Scope(ScopeKind::Unspecified)),
                _ => self.statuses[n] = CountStatus::Counts,
            }
        }
        bars
    }

    fn choose_latest(&mut self, records: &[LedgerRecord<'_>], links: &Links, bars: &[Option<Why>]) {
        let is_update = |n: usize| records[n].scope.kind == ScopeKind::UpdateOf && self.roots[n] != n;
        let mut is_updated = vec![false; records.len()];
        // Backwards, the updates before what they update: an update that cannot count still hands on that it was
        // updated itself.
        for &n in links.order.iter().rev().filter(|&&n| is_update(n)) {
            if let Some(target) = links.target(n).filter(|_| bars[n].is_none() || is_updated[n]) {
                is_updated[self.said[target]] = true;
            }
        }
        let mut latest: Vec<Option<usize>> = vec![None; records.len()];
        for n in (0..records.len()).filter(|&n| is_update(n) && bars[n].is_none() && !is_updated[n]) {
            let before = &mut latest[self.roots[n]];
            if before.is_none_or(|before| is_later(&records[n], &records[before])) {
                // Records are in the order of the text, so that of two without dates the later one in the article wins.
                *before = Some(n);
            }
        }
        for (root, latest) in latest.into_iter().enumerate() {
            self.latest[root] = latest.unwrap_or(root);
        }
    }

    fn settled(&self, records: &[LedgerRecord<'_>], n: usize, bar: Option<Why>) -> CountStatus {
        let status = self.statuses[n];
        let latest = self.latest[self.roots[n]];
        match (status, bar) {
            (CountStatus::Not(_), _) => status,
            // These keep a part or a running toll out as well; what is merely unclear leaves them where they are.
            (_, Some(why)) if why.is_error() || matches!(why, Why::Denied | Why::Rejected) => CountStatus::Not(why),
            (CountStatus::Counts, Some(why)) => CountStatus::Not(why),
            (_, Some(why)) if latest != n => CountStatus::Not(why),
            (_, None) if latest != n => CountStatus::Not(Why::Replaced(records[latest].id)),
            _ => status,
        }
    }
}

/// Whether `record` is the later figure than `before`, which precedes it in the text:
/// by the dates where both have one, else by its place.
fn is_later(record: &LedgerRecord<'_>, before: &LedgerRecord<'_>) -> bool {
    let day = |record: &LedgerRecord<'_>| record.details.when().and_then(|when| when.day());
    match (day(record), day(before)) {
        (Some(day), Some(before)) => day >= before,
        _ => true,
    }
}
