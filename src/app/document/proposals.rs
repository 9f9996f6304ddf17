use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Problem, figures_not_marked};
use crate::edit::OpenProject;
use crate::model::{
    Annotation, AnnotationId, Category, Details, Digest, FieldPath, FieldValue, Person, Project, Provenance, Span,
};
use crate::suggest::{ArticleProposals, FieldHint, FieldProposal, HiddenProposals, Proposal, ProposedValue};

use super::left_proposals::LeftProposals;

/// What the words of the article state and no mark holds yet, and which of it is in hand.
///
/// What an article states is found once, away from the window's thread; what of it is left is reckoned there after every
/// change, one run at a time. Until a run is over, what the one before found stands, but for what was accepted or
/// dismissed since.
#[derive(Default)]
pub struct Proposals {
    stated: Option<Arc<ArticleProposals>>,
    stated_of: Option<StatedOf>,
    left: LeftProposals,
    /// A list that was left before, for the next run to let go of: giving up thousands of proposals, which other threads
    /// counted last, takes longer than a frame may.
    spent: LeftProposals,
    /// What is hidden because its like was dismissed.
    hidden: Vec<HiddenProposals>,
    /// Whether that is shown all the same.
    shows_hidden: bool,
    /// What other programs propose, as long as the project is open.
    given: Vec<Arc<ArticleProposals>>,
    /// The run under way.
    running: Option<u64>,
    /// The revision of the project of which `left` is, and whether what the article states was known then.
    left_of: Option<(u64, bool)>,
    /// What was judged since the run under way began, and is not to come back with its answer.
    judged: HashSet<AnnotationId>,
    in_hand: Option<AnnotationId>,
    /// How many marks of the project were accepted, and how many proposals were dismissed.
    n_judged: [usize; 2],
    /// What a run was to find that broke off: finding it again would break off again, in every frame.
    broken_of: Option<StatedOf>,
    /// What the run under way is to find.
    sought: Option<StatedOf>,
    /// Proposed fields that are not wanted, as long as the project is open.
    refused_fields: HashSet<(AnnotationId, FieldPath)>,
    /// Another number whenever something else may be proposed.
    generation: u64,
}

/// All that what an article states depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct StatedOf {
    text: Digest,
    language: String,
    published: Option<Date>,
}

impl StatedOf {
    fn of(project: &Project) -> StatedOf {
        let article = project.article();
        let (language, published) = (article.card.language.clone(), article.card.published);
        StatedOf { text: article.text.sha256(), language, published }
    }
}

/// What a run found.
pub struct FoundProposals {
    stated: Arc<ArticleProposals>,
    stated_of: StatedOf,
    left: LeftProposals,
    hidden: Vec<HiddenProposals>,
    /// A note for each likely figure that no mark holds.
    unmarked: Vec<Problem>,
    n_judged: [usize; 2],
    of: u64,
}

