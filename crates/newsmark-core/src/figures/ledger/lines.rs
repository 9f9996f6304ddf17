use std::collections::HashMap;

use super::Counted;
use super::count_statuses::CountStatuses;
use super::links::Links;
use super::range::Range;
use super::record::LedgerRecord;
use crate::model::{Harm, ScopeKind};

/// The figures of each fact that stand for it: one a harm.
///
/// Figures of one fact and harm are a line. Of a line the latest stands, see
/// [`is_later`]: a figure that another of its line updates does not, nor does one that cannot count. An update
/// to another harm begins a line of its own, and moves people there from the line that it updates.
#[derive(Default)]
pub(super) struct Lines {
    /// The record that stands in the place of each record, which is itself where it stands.
    pub stands: Vec<usize>,
    /// The records that people of each record were moved to.
    pub moved: HashMap<usize, Vec<usize>>,
    /// Figures of one line by different sources that cannot all hold, the one that stands first.
    pub rivals: Vec<Vec<usize>>,
}

/// How many lines a fact can have.
const N_LINES: usize = Harm::ALL.len();

/// Where a record stands among those of its fact that it updates, step by step.
#[derive(Clone, Copy, Default)]
struct Steps {
    /// The nearest record of each line that it updates.
    of_line: [Option<usize>; N_LINES],
    /// The record of another line from which its people came.
    from: Option<usize>,
}

/// The line of a record: its harm. Measures of displacement are one line, as nobody is moved from one to another.
fn line(record: &LedgerRecord<'_>) -> usize {
    match record.of {
        Counted::Harm(harm) => harm as usize,
        Counted::Measure(_) => 0,
    }
}

impl Lines {
    /// Finds them; `can_count` tells of each record whether nothing keeps it from counting.
    pub fn of(records: &[LedgerRecord<'_>], links: &Links, facts: &CountStatuses, can_count: &[bool]) -> Lines {
        let is_update = |n: usize| records[n].scope.kind == ScopeKind::UpdateOf && facts.roots[n] != n;
        let mut lines = Lines { stands: (0..records.len()).collect(), ..Lines::default() };
        let mut steps: HashMap<usize, Steps> = HashMap::new();
        for &n in links.order.iter().filter(|&&n| is_update(n)) {
            if let Some(target) = links.target(n) {
                let step = step(records, &steps, n, facts.said[target]);
                steps.insert(n, step);
            }
        }
        let candidates = lines.candidates(records, links, facts, &steps, can_count);
        let mut latest: HashMap<(usize, usize), usize> = HashMap::new();
        for (&key, members) in &candidates {
            // In the order of the text, so that of two without dates the later one in the article wins.
            let stands =
                members.iter().copied().reduce(|before, n| if is_later(records, n, before) { n } else { before });
            latest.extend(stands.map(|stands| (key, stands)));
        }
        for n in 0..records.len() {
            let root = facts.roots[n];
            lines.stands[n] = latest.get(&(root, line(&records[facts.said[n]]))).copied().unwrap_or(root);
        }
        let mut keys: Vec<_> = latest.into_iter().collect();
        keys.sort_unstable();
        for ((root, of), stands) in keys {
            lines.gather_rivals(records, stands, &candidates[&(root, of)]);
            if of != line(&records[root]) {
                lines.take_from(records, steps.get(&stands), root, stands);
            }
        }
        lines
    }

    /// The updates of each line that no other one of it updates, by the first figure of their fact and their line.
    fn candidates(
        &self,
        records: &[LedgerRecord<'_>],
        links: &Links,
        facts: &CountStatuses,
        steps: &HashMap<usize, Steps>,
        can_count: &[bool],
    ) -> HashMap<(usize, usize), Vec<usize>> {
        let mut is_updated = vec![false; records.len()];
        // Backwards, the updates before what they update: an update that cannot count still hands on that it was
        // updated itself.
        for &n in links.order.iter().rev() {
            let Some(step) = steps.get(&n).filter(|_| can_count[n] || is_updated[n]) else { continue };
            if let Some(before) = step.of_line[line(&records[n])] {
                is_updated[before] = true;
            }
        }
        let mut candidates: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        for n in (0..records.len()).filter(|n| steps.contains_key(n) && can_count[*n] && !is_updated[*n]) {
            candidates.entry((facts.roots[n], line(&records[n]))).or_default().push(n);
        }
        candidates
    }

    /// Moves the people of the record that stands for its line out of the one that stands where they came from, unless
    /// that was told after them and leaves them out by itself.
    fn take_from(&mut self, records: &[LedgerRecord<'_>], steps: Option<&Steps>, root: usize, to: usize) {
        let Some((steps, from)) = steps.and_then(|steps| Some((steps, steps.from?))) else { return };
        let source = self.stands[from];
        // "Five are missing. Three were found dead, two are still missing": the two are not five less three once more.
        let is_before = source == root || steps.of_line[line(&records[source])] == Some(source);
        let day = |n: usize| records[n].details.when().and_then(|when| when.day());
        let is_earlier = day(source).zip(day(to)).is_some_and(|(source, to)| source < to);
        if source != to && (is_before || is_earlier) {
            self.moved.entry(source).or_default().push(to);
        }
    }

    /// Other sources' figures of a line that the one that stands cannot hold with, unless it is of a later day.
    fn gather_rivals(&mut self, records: &[LedgerRecord<'_>], stands: usize, members: &[usize]) {
        let range = |n: usize| Range::of(records[n].figure.qualifier, records[n].amount);
        let day = |n: usize| records[n].details.when().and_then(|when| when.day());
        let is_rival = |n: usize| {
            let is_other = records[n].account.is_some()
                && records[stands].account.is_some()
                && records[n].account != records[stands].account;
            let is_earlier = day(n).zip(day(stands)).is_some_and(|(one, other)| one < other);
            let is_same_unit = records[n].unit == records[stands].unit;
            n != stands && is_other && is_same_unit && !is_earlier && !range(n).meets(range(stands))
        };
        let mut group = vec![stands];
        group.extend(members.iter().copied().filter(|&n| is_rival(n)));
        if group.len() > 1 {
            self.rivals.push(group);
        }
    }
}

/// Where update `n` of `before` stands.
fn step(records: &[LedgerRecord<'_>], steps: &HashMap<usize, Steps>, n: usize, before: usize) -> Steps {
    let (own, other) = (line(&records[n]), line(&records[before]));
    let of_before = steps.get(&before).copied().unwrap_or_default();
    let mut step = of_before;
    step.of_line[other] = Some(before);
    // What says its line again brings nobody there who was not there before.
    if let Some(earlier) = step.of_line[own] {
        step.from = steps.get(&earlier).and_then(|earlier| earlier.from);
        return step;
    }
    // The dead are found among the missing, and nobody among the dead: "three were found dead and two hurt" takes
    // both from those who were missing.
    let is_of_the_dead = records[before].of == Counted::Harm(Harm::Killed);
    step.from = of_before.from.filter(|&from| is_of_the_dead && line(&records[from]) != own).or(Some(before));
    step
}

/// Whether `n` is the later figure than `before`, which precedes it in the text:
/// by the dates where both have one, else by its place.
fn is_later(records: &[LedgerRecord<'_>], n: usize, before: usize) -> bool {
    let day = |n: usize| records[n].details.when().and_then(|when| when.day());
    match (day(n), day(before)) {
        (Some(day), Some(before)) => day >= before,
        _ => true,
    }
}
