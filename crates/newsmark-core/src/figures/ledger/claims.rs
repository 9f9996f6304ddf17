use std::collections::HashMap;
use std::sync::Arc;

use super::record::LedgerRecord;
use super::union::Union;
use crate::model::{Annotation, AnnotationId, ClaimKind, Claims, Details, Link, LinkKind, Project, Status};

/// The claims of a project, in the order of the text, without those that a reviewer rejected.
pub(super) struct Statements<'p>(Vec<(AnnotationId, &'p Claims)>);

impl<'p> Statements<'p> {
    /// The claims.
    pub fn of(project: &'p Project) -> Statements<'p> {
        let claim = |annotation: &'p Arc<Annotation>| match &annotation.details {
            // A reviewer decided against it: it links nothing any more.
            Details::Claims(claims) if annotation.status != Status::Rejected => Some((annotation.id, claims)),
            _ => None,
        };
        Statements(project.annotations().iter().filter_map(claim).collect())
    }

    /// For each record the first of all that claims link with it, where they
    /// contradict, deny or speak of each other or say the same.
    pub fn linked(&self, records: &[LedgerRecord<'_>]) -> Vec<usize> {
        let ids = records.iter().map(|record| record.id).chain(self.0.iter().map(|(id, _)| *id));
        let places: HashMap<AnnotationId, usize> = ids.enumerate().map(|(n, id)| (id, n)).collect();
        // Claims are members too: two records may be linked over a claim that is about both.
        let mut union = Union::of(places.len());
        for (n, (_, claim)) in (records.len()..).zip(&self.0) {
            for link in claim.links.iter().filter(|link| is_of_one_fact(link)) {
                if let Some(&other) = link.to.and_then(|id| places.get(&id)) {
                    union.join(n, other);
                }
            }
        }
        (0..records.len()).map(|n| union.find(n)).collect()
    }

    /// The pairs of a claim on who did it and what it contradicts or denies.
    pub fn disputes(&self, project: &Project) -> Vec<[AnnotationId; 2]> {
        let kinds: HashMap<AnnotationId, ClaimKind> = self.0.iter().map(|(id, claim)| (*id, claim.kind)).collect();
        let is_there = |id: AnnotationId| project.annotation(id).is_some_and(|other| other.status != Status::Rejected);
        let mut pairs = Vec::new();
        for (id, claim) in &self.0 {
            for link in claim.links.iter().filter(|link| matches!(link.kind, LinkKind::Contradicts | LinkKind::Denies))
            {
                let Some(to) = link.to.filter(|&to| to != *id && is_there(to)) else { continue };
                let is_on_who =
                    claim.kind == ClaimKind::Responsibility || kinds.get(&to) == Some(&ClaimKind::Responsibility);
                if is_on_who {
                    pairs.push([*id, to]);
                }
            }
        }
        pairs
    }
}

/// Whether the link says that both are of one fact.
fn is_of_one_fact(link: &Link) -> bool {
    matches!(link.kind, LinkKind::Contradicts | LinkKind::Denies | LinkKind::About | LinkKind::SameAs)
}
