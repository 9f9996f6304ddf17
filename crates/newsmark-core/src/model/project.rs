use std::sync::Arc;

use super::{
    Annotation, AnnotationId, Annotations, ApplyError, Article, Change, Conflict, DismissedProposal, Event, Histories,
    ProjectSettings, Provenance, SignOff, Sources, Unplaced, start_by_id::StartById,
};

/// An article with its annotations.
///
/// # Invariants
/// The text never changes; ids are unique; annotations stand within the text
/// on code point boundaries, sorted by their first byte, then id. Everything
/// else changes only through [`Project::apply`], but for the histories, which
/// only grow. Cloning is cheap: text and annotations are shared.
#[derive(Clone, Debug)]
pub struct Project {
    article: Article,
    settings: ProjectSettings,
    sources: Sources,
    annotations: Annotations,
    starts: StartById,
    unplaced: Vec<Arc<Unplaced>>,
    sign_offs: Vec<Arc<SignOff>>,
    dismissed_proposals: Vec<Arc<DismissedProposal>>,
    conflicts: Vec<Conflict>,
    histories: Histories,
}

/// What a project is made of, in any order; `A` is an annotation, owned or shared.
#[derive(Clone, Debug)]
pub struct ProjectParts<A = Annotation> {
    /// The article.
    pub article: Article,
    /// What the project asks of those who work on it.
    pub settings: ProjectSettings,
    /// The sources.
    pub sources: Sources,
    /// The annotations.
    pub annotations: Vec<A>,
    /// The annotations without a place.
    pub unplaced: Vec<Unplaced>,
    /// Who said that the project is done, the oldest first.
    pub sign_offs: Vec<SignOff>,
    /// Proposals that editors did not want, the oldest first.
    pub dismissed_proposals: Vec<DismissedProposal>,
    /// What a merge could not decide.
    pub conflicts: Vec<Conflict>,
    /// What became of the annotations.
    pub histories: Histories,
}

impl<A> ProjectParts<A> {
    /// An article and nothing else.
    pub fn of(article: Article) -> ProjectParts<A> {
        ProjectParts {
            article,
            settings: ProjectSettings::default(),
            sources: Sources::default(),
            annotations: Vec::new(),
            unplaced: Vec::new(),
            sign_offs: Vec::new(),
            dismissed_proposals: Vec::new(),
            conflicts: Vec::new(),
            histories: Histories::default(),
        }
    }
}

impl Project {
    /// A project of an article without annotations.
    pub fn new(article: Article) -> Project {
        Project {
            article,
            settings: ProjectSettings::default(),
            sources: Sources::default(),
            annotations: Annotations::default(),
            starts: StartById::default(),
            unplaced: Vec::new(),
            sign_offs: Vec::new(),
            dismissed_proposals: Vec::new(),
            conflicts: Vec::new(),
            histories: Histories::default(),
        }
    }

    /// A project as a file holds it.
    ///
    /// # Errors
    /// The first annotation whose id is taken or that stands outside the text.
    pub fn from_parts<A: Into<Arc<Annotation>>>(parts: ProjectParts<A>) -> Result<Project, ApplyError> {
        let ProjectParts { article, settings, sources, annotations, unplaced, conflicts, histories, .. } = parts;
        let mut project = Project { settings, sources, histories, ..Project::new(article) };
        project.sign_offs = parts.sign_offs.into_iter().map(Arc::new).collect();
        project.dismissed_proposals = parts.dismissed_proposals.into_iter().map(Arc::new).collect();
        // Sorted once, as inserting thousands one by one would move every chunk again and again.
        project.annotations = Annotations::of(annotations.into_iter().map(Into::into).collect());
        for annotation in &project.annotations {
            project.check_within(annotation)?;
            if project.starts.insert(annotation.id, annotation.spans.start()).is_some() {
                return Err(ApplyError::Taken(annotation.id));
            }
        }
        // Through `apply`, which checks their ids against those of placed ones.
        for kept in unplaced {
            project.apply(Change::InsertUnplaced(Arc::new(kept)))?;
        }
        project.apply(Change::ReplaceConflicts(conflicts))?;
        Ok(project)
    }

    /// The article.
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// What it asks of those who work on it.
    pub fn settings(&self) -> &ProjectSettings {
        &self.settings
    }

    /// Who said that it is done, the oldest first.
    pub fn sign_offs(&self) -> &[Arc<SignOff>] {
        &self.sign_offs
    }

