//! Proposals are found, gone through, accepted and dismissed; proposed fields are taken.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::announce::announce;
use crate::app::command::{Command, Mode, ProposalCommand};
use crate::app::dialogs::Dialog;
use crate::app::document::{Document, file_name};
use crate::app::field_group::leader;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::paths::absolute;
use crate::edit::Selection;
use crate::interchange::{GivenProposals, MAX_PROPOSAL_BYTES, read_proposals};
use crate::model::{AnnotationId, Article, FieldPath, Person};
use crate::store::read_article_file;
use crate::suggest::{ArticleProposals, FieldProposal, Proposal, Tier};

use super::Window;

impl Window {
    /// Finds what is left to propose where the project changed since that was last begun, unless a run is under way.
    pub(super) fn propose(&mut self) {
        let Some(document) = &mut self.document else { return };
        // Whoever selects a mark has left the sweep.
        if document.session.selected.is_some() {
            document.proposals.take_in_hand(None);
        }
        if !self.settings.proposes || !document.session.project().settings().proposes() {
            // Notes of figures are a part of what is proposed.
            document.problems.set_unmarked(Vec::new());
        }
        if !self.settings.proposes {
            return;
        }
        let number = self.n_proposal_runs + 1;
        let Some(work) = document.proposals.begin(number, &document.session) else { return };
        self.n_proposal_runs = number;
        let task = Task::quiet("Looking for what is not marked").or_else(move |window| {
            if let Some(document) = &mut window.document {
                document.proposals.give_up(number);
            }
        });
        self.jobs.run(task, move || {
            let found = work();
            Box::new(move |window: &mut Window| {
                if let Some(document) = &mut window.document
                    && let Some(unmarked) = document.proposals.end(found)
                {
                    document.problems.set_unmarked(unmarked);
                }
            })
        });
    }

    /// Whether what is proposed is shown: while words are marked, in a project that may be changed.
    pub(super) fn proposes(&self) -> bool {
        let may_change = self.document.as_ref().is_some_and(|document| document.session.read_only.is_none());
        self.settings.proposes && self.workspaces.mode == Mode::Annotate && may_change
    }

    /// Does what is asked of proposals; outside Annotate there are none.
    pub(in crate::app) fn proposal(&mut self, act: ProposalCommand) {
        if self.workspaces.mode != Mode::Annotate {
            return self.say(Notice::note("Proposals are gone through in Annotate"));
        }
        if !self.settings.proposes {
            let told = Notice::note("Nothing is proposed to you, as your settings say");
            return self.say(told.action("Settings…", Command::Settings));
        }
        match act {
            ProposalCommand::Next => self.go_to_proposal(true),
            ProposalCommand::Previous => self.go_to_proposal(false),
            ProposalCommand::TakeInHand(id) => self.take_in_hand(Some(id)),
            ProposalCommand::Accept => self.accept_in_hand(false),
            ProposalCommand::Dismiss => self.dismiss_in_hand(false, None),
            ProposalCommand::DismissRule => self.dismiss_in_hand(true, None),
            ProposalCommand::DismissBecause => self.ask_why_none(),
            ProposalCommand::DismissFor(reason) => self.dismiss_in_hand(false, Some(reason)),
            ProposalCommand::ShowHidden => self.show_hidden_proposals(),
            ProposalCommand::ForgetHidden => self.forget_hidden_proposals(),
            ProposalCommand::FromFile => self.choose_proposals(),
            ProposalCommand::TakeFields => self.take_fields(),
            ProposalCommand::TakeField(id, path) => self.take_field(id, path),
            ProposalCommand::RefuseField(id, path) => self.refuse_field(id, path),
            ProposalCommand::Switch(on) => self.switch_proposals(on),
        }
    }

