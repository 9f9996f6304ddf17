use super::find::{reported, stated};
use super::proposal::Proposal;
use super::words::Words;
use std::collections::HashMap;

use crate::model::{Annotation, AnnotationId, Article, Category, Project, Scope, ScopeKind, Span};

/// What the words of a project's article state and no mark of it holds yet, in the order of the text.
///
/// A figure that a mark of its category already holds is not proposed again; one inside a larger mark is proposed as its
/// part. English is read whole, Arabic for its figures; for an article in another language there are none, as no list of
/// words for it is here. Time is linear in the length of the article.
///
/// ```
/// use newsmark_core::model::{Article, Card, Details, Harm, Project, Text};
/// use newsmark_core::suggest::{Tier, proposals};
///
/// let text = Text::new("At least 14 farmers were killed near Tarn on Monday.".to_owned());
/// let found = proposals(&Project::new(Article { text: text.clone(), card: Card::default() }));
/// assert_eq!(text.words(found[0].spans.as_slice()[0]), "At least 14 farmers were killed");
/// assert_eq!(found[0].why, "**were killed** governs **At least 14 farmers**");
/// let Details::Casualties(record) = &found[0].details else { panic!() };
/// assert_eq!((record.harm, record.figure.low, found[0].tier), (Harm::Killed, Some(14), Tier::Likely));
/// ```
pub fn proposals(project: &Project) -> Vec<Proposal> {
    let article: &Article = project.article();
    let words = Words::of(&article.text);
    let mut found = stated(article, &words, &reported(article, &words));
    leave_out_marked(project, &mut found);
    found
}

/// Leaves out what marks of the same category hold, points scopes at the marks that hold what they pointed at, and
/// makes what lies inside a larger mark its part.
fn leave_out_marked(project: &Project, found: &mut Vec<Proposal>) {
    let mut held: HashMap<AnnotationId, AnnotationId> = HashMap::new();
    for category in [Category::Casualties, Category::Displacement] {
        let marks = Marks::of(project, category);
        for proposal in found.iter_mut().filter(|proposal| proposal.category() == category) {
            let Some(mark) = marks.smallest_over(proposal.spans.as_slice()) else { continue };
            if holds(mark, proposal) {
                held.insert(proposal.id, mark.id);
            } else if encloses(mark.spans.as_slice(), proposal.spans.as_slice()) && is_free(proposal) {
                set_scope(proposal, Scope { kind: ScopeKind::PartOf, of: Some(mark.id) });
            }
        }
    }
    found.retain(|proposal| !held.contains_key(&proposal.id));
    for proposal in found {
        let scope = proposal.details.scope().unwrap_or_default();
        if let Some(mark) = scope.of.and_then(|of| held.get(&of)) {
            set_scope(proposal, Scope { of: Some(*mark), ..scope });
        }
    }
}

/// The marks of one category, by their first byte.
struct Marks<'p> {
    marks: Vec<&'p Annotation>,
    /// The last byte that the marks up to each one reach to, so that looking back ends where none reaches any more.
    reach: Vec<usize>,
}

impl<'p> Marks<'p> {
    fn of(project: &'p Project, category: Category) -> Marks<'p> {
        // A project holds its annotations in the order of their first bytes.
        let all = project.annotations().iter().map(|mark| &**mark);
        let marks: Vec<&Annotation> = all.filter(|mark| mark.category() == category).collect();
        let reach = marks.iter().scan(0, |reach: &mut usize, mark| {
            *reach = (*reach).max(mark.spans.end());
            Some(*reach)
        });
        let reach = reach.collect();
        Marks { marks, reach }
    }

    /// The mark that covers the fewest bytes of those that share some with `spans`: the one whose part it can be.
    fn smallest_over(&self, spans: &[Span]) -> Option<&'p Annotation> {
        let (first, last) = (spans.first()?.start(), spans.last()?.end());
        let behind = self.marks.partition_point(|mark| mark.spans.start() < last);
        let near = (0..behind).rev().take_while(|&n| self.reach[n] > first);
        let overlaps = |mark: &&Annotation| mark.spans.iter().any(|span| spans.iter().any(|one| span.overlaps(*one)));
        near.map(|n| self.marks[n]).filter(|mark| overlaps(mark)).min_by_key(|mark| mark.spans.covered())
    }
}

/// Whether `mark` is of the figure that is proposed.
fn holds(mark: &Annotation, proposal: &Proposal) -> bool {
    let spans = proposal.spans.as_slice();
    let marked = mark.details.figure().and_then(|figure| figure.text.as_ref()?.anchor.as_ref()?.at);
    match (marked, figure_span(proposal)) {
        (Some(marked), Some(figure)) => marked.overlaps(figure),
        // Without a figure of its own a mark of about the same words is of this one; a whole sentence is not.
        _ => {
            !encloses(mark.spans.as_slice(), spans)
                || mark.spans.covered() <= spans.iter().map(|span| span.len()).sum::<usize>() * 2
        }
    }
}

fn figure_span(proposal: &Proposal) -> Option<Span> {
    proposal.details.figure()?.text.as_ref()?.anchor.as_ref()?.at
}

fn encloses(outer: &[Span], inner: &[Span]) -> bool {
    inner.iter().all(|one| outer.iter().any(|span| span.encloses(*one)))
}

/// Whether a count was taken for one of its own, so that a mark around it may make it a part.
fn is_free(proposal: &Proposal) -> bool {
    proposal.details.scope().is_some_and(|scope| matches!(scope.kind, ScopeKind::Event | ScopeKind::Unspecified))
}

fn set_scope(proposal: &mut Proposal, scope: Scope) {
    use crate::model::Details;
    match &mut proposal.details {
        Details::Casualties(record) => record.scope = scope,
        Details::Displacement(record) => record.scope = scope,
        Details::Quotes(_) | Details::Claims(_) => {}
    }
    debug_assert!(matches!(proposal.category(), Category::Casualties | Category::Displacement));
}