impl Proposals {
    /// Begins run `number` where the project changed since the last one began and none is under way; returns its work,
    /// for another thread. Nothing is found in a project that wants nothing proposed.
    pub fn begin(
        &mut self,
        number: u64,
        session: &OpenProject,
    ) -> Option<impl FnOnce() -> FoundProposals + Send + 'static + use<>> {
        let project = session.project();
        if !project.settings().proposes() {
            // Another generation, so that forms forget what they showed.
            let generation = self.generation + 1;
            if self.stated.is_some() {
                *self = Proposals { generation, ..Proposals::default() };
            }
            return None;
        }
        let stated_of = StatedOf::of(project);
        let is_stated = self.stated_of.as_ref() == Some(&stated_of);
        if !is_stated && self.broken_of.as_ref() == Some(&stated_of) {
            return None;
        }
        let revision = session.revision();
        if self.running.is_some() || self.left_of == Some((revision, is_stated)) {
            return None;
        }
        self.running = Some(number);
        self.sought = (!is_stated).then(|| stated_of.clone());
        self.judged.clear();
        // At the begin and not at the end: edits made during the run differ from this and begin the next one.
        self.left_of = Some((revision, true));
        let known = self.stated.clone().filter(|_| is_stated);
        let (project, given, shows_hidden) = (project.clone(), self.given.clone(), self.shows_hidden);
        let spent = std::mem::take(&mut self.spent);
        Some(move || {
            drop(spent);
            let stated = known.unwrap_or_else(|| Arc::new(ArticleProposals::of(project.article())));
            let (mut left, mut hidden) = (stated.open(&project), stated.hidden(&project));
            let unmarked = figures_not_marked(&project, &stated);
            left.extend(given.iter().flat_map(|given| given.open(&project)));
            if shows_hidden {
                left.extend(hidden.drain(..).flat_map(|hidden| hidden.proposals));
            }
            left.sort_by_key(|proposal| (proposal.spans.start(), std::cmp::Reverse(proposal.spans.end()), proposal.id));
            let n_judged = n_judged(&project);
            FoundProposals { stated, stated_of, left: LeftProposals::of(left), hidden, unmarked, n_judged, of: number }
        })
    }

    /// The run broke off: what the one before found stands, and the next change is looked at again. What an article states
    /// is not sought again until its card says something else.
    pub fn give_up(&mut self, number: u64) {
        if self.running.take_if(|running| *running == number).is_some() {
            self.broken_of = self.sought.take().or(self.broken_of.take());
        }
    }

    /// Whether finding what the article states broke off, so that nobody waits for it.
    pub fn is_broken(&self) -> bool {
        self.broken_of.is_some()
    }

    /// How many marks of the project were accepted, and how many proposals were dismissed, as of the last run: what is
    /// undone is not counted.
    pub fn n_judged(&self) -> [usize; 2] {
        self.n_judged
    }

    /// Takes what a run found, and answers with the notes of figures that no mark holds; of a run that belongs to another
    /// project nothing.
    pub fn end(&mut self, mut found: FoundProposals) -> Option<Vec<Problem>> {
        let unmarked = std::mem::take(&mut found.unmarked);
        let FoundProposals { stated, stated_of, mut left, hidden, n_judged, of, .. } = found;
        self.running.take_if(|running| *running == of)?;
        left.remove(self.judged.drain());
        // Most runs find what the edit left by itself, and whoever shows it has it already.
        let is_known = self.stated.as_ref().is_some_and(|known| Arc::ptr_eq(known, &stated));
        if !(is_known && self.left.is_same(&left)) {
            self.generation += 1;
        }
        self.spent = std::mem::replace(&mut self.left, left);
        (self.stated, self.stated_of, self.hidden) = (Some(stated), Some(stated_of), hidden);
        (self.n_judged, self.broken_of) = (n_judged, None);
        if self.in_hand.is_some_and(|id| self.get(id).is_none()) {
            self.in_hand = None;
        }
        Some(unmarked)
    }

    /// Takes proposals off what is left before a run says so: they were accepted or dismissed.
    pub fn take_off(&mut self, judged: &[AnnotationId]) {
        self.judged.extend(judged);
        self.left.remove(judged.iter().copied());
        self.generation += 1;
        self.in_hand.take_if(|id| judged.contains(id));
    }

    /// What is hidden because its like was dismissed; nothing once it is shown all the same.
    pub fn hidden(&self) -> &[HiddenProposals] {
        &self.hidden
    }

    /// Shows what is hidden, with the next run.
    pub fn show_hidden(&mut self) {
        (self.shows_hidden, self.left_of) = (true, None);
    }

    /// Adds what another program proposes, with the next run.
    pub fn give(&mut self, given: ArticleProposals) {
        self.given.push(Arc::new(given));
        self.left_of = None;
    }

    /// Where the words of a mark say something else than the mark.
    pub fn hints_of(&self, project: &Project, mark: &Annotation) -> Vec<FieldHint> {
        self.stated.as_ref().map(|stated| stated.hints_of(project, mark)).unwrap_or_default()
    }

    /// Whether what the article states is known: before that there may be more than is shown.
    pub fn is_ready(&self) -> bool {
        self.stated.is_some()
    }

    /// How many are left.
    pub fn len(&self) -> usize {
        self.left.all().len()
    }

    /// Whether none is left.
    pub fn is_empty(&self) -> bool {
        self.left.all().is_empty()
    }

    /// How many of those that are left are likely.
    pub fn n_likely(&self) -> usize {
        self.left.n_likely()
    }

    /// How many of a category are left.
    pub fn n_of(&self, category: Category) -> usize {
        self.left.n_of(category)
    }

    /// The proposal of that name, where it is left.
    pub fn get(&self, id: AnnotationId) -> Option<&Arc<Proposal>> {
        self.left.get(id)
    }

    /// All that are left, in the order of the text.
    pub fn in_text(&self) -> &[Arc<Proposal>] {
        self.left.all()
    }

    /// The proposal at a place of the sweep.
    pub fn in_sweep(&self, place: usize) -> Option<&Arc<Proposal>> {
        self.left.in_sweep(place)
    }

    /// The place of a proposal in the sweep.
    pub fn place(&self, id: AnnotationId) -> Option<usize> {
        self.left.rank(id)
    }

    /// Those that are left over some bytes of the article, in the order of the text.
    pub fn over(&self, bytes: Range<usize>) -> impl Iterator<Item = &Arc<Proposal>> {
        self.left.over(bytes)
    }

    /// Which categories are proposed over some bytes of the article, in order.
    pub fn categories(&self, bytes: Range<usize>) -> [bool; Category::ALL.len()] {
        let mut present = [false; Category::ALL.len()];
        let is_here = |span: Span| span.start() < bytes.end && span.end() > bytes.start;
        for proposal in self.over(bytes.clone()) {
            present[proposal.category() as usize] |= proposal.spans.iter().any(is_here);
        }
        present
    }

    /// The smallest proposal over a byte of the article.
    pub fn at(&self, byte: usize) -> Option<&Arc<Proposal>> {
        let over = self.over(byte..byte + 1).filter(|proposal| proposal.spans.contains(byte));
        over.min_by_key(|proposal| proposal.spans.covered())
    }

    /// The proposal in hand.
    pub fn in_hand(&self) -> Option<&Arc<Proposal>> {
        self.in_hand.and_then(|id| self.get(id))
    }

    /// Takes a proposal in hand, or none.
    pub fn take_in_hand(&mut self, id: Option<AnnotationId>) {
        self.in_hand = id;
    }

    /// The proposal to go to next in the sweep, or the one before: from the one in hand; without one from the first that
    /// is left, or the last.
    pub fn adjacent(&self, onwards: bool) -> Option<AnnotationId> {
        let n = self.len().max(1);
        let at = self.in_hand.and_then(|id| self.place(id));
        let next = match (at, onwards) {
            (Some(at), true) => (at + 1) % n,
            (Some(at), false) => (at + n - 1) % n,
            (None, true) => 0,
            (None, false) => n - 1,
        };
        self.in_sweep(next).map(|proposal| proposal.id)
    }

    /// The proposal that takes the place of the one in hand once that is judged, with the others named.
    pub fn after(&self, judged: &[AnnotationId]) -> Option<AnnotationId> {
        let at = self.in_hand.and_then(|id| self.place(id)).unwrap_or(0);
        let onwards = (at..self.len()).chain(0..at).filter_map(|place| self.in_sweep(place));
        onwards.map(|proposal| proposal.id).find(|id| !judged.contains(id))
    }

    /// What is accepted with a proposal: itself, and the wholes it is part of that are only proposed, outermost first.
    pub fn with_wholes(&self, id: AnnotationId) -> Vec<Arc<Proposal>> {
        let mut chain: Vec<Arc<Proposal>> = Vec::new();
        let mut next = Some(id);
        // A part of a part of a part is as deep as an article goes; two that name each other must not go round for ever.
        while let Some(proposal) = next
            .and_then(|id| self.get(id))
            .filter(|found| chain.len() < 8 && chain.iter().all(|known| known.id != found.id))
        {
            next = proposal.details.scope().and_then(|scope| scope.of);
            chain.push(proposal.clone());
        }
        chain.reverse();
        chain
    }

    /// All that are left of the rule of a proposal, itself among them.
    pub fn of_rule(&self, proposal: &Proposal) -> Vec<Arc<Proposal>> {
        self.left.all().iter().filter(|other| is_alike(other, proposal)).cloned().collect()
    }

    /// How many those are.
    pub fn n_of_rule(&self, proposal: &Proposal) -> usize {
        self.left.all().iter().filter(|other| is_alike(other, proposal)).count()
    }

    /// What the words state of fields that are unknown in `mark`, but for those that were refused.
    pub fn fields_of(&self, project: &Project, mark: &Annotation) -> Vec<FieldProposal> {
        let Some(stated) = &self.stated else { return Vec::new() };
        let mut fields = stated.fields_of(project, mark);
        fields.retain(|field| !self.refused_fields.contains(&(mark.id, field.field)));
        fields
    }

    /// What a proposal would say, field by field, but for those that were refused. A scope that names another proposal
    /// is told by the words of that.
    pub fn fields_in_hand(&self, project: &Project, proposal: &Proposal) -> Vec<FieldProposal> {
        let Some(draft) = draft(proposal) else { return Vec::new() };
        let mut fields = self.fields_of(project, &draft);
        let is_scope = |path: &FieldPath| matches!(path, FieldPath::Scope | FieldPath::ScopeOf | FieldPath::ScopeBy);
        fields.retain(|field| !is_scope(&field.field));
        let noted = proposal.fields.iter().find(|field| field.field == FieldPath::Scope);
        let field = |field, value| FieldProposal {
            field,
            value: ProposedValue::Value(value),
            at: noted.and_then(|noted| noted.at),
            tier: noted.map_or(proposal.tier, |noted| noted.tier),
            why: String::new(),
            rule: proposal.rule.clone(),
        };
        for path in [FieldPath::Scope, FieldPath::ScopeOf, FieldPath::ScopeBy] {
            let is_refused = self.refused_fields.contains(&(proposal.id, path));
            let value = proposal.details.field(path).filter(|value| !is_refused && !value.is_unknown());
            fields.extend(value.map(|value| field(path, self.in_words(project, value))));
        }
        fields
    }

    /// A mark that is only proposed, by its words: no project can tell what it is called.
    fn in_words(&self, project: &Project, value: FieldValue) -> FieldValue {
        match value {
            FieldValue::Mark(Some(id)) if project.annotation(id).is_none() => match self.get(id) {
                Some(other) => FieldValue::Text(project.article().text.called(&other.spans)),
                None => FieldValue::Mark(Some(id)),
            },
            value => value,
        }
    }

    /// Proposes fields of a mark, or of a proposal, no more.
    pub fn refuse(&mut self, id: AnnotationId, fields: impl IntoIterator<Item = FieldPath>) {
        self.refused_fields.extend(fields.into_iter().map(|field| (id, field)));
        self.generation += 1;
    }

    /// The proposal without the fields that were refused.
    pub fn without_refused(&self, proposal: Arc<Proposal>) -> Arc<Proposal> {
        let refused = self.refused_fields.iter().filter(|(id, _)| *id == proposal.id);
        let mut refused: Vec<FieldPath> = refused.map(|(_, field)| *field).collect();
        if refused.is_empty() {
            return proposal;
        }
        let mut kept = Proposal::clone(&proposal);
        refused.sort();
        for path in refused {
            forget(&mut kept.details, path);
            kept.fields.retain(|field| field.field != path);
        }
        Arc::new(kept)
    }

    /// Another number whenever something else may be proposed for a field.
    pub fn generation(&self) -> u64 {
        self.generation
    }
}

