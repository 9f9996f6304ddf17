use std::sync::Arc;

use crate::model::{
    Anchored, Annotation, AnnotationId, ApplyError, Card, Category, Change, Digest, Event, FieldPath, FieldValue,
    Person, Project, Span, Time,
};
use crate::review::{self, DeletedMarks};

use super::editor::edited;
use super::file_base::FileBase;
use super::grow::Growth;
use super::merge::MERGE;
use super::{EditError, Entry, EntryKind, History, HistoryStep, Selection, Trimming, Typing, as_selected, trimmed};

/// A project being worked on: its history, what is selected, what words are picked for.
///
/// The project is lent only to read. Each edit is one method; it becomes one
/// step of the history and one [`Entry`] of the journal, or fails and leaves
/// everything as it was.
///
/// ```
/// use newsmark_core::edit::{OpenProject, Selection};
/// use newsmark_core::interchange::import;
/// use newsmark_core::model::{AnnotationId, Category, Person, Project, Span, Time};
///
/// let article = import(b"Shells killed 12 people.", "karsa.txt", None)?.article;
/// let mut open = OpenProject::new(Project::new(article), true);
/// open.selection = Span::new(14, 23).map_or(open.selection, Selection::of);
/// let author = Person::new("Ines Varga").ok_or("no name")?;
/// open.mark(Category::Casualties, AnnotationId::from_u64(1), author, Time(0))?;
/// let mark = &open.project().annotations()[0];
/// assert_eq!(open.project().article().text.words(mark.spans.as_slice()[0]), "12 people");
/// open.undo(Time(0))?;
/// assert_eq!(open.project().annotations().len(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct OpenProject {
    pub(super) project: Project,
    pub(super) history: History,
    log: Vec<Entry>,
    pub(super) revision: u64,
    /// The project as its histories tell it: as opened or last saved.
    pub(super) file: FileBase,
    /// The marks that stood in the file and do not any more, as they stood there last.
    pub(super) gone: DeletedMarks,
    n_edits: u64,
    saving: Option<Saving>,
    pub(super) growth: Growth,
    /// The caret and the selected words.
    pub selection: Selection,
    /// The selected annotation.
    pub selected: Option<AnnotationId>,
    /// The field that the next words taken from the article fill.
    pub picking: Option<(AnnotationId, FieldPath)>,
    /// Why nothing may be changed, if that is so; a sentence.
    pub read_only: Option<String>,
    /// Who works on it; `None` where nobody gave a name.
    pub person: Option<Person>,
}

/// A save under way: the project that goes to its file, and what the save adds to the histories.
#[derive(Debug)]
struct Saving {
    project: Project,
    events: Vec<(AnnotationId, Event)>,
}

impl OpenProject {
    /// Opens a project; `saved` tells whether it stands in a file, or need not.
    pub fn new(project: Project, saved: bool) -> OpenProject {
        OpenProject {
            file: FileBase::new(project.clone()),
            gone: DeletedMarks::default(),
            n_edits: 0,
            saving: None,
            person: None,
            project,
            history: History::new(saved),
            log: Vec::new(),
            revision: 0,
            growth: Growth::default(),
            selection: Selection::default(),
            selected: None,
            picking: None,
            read_only: None,
        }
    }

    /// The project, to read.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The history, to read.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// A number that is another one after every change of the project.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// A number that is another one after every edit, undo and redo; a save leaves it as it is.
    pub fn n_edits(&self) -> u64 {
        self.n_edits
    }

    /// The digest of the bytes that the next save may replace: those that were opened, saved or merged last, and after
    /// the undo of a merge those of before it. `None` where none were named.
    pub fn file_digest(&self) -> Option<Digest> {
        self.file.digest()
    }

    /// The file's bytes have that digest; called after opening, saving and merging.
    pub fn set_file_digest(&mut self, digest: Digest) {
        self.file.set_digest(digest);
    }

    /// The project as it stands in its file, as far as is known: as opened, saved or merged last.
    pub fn in_file(&self) -> &Project {
        self.file.project()
    }

    /// A mark that is not in the project any more as it stood in the file, where that was while it was open.
    pub fn deleted(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.file.project().annotation(id).or_else(|| self.gone.get(id))
    }

    /// The selected annotation.
    pub fn selected_annotation(&self) -> Option<&Arc<Annotation>> {
        self.project.annotation(self.selected?)
    }

