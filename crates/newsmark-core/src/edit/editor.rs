//! Who last changed what a mark says, and that an approved one waits again then.

use std::sync::Arc;

use crate::model::{Annotation, Change, Person, Project, Status};

/// The change with the person as editor of each annotation that would say
/// something else in it: stand on other words, be of another category, hold
/// other values. One that was approved waits for a reviewer again.
pub fn edited(project: &Project, change: Change, person: Option<&Person>) -> Change {
    match change {
        Change::Replace(mut annotation) => {
            let before = project.annotation(annotation.id);
            // A status or a comment changes nothing of what the mark says, and makes nobody its editor.
            if before.is_some_and(|before| before.spans != annotation.spans || says_other(before, &annotation)) {
                mark_edited(Arc::make_mut(&mut annotation), person);
            }
            Change::Replace(annotation)
        }
        Change::Insert(mut annotation) => {
            // Placed by hand: its words are others, or stand elsewhere, than the file said.
            if project.unplaced_one(annotation.id).is_some() {
                mark_edited(Arc::make_mut(&mut annotation), person);
            }
            Change::Insert(annotation)
        }
        Change::InsertUnplaced(mut unplaced) => {
            if project.unplaced_one(unplaced.id).is_some_and(|before| says_other(before, &unplaced)) {
                mark_edited(Arc::make_mut(&mut unplaced), person);
            }
            Change::InsertUnplaced(unplaced)
        }
        Change::Batch(changes) => {
            Change::Batch(changes.into_iter().map(|change| edited(project, change, person)).collect())
        }
        other => other,
    }
}

fn says_other<P>(before: &Annotation<P>, after: &Annotation<P>) -> bool {
    before.details != after.details || before.note != after.note
}

fn mark_edited<P>(annotation: &mut Annotation<P>, person: Option<&Person>) {
    if let Some(person) = person {
        annotation.editor.clone_from(person);
    }
    // Only an approval is of what was said; a rejection or a request for changes stands until it is answered.
    if annotation.status == Status::Approved {
        annotation.status = Status::Submitted;
        annotation.judge = None;
    }
}