    /// The proposal that a click on a byte of the article means: the smallest over it, unless a mark over it is smaller
    /// or it is in hand already, so that a second click reaches what lies beneath.
    pub(super) fn proposal_under(&self, byte: usize) -> Option<AnnotationId> {
        let document = self.document.as_ref().filter(|_| self.proposes() && self.pending_field_pick.is_none())?;
        let found = document.proposals.at(byte)?;
        let marks = document.session.project().annotations_at(byte);
        let is_smallest = marks.first().is_none_or(|mark| found.spans.covered() < mark.spans.covered());
        let is_in_hand = document.proposals.in_hand().is_some_and(|in_hand| in_hand.id == found.id);
        (is_smallest && !is_in_hand).then_some(found.id)
    }

    fn go_to_proposal(&mut self, onwards: bool) {
        let Some(document) = &self.document else { return };
        match document.proposals.adjacent(onwards) {
            Some(id) => self.take_in_hand(Some(id)),
            None => self.say(Notice::note(self.why_none())),
        }
    }

    /// Why there is no proposal, as a sentence.
    fn why_none(&self) -> String {
        let Some(document) = &self.document else { return String::new() };
        let proposals = &document.proposals;
        match proposals.n_judged() {
            _ if !document.session.project().settings().proposes() => "Proposals are off in this project".to_owned(),
            _ if proposals.is_broken() => {
                "The article could not be read for what is not marked, through a fault in Newsmark".to_owned()
            }
            _ if !proposals.is_ready() => "The article is still being read for what is not marked".to_owned(),
            [0, 0] => "Nothing to propose: every figure and quotation found is marked".to_owned(),
            [accepted, dismissed] => {
                format!("No proposals left: {accepted} accepted, {dismissed} dismissed")
            }
        }
    }

    /// Takes a proposal in hand and brings it on the screen, or lets go of the one in hand.
    pub(in crate::app) fn take_in_hand(&mut self, id: Option<AnnotationId>) {
        let Some(document) = &mut self.document else { return };
        document.proposals.take_in_hand(id);
        let Some(start) = document.proposals.in_hand().map(|proposal| proposal.spans.start()) else { return };
        document.session.selected = None;
        document.session.picking = None;
        document.session.selection = Selection::caret(start);
        self.article.show_byte(start);
        self.workspaces.list.show_selected();
    }

    /// The proposal in hand; where there is none it is said how one comes there.
    fn in_hand(&mut self) -> Option<Arc<Proposal>> {
        let document = self.document.as_ref()?;
        let found = document.proposals.in_hand().cloned();
        if found.is_none() {
            let next = Command::from(ProposalCommand::Next).key_cap(&self.ctx);
            let told = match document.proposals.is_empty() {
                true => self.why_none(),
                false if next.is_empty() => "No proposal is in hand: go to the next one first".to_owned(),
                false => format!("No proposal is in hand: {next} goes to the next one"),
            };
            self.say(Notice::note(told));
        }
        found
    }

    /// Makes the proposal in hand a mark and goes on to the next one, or into the form of the new mark.
    pub(in crate::app) fn accept_in_hand(&mut self, opens: bool) {
        let Some(proposal) = self.in_hand() else { return };
        let Some(person) = Person::new(&self.settings.person) else {
            return self.cover(Dialog::name(ProposalCommand::Accept.into()));
        };
        let Some(document) = &self.document else { return };
        let all = document.proposals.with_wholes(proposal.id);
        let ids: Vec<AnnotationId> = all.iter().map(|proposal| proposal.id).collect();
        let next = document.proposals.after(&ids);
        let all: Vec<Arc<Proposal>> =
            all.into_iter().map(|proposal| document.proposals.without_refused(proposal)).collect();
        let mut made = None;
        self.edit(|open, now| {
            made = open.accept(&all, &mut crate::app::platform::chance, &person, now)?.last().copied();
            Ok(())
        });
        let Some(made) = made else { return };
        if let Some(document) = &mut self.document {
            document.proposals.take_off(&ids);
        }
        if opens {
            self.select(made);
            self.edit_details();
        } else {
            self.go_on_sweeping(next);
        }
    }

