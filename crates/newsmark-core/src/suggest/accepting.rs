//! From proposals to marks: what an editor takes becomes one step of the history.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::field_proposal::{FieldProposal, ProposedValue};
use super::marked::{holder, holds};
use super::proposal::Proposal;
use super::source_name::SourceName;
use super::source_row::source_row;
use crate::edit::{EditError, OpenProject, as_selected};
use crate::model::{
    Anchored, Annotation, AnnotationId, ApplyError, AttributionPart, Change, Details, FieldPath, ItemId, Person,
    Project, Provenance, Scope, Source, SourceId, Sources, Spans, Time,
};

impl OpenProject {
    /// Makes marks of proposals, with their fields and their sources, in one step, and selects the first. Returns the
    /// mark of each proposal, in their order: where one is held already, that which holds it.
    ///
    /// What a proposal points at is the mark of that proposal where both are given, or a mark that is there; else how it
    /// stands to others is left unknown. `mint` gives random numbers, of which ids are made.
    ///
    /// # Errors
    /// As [`OpenProject::perform`], or where a proposal has no words in this article; then none is accepted.
    ///
    /// ```
    /// use newsmark_core::edit::OpenProject;
    /// use newsmark_core::model::{Article, Card, Person, Project, Text, Time};
    /// use newsmark_core::suggest::ArticleProposals;
    ///
    /// let text = Text::new("At least 14 farmers were killed near Tarn.".to_owned());
    /// let mut open = OpenProject::new(Project::new(Article { text, card: Card::default() }), true);
    /// let stated = ArticleProposals::of(open.project().article());
    /// let proposals = stated.open(open.project());
    /// let (author, mut n) = (Person::new("Ines Varga").ok_or("no name")?, 0);
    /// open.accept(&proposals, &mut || { n += 1; n }, &author, Time(0))?;
    /// assert_eq!(open.history().undo_name(), Some("accept proposal"));
    /// assert!(stated.open(open.project()).is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn accept(
        &mut self,
        proposals: &[Arc<Proposal>],
        mint: &mut dyn FnMut() -> u64,
        author: &Person,
        time: Time,
    ) -> Result<Vec<AnnotationId>, EditError> {
        let mut accepted = Accepted::of(self.project(), mint);
        for proposal in proposals {
            accepted.take(proposal, author)?;
        }
        let marks: Vec<AnnotationId> =
            proposals.iter().filter_map(|proposal| accepted.marks.get(&proposal.id).copied()).collect();
        let changes = accepted.changes();
        if !changes.is_empty() {
            let n_marks = changes.iter().filter(|change| matches!(change, Change::Insert(_))).count();
            let name = if n_marks == 1 { "accept proposal".to_owned() } else { format!("accept {n_marks} proposals") };
            self.perform(&name, None, Change::Batch(changes), time)?;
        }
        self.selected = marks.first().copied().or(self.selected);
        Ok(marks)
    }

    /// Puts proposed values into the fields of a mark that are unknown in it, in one step; a field that is known by
    /// then keeps what it holds. `mint` gives random numbers, of which ids are made.
    ///
    /// # Errors
    /// As [`OpenProject::perform`], or where the mark has no such field; then none is changed.
    pub fn take_fields(
        &mut self,
        id: AnnotationId,
        fields: &[FieldProposal],
        mint: &mut dyn FnMut() -> u64,
        time: Time,
    ) -> Result<(), EditError> {
        let Some(before) = self.project().annotation(id) else { return Err(ApplyError::Absent(id).into()) };
        let mut after = Annotation::clone(before);
        let mut table = Table { sources: self.project().sources().clone(), is_changed: false };
        for proposed in fields {
            match &proposed.value {
                ProposedValue::Value(value) => {
                    // Of a field that the mark does not have, nothing is known either: setting it tells so.
                    if after.field(proposed.field).is_none_or(|held| held.is_unknown()) {
                        after.set_field(proposed.field, value.clone())?;
                    }
                }
                ProposedValue::Item(item) => {
                    after.details.add_item(item.clone().with_id(ItemId::from_u64(mint())));
                }
                ProposedValue::Source { known, name } => {
                    let attribution = after.details.attribution_mut();
                    if attribution.source.is_none() {
                        let known = known.filter(|known| table.sources.get(*known).is_some());
                        attribution.source = known.or_else(|| table.row(name, None, mint));
                    }
                }
            }
        }
        if after == **before {
            return Ok(());
        }
        let name = match fields {
            [one] => format!("take proposed {}", one.field.label(after.category()).to_lowercase()),
            _ => "take proposed fields".to_owned(),
        };
        // The table first: a mark must not name a source that is not there yet, even within a step.
        let changes = table.change().into_iter().chain([Change::Replace(Arc::new(after))]).collect();
        self.seal();
        self.perform(&name, None, Change::Batch(changes), time)
    }
}

/// The table of sources as it becomes.
struct Table {
    sources: Sources,
    is_changed: bool,
}

impl Table {
    /// The row that is called so, made where there is none; `None` where the words name nobody. `words` may tell the role
    /// of one that is named elsewhere.
    fn row(&mut self, name: &str, words: Option<&str>, mint: &mut dyn FnMut() -> u64) -> Option<SourceId> {
        let ProposedValue::Source { known, name } = source_row(&self.sources, name)? else { return None };
        if known.is_some() {
            return known;
        }
        let id = fresh(mint, SourceId::from_u64, |id| self.sources.get(id).is_some());
        let SourceName { name, mut role } = SourceName::of(&name);
        if role.is_empty() {
            role = words.map(|words| SourceName::of(words).role).unwrap_or_default();
        }
        self.sources = self.sources.with(Source { role, ..Source::named(id, name) });
        self.is_changed = true;
        Some(id)
    }

