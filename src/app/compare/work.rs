use std::path::Path;
use std::sync::Arc;

use crate::app::article::MarkStyle;
use crate::app::command::{CompareCommand, DifferenceFilter, DifferenceOrder};
use crate::model::{Annotation, AnnotationId, Digest, Project};
use crate::review::agreement::Agreement;
use crate::review::{Adjudication, CompareError, Comparison, Decision, TotalsImpacts};
use crate::store::{Decisions, Printed};

use super::counts::Counts;
use super::entry::{Entry, Level};
use super::names::Names;
use super::texts::Place;
use super::union::Union;

/// A project that is given to be compared.
#[derive(Clone)]
pub struct NamedProject {
    /// What its file is called.
    pub file: String,
    /// The project.
    pub project: Project,
}

/// What is worked on while projects are compared: the comparison with all that was worked out of it, and what was
/// decided so far.
pub struct ComparisonState {
    /// The projects side by side.
    pub comparison: Arc<Comparison>,
    /// What they are called.
    pub names: Names,
    /// Where their texts differ, and the marks that have no certain place.
    pub texts: Vec<Place>,
    /// How far they agree.
    pub agreement: Agreement,
    /// The same in numbers of marks.
    pub counts: Counts,
    /// What was decided.
    pub adjudication: Adjudication,
    /// The marks that the article shows.
    pub union: Union,
    /// Whose marks those are; `None` for all.
    pub view: Option<usize>,
    /// In which order differences are listed.
    pub order: DifferenceOrder,
    /// Which are listed.
    pub only: DifferenceFilter,
    /// Where decisions are kept.
    pub kept: Decisions,
    /// Whether all of them are there.
    pub is_kept: bool,
    /// The revision of the open project that is compared.
    pub revision: u64,
    /// What the person should know.
    pub told: Vec<String>,
    /// Whether the list is to bring the current difference on the screen.
    pub wants_current: bool,
    /// The place of the current level among those of the current difference.
    pub level: usize,
    entries: Vec<Entry>,
    listed: Vec<usize>,
    current: usize,
}

impl ComparisonState {
    /// Compares projects, the one in the window first, and takes up what was decided before: over `before`, or as it
    /// is kept in `folder`.
    ///
    /// # Errors
    /// Why they cannot be compared.
    pub fn of(
        given: Vec<NamedProject>,
        revision: u64,
        before: Option<(Arc<Comparison>, Adjudication)>,
        folder: &Path,
    ) -> Result<ComparisonState, CompareError> {
        // The decisions are kept under the bytes of all projects, so that a project that was changed does not
        // get those of before.
        let digests: Vec<Digest> = given.iter().map(|given| Printed::of(&given.project).digest()).collect();
        let names = Names::of(given.iter().map(|given| (given.file.as_str(), &given.project)));
        let named = names.full.iter().cloned().zip(given.into_iter().map(|given| given.project)).collect();
        let comparison = Arc::new(Comparison::of(named)?);
        let kept = Decisions::over(folder, &digests);
        let mut told = told_of_texts(&comparison);
        let known = kept.load().unwrap_or_else(|why| {
            told.push(why);
            Vec::new()
        });
        let adjudication = match before {
            // What stands in the file was decided over these very projects, and is nearer than what is carried
            // over.
            Some((from, adjudication)) if known.is_empty() => adjudication.carried_over(&from, &comparison),
            _ => Adjudication::taken_up(&comparison, known),
        };
        let union = Union::of(&comparison, None);
        let effects = TotalsImpacts::of(&comparison);
        let entries = Entry::all(&comparison, &effects, union.document.session.project(), &names);
        let (agreement, counts) = (comparison.agreement(), Counts::of(&comparison));
        let listed = (0..entries.len()).collect();
        let mut work = ComparisonState {
            texts: Place::all(&comparison, &names),
            names,
            agreement,
            counts,
            adjudication,
            union,
            view: None,
            order: DifferenceOrder::Effect,
            only: DifferenceFilter::All,
            kept,
            is_kept: false,
            revision,
            told,
            wants_current: true,
            level: 0,
            entries,
            listed,
            current: 0,
            comparison,
        };
        // A comparison taken up again begins at the first difference that is still open.
        if work.entry().is_some_and(|entry| work.is_settled(entry.row)) {
            work.go_on();
        }
        work.show_current();
        Ok(work)
    }

    /// The differences that are listed, in their order.
    pub fn listed(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.listed.iter().map(|n| &self.entries[*n])
    }

    /// How many there are in all.
    pub fn n_differences(&self) -> usize {
        self.entries.len()
    }

    /// How many of all are settled.
    pub fn n_settled(&self) -> usize {
        self.entries.iter().filter(|entry| self.is_settled(entry.row)).count()
    }

