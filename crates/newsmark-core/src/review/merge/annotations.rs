use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::version::{Version, merged};
use crate::model::{Annotation, AnnotationId, Change, Conflict, Digest, Part, Project, Spans, Unplaced};

/// What a merge makes of the annotations.
#[derive(Debug, Default)]
pub struct MergedAnnotations {
    /// What our project must do to hold what stands.
    pub changes: Vec<Change>,
    /// How many annotations come, go or become others.
    pub n_changed: usize,
    /// What could not be decided.
    pub conflicts: Vec<Conflict>,
    /// Versions of theirs without a place that were kept as annotations of their own.
    pub apart: Vec<AnnotationId>,
}

/// Merges the annotations, placed or not, by id.
pub fn merge(base: Option<&Project>, ours: &Project, theirs: &Project) -> MergedAnnotations {
    let contested_here = contested_since(base, ours);
    let contested_there = contested_since(base, theirs);
    let mut merging = Merging { ours, theirs, merged: MergedAnnotations::default() };
    // In the order of ids, so that both people's merges make the same changes.
    for id in ids(ours).chain(ids(theirs)).collect::<BTreeSet<_>>() {
        let version = |project| Version::of(project, id);
        let (before, here, there) = (base.and_then(version), version(ours), version(theirs));
        let (is_contested_here, is_contested_there) = (contested_here.contains(&id), contested_there.contains(&id));
        let stands = merging.decide(id, before, here.clone(), there, is_contested_here, is_contested_there);
        if stands != here {
            merging.merged.n_changed += 1;
            merging.merged.changes.extend(changes(id, here, stands));
        }
    }
    merging.merged
}

struct Merging<'a> {
    ours: &'a Project,
    theirs: &'a Project,
    merged: MergedAnnotations,
}

fn ids(project: &Project) -> impl Iterator<Item = AnnotationId> + '_ {
    let placed = project.annotations().iter().map(|annotation| annotation.id);
    placed.chain(project.unplaced().iter().map(|kept| kept.id))
}

/// The annotations about which the project has a conflict that was not there before:
/// whoever deletes one of them has not seen it.
fn contested_since(base: Option<&Project>, project: &Project) -> HashSet<AnnotationId> {
    let known = base.map_or(&[][..], Project::conflicts);
    let new = project.conflicts().iter().filter(|conflict| !known.contains(conflict));
    new.filter_map(Conflict::annotation).collect()
}

impl Merging<'_> {
    /// What stands of an annotation.
    fn decide(
        &mut self,
        id: AnnotationId,
        before: Option<Version>,
        here: Option<Version>,
        there: Option<Version>,
        is_contested_here: bool,
        is_contested_there: bool,
    ) -> Option<Version> {
        let base = before.as_ref().and_then(Version::placed).cloned();
        match (before, here, there) {
            (before, Some(here), Some(there)) => Some(self.stands(id, before.as_ref(), here, there)),
            (None, here, there) => here.or(there),
            (Some(before), Some(here), None) => {
                // They deleted what we did not touch: that is no conflict, unless ours has one open about it that they
                // never saw.
                if here == before && !is_contested_here {
                    return None;
                }
                self.merged.conflicts.push(Conflict::Annotation { id, parts: Vec::new(), base, theirs: None });
                Some(here)
            }
            (Some(before), None, Some(there)) => {
                if there == before && !is_contested_there {
                    return None;
                }
                self.merged.conflicts.push(Conflict::DeletedHere { id, base });
                Some(there)
            }
            (Some(_), None, None) => None,
        }
    }

    /// What stands of an annotation that both have.
    fn stands(&mut self, id: AnnotationId, before: Option<&Version>, here: Version, there: Version) -> Version {
        let (merged, mut parts) = merged(before, &here, &there);
        if parts.is_empty() {
            return merged;
        }
        let place = merged.placed().map(|annotation| annotation.spans.clone());
        match (place, &there) {
            (None, Version::Unplaced(theirs)) => {
                // A conflict keeps annotations that stand in the text; these two stay side by side.
                self.keep_apart(theirs);
                here
            }
            (place, there) => {
                // A version without a place has no boundary that could be taken.
                parts.retain(|part| *part != Part::Boundary || there.placed().is_some());
                let at = |spans: &Spans| there.placed_at(spans);
                let theirs: Option<Arc<Annotation>> = there.placed().cloned().or_else(|| place.as_ref().map(at));
                let base = before.and_then(Version::placed).cloned();
                self.merged.conflicts.push(Conflict::Annotation { id, parts, base, theirs });
                merged
            }
        }
    }

    fn keep_apart(&mut self, theirs: &Arc<Unplaced>) {
        let text = self.ours.article().text.sha256();
        // Not random: whoever merges the same two versions, and however often, makes the same annotation of it.
        let digest = Digest::of(format!("{text} {} {theirs:?}", theirs.id).as_bytes()).to_string();
        // Sixteen hexadecimal digits are always a number of 64 bits.
        let id = AnnotationId::from_u64(u64::from_str_radix(&digest[..16], 16).unwrap_or_default());
        self.merged.apart.push(id);
        // An earlier merge of the same two versions kept it.
        if !self.ours.has(id) && !self.theirs.has(id) {
            self.merged.changes.push(Change::InsertUnplaced(Arc::new(Unplaced { id, ..theirs.as_ref().clone() })));
            self.merged.n_changed += 1;
        }
    }
}

/// What turns one version into the other.
fn changes(id: AnnotationId, from: Option<Version>, to: Option<Version>) -> Vec<Change> {
    match (from, to) {
        (Some(Version::Placed(_)), Some(Version::Placed(annotation))) => vec![Change::Replace(annotation)],
        (from, to) => {
            let leave = from.map(|from| match from {
                Version::Placed(_) => Change::Remove(id),
                Version::Unplaced(_) => Change::RemoveUnplaced(id),
            });
            let come = to.map(|to| match to {
                Version::Placed(annotation) => Change::Insert(annotation),
                Version::Unplaced(kept) => Change::InsertUnplaced(kept),
            });
            leave.into_iter().chain(come).collect()
        }
    }
}