    /// Whether somebody signed it off as it stands: every annotation is as it was signed, and none is missing.
    pub fn is_signed_off(&self) -> bool {
        let is_signed = |sign_off: &Arc<SignOff>| {
            let is_seen = |annotation: &Arc<Annotation>| sign_off.has_seen(annotation);
            sign_off.seen.len() == self.annotations.len() && self.annotations.iter().all(is_seen)
        };
        self.sign_offs.iter().any(is_signed)
    }

    /// Proposals that editors did not want, the oldest first.
    pub fn dismissed_proposals(&self) -> &[Arc<DismissedProposal>] {
        &self.dismissed_proposals
    }

    /// Whether it was made with proposals: yes where one was accepted or dismissed, whatever the settings say since, else
    /// what somebody decided; `None` where nobody did.
    pub fn made_with_proposals(&self) -> Option<bool> {
        let is_proposed = |provenance: &Provenance| matches!(provenance, Provenance::Proposed { .. });
        let is_any = !self.dismissed_proposals.is_empty()
            || self.annotations.iter().any(|annotation| is_proposed(&annotation.provenance))
            || self.unplaced.iter().any(|kept| is_proposed(&kept.provenance));
        if is_any { Some(true) } else { self.settings.proposals.as_ref().map(|setting| setting.value) }
    }

    /// What a merge could not decide.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What became of an annotation, the oldest first.
    pub fn history(&self, id: AnnotationId) -> &[Event] {
        self.histories.of(id)
    }

    /// What became of all annotations, also of deleted ones.
    pub fn histories(&self) -> &Histories {
        &self.histories
    }

    /// Puts other histories in place: those of a file that was saved or merged, never fewer events.
    pub fn set_histories(&mut self, histories: Histories) {
        self.histories = histories;
    }

    /// The sources.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The annotations, sorted by first byte, then id.
    pub fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// The annotations without a place, by id.
    pub fn unplaced(&self) -> &[Arc<Unplaced>] {
        &self.unplaced
    }