    /// How many marks on which all agree are not accepted yet.
    pub fn n_agreed_open(&self) -> usize {
        let rows = self.comparison.rows();
        self.adjudication.open().filter(|row| rows[*row].is_agreed()).count()
    }

    /// The place of the current difference in the list.
    pub fn place(&self) -> usize {
        self.current
    }

    /// The current difference.
    pub fn entry(&self) -> Option<&Entry> {
        self.listed.get(self.current).map(|n| &self.entries[*n])
    }

    /// The current level of the current difference.
    pub fn current_level(&self) -> Option<&Level> {
        self.entry()?.levels.get(self.level)
    }

    /// What is decided about a mark.
    pub fn decision(&self, row: usize) -> Option<&Decision> {
        self.adjudication.decision(row)
    }

    /// Whether a mark is settled.
    pub fn is_settled(&self, row: usize) -> bool {
        self.decision(row).is_some_and(|decision| decision.is_settled)
    }

    /// The side from which a level is taken for now.
    pub fn taken_from(&self, row: usize, level: &Level) -> Option<usize> {
        let decision = self.decision(row)?;
        match level.parts.first() {
            None if decision.is_left_out => self.comparison.rows()[row].marks.iter().position(Option::is_none),
            None => Some(decision.side),
            Some(_) if decision.is_left_out => None,
            Some(part) => self.adjudication.side_of(row, *part),
        }
    }

    /// The side from which all of the current difference is taken for now; `None` where some is taken from another.
    pub fn taken_whole(&self) -> Option<usize> {
        let entry = self.entry()?;
        let mut sides = entry.levels.iter().map(|level| self.taken_from(entry.row, level));
        let first = sides.next()??;
        sides.all(|side| side == Some(first)).then_some(first)
    }

    /// The project that has all marks in common terms.
    pub fn project(&self) -> &Project {
        self.union.document.session.project()
    }

    /// What is drawn of a mark in the article.
    pub fn drawn(&self, mark: &Annotation) -> MarkStyle {
        self.union.drawn(mark)
    }

    /// The first byte of the current difference.
    pub fn start(&self) -> Option<usize> {
        Some(self.comparison.rows()[self.entry()?.row].first()?.spans.start())
    }

    /// Does what was asked; answers whether anything changed.
    pub fn act(&mut self, act: CompareCommand) -> bool {
        let comparison = self.comparison.clone();
        let row = self.entry().map(|entry| entry.row);
        match act {
            CompareCommand::Next => self.step(true),
            CompareCommand::Previous => self.step(false),
            CompareCommand::Later => self.go_on(),
            CompareCommand::Go(row) => return self.go(row),
            CompareCommand::Place(n) => return n < self.texts.len(),
            CompareCommand::LevelUp => self.level = self.level.saturating_sub(1),
            CompareCommand::LevelDown => self.level = (self.level + 1).min(self.last_level()),
            CompareCommand::Level(level) => self.level = level.min(self.last_level()),
            CompareCommand::TakeLeft => return self.take(0),
            CompareCommand::TakeRight => return self.take(1),
            CompareCommand::Take(side) => return self.take(side),
            CompareCommand::Keep(side) => {
                let Some(row) = row else { return false };
                if side >= comparison.sides().len() {
                    return false;
                }
                self.adjudication.take_and_decide(&comparison, row, side);
                self.decided();
                self.go_on();
            }
            CompareCommand::Settle => {
                let Some(row) = row else { return false };
                let is_settled = self.is_settled(row);
                self.adjudication.decide(row, !is_settled);
                self.decided();
                // Opened again it stays where it is: whoever opens it wants to decide it otherwise.
                if !is_settled {
                    self.go_on();
                }
            }
            CompareCommand::TakeAgreed => {
                self.adjudication.take_agreed(&comparison);
                self.decided();
            }
            CompareCommand::View(view) => {
                self.view = view.filter(|side| *side < comparison.sides().len());
                self.union = Union::of(&comparison, self.view);
            }
            CompareCommand::Only(only) => self.list(only, self.order),
            CompareCommand::Sort(order) => self.list(self.only, order),
            CompareCommand::Mark(id) => return self.go_to_mark(id),
            CompareCommand::At(byte) => {
                let ids: Vec<_> = self.project().annotations_at(byte).iter().map(|mark| mark.id).collect();
                return ids.into_iter().any(|id| self.go_to_mark(id));
            }
            CompareCommand::Undo => return self.undo(),
            CompareCommand::Redo => return self.redo(),
            CompareCommand::Finish | CompareCommand::Conflicts => return false,
        }
        self.show_current();
        true
    }

    /// Takes the last decision back; answers whether there was one.
    pub fn undo(&mut self) -> bool {
        let is_done = self.adjudication.undo();
        self.decided();
        is_done
    }

