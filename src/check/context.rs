use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::wording::{marked, quoted};
use super::{cycles::cycles, twins::twins};
use crate::figures::Language;
use crate::model::{Annotation, AnnotationId, Project, ScopeKind, SourceId, Text};

/// What checks may look at: the project, and what is worked out once for all of its annotations.
pub struct Context<'p> {
    /// The project.
    pub project: &'p Project,
    /// The text of its article.
    pub text: &'p Text,
    /// How numbers are written in it.
    pub language: Language,
    /// The annotations that are part of each count, in the order of the text.
    pub(super) parts: HashMap<AnnotationId, Vec<&'p Annotation>>,
    /// The first annotation that names each source.
    pub(super) first_naming: HashMap<SourceId, AnnotationId>,
    /// The annotations whose links lead back to themselves.
    pub(super) cyclic: HashSet<AnnotationId>,
    /// The earlier count that each count is linked with as the same.
    pub(super) twins: HashMap<AnnotationId, AnnotationId>,
    /// Where words for civilians begin, in bytes and in order.
    civilians: Vec<usize>,
}

impl<'p> Context<'p> {
    /// Works out what the checks share, in one pass over the annotations and the text.
    pub fn of(project: &'p Project) -> Context<'p> {
        let mut parts: HashMap<AnnotationId, Vec<&Annotation>> = HashMap::new();
        let mut first_naming = HashMap::new();
        for annotation in project.annotations() {
            if let Some(source) = annotation.details.attribution().source {
                first_naming.entry(source).or_insert(annotation.id);
            }
            let scope = annotation.details.scope().filter(|scope| scope.kind == ScopeKind::PartOf);
            if let Some(whole) = scope.and_then(|scope| scope.of) {
                parts.entry(whole).or_default().push(annotation);
            }
        }
        let text = &project.article().text;
        Context {
            project,
            text,
            language: Language::of_tag(&project.article().card.language),
            parts,
            first_naming,
            cyclic: cycles(project),
            twins: twins(project),
            civilians: civilians(text),
        }
    }

    /// Whether a word for civilians stands in a paragraph that the annotation touches.
    pub(super) fn has_civilians_near(&self, annotation: &Annotation) -> bool {
        annotation.spans.iter().any(|span| {
            let paragraphs = self.text.paragraphs();
            let first = paragraphs[self.text.paragraph_at(span.start())].start;
            let end = paragraphs[self.text.paragraph_at(span.end())].end.max(span.end());
            let next = self.civilians.partition_point(|at| *at < first);
            self.civilians.get(next).is_some_and(|at| *at < end)
        })
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

/// The Arabic name of civil defence, which is no word for civilians.
const CIVIL_DEFENCE: &str = "الدفاع ال";

fn civilians(text: &Text) -> Vec<usize> {
    let english = text.match_indices("ivilian").map(|(at, _)| at);
    let capitals = text.match_indices("IVILIAN").map(|(at, _)| at);
    let arabic = text.match_indices("مدني").map(|(at, _)| at);
    let arabic = arabic.filter(|at| !text[..*at].ends_with(CIVIL_DEFENCE));
    let mut found: Vec<usize> = english.chain(capitals).chain(arabic).collect();
    found.sort_unstable();
    found
}
