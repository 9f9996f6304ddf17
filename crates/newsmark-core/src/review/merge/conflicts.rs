use super::choice::{Choice, choice};
use super::sequence::merge_values;
use crate::model::{Annotation, AnnotationId, Conflict, Project, SourceId};

/// What is left undecided in `merged`: what this merge could not decide, and
/// what either side had left of an earlier one and the other did not settle.
///
/// Left out is what became one: where both hold the same since.
pub fn left(
    base: Option<&Project>,
    ours: &Project,
    theirs: &Project,
    merged: &Project,
    new: Vec<Conflict>,
) -> Vec<Conflict> {
    let known = base.map(|base| base.conflicts().to_vec());
    let (here, there) = (ours.conflicts().to_vec(), theirs.conflicts().to_vec());
    match choice(known.as_ref(), &here, &there) {
        Choice::Ours if new.is_empty() => return here,
        Choice::Theirs if new.is_empty() => return there,
        _ => {}
    }
    // A conflict of an earlier merge that one side resolved is gone for both.
    let earlier = merge_values(&known.unwrap_or_default(), &here, &there, |conflict| order(conflict, merged));
    let mut left = new;
    for conflict in earlier.into_iter().filter(|conflict| is_open(conflict, merged)) {
        if !left.contains(&conflict) {
            left.push(conflict);
        }
    }
    // Stable and by what it is about: a list of conflicts has the same order in both people's files.
    left.sort_by_key(|conflict| order(conflict, merged));
    left
}

/// The card first, then sources, then annotations in the order of the text.
fn order(conflict: &Conflict, merged: &Project) -> (u8, Option<SourceId>, Option<usize>, Option<AnnotationId>) {
    let (source, annotation) = (conflict.source(), conflict.annotation());
    let kept = match conflict {
        Conflict::Annotation { theirs, .. } => theirs.as_ref(),
        _ => None,
    };
    let standing = annotation.and_then(|id| merged.annotation(id)).or(kept);
    let rank = if annotation.is_some() { 2 } else { u8::from(source.is_some()) };
    (rank, source, standing.map(|annotation| annotation.spans.start()), annotation)
}

/// Whether there is still something to decide.
fn is_open(conflict: &Conflict, merged: &Project) -> bool {
    match conflict {
        Conflict::Annotation { id, parts, theirs: Some(theirs), .. } => match merged.annotation(*id) {
            Some(standing) => {
                let differing = Annotation::differing(standing, theirs);
                parts.iter().any(|part| differing.contains(part))
            }
            None => true,
        },
        Conflict::Annotation { id, theirs: None, .. } | Conflict::DeletedHere { id, .. } => merged.has(*id),
        Conflict::Source { theirs, .. } => {
            conflict.source().is_some_and(|id| merged.sources().get(id) != theirs.as_ref())
        }
        Conflict::Card { theirs, .. } => merged.article().card != **theirs,
    }
}
