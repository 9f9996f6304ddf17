use std::ops::Range;
use std::sync::Arc;

use crate::check::{Checked, Problem, Severity};
use crate::edit::OpenProject;
use crate::figures::Ledger;
use crate::model::{AnnotationId, Dismissal, FieldPath, Project};
use crate::store::Warning;

use super::told_apart::ToldApart;
use crate::app::command::{Command, MarkFilter};
use crate::app::widgets::Tone;

/// What was last found to be wrong in the open project.
///
/// The checks run away from the window's thread after every change, one run at a
/// time; until a run is over, what the one before found stands.
#[derive(Debug, Default)]
pub struct Problems {
    found: Arc<CheckFindings>,
    /// What the run before found. The next run frees it: to free many thousands takes longer than a frame should.
    gone: Arc<CheckFindings>,
    /// A note for each likely figure that no mark holds. It comes from what the article states, not from the checks.
    unmarked: Vec<Problem>,
    /// The check run that found it, another one each time.
    check_run: u64,
    /// The check run under way.
    running: Option<u64>,
    /// The revision of the project at which the last check run began.
    checked_revision: Option<u64>,
    /// The problem that was gone to last, and the notice that tells it.
    told: Option<(Problem, String)>,
}

/// What a check run found. The next one begins with it, so that a run costs what changed.
#[derive(Debug, Default)]
pub struct CheckFindings {
    checked: Checked,
    told_apart: ToldApart,
}

impl CheckFindings {
    fn next(&self, project: &Project, warnings: &[Warning]) -> CheckFindings {
        let told_apart = self.told_apart.caught_up(project.annotations());
        CheckFindings { checked: self.checked.update(project, warnings), told_apart }
    }
}

