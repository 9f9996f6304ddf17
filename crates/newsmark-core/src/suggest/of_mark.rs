//! Which proposal of an article a mark is of.

use std::cmp::Reverse;

use super::article_proposals::ArticleProposals;
use super::marked::{holds, shared};
use super::proposal::Proposal;
use crate::model::{Annotation, FieldPath};

/// The proposal that a mark is of.
pub(super) struct ProposalOfMark<'s> {
    pub proposal: &'s Proposal,
    /// Whether the mark holds it, or it is the only one that the mark touches: a sentence with two counts may be marked
    /// for either.
    pub is_alone: bool,
}

/// The proposal that `mark` is of: one that it holds goes before one that it only touches, one that says the same harm or
/// term before others, then one that shares more words, then the nearest to its start.
pub(super) fn proposal_of<'s>(stated: &'s ArticleProposals, mark: &Annotation) -> Option<ProposalOfMark<'s>> {
    let end = stated.all.partition_point(|proposal| proposal.spans.start() < mark.spans.end());
    let common = |proposal: &Proposal| shared(proposal.spans.as_slice(), mark.spans.as_slice());
    let touches = |proposal: &&Proposal| {
        let is_near = proposal.category() == mark.category() && proposal.spans.end() > mark.spans.start();
        is_near && common(proposal) > 0
    };
    let touched: Vec<&Proposal> = stated.all[..end].iter().map(|proposal| &**proposal).filter(touches).collect();
    let best = |proposal: &&&Proposal| {
        let distance = proposal.spans.start().abs_diff(mark.spans.start());
        (!holds(mark, proposal), differs(proposal, mark), Reverse(common(proposal)), distance)
    };
    let proposal: &Proposal = touched.iter().min_by_key(best)?;
    Some(ProposalOfMark { proposal, is_alone: touched.len() == 1 || holds(mark, proposal) })
}

/// Whether the mark says another harm or term.
fn differs(proposal: &Proposal, mark: &Annotation) -> bool {
    let says = |path| (mark.details.field(path), proposal.details.field(path));
    [FieldPath::Harm, FieldPath::Term].into_iter().any(|path| match says(path) {
        (Some(marked), Some(proposed)) => !marked.is_unknown() && marked != proposed,
        _ => false,
    })
}
