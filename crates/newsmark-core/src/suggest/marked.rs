//! Which mark of a project holds what is proposed, and which one is around it.

use super::proposal::Proposal;
use crate::model::{Annotation, AnnotationId, Category, Details, Harm, Project, Span};

/// The mark of its category that holds what is proposed; of several the smallest.
pub(super) fn holder(project: &Project, proposal: &Proposal) -> Option<AnnotationId> {
    over(project, proposal).filter(|mark| holds(mark, proposal)).min_by_key(|mark| order(mark)).map(|mark| mark.id)
}

/// The marks of its category that share some of its words.
fn over<'p>(project: &'p Project, proposal: &Proposal) -> impl Iterator<Item = &'p Annotation> {
    let (category, spans) = (proposal.category(), proposal.spans.clone());
    let near = project.annotations().over(spans.start()..spans.end()).map(|mark| &**mark);
    near.filter(move |mark| mark.category() == category && shared(mark.spans.as_slice(), spans.as_slice()) > 0)
}

/// The smallest mark of its category around a count, whose part it can be: people who were wounded are no part of those
/// who were killed. `own` is the mark that the count is of, which is no part of itself.
pub(super) fn smallest_around(project: &Project, count: &Proposal, own: Option<&Annotation>) -> Option<AnnotationId> {
    let is_of_harm = |mark: &&Annotation| match (&mark.details, &count.details) {
        (Details::Casualties(whole), Details::Casualties(part)) => {
            whole.harm == part.harm || whole.harm == Harm::Unspecified
        }
        _ => true,
    };
    let is_larger = |mark: &Annotation, own: &Annotation| {
        mark.id != own.id
            && mark.spans.covered() > own.spans.covered()
            && encloses(mark.spans.as_slice(), own.spans.as_slice())
    };
    let is_around = |mark: &&Annotation| {
        encloses(mark.spans.as_slice(), count.spans.as_slice()) && own.is_none_or(|own| is_larger(mark, own))
    };
    let around = over(project, count).filter(is_around).filter(is_of_harm);
    around.min_by_key(|mark| order(mark)).map(|mark| mark.id)
}

fn order(mark: &Annotation) -> (usize, AnnotationId) {
    (mark.spans.covered(), mark.id)
}

/// Whether `mark`, which is of its category, is of what is proposed.
pub(super) fn holds(mark: &Annotation, proposal: &Proposal) -> bool {
    match proposal.category() {
        Category::Casualties | Category::Displacement => holds_count(mark, proposal),
        Category::Quotes | Category::Claims => holds_statement(mark, proposal),
    }
}

fn holds_count(mark: &Annotation, proposal: &Proposal) -> bool {
    let spans = proposal.spans.as_slice();
    match (figure_span(&mark.details), figure_span(&proposal.details)) {
        (Some(marked), Some(figure)) => marked.overlaps(figure),
        // Without a figure of its own a mark of about the same words is of this one; a whole sentence is not.
        _ => !encloses(mark.spans.as_slice(), spans) || mark.spans.covered() <= proposal.spans.covered() * 2,
    }
}

/// Words that are said are held where more than half of either is in the other: a quotation marked without its marks, or
/// with the sentence around it. A short one inside a long statement is another.
fn holds_statement(mark: &Annotation, proposal: &Proposal) -> bool {
    let shared = shared(mark.spans.as_slice(), proposal.spans.as_slice());
    let (marked, proposed) = (mark.spans.covered(), proposal.spans.covered());
    let is_inside = proposed * 2 <= marked && shared == proposed;
    !is_inside && (shared * 2 > marked || shared * 2 > proposed)
}

/// Bytes that both cover; each list is in order and disjoint.
pub(super) fn shared(some: &[Span], others: &[Span]) -> usize {
    let common = |one: &Span, other: &Span| one.end().min(other.end()).saturating_sub(one.start().max(other.start()));
    some.iter().map(|one| others.iter().map(|other| common(one, other)).sum::<usize>()).sum()
}

/// The words of a record's figure.
pub(super) fn figure_span(details: &Details) -> Option<Span> {
    details.figure()?.text.as_ref()?.anchor.as_ref()?.at
}

fn encloses(outer: &[Span], inner: &[Span]) -> bool {
    inner.iter().all(|one| outer.iter().any(|span| span.encloses(*one)))
}