    /// Says that the proposal in hand, or all of its rule, are none, and goes on to the next one.
    fn dismiss_in_hand(&mut self, all_of_rule: bool, reason: Option<String>) {
        let Some(proposal) = self.in_hand() else { return };
        let Some(person) = Person::new(&self.settings.person) else {
            let act = if all_of_rule { ProposalCommand::DismissRule } else { ProposalCommand::Dismiss };
            return self.cover(Dialog::name(act.into()));
        };
        let Some(document) = &self.document else { return };
        let all = if all_of_rule { document.proposals.of_rule(&proposal) } else { vec![proposal] };
        let ids: Vec<AnnotationId> = all.iter().map(|proposal| proposal.id).collect();
        let next = document.proposals.after(&ids);
        let revision = document.session.revision();
        self.edit(|open, now| open.dismiss_proposals(&all, reason, &person, now));
        let Some(document) = self.document.as_mut().filter(|document| document.session.revision() != revision) else {
            return;
        };
        document.proposals.take_off(&ids);
        if ids.len() > 1 {
            let told = format!("{} proposals of one rule were dismissed", ids.len());
            self.say(Notice::note(told).action("Undo", Command::Undo));
        }
        self.go_on_sweeping(next);
    }

    /// Asks why the proposal in hand is none, and before that who says so.
    fn ask_why_none(&mut self) {
        let Some(proposal) = self.in_hand() else { return };
        let Some(document) = &self.document else { return };
        let words = document.session.project().article().text.called(&proposal.spans);
        self.cover(match Person::new(&self.settings.person) {
            Some(_) => Dialog::dismiss_proposal(words),
            None => Dialog::name(ProposalCommand::DismissBecause.into()),
        });
    }

    fn show_hidden_proposals(&mut self) {
        if let Some(document) = &mut self.document {
            document.proposals.show_hidden();
        }
    }

    /// Takes back the dismissals because of which proposals are hidden, in one step.
    fn forget_hidden_proposals(&mut self) {
        let Some(document) = &self.document else { return };
        let hidden = document.proposals.hidden().iter();
        let dismissals: Vec<_> = hidden.flat_map(|hidden| hidden.dismissals.iter().cloned()).collect();
        self.edit(|open, now| open.restore_proposals(&dismissals, now));
    }

