use std::collections::{BTreeMap, BTreeSet};

use super::claims::Statements;
use super::count_statuses::{CountStatus, CountStatuses};
use super::incident::incidents;
use super::range::Range;
use super::record::LedgerRecord;
use super::responsibility::disputes;
use super::wholes::Wholes;
use super::{ConflictKind, FigureConflict, Why};
use crate::model::{AnnotationId, Harm, Project, ScopeKind, Unit};

/// Most conflicts told among the records of one fact: a fact with more is told as having these.
// Pairs grow with the square of a fact's figures: a hundred accounts that all differ make thousands, which nobody
// reads.
pub(super) const MOST: usize = 500;

/// Accounts that cannot both hold, in the order of the text.
pub(super) fn conflicts(
    project: &Project,
    records: &[LedgerRecord<'_>],
    facts: &CountStatuses,
    wholes: &Wholes,
) -> Vec<FigureConflict> {
    let statements = Statements::of(project);
    let linked = statements.linked(records);
    let incidents = incidents(records);
    let mut conflicts: Vec<FigureConflict> = Vec::new();
    for [one, other] in figures(records, facts, wholes, &linked, &incidents) {
        let names_both = records[one].account.is_some() && records[other].account.is_some();
        let is_by_two = names_both && records[one].account != records[other].account;
        let reading = |n: usize| match records[n].account.as_ref().filter(|_| is_by_two) {
            Some(account) => format!("{} ({})", records[n].figure.reading(), account.name(project)),
            None => records[n].figure.reading(),
        };
        let why = format!("{} against {}: the ranges do not meet", reading(one), reading(other));
        conflicts.push(FigureConflict { kind: ConflictKind::Figures, ids: [records[one].id, records[other].id], why });
    }
    conflicts.extend(disputes(project, records, facts, (&linked, &incidents), &statements));
    let place = |id: AnnotationId| project.place(id).unwrap_or(usize::MAX);
    conflicts.sort_by_cached_key(|conflict| (conflict.ids.map(place), conflict.kind, conflict.ids));
    // Two records may be of one fact by their scope and by their claims; neighbours after sorting.
    conflicts.dedup_by(|one, other| (one.kind, one.ids) == (other.kind, other.ids));
    conflicts
}

/// Pairs of records of one fact whose ranges do not meet, each in the order of the text.
///
/// One fact are those that are linked as the same, those that claims link and
/// that count the same, and those that count the same at one time and place, of victims of one status. An
/// update replaces what it updates and does not conflict with it, but with another source's update of the
/// same; a part is another fact than its whole, and so is what comes on top.
fn figures(
    records: &[LedgerRecord<'_>],
    facts: &CountStatuses,
    wholes: &Wholes,
    linked: &[usize],
    incidents: &[Option<usize>],
) -> BTreeSet<[usize; 2]> {
    let mut said: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut of_one_incident: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut of_one_claim: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (n, record) in records.iter().enumerate().filter(|(_, record)| has_a_number(record)) {
        said.entry((facts.said[n], record.unit)).or_default().push(n);
        // Two counts of an unknown harm may be of the killed and of the injured, and do not conflict.
        if stands_alone(records, facts, n) && record.of != super::Counted::Harm(Harm::Unspecified) {
            let is_toll = facts.statuses[n] == CountStatus::Toll;
            // Fighters and civilians are other people, and so are those who left and those who came back.
            let apart = record.bar.filter(|why| matches!(why, Why::Returns | Why::Affected));
            let counted = (record.of, record.unit, record.victims(), apart, is_toll);
            if let Some(incident) = incidents[n] {
                of_one_incident.entry((counted, incident)).or_default().push(n);
            }
            of_one_claim.entry((counted, linked[n])).or_default().push(n);
        }
    }
    let ranges: Vec<Range> = records
        .iter()
        .zip(&wholes.amounts)
        .map(|(record, &amount)| Range::of(record.figure.qualifier, amount))
        .collect();
    let all = said.into_values().chain(of_one_incident.into_values()).chain(of_one_claim.into_values());
    let mut pairs: BTreeSet<[usize; 2]> = all.flat_map(|members| apart(&ranges, members)).collect();
    let rivals = facts.rivals.iter().flat_map(|members| apart(&ranges, members.clone()));
    // One source may correct itself; only what two say is a conflict.
    pairs.extend(rivals.filter(|[one, other]| records[*one].account != records[*other].account));
    pairs
}

/// Whether the record's number is one to hold against another's.
fn has_a_number(record: &LedgerRecord<'_>) -> bool {
    // What is kept for comparison is there to be held against others, and shares can disagree though they do not add
    // up.
    let is_clear = matches!(record.bar, None | Some(Why::Triangulation | Why::Share | Why::Returns | Why::Affected));
    is_clear && record.unit != Unit::Unspecified
}

/// Whether the record is a fact of its own, neither replaced nor a part nor on top of another.
fn stands_alone(records: &[LedgerRecord<'_>], facts: &CountStatuses, n: usize) -> bool {
    let is_on_top = records[facts.roots[n]].scope.kind == ScopeKind::Additional;
    let is_own = match facts.statuses[n] {
        CountStatus::Counts | CountStatus::Toll => true,
        CountStatus::Part(_) => false,
        CountStatus::Not(why) => {
            let is_undecided = why == Why::Scope(ScopeKind::Unspecified);
            is_undecided || matches!(why, Why::Triangulation | Why::Share | Why::Returns | Why::Affected)
        }
    };
    is_own && !is_on_top
}

/// The pairs of members whose ranges do not meet, at most [`MOST`]. Sorted by
/// their ceilings, those below a range are the first of the list.
fn apart(ranges: &[Range], members: Vec<usize>) -> Vec<[usize; 2]> {
    let mut below: Vec<usize> = members.iter().copied().filter(|&n| ranges[n].ceiling.is_some()).collect();
    below.sort_by_key(|&n| (ranges[n].ceiling, n));
    let pairs = members.iter().flat_map(|&n| {
        below
            .iter()
            .take_while(move |&&other| ranges[n].is_above(ranges[other]))
            .map(move |&other| [n.min(other), n.max(other)])
    });
    pairs.take(MOST).collect()
}
