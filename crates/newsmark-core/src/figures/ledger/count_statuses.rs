use std::collections::HashMap;

use super::Why;
use super::lines::Lines;
use super::links::Links;
use super::record::LedgerRecord;
use crate::model::{Dimension, FigureRole, Project, ScopeKind};

/// How each record stands to the totals, by the records' places in their list.
///
/// Records are of one fact where one says the other again or is its update. An
/// update takes over how the first figure of its fact stands: an update of a
/// part is a part, of a running toll a running toll; what comes on top of a part is a part of the same whole.
/// Which figures of a fact stand for it, [`Lines`] tell. What cannot count replaces nothing.
pub(super) struct CountStatuses {
    /// How each record stands.
    pub statuses: Vec<CountStatus>,
    /// The record whose words are said again; the record itself where it says its own.
    pub said: Vec<usize>,
    /// The first figure of each record's fact.
    pub roots: Vec<usize>,
    /// The record that stands in the place of each.
    pub stands: Vec<usize>,
    /// By what each part divides its whole.
    pub by: Vec<Dimension>,
    /// The records that people of each record were moved to.
    pub moved: HashMap<usize, Vec<usize>>,
    /// Figures of one fact by different sources that cannot all hold.
    pub rivals: Vec<Vec<usize>>,
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

/// Wholes of wholes that people who are moved out of a part are taken out of as well.
// A count of some of some of others is told over two or three steps; a chain without end must not be walked for each.
const MOST_WHOLES: usize = 16;

impl CountStatuses {
    /// How the records stand.
    pub fn of(project: &Project, records: &[LedgerRecord<'_>]) -> CountStatuses {
        let links = Links::of(project, records);
        let n_records = records.len();
        let mut facts = CountStatuses {
            statuses: vec![CountStatus::Counts; n_records],
            said: (0..n_records).collect(),
            roots: (0..n_records).collect(),
            stands: Vec::new(),
            by: records.iter().map(|record| record.scope.by).collect(),
            moved: HashMap::new(),
            rivals: Vec::new(),
            order: links.order.clone(),
        };
        // In three passes: what stands for a fact is known only when every update was followed, and how a record stands
        // only when that is known.
        let bars = facts.follow(records, &links);
        let can_count: Vec<bool> = bars.iter().map(Option::is_none).collect();
        let lines = Lines::of(records, &links, &facts, &can_count);
        let rivals: HashMap<usize, usize> =
            lines.rivals.iter().flat_map(|group| group[1..].iter().map(|&n| (n, group[0]))).collect();
        (facts.stands, facts.moved, facts.rivals) = (lines.stands, lines.moved, lines.rivals);
        for (n, bar) in bars.iter().enumerate() {
            facts.statuses[n] = facts.settled(records, n, *bar, &rivals);
        }
        facts.lift(records);
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
                    self.by[n] = self.by[self.roots[n]];
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
                // A further two of the children killed are among all who were killed.
                (ScopeKind::Additional, Some(target)) => {
                    let root = self.roots[target];
                    if let CountStatus::Part(whole) = self.statuses[root] {
                        (self.statuses[n], self.by[n]) = (CountStatus::Part(whole), self.by[root]);
                    }
                }
                (ScopeKind::Cumulative, _) => self.statuses[n] = CountStatus::Toll,
                (ScopeKind::Unspecified, _) => self.statuses[n] = CountStatus::Not(Why::Scope(ScopeKind::Unspecified)),
                _ => self.statuses[n] = CountStatus::Counts,
            }
        }
        bars
    }

    fn settled(
        &self,
        records: &[LedgerRecord<'_>],
        n: usize,
        bar: Option<Why>,
        rivals: &HashMap<usize, usize>,
    ) -> CountStatus {
        let (status, stands) = (self.statuses[n], self.stands[n]);
        match (status, bar) {
            (CountStatus::Not(_), _) => status,
            // These keep a part or a running toll out as well; what is merely unclear leaves them where they are.
            (_, Some(why)) if why.is_error() || matches!(why, Why::Denied | Why::Rejected | Why::Discounted) => {
                CountStatus::Not(why)
            }
            (CountStatus::Counts, Some(why)) | (CountStatus::Toll, Some(why @ (Why::Returns | Why::Affected))) => {
                CountStatus::Not(why)
            }
            (_, Some(why)) if stands != n => CountStatus::Not(why),
            (_, None) if stands != n => {
                let id = records[stands].id;
                CountStatus::Not(if rivals.contains_key(&n) { Why::Rival(id) } else { Why::Replaced(id) })
            }
            _ => status,
        }
    }

    /// People who are moved out of a part are moved out of its whole, where that counts the same harm: two of five who
    /// were badly hurt have died, and the twelve hurt are ten.
    fn lift(&mut self, records: &[LedgerRecord<'_>]) {
        let mut moves: Vec<(usize, usize)> =
            self.moved.iter().flat_map(|(&from, all)| all.iter().map(move |&to| (from, to))).collect();
        moves.sort_unstable();
        for (from, to) in moves {
            let key = (records[from].of, records[from].unit);
            let mut wholes = Vec::new();
            let mut at = self.statuses[to];
            while let CountStatus::Part(whole) = at {
                if (records[whole].of, records[whole].unit) != key || wholes.len() == MOST_WHOLES {
                    break;
                }
                wholes.push(whole);
                at = self.statuses[whole];
            }
            if at == CountStatus::Counts && !wholes.is_empty() {
                self.statuses[to] = CountStatus::Counts;
                wholes.into_iter().for_each(|whole| self.moved.entry(whole).or_default().push(to));
            }
        }
    }
}
