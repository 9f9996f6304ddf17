use std::collections::HashMap;
use std::sync::Arc;

use super::across::Across;
use super::wording::{marked, quoted};
use crate::figures::{Language, Ledger};
use crate::model::{Annotation, AnnotationId, Conflict, Project, Text};

/// What checks may look at that look at other annotations too: the project, and what is worked out across them all.
pub struct CheckContext<'p> {
    /// The project.
    pub project: &'p Project,
    /// The text of its article.
    pub text: &'p Text,
    /// How numbers are written in it.
    pub language: Language,
    /// What the records add up to.
    pub ledger: &'p Ledger,
    /// What is worked out once for all annotations.
    pub(super) across: &'p Across,
    /// What a merge left open about each annotation.
    pub(super) left_open: HashMap<AnnotationId, Vec<&'p Conflict>>,
}

impl<'p> CheckContext<'p> {
    /// The context of a project, with its ledger and what was worked out across its annotations.
    pub(super) fn of(project: &'p Project, ledger: &'p Ledger, across: &'p Across) -> CheckContext<'p> {
        let mut left_open: HashMap<AnnotationId, Vec<&Conflict>> = HashMap::new();
        // By annotation once, as each check would go through all conflicts for each annotation.
        for conflict in project.conflicts() {
            if let Some(id) = conflict.annotation() {
                left_open.entry(id).or_default().push(conflict);
            }
        }
        let article = project.article();
        let language = Language::of_tag(&article.card.language);
        CheckContext { project, text: &article.text, language, ledger, across, left_open }
    }

    /// Whether another annotation, or a merge, may bear on what is found in this one.
    pub(super) fn is_linked(&self, annotation: &Annotation) -> bool {
        // Most annotations are in neither, and then no linked check is run for them.
        self.across.linked.contains(&annotation.id) || self.left_open.contains_key(&annotation.id)
    }

    /// The words of an annotation, to be named in a sentence.
    pub(super) fn named(&self, annotation: &Annotation) -> String {
        quoted(&marked(self.text, annotation))
    }

    /// The annotation that a link leads to.
    pub(super) fn linked(&self, id: Option<AnnotationId>) -> Option<&'p Arc<Annotation>> {
        self.project.annotation(id?)
    }
}
