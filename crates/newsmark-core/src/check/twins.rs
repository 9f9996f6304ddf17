use std::collections::HashMap;

use crate::figures::Ledger;
use crate::model::{Annotation, AnnotationId, Details, LinkKind, Project, ScopeKind};

/// The annotations that this one is linked with as the same. A claim that is about
/// one count stands for it, so that two claims that are the same join their counts.
fn same_as(annotation: &Annotation) -> Vec<AnnotationId> {
    match &annotation.details {
        Details::Claims(claim) => {
            let to = |kind| claim.links.iter().filter(move |link| link.kind == kind).filter_map(|link| link.to);
            let about: Vec<_> = to(LinkKind::About).collect();
            // A claim about two counts says nothing of their being one.
            to(LinkKind::SameAs).chain(about.iter().copied().filter(|_| about.len() == 1)).collect()
        }
        details => {
            let scope = details.scope().filter(|scope| scope.kind == ScopeKind::SameAs);
            scope.and_then(|scope| scope.of).into_iter().collect()
        }
    }
}

/// The earlier record that each record of a total is linked with as the same,
/// over any number of links, where both are in that total.
pub(super) fn twins(project: &Project, ledger: &Ledger) -> HashMap<AnnotationId, AnnotationId> {
    let mut heads: HashMap<AnnotationId, AnnotationId> = HashMap::new();
    for annotation in project.annotations() {
        for other in same_as(annotation) {
            let (one, other) = (head(&mut heads, annotation.id), head(&mut heads, other));
            heads.insert(other, one);
        }
    }
    let mut twins = HashMap::new();
    // Most projects link nothing as the same.
    if heads.is_empty() {
        return twins;
    }
    for row in &ledger.rows {
        let mut firsts = HashMap::new();
        for &id in &row.counted {
            let first = *firsts.entry(head(&mut heads, id)).or_insert(id);
            if first != id {
                twins.insert(id, first);
            }
        }
    }
    twins
}

/// The annotation that stands for all that are linked with this one; the way to it is made shorter.
fn head(heads: &mut HashMap<AnnotationId, AnnotationId>, id: AnnotationId) -> AnnotationId {
    let mut reached = id;
    while let Some(&next) = heads.get(&reached).filter(|next| **next != reached) {
        // Path halving, so that long chains of links are not walked again and again.
        let beyond = heads.get(&next).copied().unwrap_or(next);
        heads.insert(reached, beyond);
        reached = next;
    }
    reached
}
