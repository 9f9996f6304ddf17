use std::sync::Arc;

use super::DeletedMarks;
use crate::model::{Annotation, AnnotationId, Changed, Event, Part, Person, Project, Time, Unplaced};

/// What a save tells of each annotation that is not as it was `before`, in the order of the text.
///
/// Annotations that the two projects share are passed over, so that it costs
/// little more than what was changed. A new annotation has an event without
/// changes, of its author; one that was deleted and is back, another one. What
/// reads the same, as words that only stand elsewhere, is not told.
///
/// Where nobody is named, each event is by who last changed the annotation.
///
/// `gone` are those that stood in the file before `before`. One of them that is
/// back and has no history, as in files that tell none, was not marked by this
/// save: only what differs from then is told.
///
/// # Limitations
/// Of an annotation with a history that was deleted in the meantime it is not told how it differs from then.
///
/// ```
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{Annotation, AnnotationId, Category, Person, Project, ProjectParts, Span, Time};
/// use newsmark_core::review::{DeletedMarks, events};
///
/// let article = import(b"Ten died. Two fled.", "karsa.txt", None)?.article;
/// let (span, author) = (Span::new(0, 3).ok_or("empty")?, Person::new("Ines Varga").ok_or("no name")?);
/// let (id, category) = (AnnotationId::from_u64(1), Category::Casualties);
/// let before = Project::new(article.clone());
/// let annotations = vec![Annotation::draft(id, span, category, author)];
/// let after = Project::from_parts(ProjectParts { annotations, ..ProjectParts::of(article) })?;
/// let told = events(&before, &DeletedMarks::default(), &after, None, Time(0));
/// // An event without changes is the marking of the words.
/// assert_eq!((told[0].0, told[0].1.changes.len()), (id, 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn events(
    before: &Project,
    gone: &DeletedMarks,
    after: &Project,
    person: Option<&Person>,
    time: Time,
) -> Vec<(AnnotationId, Event)> {
    let placed = after.annotations().not_shared_with(before.annotations()).filter_map(|annotation| {
        let changes = placed_changes(before, gone, after, annotation)?;
        Some((annotation.id, event(annotation, changes, after, person, time)))
    });
    let unplaced = after.unplaced().iter().filter_map(|kept| {
        let changes = unplaced_changes(before, gone, after, kept)?;
        Some((kept.id, event(kept, changes, after, person, time)))
    });
    placed.chain(unplaced).collect()
}

fn event<P>(
    annotation: &Annotation<P>,
    changes: Vec<Changed>,
    after: &Project,
    person: Option<&Person>,
    time: Time,
) -> Event {
    // Only the first event of a history is the marking of the words, which is its author's, whoever saves.
    let is_head = changes.is_empty() && after.history(annotation.id).is_empty();
    let person = if is_head { &annotation.author } else { person.unwrap_or(&annotation.editor) };
    Event { time, person: person.clone(), changes }
}

/// What differs; nothing where the annotation is new; `None` where there is nothing to tell.
fn placed_changes(
    before: &Project,
    gone: &DeletedMarks,
    after: &Project,
    annotation: &Arc<Annotation>,
) -> Option<Vec<Changed>> {
    if let Some(old) = before.annotation(annotation.id) {
        if Arc::ptr_eq(old, annotation) {
            return None;
        }
        let parts = old.differing(annotation).into_iter().filter(|part| is_told(old, annotation, *part));
        let changes = parts.map(|part| changed(part, before.written(old, part), after.written(annotation, part)));
        return some(changes.collect());
    }
    // Not in the file as placed and not as unplaced: it is new, or it is back after having been deleted.
    let Some(old) = before.unplaced_one(annotation.id) else {
        let old = gone.get(annotation.id).filter(|_| after.history(annotation.id).is_empty());
        let Some(old) = old else { return Some(Vec::new()) };
        let parts = old.differing(annotation).into_iter().filter(|part| is_told(old, annotation, *part));
        let changes = parts.map(|part| changed(part, before.written(old, part), after.written(annotation, part)));
        return some(changes.collect());
    };
    // It was given a place by hand, which is told even where the words are the same.
    let others = old.differing_but_place(annotation).into_iter().filter(|part| is_told(old, annotation, *part));
    let parts = std::iter::once(Part::Boundary).chain(others);
    let changes = parts.map(|part| changed(part, before.written_unplaced(old, part), after.written(annotation, part)));
    some(changes.collect())
}

fn unplaced_changes(
    before: &Project,
    gone: &DeletedMarks,
    after: &Project,
    kept: &Arc<Unplaced>,
) -> Option<Vec<Changed>> {
    let old = match before.unplaced_one(kept.id) {
        Some(old) if Arc::ptr_eq(old, kept) => return None,
        Some(old) => old,
        None if after.history(kept.id).is_empty() && gone.has(kept.id) => return None,
        None => return (before.annotation(kept.id).is_none()).then(Vec::new),
    };
    let parts = old.differing_but_place(kept).into_iter().filter(|part| is_told(old, kept, *part));
    let changes =
        parts.map(|part| changed(part, before.written_unplaced(old, part), after.written_unplaced(kept, part)));
    some(changes.collect())
}

fn some(changes: Vec<Changed>) -> Option<Vec<Changed>> {
    (!changes.is_empty()).then_some(changes)
}

fn changed(part: Part, before: String, after: String) -> Changed {
    Changed { part, before, after }
}

/// Whether a person would read a difference.
fn is_told<P, Q>(old: &Annotation<P>, new: &Annotation<Q>, part: Part) -> bool {
    let Part::Field(path) = part else { return true };
    match (old.field(path), new.field(path)) {
        (Some(old), Some(new)) => !old.reads_as(&new),
        // Of an item that one has not, what is unknown reads as nothing.
        (one, other) => one.or(other).is_some_and(|value| !value.is_unknown()),
    }
}