    /// The annotation of that id.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.annotations.at(self.starts.get(id)?, id)
    }

    /// The annotation without a place of that id.
    pub fn unplaced_one(&self, id: AnnotationId) -> Option<&Arc<Unplaced>> {
        self.unplaced_place(id).map(|place| &self.unplaced[place])
    }

    /// Its place in the list, counted from 0. It changes when marks come and go: no mark is named by it.
    pub fn place(&self, id: AnnotationId) -> Option<usize> {
        self.annotations.place(self.starts.get(id)?, id).ok()
    }

    /// The stretch of the list in which the annotation of that id stands, and how many are before it there.
    pub(crate) fn seat(&self, id: AnnotationId) -> Option<(usize, usize)> {
        self.annotations.seat(self.starts.get(id)?, id)
    }

    /// Whether an annotation, placed or not, has that id.
    pub fn has(&self, id: AnnotationId) -> bool {
        self.starts.get(id).is_some() || self.unplaced_place(id).is_some()
    }

    /// The annotations over byte `offset`, the smallest first; equal ones by id, the later first.
    pub fn annotations_at(&self, offset: usize) -> Vec<&Arc<Annotation>> {
        let over = self.annotations.over(offset..offset.saturating_add(1));
        let mut found: Vec<_> = over.filter(|annotation| annotation.spans.contains(offset)).collect();
        // The smallest is what a click means; of equal ones the later lies on top.
        found.sort_by_key(|annotation| (annotation.spans.covered(), std::cmp::Reverse(annotation.id)));
        found
    }

    /// Makes the change and returns the one that takes it back.
    ///
    /// # Errors
    /// A [`ApplyError`], and the project is as it was.
    pub fn apply(&mut self, change: Change) -> Result<Change, ApplyError> {
        match change {
            Change::Insert(annotation) => self.insert(annotation),
            Change::Remove(id) => self.remove(id).map(Change::Insert),
            Change::Replace(annotation) => self.replace(annotation),
            Change::ReplaceCard(card) => {
                Ok(Change::ReplaceCard(Box::new(std::mem::replace(&mut self.article.card, *card))))
            }
            Change::ReplaceSources(sources) => {
                Ok(Change::ReplaceSources(std::mem::replace(&mut self.sources, sources)))
            }
            Change::ReplaceSettings(settings) => {
                Ok(Change::ReplaceSettings(std::mem::replace(&mut self.settings, settings)))
            }
            Change::ReplaceSignOffs(sign_offs) => {
                Ok(Change::ReplaceSignOffs(std::mem::replace(&mut self.sign_offs, sign_offs)))
            }
            Change::ReplaceDismissedProposals(dismissed) => {
                Ok(Change::ReplaceDismissedProposals(std::mem::replace(&mut self.dismissed_proposals, dismissed)))
            }
            Change::ReplaceConflicts(conflicts) => {
                // What a conflict keeps may be taken into the project later and must fit its text then.
                conflicts.iter().flat_map(Conflict::kept).try_for_each(|annotation| self.check_within(annotation))?;
                Ok(Change::ReplaceConflicts(std::mem::replace(&mut self.conflicts, conflicts)))
            }
            Change::InsertUnplaced(unplaced) => self.keep(unplaced),
            Change::RemoveUnplaced(id) => {
                let place = self.unplaced_place(id).ok_or(ApplyError::Absent(id))?;
                Ok(Change::InsertUnplaced(self.unplaced.remove(place)))
            }
            Change::Batch(changes) => self.apply_all(changes),
        }
    }

    fn insert(&mut self, annotation: Arc<Annotation>) -> Result<Change, ApplyError> {
        if self.has(annotation.id) {
            return Err(ApplyError::Taken(annotation.id));
        }
        self.check_within(&annotation)?;
        let id = annotation.id;
        self.starts.insert(id, annotation.spans.start());
        self.annotations.insert(annotation);
        Ok(Change::Remove(id))
    }

    fn remove(&mut self, id: AnnotationId) -> Result<Arc<Annotation>, ApplyError> {
        let start = self.starts.remove(id).ok_or(ApplyError::Absent(id))?;
        self.annotations.remove(start, id).ok_or(ApplyError::Absent(id))
    }

    fn replace(&mut self, annotation: Arc<Annotation>) -> Result<Change, ApplyError> {
        let (id, new) = (annotation.id, annotation.spans.start());
        // Every check comes before the first change: a change that fails leaves the project as it was.
        let start = self.starts.get(id).ok_or(ApplyError::Absent(id))?;
        self.check_within(&annotation)?;
        let before = self.annotations.replace(start, annotation).ok_or(ApplyError::Absent(id))?;
        // Mostly a field was changed and the place was not: then the index need not be copied.
        if new != start {
            self.starts.insert(id, new);
        }
        Ok(Change::Replace(before))
    }

    fn keep(&mut self, unplaced: Arc<Unplaced>) -> Result<Change, ApplyError> {
        if self.has(unplaced.id) {
            return Err(ApplyError::Taken(unplaced.id));
        }
        let id = unplaced.id;
        // Sorted by id, as they have no place to be sorted by.
        let place = self.unplaced.partition_point(|other| other.id < id);
        self.unplaced.insert(place, unplaced);
        Ok(Change::RemoveUnplaced(id))
    }

    fn apply_all(&mut self, changes: Vec<Change>) -> Result<Change, ApplyError> {
        let mut inverses = Vec::with_capacity(changes.len());
        for change in changes {
            match self.apply(change) {
                Ok(inverse) => inverses.push(inverse),
                Err(misfit) => {
                    // Backwards, as each inverse fits only what its own change left.
                    for inverse in inverses.into_iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(misfit);
                }
            }
        }
        // Taking a batch back begins with its last change.
        inverses.reverse();
        Ok(Change::Batch(inverses))
    }

    fn check_within(&self, annotation: &Annotation) -> Result<(), ApplyError> {
        let text = &self.article.text;
        // False beyond the end of the text as well.
        let sound = |offset| text.is_char_boundary(offset);
        let within = annotation.spans.iter().all(|span| sound(span.start()) && sound(span.end()));
        if within { Ok(()) } else { Err(ApplyError::Outside(annotation.id)) }
    }

    fn unplaced_place(&self, id: AnnotationId) -> Option<usize> {
        self.unplaced.binary_search_by_key(&id, |unplaced| unplaced.id).ok()
    }
}

impl PartialEq for Project {
    fn eq(&self, other: &Project) -> bool {
        self.article == other.article
            && self.settings == other.settings
            && self.sources == other.sources
            && self.annotations == other.annotations
            && self.unplaced == other.unplaced
            && self.sign_offs == other.sign_offs
            && self.dismissed_proposals == other.dismissed_proposals
            && self.conflicts == other.conflicts
            && self.histories == other.histories
    }
}

impl Eq for Project {}
