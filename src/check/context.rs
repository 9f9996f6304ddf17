use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::wording::{marked, quoted};
use super::{cycles::cycles, same_incident::of_one_incident, too_large::overflowing, twins::twins};
use crate::figures::{Language, Ledger, Why};
use crate::model::{Annotation, AnnotationId, Conflict, Project, SourceId, Text};

/// What checks may look at: the project, and what is worked out once for all of its annotations.
pub struct Context<'p> {
    /// The project.
    pub project: &'p Project,
    /// The text of its article.
    pub text: &'p Text,
    /// How numbers are written in it.
    pub language: Language,
    /// What the records add up to.
    pub ledger: Ledger,
    /// Why records that are in error enter no total.
    pub(super) errors: HashMap<AnnotationId, Why>,
    /// The parts of each record, in the order of the text.
    pub(super) parts: HashMap<AnnotationId, Vec<AnnotationId>>,
    /// The whole of each part.
    pub(super) whole_of: HashMap<AnnotationId, AnnotationId>,
    /// Each event of the same day and place as an earlier one, with that one.
    pub(super) of_one_incident: HashMap<AnnotationId, AnnotationId>,
    /// The records with which a total is larger than can be counted.
    pub(super) overflowing: HashSet<AnnotationId>,
    /// The places in the ledger of the conflicts with an earlier annotation.
    pub(super) conflicts: HashMap<AnnotationId, Vec<usize>>,
    /// What a merge left open about each annotation.
    pub(super) left_open: HashMap<AnnotationId, Vec<&'p Conflict>>,
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
        let ledger = Ledger::of(project);
        let mut first_naming = HashMap::new();
        for annotation in project.annotations() {
            if let Some(source) = annotation.details.attribution().source {
                first_naming.entry(source).or_insert(annotation.id);
            }
        }
        let not_counted = ledger.rows.iter().flat_map(|row| &row.not_counted);
        let errors = not_counted.filter(|record| record.why.is_error()).map(|record| (record.id, record.why)).collect();
        let all_parts = || ledger.rows.iter().flat_map(|row| &row.parts);
        let parts = all_parts().map(|parts| (parts.of, parts.parts.iter().map(|part| part.id).collect())).collect();
        let whole_of = all_parts().flat_map(|parts| parts.parts.iter().map(|part| (part.id, parts.of))).collect();
        let mut conflicts: HashMap<AnnotationId, Vec<usize>> = HashMap::new();
        for (at, conflict) in ledger.conflicts.iter().enumerate() {
            conflicts.entry(conflict.ids[1]).or_default().push(at);
        }
        let mut left_open: HashMap<AnnotationId, Vec<&Conflict>> = HashMap::new();
        for conflict in project.conflicts() {
            if let Some(id) = conflict.annotation() {
                left_open.entry(id).or_default().push(conflict);
            }
        }
        let text = &project.article().text;
        Context {
            project,
            text,
            language: Language::of_tag(&project.article().card.language),
            errors,
            parts,
            whole_of,
            of_one_incident: of_one_incident(project),
            overflowing: overflowing(project, &ledger),
            conflicts,
            left_open,
            first_naming,
            cyclic: cycles(project),
            twins: twins(project, &ledger),
            civilians: civilians(text),
            ledger,
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