    /// Asks for a file of what another program proposes.
    fn choose_proposals(&mut self) {
        let folder = self.folder();
        let dialog = FileDialog::file("Proposals from a file")
            .within(&folder)
            .filter("Proposals", &["json"])
            .filter("All files", &["*"]);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.read_proposals(absolute(path)),
            Chosen::NoDialog => window.ask_for_path(Dialog::proposals_path(folder)),
            Chosen::Cancelled => {}
        });
    }

    /// Reads them away from the window's thread. Until the project is closed their file stands beside its journal, where
    /// a crash leaves it; nothing of them is stored but the origin of what is accepted.
    pub(in crate::app) fn read_proposals(&mut self, path: PathBuf) {
        let Some(document) = &self.document else { return };
        let article = document.session.project().article().clone();
        let journal = document.journaling.as_ref().map(|journaling| journaling.journal().clone());
        let task = Task::new(format!("Reading {}", file_name(&path))).cancellable();
        self.jobs.run(task, move || {
            let told = |error: &dyn std::fmt::Display| format!("No proposals were taken: {error}: {}", path.display());
            let bytes = read_article_file(&path, MAX_PROPOSAL_BYTES as u64).map_err(|error| error.to_string());
            let given = bytes.and_then(|bytes| {
                let given = read_proposals(&bytes, &article).map_err(|error| told(&error))?;
                let kept = journal.map_or(Ok(()), |journal| journal.keep_proposals(&bytes));
                Ok((given, kept.err().map(|error| error.to_string())))
            });
            Box::new(move |window: &mut Window| window.proposals_read(&article, given))
        });
    }

    /// Shows what a file proposes, and says why it is not kept for a crash where it is not.
    fn proposals_read(&mut self, article: &Article, given: Result<(GivenProposals, Option<String>), String>) {
        let (given, not_kept) = match given {
            Ok(given) => given,
            Err(told) => {
                let again = Command::from(ProposalCommand::FromFile);
                return self.say(Notice::error(told).action("Name another…", again));
            }
        };
        let is_of =
            |document: &&mut Document| document.session.project().article().text.sha256() == article.text.sha256();
        // Another project may have taken the place of the one that was asked for.
        let Some(document) = self.document.as_mut().filter(is_of) else { return };
        let (n, maker) = (given.proposals.len(), given.maker);
        document.proposals.give(ArticleProposals::given(article, given.proposals));
        let told = match n {
            0 => format!("{maker} proposes nothing in this article"),
            1 => format!("1 proposal of {maker} was read. What you accept of it says so"),
            n => format!("{n} proposals of {maker} were read. What you accept of them says so"),
        };
        self.say(Notice::note(told));
        if let Some(error) = not_kept {
            let told = format!(
                "A crash would lose the proposals of {maker}, as they cannot be kept: {error}. Read them again then"
            );
            self.say(Notice::warning(told));
        }
    }

    fn go_on_sweeping(&mut self, next: Option<AnnotationId>) {
        match next {
            Some(next) => self.take_in_hand(Some(next)),
            None => {
                if let Some(document) = &mut self.document {
                    document.session.selected = None;
                }
                // The bar under the article says it to those who see it.
                announce(&self.ctx, "No proposals left");
            }
        }
        self.article.focus();
    }

    /// The proposed fields of the selected mark.
    fn fields_of_selected(&self) -> Option<(AnnotationId, Vec<FieldProposal>)> {
        let document = self.document.as_ref()?;
        let mark = document.session.selected_annotation()?;
        Some((mark.id, document.proposals.fields_of(document.session.project(), mark)))
    }

    /// Puts the likely proposed fields into the selected mark, and once there are none the possible ones; where nothing
    /// is proposed goes back to the article, as the key does that ends the editing of a field.
    fn take_fields(&mut self) {
        if self.document.as_ref().is_some_and(|document| document.proposals.in_hand().is_some()) {
            return self.accept_in_hand(false);
        }
        let Some((id, fields)) = self.fields_of_selected() else { return };
        let has_likely = fields.iter().any(|field| field.tier == Tier::Likely);
        let tier = if has_likely { Tier::Likely } else { Tier::Possible };
        let taken: Vec<FieldProposal> = fields.into_iter().filter(|field| field.tier == tier).collect();
        if taken.is_empty() {
            return self.back_to_article();
        }
        self.put_fields(id, &taken);
    }

    /// Puts a proposed field, and those that belong to it, into a mark.
    fn take_field(&mut self, id: AnnotationId, path: FieldPath) {
        let Some((_, fields)) = self.fields_of_selected().filter(|(of, _)| *of == id) else { return };
        let taken: Vec<FieldProposal> =
            fields.into_iter().filter(|field| leader(field.field) == leader(path)).collect();
        self.put_fields(id, &taken);
    }

    fn put_fields(&mut self, id: AnnotationId, fields: &[FieldProposal]) {
        self.edit(|open, now| open.take_fields(id, fields, &mut crate::app::platform::chance, now));
    }

    /// Proposes a field of a mark no more, as long as the project is open.
    fn refuse_field(&mut self, id: AnnotationId, path: FieldPath) {
        let Some(document) = &mut self.document else { return };
        let project = document.session.project();
        let fields = match (project.annotation(id), document.proposals.in_hand()) {
            (Some(mark), _) => document.proposals.fields_of(project, mark),
            (None, Some(proposal)) => document.proposals.fields_in_hand(project, proposal),
            (None, None) => return,
        };
        let refused = fields.into_iter().map(|field| field.field).filter(|field| leader(*field) == leader(path));
        document.proposals.refuse(id, refused);
    }

    fn switch_proposals(&mut self, on: bool) {
        let Some(person) = Person::new(&self.settings.person) else {
            return self.cover(Dialog::name(ProposalCommand::Switch(on).into()));
        };
        self.edit(|open, now| open.set_proposals(on, &person, now));
    }
}