    /// The entries made since the last call, for the journal.
    pub fn take_log(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.log)
    }

    /// Hands out the project to be saved as it is, with what the save tells in
    /// the histories of its annotations; [`OpenProject::end_save`] follows.
    pub fn begin_save(&mut self, time: Time) -> Project {
        self.history.begin_save();
        // Reckoned against the file as it stands, before anything of this save is in it.
        let events = self.unsaved_events(time);
        let mut project = self.project.clone();
        add_events(&mut project, events.iter().cloned());
        self.saving = Some(Saving { project: project.clone(), events });
        project
    }

    /// What a save at that moment would tell that no file tells yet.
    pub(super) fn unsaved_events(&self, time: Time) -> Vec<(AnnotationId, Event)> {
        review::events(self.file.project(), &self.gone, &self.project, self.person.as_ref(), time)
    }

    /// The project as it was when saving began stands in its file, or does not:
    /// then the histories are as they were before.
    pub fn end_save(&mut self, is_saved: bool) {
        self.history.end_save(is_saved);
        let Some(Saving { project, events }) = self.saving.take().filter(|_| is_saved) else { return };
        // Before the base moves on, which forgets what stood there.
        self.gone.sync(self.file.project(), &project);
        self.file.saved(project);
        if !events.is_empty() {
            add_events(&mut self.project, events);
            self.revision += 1;
        }
    }

    /// The project as it is stands in no file.
    pub fn forget_save(&mut self) {
        self.history.forget_save();
    }

    /// Ends a run of typing; called when a field loses focus.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// What the rule of [`trimmed`] marks of the selected words.
    pub fn selected_words(&self) -> Option<Span> {
        self.trimming().map(|trimming| trimming.span)
    }

    /// What is marked of the selected words, and how that differs from them.
    pub fn trimming(&self) -> Option<Trimming> {
        trimmed(&self.project.article().text, self.selection.span()?)
    }

    /// Marks the selected words and selects the new annotation; the caret stays behind them.
    ///
    /// # Errors
    /// Without selected words, or where the project may only be read.
    pub fn mark(&mut self, category: Category, id: AnnotationId, author: Person, time: Time) -> Result<(), EditError> {
        let span = self.selected_words().ok_or(EditError::NoWords)?;
        self.mark_span(span, category, id, author, time)
    }

    /// Marks exactly the selected words, whatever stands at their ends.
    ///
    /// # Errors
    /// As [`OpenProject::mark`].
    pub fn mark_exactly(
        &mut self,
        category: Category,
        id: AnnotationId,
        author: Person,
        time: Time,
    ) -> Result<(), EditError> {
        let selected = self.selection.span().and_then(|span| as_selected(&self.project.article().text, span));
        self.mark_span(selected.ok_or(EditError::NoWords)?, category, id, author, time)
    }

    fn mark_span(
        &mut self,
        span: Span,
        category: Category,
        id: AnnotationId,
        author: Person,
        time: Time,
    ) -> Result<(), EditError> {
        let annotation = Annotation::draft(id, span, category, author);
        self.perform(&format!("mark as {}", category.noun()), None, Change::Insert(Arc::new(annotation)), time)?;
        self.selected = Some(id);
        self.selection = Selection::caret(span.end());
        Ok(())
    }

    /// Puts a value into a field. Typing into one field is one step until [`OpenProject::seal`].
    ///
    /// # Errors
    /// As [`OpenProject::perform`], or where the annotation has no such field.
    pub fn set_field(
        &mut self,
        id: AnnotationId,
        path: FieldPath,
        value: FieldValue,
        time: Time,
    ) -> Result<(), EditError> {
        let Some(annotation) = self.project.annotation(id) else { return Err(ApplyError::Absent(id).into()) };
        let category = annotation.category();
        let typing = value.is_typed().then_some(Typing::Field(id, path));
        let name = format!("change of {}", path.label(category).to_lowercase());
        self.edit(id, &name, typing, time, |annotation| Ok(annotation.set_field(path, value.said())?))
    }

    /// Puts the selected words into the field that is being picked for, and anchors it there.
    ///
    /// # Errors
    /// Without selected words, or as [`OpenProject::set_field`]; picking goes on then.
    pub fn take_picked(&mut self, time: Time) -> Result<(), EditError> {
        let Some((id, path)) = self.picking else { return Ok(()) };
        let span = self.selected_words().ok_or(EditError::NoWords)?;
        let words = Anchored::taken(&self.project.article().text, span);
        let value = match self.project.annotation(id).and_then(|annotation| annotation.field(path)) {
            // A field of plain text keeps the words and not where they stand.
            Some(FieldValue::Text(_)) => FieldValue::Text(words.value),
            _ => FieldValue::Words(Some(words)),
        };
        self.seal();
        self.set_field(id, path, value, time)?;
        self.seal();
        self.picking = None;
        self.selection = Selection::caret(span.end());
        Ok(())
    }

    /// Deletes an annotation, placed or not; the caret goes to where it stood.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn delete(&mut self, id: AnnotationId, time: Time) -> Result<(), EditError> {
        let placed = self.project.annotation(id).map(|annotation| annotation.spans.start());
        let change = if placed.is_some() { Change::Remove(id) } else { Change::RemoveUnplaced(id) };
        self.perform("delete mark", None, change, time)?;
        self.selected = None;
        if let Some(start) = placed {
            self.selection = Selection::caret(start);
        }
        Ok(())
    }

    /// Gives an annotation whose words were not found the selected words as its place.
    ///
    /// # Errors
    /// Without selected words, or as [`OpenProject::perform`].
    pub fn place(&mut self, id: AnnotationId, time: Time) -> Result<(), EditError> {
        let span = self.selected_words().ok_or(EditError::NoWords)?;
        let unplaced = self.project.unplaced().iter().find(|unplaced| unplaced.id == id);
        let Some(unplaced) = unplaced else { return Err(ApplyError::Absent(id).into()) };
        let placed = Arc::new(unplaced.as_ref().clone().placed(span));
        let change = Change::Batch(vec![Change::RemoveUnplaced(id), Change::Insert(placed)]);
        self.perform("place mark", None, change, time)?;
        self.selected = Some(id);
        Ok(())
    }

    /// Changes the article's card.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn set_card(&mut self, card: Card, time: Time) -> Result<(), EditError> {
        if card == self.project.article().card {
            return Ok(());
        }
        self.perform("change of the article card", None, Change::ReplaceCard(Box::new(card)), time)
    }

    /// Takes the last step back. Answers whether there was one.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn undo(&mut self, time: Time) -> Result<bool, EditError> {
        self.check_writable()?;
        let Some(step) = self.history.undo() else { return Ok(false) };
        let inverse = self.reapply(step, EntryKind::Undo, time)?;
        self.history.undid(inverse);
        // The step that was undone is the one above the position.
        self.file.crossed(self.history.position() + 1);
        Ok(true)
    }

    /// Makes the step last taken back again. Answers whether there was one.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn redo(&mut self, time: Time) -> Result<bool, EditError> {
        self.check_writable()?;
        let Some(step) = self.history.redo() else { return Ok(false) };
        let inverse = self.reapply(step, EntryKind::Redo, time)?;
        self.history.redid(inverse);
        self.file.crossed(self.history.position());
        Ok(true)
    }

    /// Makes the changes of a journal, as they were made. Answers how many fitted.
    ///
    /// A step that was taken back, made again or joined is so again only where
    /// that step is there: it may have been made before the last save, or be one
    /// that could not be read. Else the change is a step of its own, so that
    /// undoing all of them always gives the project that they began with.
    pub fn replay(&mut self, entries: Vec<Entry>) -> usize {
        let mut replayed = 0;
        for entry in entries {
            // What comes after a change that does not fit was made on its outcome and cannot be trusted to fit either.
            let Ok(inverse) = self.project.apply(entry.change.clone()) else { break };
            self.revision += 1;
            let step = HistoryStep { name: entry.step.clone(), change: inverse.clone() };
            let is_next = |change: Option<&Change>| change == Some(&entry.change);
            match entry.kind {
                EntryKind::Undo if is_next(self.history.undo_change()) => {
                    self.history.undo();
                    self.history.undid(step);
                }
                EntryKind::Redo if is_next(self.history.redo_change()) => {
                    self.history.redo();
                    self.history.redid(step);
                }
                EntryKind::Join if self.history.undo_change().is_some_and(|older| restores(older, &inverse)) => {}
                kind => {
                    self.history.record(&entry.step, None, inverse);
                    if kind == EntryKind::Undo && entry.step == MERGE {
                        // The file has the merge that is undone here: it is somebody else's again.
                        self.file.merged(self.history.position(), self.project.clone());
                    }
                }
            }
            self.log.push(entry);
            replayed += 1;
        }
        replayed
    }

    /// Makes a change as one step. Whose words, category or fields it changes has
    /// the person as editor then, and waits for a reviewer again where it was approved.
    ///
    /// # Errors
    /// Where the project may only be read, or the change does not fit it.
    pub fn perform(&mut self, name: &str, typing: Option<Typing>, change: Change, time: Time) -> Result<(), EditError> {
        let change = edited(&self.project, change, self.person.as_ref());
        self.record(name, typing, change, time)
    }

    /// Makes a change as one step, as it is: what others made, as a merge
    /// brings it, says itself who edited and judged it.
    ///
    /// # Errors
    /// As [`OpenProject::perform`].
    pub fn adopt(&mut self, name: &str, change: Change, time: Time) -> Result<(), EditError> {
        self.seal();
        self.record(name, None, change, time)
    }

    fn record(&mut self, name: &str, typing: Option<Typing>, change: Change, time: Time) -> Result<(), EditError> {
        self.check_writable()?;
        let inverse = self.project.apply(change.clone())?;
        self.revision += 1;
        self.n_edits += 1;
        // Only once the change was made: a step that failed must not stand in the history.
        let kind = self.history.record(name, typing, inverse);
        if kind == EntryKind::Do {
            self.file.recorded(self.history.position());
        }
        self.log.push(Entry { kind, step: name.to_owned(), change, time });
        Ok(())
    }

    pub(super) fn edit(
        &mut self,
        id: AnnotationId,
        name: &str,
        typing: Option<Typing>,
        time: Time,
        edit: impl FnOnce(&mut Annotation) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let Some(before) = self.project.annotation(id) else { return Err(ApplyError::Absent(id).into()) };
        let mut after = Annotation::clone(before);
        edit(&mut after)?;
        // An edit that changes nothing is no step, or undo would seem to do nothing.
        if after == **before {
            return Ok(());
        }
        self.perform(name, typing, Change::Replace(Arc::new(after)), time)
    }

    fn reapply(&mut self, step: HistoryStep, kind: EntryKind, time: Time) -> Result<HistoryStep, EditError> {
        // Asked before the change is given away: undo shows what it changed.
        let touched = touched(&step.change);
        let inverse = self.project.apply(step.change.clone())?;
        self.revision += 1;
        self.n_edits += 1;
        self.log.push(Entry { kind, step: step.name.clone(), change: step.change, time });
        self.selected = touched.filter(|id| self.project.annotation(*id).is_some()).or(self.still_selected());
        self.picking = self.picking.filter(|(id, _)| self.project.annotation(*id).is_some());
        Ok(HistoryStep { name: step.name, change: inverse })
    }

    fn still_selected(&self) -> Option<AnnotationId> {
        self.selected.filter(|id| self.project.has(*id))
    }

    pub(super) fn check_writable(&self) -> Result<(), EditError> {
        self.read_only.as_ref().map_or(Ok(()), |why| Err(EditError::ReadOnly(why.clone())))
    }
}

