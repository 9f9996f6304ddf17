use std::collections::HashMap;

use super::Why;
use super::record::LedgerRecord;
use crate::model::{AnnotationId, Project, ScopeKind};

/// Where the scope of each record leads, by the records' places in their list.
pub(super) struct Links {
    /// The record that the scope names; `None` for a scope that needs none, else why it cannot be followed.
    pub targets: Vec<Result<Option<usize>, Why>>,
    /// Every record once, each after the one that its scope names.
    pub order: Vec<usize>,
}

impl Links {
    /// Follows the scope of each record.
    pub fn of(project: &Project, records: &[LedgerRecord<'_>]) -> Links {
        let places: HashMap<AnnotationId, usize> =
            records.iter().enumerate().map(|(n, record)| (record.id, n)).collect();
        let mut targets: Vec<_> = records.iter().map(|record| target(project, records, &places, record)).collect();
        let order = in_order(&mut targets);
        Links { targets, order }
    }

    /// The record that the scope of record `n` names.
    pub fn target(&self, n: usize) -> Option<usize> {
        self.targets[n].ok().flatten()
    }
}

fn target(
    project: &Project,
    records: &[LedgerRecord<'_>],
    places: &HashMap<AnnotationId, usize>,
    record: &LedgerRecord<'_>,
) -> Result<Option<usize>, Why> {
    if !record.scope.kind.needs_other() {
        return Ok(None);
    }
    let id = record.scope.of.ok_or(Why::NoMark)?;
    let Some(&place) = places.get(&id) else {
        // A quote or a claim is there, but is no record that counts.
        return Err(if project.has(id) { Why::OtherKind } else { Why::Absent });
    };
    if fits(record, &records[place]) { Ok(Some(place)) } else { Err(Why::OtherKind) }
}

/// Whether a scope may lead from one record to the other: casualties to
/// casualties, displacement to displacement. What is said again is of the same
/// harm or measure, and a new figure of the same measure, where both are known;
/// but the missing can be found dead.
fn fits(record: &LedgerRecord<'_>, other: &LedgerRecord<'_>) -> bool {
    use super::Counted::{Harm, Measure};
    use crate::model::{Harm as H, Measure as M};
    let kind = record.scope.kind;
    match (record.of, other.of) {
        (Harm(one), Harm(two)) => {
            kind != ScopeKind::SameAs || one == two || one == H::Unspecified || two == H::Unspecified
        }
        (Measure(one), Measure(two)) => {
            let is_one_fact = matches!(kind, ScopeKind::SameAs | ScopeKind::UpdateOf);
            !is_one_fact || one == two || one == M::Unspecified || two == M::Unspecified
        }
        (Harm(_), Measure(_)) | (Measure(_), Harm(_)) => false,
    }
}

/// Every record after the one that its scope names. Records in a circle lose their targets.
fn in_order(targets: &mut [Result<Option<usize>, Why>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(targets.len());
    // The walk in which each record was met, counted from 1.
    // A record met in this walk again closes a circle; one met in an earlier walk was put in order then.
    let mut met = vec![0; targets.len()];
    let mut path = Vec::new();
    for start in 0..targets.len() {
        let mut next = Some(start);
        while let Some(n) = next.filter(|&n| met[n] == 0) {
            met[n] = start + 1;
            path.push(n);
            next = targets[n].ok().flatten();
        }
        if let Some(n) = next.filter(|&n| met[n] == start + 1) {
            let first = path.iter().position(|&other| other == n).unwrap_or(0);
            for &member in &path[first..] {
                targets[member] = Err(Why::Circle);
            }
        }
        // The end of a path first: what a scope names comes before it.
        order.extend(path.drain(..).rev());
    }
    order
}