    fn change(self) -> Option<Change> {
        self.is_changed.then_some(Change::ReplaceSources(self.sources))
    }
}

/// Proposals on their way to marks.
struct Accepted<'p, 'm> {
    project: &'p Project,
    mint: &'m mut dyn FnMut() -> u64,
    table: Table,
    made: Vec<Annotation>,
    /// The ids of what is made.
    ids: HashSet<AnnotationId>,
    /// For each proposal, the mark that holds it.
    marks: HashMap<AnnotationId, AnnotationId>,
}

impl<'p, 'm> Accepted<'p, 'm> {
    fn of(project: &'p Project, mint: &'m mut dyn FnMut() -> u64) -> Accepted<'p, 'm> {
        let table = Table { sources: project.sources().clone(), is_changed: false };
        Accepted { project, mint, table, made: Vec::new(), ids: HashSet::new(), marks: HashMap::new() }
    }

    fn take(&mut self, proposal: &Proposal, author: &Person) -> Result<(), EditError> {
        let is_held = |mark: &&Annotation| mark.category() == proposal.category() && holds(mark, proposal);
        let overlaps = |mark: &&Annotation| {
            let (own, other) = (&mark.spans, &proposal.spans);
            own.start() < other.end() && other.start() < own.end()
        };
        let made = self.made.iter().filter(overlaps).find(is_held).map(|mark| mark.id);
        if let Some(mark) = holder(self.project, proposal).or(made) {
            self.marks.insert(proposal.id, mark);
            return Ok(());
        }
        let text = &self.project.article().text;
        let spans = proposal.spans.iter().filter_map(|span| as_selected(text, span)).collect();
        let spans = Spans::new(spans).ok_or(EditError::ApplyError(ApplyError::Outside(proposal.id)))?;
        let id = fresh(self.mint, AnnotationId::from_u64, |id| self.project.has(id) || self.ids.contains(&id));
        self.ids.insert(id);
        let mut details = proposal.details.clone();
        details.renew_items(|| ItemId::from_u64((self.mint)()));
        let (by, rule) = (proposal.maker.clone(), proposal.rule.clone());
        details.attribution_mut().source = self.source(proposal);
        self.made.push(Annotation {
            details,
            provenance: Provenance::Proposed { by, rule, tier: proposal.tier },
            ..Annotation::draft(id, spans, proposal.category(), author.clone())
        });
        self.marks.insert(proposal.id, id);
        Ok(())
    }

    /// The row of the source, named as its fullest mention is.
    fn source(&mut self, proposal: &Proposal) -> Option<SourceId> {
        let attribution = proposal.details.attribution();
        let known = attribution.source.filter(|id| self.table.sources.get(*id).is_some());
        let field = FieldPath::Attribution(AttributionPart::Source);
        let fullest = proposal.fields.iter().find(|noted| noted.field == field).and_then(|noted| noted.at);
        let words = attribution.words.as_ref().map(|words| words.value.as_str());
        let name = match (fullest, words) {
            (Some(at), _) => Anchored::taken(&self.project.article().text, at).value,
            (None, Some(words)) => words.to_owned(),
            (None, None) => return known,
        };
        known.or_else(|| self.table.row(&name, words, self.mint))
    }

    /// What makes the marks, with what they point at in terms of the project.
    fn changes(mut self) -> Vec<Change> {
        let (project, marks) = (self.project, &self.marks);
        let mark_of = |of: AnnotationId| marks.get(&of).copied().or_else(|| project.has(of).then_some(of));
        for mark in &mut self.made {
            let id = mark.id;
            point(&mut mark.details, |of| mark_of(of).filter(|other| *other != id));
        }
        let inserted = self.made.into_iter().map(|mark| Change::Insert(Arc::new(mark)));
        self.table.change().into_iter().chain(inserted).collect()
    }
}

/// Makes what points at proposals point at marks. Where no mark is, how it stands to others is unknown.
fn point(details: &mut Details, mark_of: impl Fn(AnnotationId) -> Option<AnnotationId>) {
    let scope = |scope: &mut Scope| match scope.of.map(&mark_of) {
        Some(Some(mark)) => scope.of = Some(mark),
        Some(None) => *scope = Scope::default(),
        None => {}
    };
    match details {
        Details::Casualties(record) => scope(&mut record.scope),
        Details::Displacement(record) => scope(&mut record.scope),
        Details::Quotes(record) => record.inside = record.inside.and_then(mark_of),
        Details::Claims(record) => {
            record.links.retain_mut(|link| {
                let to = link.to.and_then(&mark_of);
                let is_kept = to.is_some() || link.to.is_none();
                link.to = to;
                is_kept
            });
        }
    }
}

/// An id that is not taken.
fn fresh<I: Copy>(mint: &mut dyn FnMut() -> u64, id: fn(u64) -> I, is_taken: impl Fn(I) -> bool) -> I {
    // Counted on from the number, so that a source of numbers that repeats itself gives another one in the end.
    let mut n = 0;
    loop {
        let id = id(mint().wrapping_add(n));
        if !is_taken(id) {
            return id;
        }
        n += 1;
    }
}
