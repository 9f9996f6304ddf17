use std::collections::{HashMap, HashSet};

use super::figures::has_number;
use super::{
    cycles::cycles, in_all, incidents::of_one_incident, overflowing::overflowing, twins::twins, whole_of_others,
};
use crate::figures::{Ledger, Why};
use crate::model::{Annotation, AnnotationId, Details, Project, ScopeKind, SourceId, Text};

/// What is worked out once for all annotations of a project, by what they say of each other.
#[derive(Debug, Default)]
pub(super) struct Across {
    /// Why records that are in error enter no total.
    pub errors: HashMap<AnnotationId, Why>,
    /// The parts of each record by dimension, in the order of the text.
    pub parts: HashMap<AnnotationId, Vec<Vec<AnnotationId>>>,
    /// The counts before each count that its words call a whole, as "19 in all", of which it can be that.
    pub wholes: HashMap<AnnotationId, Vec<AnnotationId>>,
    /// The whole of each part.
    pub whole_of: HashMap<AnnotationId, AnnotationId>,
    /// Each event of the same day and place as an earlier one, with that one.
    pub of_one_incident: HashMap<AnnotationId, AnnotationId>,
    /// The records with which a total is larger than can be counted.
    pub overflowing: HashSet<AnnotationId>,
    /// The places in the ledger of the conflicts with an earlier annotation.
    pub conflicts: HashMap<AnnotationId, Vec<usize>>,
    /// The first annotation that names each source.
    pub first_naming: HashMap<SourceId, AnnotationId>,
    /// The annotations whose links lead back to themselves.
    pub cyclic: HashSet<AnnotationId>,
    /// The earlier count that each count is linked with as the same.
    pub twins: HashMap<AnnotationId, AnnotationId>,
    /// The annotations that one of the above is about or that have a link: no other one is found wrong by others.
    pub linked: HashSet<AnnotationId>,
    /// Where links lead, also those to annotations that are not there.
    pub targets: HashSet<AnnotationId>,
}

impl Across {
    /// Works it out, in some passes over the annotations.
    pub fn of(project: &Project, ledger: &Ledger) -> Across {
        let mut across = Across {
            of_one_incident: of_one_incident(project),
            overflowing: overflowing(project, ledger),
            cyclic: cycles(project),
            twins: twins(project, ledger),
            ..Across::default()
        };
        for (place, annotation) in project.annotations().iter().enumerate() {
            if is_called_whole(&project.article().text, annotation) {
                across.wholes.insert(annotation.id, whole_of_others::parts(project, ledger, place));
            }
            if let Some(source) = annotation.details.attribution().source {
                across.first_naming.entry(source).or_insert(annotation.id);
            }
            if has_link(annotation) {
                across.linked.insert(annotation.id);
                across.targets.extend(targets(annotation));
            }
        }
        let not_counted = ledger.rows.iter().flat_map(|row| &row.not_counted);
        let errors = not_counted.filter(|record| record.why.is_error());
        across.errors = errors.map(|record| (record.id, record.why)).collect();
        for parts in ledger.rows.iter().flat_map(|row| &row.parts) {
            across.parts.entry(parts.of).or_default().push(parts.parts.iter().map(|part| part.id).collect());
            across.whole_of.extend(parts.parts.iter().map(|part| (part.id, parts.of)));
        }
        for (at, conflict) in ledger.conflicts.iter().enumerate() {
            // At the later of the two: the reader of the list has seen the first by then.
            across.conflicts.entry(conflict.ids[1]).or_default().push(at);
        }
        // Last: it goes through all that was worked out before.
        across.gather();
        across
    }

    fn gather(&mut self) {
        let of_records = self.errors.keys().chain(self.parts.keys()).chain(self.whole_of.keys());
        let of_events = self.of_one_incident.keys().chain(&self.overflowing).chain(self.conflicts.keys());
        let of_events = of_events.chain(self.wholes.keys());
        let of_links = self.first_naming.values().chain(&self.cyclic).chain(self.twins.keys());
        self.linked.extend(of_records.chain(of_events).chain(of_links));
    }
}

/// Whether the annotation is a count of its own, or of no scope yet, that its words call the whole of others.
pub(super) fn is_called_whole(text: &Text, annotation: &Annotation) -> bool {
    let details = &annotation.details;
    let is_own = details.scope().is_some_and(|scope| matches!(scope.kind, ScopeKind::Event | ScopeKind::Unspecified));
    is_own && details.figure().is_some_and(has_number) && in_all::is_said_of(text, annotation)
}

/// Whether the annotation names another one, or must and does not.
pub(super) fn has_link(annotation: &Annotation) -> bool {
    match &annotation.details {
        Details::Quotes(quote) => quote.inside.is_some(),
        Details::Claims(claim) => !claim.links.is_empty(),
        details => details.scope().is_some_and(|scope| scope.of.is_some() || scope.kind.needs_other()),
    }
}

/// The annotations that it names.
fn targets(annotation: &Annotation) -> Vec<AnnotationId> {
    match &annotation.details {
        Details::Quotes(quote) => quote.inside.into_iter().collect(),
        Details::Claims(claim) => claim.links.iter().filter_map(|link| link.to).collect(),
        details => details.scope().and_then(|scope| scope.of).into_iter().collect(),
    }
}
