use std::sync::Arc;

use super::card::merged_card;
use super::choice::MergeSide;
use super::sources::merged_source;
use super::version::Version;
use crate::model::{Annotation, AnnotationId, Change, Conflict, Part, Project, Source};

/// The change that settles the project's `n`th conflict by taking what that
/// side has, as a whole or in one part; the conflict goes when nothing of it is left.
///
/// `None` where there is no such conflict, where it is not about that part, or
/// where it is not known what it was before and that is asked for.
pub fn resolution(project: &Project, n: usize, side: MergeSide, part: Option<Part>) -> Option<Change> {
    let conflict = project.conflicts().get(n)?;
    let (changes, left) = match (conflict, part) {
        (Conflict::Annotation { id, parts, base, theirs }, part) if !parts.is_empty() => {
            let taken: Vec<Part> = parts.iter().copied().filter(|own| part.is_none_or(|part| part == *own)).collect();
            let rest: Vec<Part> = parts.iter().copied().filter(|own| !taken.contains(own)).collect();
            let from = match side {
                MergeSide::Ours => None,
                MergeSide::Theirs => Some(theirs.as_ref()?),
                MergeSide::Base => Some(base.as_ref()?),
            };
            let changes = from.map_or_else(Vec::new, |from| taking(project, *id, &taken, from));
            let (id, base, theirs) = (*id, base.clone(), theirs.clone());
            let left = (!rest.is_empty()).then_some(Conflict::Annotation { id, parts: rest, base, theirs });
            (Some(changes).filter(|_| !taken.is_empty())?, left)
        }
        // Sources, cards and whole marks are decided as one.
        (_, Some(_)) => return None,
        (conflict, None) => (whole(project, conflict, side)?, None),
    };
    let mut conflicts = project.conflicts().to_vec();
    // In its place, so that the numbers of the other conflicts stay while somebody goes through them.
    conflicts.splice(n..=n, left);
    let settled = Change::ReplaceConflicts(conflicts);
    Some(Change::Batch(changes.into_iter().chain([settled]).collect()))
}

/// What takes these parts of an annotation from another version of it.
fn taking(project: &Project, id: AnnotationId, parts: &[Part], from: &Arc<Annotation>) -> Vec<Change> {
    let take = |mut annotation: Annotation| {
        parts.iter().for_each(|part| annotation.take(*part, from));
        annotation
    };
    match Version::of(project, id) {
        Some(Version::Placed(standing)) => vec![Change::Replace(Arc::new(take(standing.as_ref().clone())))],
        Some(Version::Unplaced(kept)) => {
            let taken = take(kept.as_ref().clone().at(from.spans.clone()));
            let come = if parts.contains(&Part::Boundary) {
                Change::Insert(Arc::new(taken))
            } else {
                Change::InsertUnplaced(Arc::new(taken.at(kept.spans.clone())))
            };
            vec![Change::RemoveUnplaced(id), come]
        }
        // Deleted here since the merge: taking their part brings the mark back.
        None => vec![Change::Insert(from.clone())],
    }
}

/// What settles a conflict that is about something as a whole.
fn whole(project: &Project, conflict: &Conflict, side: MergeSide) -> Option<Vec<Change>> {
    Some(match (conflict, side) {
        (Conflict::Annotation { .. } | Conflict::Source { .. } | Conflict::Card { .. }, MergeSide::Ours)
        | (Conflict::DeletedHere { .. }, MergeSide::Theirs) => Vec::new(),
        (Conflict::Annotation { id, theirs, .. }, MergeSide::Theirs) => becoming(project, *id, theirs.as_ref()),
        (Conflict::DeletedHere { id, .. }, MergeSide::Ours) => becoming(project, *id, None),
        (Conflict::Annotation { id, base, .. } | Conflict::DeletedHere { id, base }, MergeSide::Base) => {
            becoming(project, *id, Some(base.as_ref()?))
        }
        (Conflict::Source { base, theirs }, MergeSide::Theirs) => {
            let sources = project.sources();
            let id = conflict.source()?;
            vec![Change::ReplaceSources(match theirs {
                Some(theirs) => sources.with(resolved_source(base.as_ref(), sources.get(id), theirs, side)),
                None => sources.without(id),
            })]
        }
        (Conflict::Source { base, theirs }, MergeSide::Base) => {
            let (sources, before) = (project.sources(), base.as_ref()?);
            // They deleted it: against the base as theirs no field is contested.
            let theirs = theirs.as_ref().unwrap_or(before);
            let source = resolved_source(base.as_ref(), sources.get(before.id), theirs, side);
            vec![Change::ReplaceSources(sources.with(source))]
        }
        (Conflict::Card { base, theirs }, side) => {
            if side == MergeSide::Base && base.is_none() {
                return None;
            }
            let (card, _) = merged_card(base.as_deref(), &project.article().card, theirs, side);
            vec![Change::ReplaceCard(Box::new(card))]
        }
    })
}

/// What makes an annotation that version, or takes it out.
fn becoming(project: &Project, id: AnnotationId, version: Option<&Arc<Annotation>>) -> Vec<Change> {
    match (Version::of(project, id), version) {
        (Some(Version::Placed(_)), Some(version)) => vec![Change::Replace(version.clone())],
        (standing, version) => {
            let leave = standing.map(|standing| match standing {
                Version::Placed(_) => Change::Remove(id),
                Version::Unplaced(_) => Change::RemoveUnplaced(id),
            });
            leave.into_iter().chain(version.cloned().map(Change::Insert)).collect()
        }
    }
}

/// The source with the values of that side in contested fields; as a whole where one of the sides has none.
fn resolved_source(base: Option<&Source>, standing: Option<&Source>, theirs: &Source, side: MergeSide) -> Source {
    match (standing, base, side) {
        (Some(standing), _, MergeSide::Ours | MergeSide::Theirs) => merged_source(base, standing, theirs, side).0,
        (Some(standing), Some(base), MergeSide::Base) if base != theirs => {
            merged_source(Some(base), standing, theirs, side).0
        }
        (_, Some(base), MergeSide::Base) => base.clone(),
        _ => theirs.clone(),
    }
}
