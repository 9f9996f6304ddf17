//! What an editor's decisions say of proposals that are still open.

use std::collections::HashMap;
use std::sync::Arc;

use super::proposal::{Proposal, Tier};
use crate::model::{DismissedProposal, Project, Provenance, Text};

/// So many proposals of one rule and word must have been judged, and all of them dismissed, before the others are taken
/// for less likely: two or three may be chance.
pub(super) const ENOUGH: usize = 4;

/// Proposals that are not shown, as all of their kind that were judged in this project were dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct HiddenProposals {
    /// The rule that found them.
    pub rule: String,
    /// The words that they hang on: see [`Proposal::governor`].
    pub governor: String,
    /// The proposals, in the order of the text.
    pub proposals: Vec<Arc<Proposal>>,
    /// The decisions because of which they are hidden: whoever takes them back sees the proposals again.
    pub dismissals: Vec<Arc<DismissedProposal>>,
}

impl HiddenProposals {
    /// How many are hidden and why, as a sentence without a full stop: "3 hidden because you dismissed ‘backed’ 4 of 4
    /// times".
    pub fn describe(&self) -> String {
        let (n_hidden, n_dismissed) = (self.proposals.len(), self.dismissals.len());
        let what = if self.governor.is_empty() { &self.rule } else { &self.governor };
        format!("{n_hidden} hidden because you dismissed ‘{what}’ {n_dismissed} of {n_dismissed} times")
    }
}

/// The decisions on proposals of each rule and word.
#[derive(Default)]
pub(super) struct Feedback<'p> {
    verdicts: HashMap<(String, String), Verdicts<'p>>,
}

#[derive(Default)]
struct Verdicts<'p> {
    n_accepted: usize,
    dismissed: Vec<&'p Arc<DismissedProposal>>,
}

impl<'p> Feedback<'p> {
    pub fn dismissed(&mut self, text: &Text, proposal: &Proposal, dismissal: &'p Arc<DismissedProposal>) {
        self.verdicts.entry(kind(text, proposal)).or_default().dismissed.push(dismissal);
    }

    /// Counts a mark that holds a proposal, if it was made by accepting one of the same rule.
    pub fn held(&mut self, text: &Text, proposal: &Proposal, project: &Project, mark: crate::model::AnnotationId) {
        let provenance = project.annotation(mark).map(|mark| &mark.provenance);
        let is_accepted = matches!(provenance, Some(Provenance::Proposed { by, rule, .. })
            if *by == proposal.maker && *rule == proposal.rule);
        if is_accepted {
            self.verdicts.entry(kind(text, proposal)).or_default().n_accepted += 1;
        }
    }

    /// Makes likely proposals possible whose like was always dismissed, and takes possible ones out into the list of
    /// what is hidden.
    pub fn apply(&self, text: &Text, open: &mut Vec<Arc<Proposal>>) -> Vec<HiddenProposals> {
        let unwanted = |verdicts: &&Verdicts<'_>| verdicts.n_accepted == 0 && verdicts.dismissed.len() >= ENOUGH;
        let mut hidden: Vec<HiddenProposals> = Vec::new();
        if !self.verdicts.values().any(|verdicts| unwanted(&verdicts)) {
            return hidden;
        }
        open.retain_mut(|proposal| {
            let kind = kind(text, proposal);
            let Some(verdicts) = self.verdicts.get(&kind).filter(unwanted) else { return true };
            if proposal.tier == Tier::Likely {
                Arc::make_mut(proposal).tier = Tier::Possible;
                return true;
            }
            let (rule, governor) = kind;
            match hidden.iter_mut().find(|of_kind| of_kind.rule == rule && of_kind.governor == governor) {
                Some(of_kind) => of_kind.proposals.push(Arc::clone(proposal)),
                None => {
                    let dismissals = verdicts.dismissed.iter().map(|one| Arc::clone(one)).collect();
                    hidden.push(HiddenProposals { rule, governor, proposals: vec![Arc::clone(proposal)], dismissals });
                }
            }
            false
        });
        hidden
    }
}

fn kind(text: &Text, proposal: &Proposal) -> (String, String) {
    (proposal.rule.clone(), proposal.governor(text))
}
