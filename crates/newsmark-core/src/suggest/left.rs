//! What of an article's proposals is left to do in a project.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::article_proposals::ArticleProposals;
use super::dismissals::Dismissals;
use super::feedback::{ENOUGH, Feedback, HiddenProposals};
use super::marked::{holder, smallest_around};
use super::proposal::{MAKER, Proposal};
use super::said_once::{is_told, said_once};
use super::worth_a_look::is_worth_a_look;
use crate::model::{AnnotationId, Details, Project, Scope, ScopeKind};

/// The proposals of a project that nobody decided on yet.
#[derive(Default)]
pub(super) struct Left {
    /// Those to be shown, in the order of the text.
    pub open: Vec<Arc<Proposal>>,
    /// Those that were hidden by what was decided on their like.
    pub hidden: Vec<HiddenProposals>,
}

impl Left {
    /// Leaves out what marks hold and what was dismissed, points scopes at the marks that hold what they pointed at, and
    /// makes a count inside a larger mark its part.
    pub fn of(stated: &ArticleProposals, project: &Project) -> Left {
        if stated.is_silent(project) {
            return Left::default();
        }
        let (dismissals, mut feedback) = (Dismissals::of(project), Feedback::default());
        let is_heeded = project.dismissed_proposals().len() >= ENOUGH;
        let mut held: HashMap<AnnotationId, AnnotationId> = HashMap::new();
        let mut dismissed: HashSet<AnnotationId> = HashSet::new();
        let mut none: Vec<&Arc<Proposal>> = Vec::new();
        let mut open: Vec<Arc<Proposal>> = Vec::with_capacity(stated.all.len());
        for proposal in &stated.all {
            if let Some(mark) = holder(project, proposal) {
                held.insert(proposal.id, mark);
                // Asked of every mark at every edit, and without enough dismissals nothing comes of it.
                if is_heeded {
                    feedback.held(stated.text(), proposal, project, mark);
                }
            } else if let Some(dismissal) = dismissals.of_proposal(proposal) {
                dismissed.insert(proposal.id);
                none.push(proposal);
                feedback.dismissed(stated.text(), proposal, dismissal);
            } else if !is_told(project, proposal) && (proposal.maker != MAKER || is_worth_a_look(proposal)) {
                open.push(Arc::clone(proposal));
            }
        }
        for proposal in &mut open {
            let scope = proposal.details.scope().unwrap_or_default();
            let of = scope.of;
            if let Some(mark) = of.and_then(|of| held.get(&of)) {
                set_scope(proposal, Scope { of: Some(*mark), ..scope });
            } else if of.is_some_and(|of| dismissed.contains(&of)) {
                // A part of what is no count stands to nothing that is known.
                set_scope(proposal, Scope::default());
            } else if matches!(scope.kind, ScopeKind::Event | ScopeKind::Unspecified)
                && let Some(whole) = smallest_around(project, proposal, None)
            {
                set_scope(proposal, Scope { kind: ScopeKind::PartOf, of: Some(whole), ..Scope::default() });
            }
        }
        said_once(&mut open, &none);
        let hidden = feedback.apply(stated.text(), &mut open);
        Left { open, hidden }
    }
}

fn set_scope(proposal: &mut Arc<Proposal>, to: Scope) {
    match &mut Arc::make_mut(proposal).details {
        Details::Casualties(record) => record.scope = to,
        Details::Displacement(record) => record.scope = to,
        // Statements stand to no others.
        Details::Quotes(_) | Details::Claims(_) => {}
    }
}