/// Whether one rule of one program found both.
fn is_alike(one: &Proposal, other: &Proposal) -> bool {
    one.rule == other.rule && one.category() == other.category() && one.maker == other.maker
}

/// How many marks of a project were accepted, and how many proposals were dismissed.
fn n_judged(project: &Project) -> [usize; 2] {
    let is_accepted = |mark: &&Arc<Annotation>| matches!(mark.provenance, Provenance::Proposed { .. });
    let n_accepted = project.annotations().iter().filter(is_accepted).count();
    [n_accepted, project.dismissed_proposals().len()]
}

/// A field becomes unknown again.
fn forget(details: &mut Details, path: FieldPath) {
    if let Some(item) = path.item() {
        details.remove_item(item);
        return;
    }
    let Some(value) = details.category().unknown().field(path) else { return };
    // The value is the field's own, so that it fits.
    let _ = details.set_field(path, value);
}

/// The mark that a proposal would become, with nothing filled in; `None` is impossible but for a name that is none.
pub fn draft(proposal: &Proposal) -> Option<Annotation> {
    let nobody = Person::new("newsmark")?;
    Some(Annotation::draft(proposal.id, proposal.spans.clone(), proposal.category(), nobody))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Card, Time};
    use crate::store::samples::project_of;

    #[test]
    fn what_broke_off_is_not_sought_again_until_the_card_says_something_else() {
        let mut open = OpenProject::new(project_of("Two people were killed in Tarn.", &[]), true);
        let mut proposals = Proposals::default();
        drop(proposals.begin(1, &open).expect("nothing was sought yet"));
        proposals.give_up(1);
        assert!(proposals.is_broken() && proposals.begin(2, &open).is_none(), "it would break off in every frame");
        let language = "de".to_owned();
        open.set_card(Card { language, ..open.project().article().card.clone() }, Time(0)).unwrap();
        let found = proposals.begin(3, &open).expect("it is sought by another language")();
        assert!(proposals.end(found).is_some() && !proposals.is_broken() && proposals.is_ready());
    }
}
