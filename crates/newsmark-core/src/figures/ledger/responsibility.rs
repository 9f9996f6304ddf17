use std::collections::BTreeMap;

use super::claims::Statements;
use super::conflicts::MOST;
use super::count_statuses::{CountStatus, CountStatuses};
use super::incident::folded;
use super::record::LedgerRecord;
use super::union::Union;
use super::{ConflictKind, Counted, FigureConflict, Why};
use crate::model::{Anchored, AnnotationId, Casualties, Details, Project, Responsibility, ScopeKind};

/// Who did it, asserted here and denied there: between records that are linked,
/// by their scopes or by claims, or of one fact; and where a claim on who did it
/// contradicts or denies another mark. Between records that are not linked, both
/// must speak of the same, or one of them not say of whom.
pub(super) fn disputes(
    project: &Project,
    records: &[LedgerRecord<'_>],
    facts: &CountStatuses,
    (linked, incidents): (&[usize], &[Option<usize>]),
    statements: &Statements<'_>,
) -> Vec<FigureConflict> {
    let mut groups: Vec<(Vec<usize>, bool)> =
        linked_records(records, facts, linked).into_iter().map(|group| (group, true)).collect();
    // Linked groups come first, so that what an editor linked is not lost where the list is cut at its limit.
    groups.extend(of_one_fact(records, incidents).into_iter().map(|group| (group, false)));
    let mut conflicts = Vec::new();
    for (members, is_linked) in groups {
        let pairs = pairs(records, &members, is_linked);
        conflicts.extend(pairs.into_iter().map(|[(one, asserted), (other, denied)]| {
            let ids = [records[one.min(other)].id, records[one.max(other)].id];
            conflict(ids, why(asserted, denied))
        }));
    }
    let place = |id: AnnotationId| project.place(id).unwrap_or(usize::MAX);
    conflicts.extend(statements.disputes(project).into_iter().map(|mut ids| {
        ids.sort_by_key(|&id| (place(id), id));
        conflict(ids, "Two accounts of who did it that cannot both hold".to_owned())
    }));
    conflicts
}

/// A record of casualties with its place in the list.
type Account<'p> = (usize, &'p Casualties);

/// The pairs of a record that asserts and one that denies, at most [`MOST`].
fn pairs<'p>(records: &[LedgerRecord<'p>], members: &[usize], is_linked: bool) -> Vec<[Account<'p>; 2]> {
    let mut asserted: Vec<Account<'p>> = Vec::new();
    let mut denied: BTreeMap<Option<String>, Vec<Account<'p>>> = BTreeMap::new();
    for (n, record) in members.iter().filter_map(|&n| Some((n, casualties(&records[n])?))) {
        match record.responsibility {
            Responsibility::Declared | Responsibility::Suspected | Responsibility::Contested => {
                asserted.push((n, record));
            }
            Responsibility::Denied => denied.entry(who(record)).or_default().push((n, record)),
            Responsibility::NotStated => {}
        }
    }
    let against = |asserted: Account<'p>| match who(asserted.1) {
        // Two parties at one place and time deny for themselves alone.
        Some(who) if !is_linked => denied.get(&Some(who)).into_iter().chain(denied.get(&None)).flatten().collect(),
        _ => denied.values().flatten().take(MOST).collect::<Vec<_>>(),
    };
    let pairs = asserted.iter().flat_map(|&one| against(one).into_iter().map(move |&other| [one, other]));
    pairs.take(MOST).collect()
}

/// Whom the record speaks of, as words to compare.
fn who(record: &Casualties) -> Option<String> {
    record.responsible.as_ref().map(|words| folded(&words.value))
}

fn conflict(ids: [AnnotationId; 2], why: String) -> FigureConflict {
    FigureConflict { kind: ConflictKind::Responsibility, ids, why }
}

fn why(asserted: &Casualties, denied: &Casualties) -> String {
    let name = |words: &Option<Anchored<String>>| words.as_ref().map(|words| words.value.clone()).unwrap_or_default();
    match (name(&asserted.responsible), name(&denied.responsible)) {
        (one, other) if one.is_empty() && other.is_empty() => {
            "Responsibility is asserted here and denied there".to_owned()
        }
        (one, other) if other.is_empty() || one == other => format!("{one}: held responsible here, denied there"),
        (one, other) if one.is_empty() => format!("{other}: held responsible here, denied there"),
        (one, other) => format!("{one} held responsible here, {other} denied there"),
    }
}

/// Groups of records that their scopes or claims link.
fn linked_records(records: &[LedgerRecord<'_>], facts: &CountStatuses, linked: &[usize]) -> Vec<Vec<usize>> {
    let mut union = Union::of(records.len());
    for (n, &first) in linked.iter().enumerate() {
        union.join(n, first);
        union.join(n, facts.roots[n]);
        if let CountStatus::Part(whole) = facts.statuses[n] {
            union.join(n, whole);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for n in 0..records.len() {
        groups.entry(union.find(n)).or_default().push(n);
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// Groups of records of one harm, time and place.
fn of_one_fact(records: &[LedgerRecord<'_>], incidents: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<(Counted, usize), Vec<usize>> = BTreeMap::new();
    for (n, record) in records.iter().enumerate() {
        // A running toll is of many incidents.
        if let Some(incident) = incidents[n].filter(|_| record.scope.kind != ScopeKind::Cumulative) {
            groups.entry((record.of, incident)).or_default().push(n);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

/// The record of casualties, where no reviewer rejected it.
fn casualties<'p>(record: &LedgerRecord<'p>) -> Option<&'p Casualties> {
    match record.details {
        Details::Casualties(casualties) if record.bar != Some(Why::Rejected) => Some(casualties),
        _ => None,
    }
}
