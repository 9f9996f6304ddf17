use std::collections::HashMap;
use std::sync::Arc;

use super::across::{Across, has_link, is_called_whole};
use crate::figures::Ledger;
use crate::model::{Annotation, AnnotationId, Project, Status};

/// The ledger of `after`, where what changed since `before` bears on no other
/// annotation, so that all that was worked out across them stands; `None` where it may.
///
/// Only annotations come and go then that have no link and no source, to which
/// no link leads and that stand by in the ledger; of all others what another
/// could see stayed as it was.
pub(super) fn ledger(before: &Project, after: &Project, across: &Across, ledger: &Arc<Ledger>) -> Option<Arc<Ledger>> {
    // Edits replace and never write into an annotation, so that the same allocation is the same annotation.
    let is_kept = |(one, other)| Arc::ptr_eq(one, other);
    let same_unplaced = before.unplaced().len() == after.unplaced().len()
        && before.unplaced().iter().zip(after.unplaced()).all(is_kept);
    // Sources name accounts, and what has no place still stands in the ledger: both bear on others.
    if before.sources() != after.sources() || !same_unplaced {
        return None;
    }
    let (was, is) = (before.annotations(), after.annotations());
    let mut gone: HashMap<AnnotationId, &Arc<Annotation>> =
        was.not_shared_with(is).map(|annotation| (annotation.id, annotation)).collect();
    let mut come: Vec<&Annotation> = Vec::new();
    for annotation in is.not_shared_with(was) {
        // A chunk is copied as a whole when one of its annotations changes, so most of what is not shared is the same
        // all the same.
        if gone.get(&annotation.id).is_some_and(|was| is_same_to_others(was, annotation)) {
            gone.remove(&annotation.id);
        } else {
            come.push(annotation);
        }
    }
    let gone: Vec<&Annotation> = gone.into_values().map(Arc::as_ref).collect();
    if gone.is_empty() && come.is_empty() {
        return Some(Arc::clone(ledger));
    }
    let text = &after.article().text;
    // What is called a whole of others is so by what counts before it.
    let is_apart = |annotation: &&Annotation| is_apart(across, annotation) && !is_called_whole(text, annotation);
    let all_apart = gone.iter().all(is_apart) && come.iter().all(is_apart);
    all_apart.then(|| ledger.with_bystanders(after, &gone, &come))?.map(Arc::new)
}

/// Whether no other annotation is found wrong, or right, by this one.
fn is_apart(across: &Across, annotation: &Annotation) -> bool {
    Ledger::is_bystander(annotation)
        && annotation.details.attribution().source.is_none()
        && !has_link(annotation)
        && !across.targets.contains(&annotation.id)
}

/// Whether all that other annotations are checked by is the same: the words, the record, and that it is not rejected.
fn is_same_to_others(one: &Arc<Annotation>, other: &Arc<Annotation>) -> bool {
    let is_rejected = |annotation: &Annotation| annotation.status == Status::Rejected;
    Arc::ptr_eq(one, other)
        || one.spans == other.spans && one.details == other.details && is_rejected(one) == is_rejected(other)
}
