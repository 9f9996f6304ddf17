//! What is proposed at all: an editor who meets three wrong ones in a row stops looking.

use super::proposal::Proposal;
use crate::model::{ClaimKind, Details, QuoteKind};

/// Words that are only reported are proposed where that is nearly sure: nothing in the text sets them apart, and most of
/// what any verb governs is no statement.
const REPORTED: f64 = 0.8;

/// Statements are ranked low where one sign alone speaks for them; below this most are no claims.
const CLAIMED: f64 = 0.3;

/// Whether a proposal is sure enough to be shown. Counts and words in quotation marks always are: that one was missed is
/// worse than a key.
pub(super) fn is_worth_a_look(proposal: &Proposal) -> bool {
    match &proposal.details {
        Details::Quotes(record) if record.kind == QuoteKind::Indirect => proposal.probability >= REPORTED,
        // What is to come cannot be checked yet, and ranks low for that reason alone.
        Details::Claims(record) if record.kind == ClaimKind::Prediction => true,
        Details::Claims(_) => proposal.probability >= CLAIMED,
        _ => true,
    }
}