impl Problems {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.checked.len() + self.unmarked.len()
    }

    /// Whether nothing was found to be wrong.
    pub fn is_empty(&self) -> bool {
        self.found.checked.is_empty() && self.unmarked.is_empty()
    }

    /// The problem at a place of the list.
    pub fn get(&self, place: usize) -> Option<&Problem> {
        let n_checked = self.found.checked.len();
        self.found.checked.get(place).or_else(|| self.unmarked.get(place.checked_sub(n_checked)?))
    }

    /// Takes the notes of figures that no mark holds.
    pub fn set_unmarked(&mut self, unmarked: Vec<Problem>) {
        self.unmarked = unmarked;
    }

    /// The errors and warnings about a field of an annotation, in order.
    pub fn of_fields(&self, id: AnnotationId) -> impl Iterator<Item = (FieldPath, &Problem)> {
        let grave = self.of(id).filter(|problem| problem.severity != Severity::Note);
        grave.filter_map(|problem| Some((problem.field?, problem)))
    }

    /// All about an annotation, in order.
    pub fn of(&self, id: AnnotationId) -> impl Iterator<Item = &Problem> {
        self.found.checked.of_one(id)
    }

    /// The row of the list: a problem, or behind them all what was dismissed.
    pub fn row(&self, row: usize) -> Option<(&Problem, Option<&Dismissal>)> {
        let dismissed = || self.found.checked.dismissed(row.checked_sub(self.len())?);
        let problem = self.get(row).map(|problem| (problem, None));
        problem.or_else(|| dismissed().map(|dismissed| (&dismissed.problem, Some(&dismissed.dismissal))))
    }

    /// How many rows the list has.
    pub fn n_rows(&self) -> usize {
        self.len() + self.found.checked.n_dismissed()
    }

    /// Where the first mark with problems begins that begins at `byte` or later, in bytes.
    pub fn next_from(&self, byte: usize) -> Option<usize> {
        self.found.checked.next_from(byte)
    }

    /// How grave the gravest problem of the marks is that begin in a range of bytes.
    pub fn gravest_in(&self, range: Range<usize>) -> Option<Severity> {
        self.found.checked.gravest_in(range)
    }

    /// What the records add up to.
    pub fn ledger(&self) -> &Ledger {
        self.found.checked.ledger()
    }

    /// The statuses and authors that marks can be told apart by.
    pub fn mark_filters(&self) -> &[MarkFilter] {
        self.found.told_apart.mark_filters()
    }

    /// The number of the check run that found them, another one whenever they were found anew.
    pub fn check_run(&self) -> u64 {
        self.check_run
    }

    /// Begins check run `number` where the project changed since the last one began and none is under way; returns its
    /// work, for another thread.
    pub fn begin(
        &mut self,
        number: u64,
        session: &OpenProject,
        warnings: &[Warning],
    ) -> Option<impl FnOnce() -> CheckFindings + Send + 'static + use<>> {
        let revision = session.revision();
        if self.running.is_some() || self.checked_revision == Some(revision) {
            return None;
        }
        // At the begin and not at the end: edits made during the run differ from this and begin the next one.
        self.checked_revision = Some(revision);
        self.running = Some(number);
        let (project, warnings) = (session.project().clone(), warnings.to_owned());
        // What was found before that is thousands of values, which the thread drops and not the window's.
        let (before, gone) = (Arc::clone(&self.found), std::mem::take(&mut self.gone));
        Some(move || {
            let found = before.next(&project, &warnings);
            drop(gone);
            found
        })
    }

    /// The run broke off: what the one before found stands, and the next change is checked again.
    pub fn give_up(&mut self, number: u64) {
        self.running.take_if(|running| *running == number);
    }

    /// Takes what a run found; of a run that belongs to another project nothing. Returns the notice of the problem that
    /// was gone to last where that is no more.
    pub fn end(&mut self, number: u64, found: CheckFindings) -> Option<String> {
        self.running.take_if(|running| *running == number)?;
        self.check_run = number;
        self.gone = std::mem::replace(&mut self.found, Arc::new(found));
        let is_there = |told: &Problem| self.found.checked.iter().any(|(_, problem)| problem == told);
        self.told.take_if(|(told, _)| !is_there(told)).map(|(_, sentence)| sentence)
    }

    /// Goes on to the next error or warning, or back to the one before; `None` where there is none.
    pub fn go(&mut self, session: &OpenProject, onwards: bool) -> Option<Reached> {
        let index = self.adjacent(session, onwards)?;
        let grave = self.grave();
        let (n, n_all) = (index + 1, grave.len());
        let problem = grave[index].1.clone();
        let sentence = format!("Problem {n} of {n_all}: {}", problem.why);
        let before = self.told.replace((problem.clone(), sentence.clone())).map(|(_, sentence)| sentence);
        Some(Reached { problem, sentence, is_only: n_all == 1, before })
    }

    /// How many of them are so grave.
    pub fn count(&self, severity: Severity) -> usize {
        let n_unmarked = if severity == Severity::Note { self.unmarked.len() } else { 0 };
        self.found.checked.n(severity) + n_unmarked
    }

    /// The errors and warnings, in order: what the keys go through. Notes are only listed.
    fn grave(&self) -> Vec<(Option<usize>, &Problem)> {
        self.found.checked.iter().filter(|(_, problem)| problem.severity != Severity::Note).collect()
    }

    /// The place among the grave ones of the problem to go to: the one after or before
    /// the one last gone to where that is still selected, else the nearest to
    /// the caret; from the end on it begins anew.
    fn adjacent(&self, open: &OpenProject, onwards: bool) -> Option<usize> {
        let all = self.grave();
        let n_all = all.len();
        if n_all == 0 {
            return None;
        }
        let told = self.told.as_ref().map(|(problem, _)| problem);
        // Who has gone to another mark since goes on from there and not from the problem told last.
        let told = told.filter(|told| told.annotation.is_none() || told.annotation == open.selected);
        let last = told.and_then(|told| all.iter().position(|(_, problem)| *problem == told));
        let caret = open.selection.head;
        Some(match (last, onwards) {
            (Some(last), true) => (last + 1) % n_all,
            (Some(last), false) => (last + n_all - 1) % n_all,
            (None, true) => all.iter().position(|(at, _)| at.is_some_and(|at| at >= caret)).unwrap_or(0),
            (None, false) => all.iter().rposition(|(at, _)| at.is_some_and(|at| at < caret)).unwrap_or(n_all - 1),
        })
    }
}

/// A problem that was gone to.
pub struct Reached {
    /// The problem.
    pub problem: Problem,
    /// The sentence that tells it and its place: "Problem 2 of 5: …".
    pub sentence: String,
    /// Whether there is no other.
    pub is_only: bool,
    /// The sentence of the one that was gone to before.
    pub before: Option<String>,
}

/// Where a problem is put right that no change of its mark alone puts right: what a button calls it and what it does.
pub fn way(open: &OpenProject, problem: &Problem) -> Option<(&'static str, Command)> {
    let mark = open.project().annotation(problem.annotation?);
    match problem.kind {
        "RelativeDate" if open.project().article().card.published.is_none() => {
            Some(("Article card…", Command::ArticleCard))
        }
        "SourceUndescribed" => {
            let source = mark?.details.attribution().source?;
            Some(("Edit source…", Command::EditSource(source)))
        }
        _ => None,
    }
}

/// How a problem so grave is told.
pub fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Note,
    }
}
