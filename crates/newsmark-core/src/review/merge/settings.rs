use std::cmp::Reverse;

use super::choice::{Choice, choice};
use crate::model::{ProjectSettings, ProposalsSetting};

/// The settings with what either side changed, field by field. Nobody is asked about one that both changed.
pub fn merged_settings(
    base: Option<&ProjectSettings>,
    ours: &ProjectSettings,
    theirs: &ProjectSettings,
) -> ProjectSettings {
    let four_eyes = match choice(base.map(|base| &base.four_eyes), &ours.four_eyes, &theirs.four_eyes) {
        Choice::Ours => ours.four_eyes,
        Choice::Theirs => theirs.four_eyes,
        // The stricter: a rule that one of them asked for must not be lost by the other's merge.
        Choice::Contested => ours.four_eyes || theirs.four_eyes,
    };
    let proposals = match choice(base.map(|base| &base.proposals), &ours.proposals, &theirs.proposals) {
        Choice::Ours => &ours.proposals,
        Choice::Theirs => &theirs.proposals,
        // The later decision; of one moment the one without proposals, which is the stricter, then the later name, so
        // that both sides come to the same.
        Choice::Contested => {
            let rank = |setting: &ProposalsSetting| (setting.on, Reverse(setting.value), setting.by.clone());
            let is_ours = ours.proposals.as_ref().map(rank) >= theirs.proposals.as_ref().map(rank);
            if is_ours { &ours.proposals } else { &theirs.proposals }
        }
    };
    ProjectSettings { four_eyes, proposals: proposals.clone() }
}