fn add_events(project: &mut Project, events: impl IntoIterator<Item = (AnnotationId, Event)>) {
    let mut histories = project.histories().clone();
    histories.extend(events);
    project.set_histories(histories);
}

/// Whether the older change puts back all that the newer one would: whole records of the same names.
fn restores(older: &Change, newer: &Change) -> bool {
    match (older, newer) {
        (_, Change::Batch(newer)) => newer.iter().all(|newer| restores(older, newer)),
        (Change::Batch(older), newer) => {
            let is_whole = |change: &Change| restores(change, change);
            older.iter().all(is_whole) && older.iter().any(|older| restores(older, newer))
        }
        (Change::Replace(older), Change::Replace(newer)) => older.id == newer.id,
        (Change::ReplaceCard(_), Change::ReplaceCard(_))
        | (Change::ReplaceSources(_), Change::ReplaceSources(_))
        | (Change::ReplaceSettings(_), Change::ReplaceSettings(_))
        | (Change::ReplaceSignOffs(_), Change::ReplaceSignOffs(_))
        | (Change::ReplaceConflicts(_), Change::ReplaceConflicts(_))
        | (Change::ReplaceDismissedProposals(_), Change::ReplaceDismissedProposals(_)) => true,
        _ => false,
    }
}

fn touched(change: &Change) -> Option<AnnotationId> {
    match change {
        Change::Insert(annotation) | Change::Replace(annotation) => Some(annotation.id),
        Change::InsertUnplaced(unplaced) => Some(unplaced.id),
        Change::Batch(changes) => changes.iter().find_map(touched),
        Change::Remove(_)
        | Change::RemoveUnplaced(_)
        | Change::ReplaceCard(_)
        | Change::ReplaceSources(_)
        | Change::ReplaceSettings(_)
        | Change::ReplaceSignOffs(_)
        | Change::ReplaceConflicts(_)
        | Change::ReplaceDismissedProposals(_) => None,
    }
}
