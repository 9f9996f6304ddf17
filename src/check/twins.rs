use std::collections::{HashMap, HashSet};

use crate::model::{
    Annotation, AnnotationId, Details, FigureRole, Harm, LinkKind, Measure, Project, Scope, ScopeKind, Unit,
};

/// What two counts of one fact have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Counted {
    Harm(Harm, Unit),
    Measure(Measure, Unit),
}

/// What an annotation adds to a total, where it does.
fn counted(annotation: &Annotation) -> Option<Counted> {
    let counts = |scope: Scope| matches!(scope.kind, ScopeKind::Event | ScopeKind::Additional | ScopeKind::UpdateOf);
    match &annotation.details {
        Details::Casualties(record) if counts(record.scope) => Some(Counted::Harm(record.harm, record.figure.unit)),
        Details::Displacement(record) if counts(record.scope) && record.role != FigureRole::Triangulation => {
            let stands_apart = matches!(record.measure, Measure::AtRisk | Measure::Visit);
            (!stands_apart).then_some(Counted::Measure(record.measure, record.figure.unit))
        }
        _ => None,
    }
}

/// The annotations that this one is linked with as the same. A claim that is about
/// one count stands for it, so that two claims that are the same join their counts.
fn same_as(annotation: &Annotation) -> Vec<AnnotationId> {
    match &annotation.details {
        Details::Claims(claim) => {
            let to = |kind| claim.links.iter().filter(move |link| link.kind == kind).filter_map(|link| link.to);
            let about: Vec<_> = to(LinkKind::About).collect();
            to(LinkKind::SameAs).chain(about.iter().copied().filter(|_| about.len() == 1)).collect()
        }
        details => {
            let scope = details.scope().filter(|scope| scope.kind == ScopeKind::SameAs);
            scope.and_then(|scope| scope.of).into_iter().collect()
        }
    }
}

/// The earlier count that each count is linked with as the same, over any number of links.
pub(super) fn twins(project: &Project) -> HashMap<AnnotationId, AnnotationId> {
    let mut heads: HashMap<AnnotationId, AnnotationId> = HashMap::new();
    let mut updated: HashSet<AnnotationId> = HashSet::new();
    for annotation in project.annotations() {
        for other in same_as(annotation) {
            let (one, other) = (head(&mut heads, annotation.id), head(&mut heads, other));
            heads.insert(other, one);
        }
        let scope = annotation.details.scope().filter(|scope| scope.kind == ScopeKind::UpdateOf);
        updated.extend(scope.and_then(|scope| scope.of));
    }
    let mut twins = HashMap::new();
    if heads.is_empty() {
        return twins;
    }
    let mut firsts = HashMap::new();
    for annotation in project.annotations() {
        let Some(counted) = counted(annotation).filter(|_| !updated.contains(&annotation.id)) else { continue };
        let first = *firsts.entry((head(&mut heads, annotation.id), counted)).or_insert(annotation.id);
        if first != annotation.id {
            twins.insert(annotation.id, first);
        }
    }
    twins
}

/// The annotation that stands for all that are linked with this one; the way to it is made shorter.
fn head(heads: &mut HashMap<AnnotationId, AnnotationId>, id: AnnotationId) -> AnnotationId {
    let mut reached = id;
    while let Some(&next) = heads.get(&reached).filter(|next| **next != reached) {
        let beyond = heads.get(&next).copied().unwrap_or(next);
        heads.insert(reached, beyond);
        reached = next;
    }
    reached
}
