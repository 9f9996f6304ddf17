use std::sync::Arc;

use super::choice::{Choice, choice};
use super::sequence::merge_lists;
use crate::model::DismissedProposal;

/// The proposals that either did not want, each once; one that the other took back is gone.
pub fn merged_dismissed(
    base: &[Arc<DismissedProposal>],
    ours: &[Arc<DismissedProposal>],
    theirs: &[Arc<DismissedProposal>],
) -> Vec<Arc<DismissedProposal>> {
    // Two who dismissed the same proposal agree: the earlier decision stands, by a rule that both sides share.
    let rank = |one: &Arc<DismissedProposal>| (one.on, one.by.clone(), one.reason.clone());
    let same = |one: &Arc<DismissedProposal>, other: &Arc<DismissedProposal>| one.key() == other.key();
    let order = |one: &Arc<DismissedProposal>, other: &Arc<DismissedProposal>| {
        rank(one).cmp(&rank(other)).then_with(|| one.key().cmp(&other.key()))
    };
    merge_lists(base, ours, theirs, same, order, |base, ours, theirs| match choice(base, ours, theirs) {
        Choice::Ours => ours.clone(),
        Choice::Theirs => theirs.clone(),
        Choice::Contested => if order(ours, theirs).is_le() { ours } else { theirs }.clone(),
    })
}
