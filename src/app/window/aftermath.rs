//! What an edit does besides what was asked, and is told where it is done.

use std::sync::Arc;

use crate::edit::{OpenProject, set_aside_by};
use crate::model::{Annotation, AnnotationId, Category, Details, Project, Status};

use super::Window;
use crate::app::command::Command;
use crate::app::notices::Notice;

/// The selected mark before an edit, where it was approved.
pub(in crate::app) struct Approved(Arc<Annotation>);

impl Approved {
    /// The selected mark, where it is approved.
    pub(in crate::app) fn among(open: &OpenProject) -> Option<Approved> {
        open.selected_annotation().filter(|mark| mark.status == Status::Approved).cloned().map(Approved)
    }

    /// Whether it waits for a review again, as it says something else.
    pub(in crate::app) fn is_reopened(&self, open: &OpenProject) -> bool {
        let Approved(before) = self;
        let after = open.project().annotation(before.id).filter(|after| after.status == Status::Submitted);
        after.is_some_and(|after| {
            after.details != before.details || after.spans != before.spans || after.note != before.note
        })
    }
}

const REOPENED: &str = "The mark was approved and waits for a review again";

/// Tells that a mark was opened again by a change.
pub(in crate::app) fn reopened() -> Notice {
    Notice::note(REOPENED).action("Undo", Command::Undo)
}

impl Window {
    /// Changes a mark's category and tells what that sets aside.
    pub(in crate::app) fn change_category(&mut self, id: AnnotationId, category: Category) {
        let mark = |window: &Window| window.document.as_ref()?.session.project().annotation(id).cloned();
        let before = mark(self);
        self.edit(|open, now| open.change_category(id, category, now));
        let (Some(before), Some(after)) = (before, mark(self)) else { return };
        let labels = set_aside_by(&before.details, category);
        if after.category() == before.category() || labels.is_empty() {
            return;
        }
        let mut told = format!(
            "Set aside: {}. They are back when the mark is {} again, as long as the project stays open",
            listed(&labels),
            before.category().noun()
        );
        if let Some(reopened) = self.notices.pop_if(|notice| notice.sentence == REOPENED) {
            told = format!("{told}. {}", reopened.sentence);
        }
        self.say(Notice::note(told).action("Undo", Command::Undo));
    }

    /// Deletes a mark and tells which marks named it.
    pub(in crate::app) fn delete(&mut self, id: AnnotationId) {
        let Some(project) = self.document.as_ref().map(|document| document.session.project()) else { return };
        let names: Vec<String> = naming(project, id).into_iter().filter_map(|other| project.called(other)).collect();
        self.edit(|open, now| open.delete(id, now));
        let is_gone = self.document.as_ref().is_some_and(|document| !document.session.project().has(id));
        if is_gone && !names.is_empty() {
            let n_marks = if names.len() == 1 { "1 mark".to_owned() } else { format!("{} marks", names.len()) };
            let told = format!("{n_marks} referred to the deleted one: {}", listed(&names));
            self.say(Notice::warning(told).action("Undo", Command::Undo));
        }
    }
}

/// The marks of which a field names that mark, in their order.
fn naming(project: &Project, id: AnnotationId) -> Vec<AnnotationId> {
    let names = |mark: &Annotation| match &mark.details {
        Details::Casualties(record) => record.scope.of == Some(id),
        Details::Displacement(record) => record.scope.of == Some(id),
        Details::Quotes(record) => record.inside == Some(id),
        Details::Claims(record) => record.links.iter().any(|link| link.to == Some(id)),
    };
    let others = project.annotations().iter().filter(|mark| mark.id != id);
    others.filter(|mark| names(mark)).map(|mark| mark.id).collect()
}

/// The first of some names, and how many more there are: "Harm, Victims, Cause and 2 more".
fn listed(names: &[impl AsRef<str>]) -> String {
    /// As many as a notice has room for.
    const MOST: usize = 3;
    let first: Vec<&str> = names.iter().take(MOST).map(AsRef::as_ref).collect();
    match names.len().checked_sub(MOST + 1) {
        Some(more) => format!("{} and {} more", first.join(", "), more + 1),
        None => first.join(", "),
    }
}
