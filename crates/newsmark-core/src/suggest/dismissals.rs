//! Proposals that an editor did not want: kept by their words, so that a later reading does not ask again.

use std::collections::HashMap;
use std::sync::Arc;

use memchr::memmem;

use super::proposal::Proposal;
use crate::edit::{EditError, OpenProject};
use crate::model::{Change, DismissedProposal, Person, Project, Text, Time};

impl OpenProject {
    /// Notes that proposals are not wanted, in one step; what is noted already is not noted again.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn dismiss_proposals(
        &mut self,
        proposals: &[Arc<Proposal>],
        reason: Option<String>,
        by: &Person,
        time: Time,
    ) -> Result<(), EditError> {
        let text = &self.project().article().text;
        let before = self.project().dismissed_proposals();
        let mut dismissed = before.to_vec();
        for proposal in proposals {
            let noted = dismissal(text, proposal, reason.clone(), by, time);
            if !dismissed.iter().any(|other| other.key() == noted.key()) {
                dismissed.push(Arc::new(noted));
            }
        }
        let n_dismissed = dismissed.len() - before.len();
        let name =
            if n_dismissed == 1 { "dismiss proposal".to_owned() } else { format!("dismiss {n_dismissed} proposals") };
        if n_dismissed == 0 {
            return Ok(());
        }
        self.perform(&name, None, Change::ReplaceDismissedProposals(dismissed), time)
    }

    /// Takes such decisions back, in one step: what was not wanted is proposed again.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn restore_proposals(&mut self, dismissals: &[Arc<DismissedProposal>], time: Time) -> Result<(), EditError> {
        let before = self.project().dismissed_proposals();
        let is_kept = |one: &&Arc<DismissedProposal>| !dismissals.iter().any(|other| other.key() == one.key());
        let kept: Vec<_> = before.iter().filter(is_kept).cloned().collect();
        if kept.len() == before.len() {
            return Ok(());
        }
        self.perform("restore proposals", None, Change::ReplaceDismissedProposals(kept), time)
    }
}

/// How many code points around the words are kept at least: a clause before and behind, by which a person knows them
/// again.
const SHORTEST_CONTEXT: usize = 32;

/// How many are kept at most, where the same words stand with the same around them: what is repeated at such length is
/// the same passage, and wanted or not in all its places.
const LONGEST_CONTEXT: usize = 2048;

/// The decision that a proposal is not wanted, with as much around its words as tells them from others.
fn dismissal(text: &Text, proposal: &Proposal, reason: Option<String>, by: &Person, on: Time) -> DismissedProposal {
    let mut n_points = SHORTEST_CONTEXT;
    loop {
        let (before, after) = context(text, proposal, n_points);
        let passage = format!("{before}{}{after}", &text[proposal.spans.start()..proposal.spans.end()]);
        let is_alone = memmem::find_iter(text.as_bytes(), passage.as_bytes()).nth(1).is_none();
        if is_alone || n_points >= LONGEST_CONTEXT {
            return DismissedProposal {
                category: proposal.category(),
                words: proposal.spans.iter().map(|span| text.words(span).to_owned()).collect(),
                before: before.to_owned(),
                after: after.to_owned(),
                rule: proposal.rule.clone(),
                reason,
                by: by.clone(),
                on,
            };
        }
        n_points *= 2;
    }
}

/// So many code points before and behind the words of a proposal, as far as the text goes.
fn context<'t>(text: &'t Text, proposal: &Proposal, n_points: usize) -> (&'t str, &'t str) {
    let (before, after) = (&text[..proposal.spans.start()], &text[proposal.spans.end()..]);
    let start = before.char_indices().rev().nth(n_points - 1).map_or(0, |(at, _)| at);
    let end = after.char_indices().nth(n_points).map_or(after.len(), |(at, _)| at);
    (&before[start..], &after[..end])
}

/// The dismissals of a project by the first of their words, so that each proposal is compared with few.
pub(super) struct Dismissals<'p> {
    text: &'p Text,
    by_words: HashMap<&'p str, Vec<&'p Arc<DismissedProposal>>>,
}

impl<'p> Dismissals<'p> {
    pub fn of(project: &'p Project) -> Dismissals<'p> {
        let mut by_words: HashMap<&str, Vec<&Arc<DismissedProposal>>> = HashMap::new();
        for dismissed in project.dismissed_proposals() {
            if let Some(first) = dismissed.words.first() {
                by_words.entry(first).or_default().push(dismissed);
            }
        }
        Dismissals { text: &project.article().text, by_words }
    }

    /// The decision that this proposal is not wanted. Whatever rule finds the words in their place, they are not asked
    /// about again.
    pub fn of_proposal(&self, proposal: &Proposal) -> Option<&'p Arc<DismissedProposal>> {
        let words = || proposal.spans.iter().map(|span| self.text.words(span));
        let is_of_it = |dismissed: &&&Arc<DismissedProposal>| {
            dismissed.category == proposal.category()
                && dismissed.words.iter().map(String::as_str).eq(words())
                && self.text[..proposal.spans.start()].ends_with(&dismissed.before)
                && self.text[proposal.spans.end()..].starts_with(&dismissed.after)
        };
        self.by_words.get(words().next()?)?.iter().find(is_of_it).copied()
    }
}