    /// Makes the decision again that was taken back last; answers whether there was one.
    pub fn redo(&mut self) -> bool {
        let is_done = self.adjudication.redo();
        self.decided();
        is_done
    }

    /// Goes to the difference of a mark of the article; answers whether there is one.
    pub fn go_to_mark(&mut self, id: AnnotationId) -> bool {
        self.union.row(id).is_some_and(|row| self.go(row))
    }

    fn go(&mut self, row: usize) -> bool {
        // A mark clicked in the article may be hidden by the filter of the list; the click says that it is
        // wanted.
        if self.listed().all(|entry| entry.row != row) && self.entries.iter().any(|entry| entry.row == row) {
            self.list(DifferenceFilter::All, self.order);
        }
        let Some(place) = self.listed().position(|entry| entry.row == row) else { return false };
        (self.current, self.level) = (place, 0);
        self.show_current();
        true
    }

    fn step(&mut self, onwards: bool) {
        let count = self.listed.len().max(1);
        self.current = if onwards { self.current + 1 } else { self.current + count - 1 } % count;
        self.level = 0;
    }

    /// Goes to the next difference that is open; stays where all others are settled.
    fn go_on(&mut self) {
        let count = self.listed.len();
        let is_open = |place: &usize| !self.is_settled(self.entries[self.listed[*place]].row);
        // Round and not to the end: what was put off earlier comes again.
        if let Some(next) = (1..count).map(|n| (self.current + n) % count).find(is_open) {
            (self.current, self.level) = (next, 0);
        }
    }

    fn take(&mut self, side: usize) -> bool {
        let comparison = self.comparison.clone();
        let Some((row, level)) = self.entry().map(|entry| entry.row).zip(self.current_level().cloned()) else {
            return false;
        };
        let is_taken = match level.parts.first() {
            None => self.adjudication.take(&comparison, row, side) || side < comparison.sides().len(),
            Some(part) => {
                // It may have been chosen already, which is no step and yet an answer.
                self.adjudication.choose(&comparison, row, *part, side)
                    || comparison.rows()[row].marks.get(side).is_some_and(Option::is_some)
            }
        };
        if is_taken {
            self.decided();
            self.level = (self.level + 1).min(self.last_level());
        }
        is_taken
    }

    fn last_level(&self) -> usize {
        self.entry().map_or(0, |entry| entry.levels.len().saturating_sub(1))
    }

    fn decided(&mut self) {
        self.is_kept = false;
    }

    /// Lists those differences in that order, and stays at the current one where it is listed.
    fn list(&mut self, only: DifferenceFilter, order: DifferenceOrder) {
        let row = self.entry().map(|entry| entry.row);
        (self.only, self.order) = (only, order);
        self.listed = (0..self.entries.len()).filter(|n| self.entries[*n].is_among(only)).collect();
        if order == DifferenceOrder::Text {
            self.listed.sort_by_key(|n| self.entries[*n].row);
        }
        // The same difference stays current where the list still has it, or filtering would lose one's place.
        let place = self.listed.iter().position(|n| Some(self.entries[*n].row) == row);
        if place.is_none() {
            self.level = 0;
        }
        self.current = place.unwrap_or(0);
    }

    /// Selects the mark of the current difference in the article.
    fn show_current(&mut self) {
        self.wants_current = true;
        self.union.document.session.selected = self.entry().and_then(|entry| self.union.mark(entry.row));
    }

    /// Whose values stand side by side for a mark: of three projects at most, and of those that say something else
    /// than the first two before others.
    pub fn columns(&self) -> Vec<usize> {
        let n_sides = self.comparison.sides().len();
        // Three columns are what the panel has room for; the one that is taken is always among them.
        let mut columns: Vec<usize> = (0..n_sides.min(3)).collect();
        let taken = self.entry().zip(self.current_level()).and_then(|(entry, level)| self.taken_from(entry.row, level));
        if let Some(taken) = taken.filter(|side| !columns.contains(side)) {
            columns[2] = taken;
        }
        columns
    }
}

/// What is to be said of texts that differ, and of marks that were not found again.
fn told_of_texts(comparison: &Comparison) -> Vec<String> {
    let first = &comparison.sides()[0].name;
    let others = comparison.sides().iter().filter(|side| !side.text_differences.is_empty());
    let told = others.map(|side| {
        let places = match side.text_differences.len() {
            1 => "in 1 place".to_owned(),
            n => format!("in {n} places"),
        };
        let lost = match side.not_placed.len() {
            0 => String::new(),
            1 => ". 1 mark has no certain place and is kept without one".to_owned(),
            n => format!(". {n} marks have no certain place and are kept without one"),
        };
        format!(
            "{}’s article differs from {first}’s {places}, so its marks were placed by their words{lost}",
            side.name
        )
    });
    told.collect()
}
