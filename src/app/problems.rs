use std::ops::Range;
use std::sync::Arc;

use crate::check::{Checked, Problem, Severity};
use crate::edit::OpenProject;
use crate::figures::Ledger;
use crate::model::{AnnotationId, Dismissal, FieldPath, Person, Project};
use crate::store::Warning;

use super::command::{Command, CompareCommand, MarkFilter, Mode};
use super::dialogs::Dialog;
use super::jobs::Task;
use super::notices::Notice;
use super::told_apart::ToldApart;
use super::widgets::Tone;
use super::window::Window;

/// What was last found to be wrong in the open project.
///
/// It is looked for away from the window's thread after every change, one look
/// at a time; until a look is over, what the one before found stands.
#[derive(Debug, Default)]
pub struct Problems {
    found: Arc<Found>,
    /// What the look before found. The next look frees it: to free many thousands takes longer than a frame should.
    gone: Arc<Found>,
    /// The look that found it, another one each time.
    look: u64,
    /// The look under way.
    looking: Option<u64>,
    /// The revision at which the last look began.
    looked_at: Option<u64>,
    /// The problem that was gone to last, and the notice that tells it.
    told: Option<(Problem, String)>,
}

/// What a look found. The next one begins with it, so that a look costs what changed.
#[derive(Debug, Default)]
struct Found {
    checked: Checked,
    told_apart: ToldApart,
}

impl Found {
    fn next(&self, project: &Project, warnings: &[Warning]) -> Found {
        let told_apart = self.told_apart.caught_up(project.annotations());
        Found { checked: self.checked.update(project, warnings), told_apart }
    }
}

impl Problems {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.found.checked.len()
    }

    /// Whether nothing was found to be wrong.
    pub fn is_empty(&self) -> bool {
        self.found.checked.is_empty()
    }

    /// The problem at a place of the list.
    pub fn get(&self, place: usize) -> Option<&Problem> {
        self.found.checked.get(place)
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
    pub fn aspects(&self) -> &[MarkFilter] {
        self.found.told_apart.aspects()
    }

    /// A number that is another one whenever they were found anew.
    pub fn look(&self) -> u64 {
        self.look
    }

    /// How many of them are so grave.
    pub fn count(&self, severity: Severity) -> usize {
        self.found.checked.n(severity)
    }

    /// The errors and warnings, in order: what the keys go through. Notes are only listed.
    fn grave(&self) -> Vec<(Option<usize>, &Problem)> {
        self.found.checked.iter().filter(|(_, problem)| problem.severity != Severity::Note).collect()
    }

    /// The place among the grave ones of the problem to go to: the one after or before
    /// the one last gone to where that is still selected, else the nearest to
    /// the caret; from the end on it begins anew.
    fn beside(&self, open: &OpenProject, onwards: bool) -> Option<usize> {
        let all = self.grave();
        let n_all = all.len();
        if n_all == 0 {
            return None;
        }
        let told = self.told.as_ref().map(|(problem, _)| problem);
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

impl Window {
    /// Looks for problems where the project changed since the last look began, unless one is under way.
    pub(super) fn look_for_problems(&mut self) {
        let Some(opened) = &mut self.opened else { return };
        let revision = opened.open.revision();
        if opened.problems.looking.is_some() || opened.problems.looked_at == Some(revision) {
            return;
        }
        opened.problems.looked_at = Some(revision);
        let (project, warnings) = (opened.open.project().clone(), opened.warnings.clone());
        let (before, gone) = (Arc::clone(&opened.problems.found), std::mem::take(&mut opened.problems.gone));
        self.begin_look(move || {
            let found = before.next(&project, &warnings);
            drop(gone);
            found
        });
    }

    fn begin_look(&mut self, find: impl FnOnce() -> Found + Send + 'static) {
        let Some(opened) = &mut self.opened else { return };
        self.n_looks += 1;
        let look = self.n_looks;
        opened.problems.looking = Some(look);
        let task = Task::quiet("Looking for problems").or_else(move |window| window.gave_up_problems(look));
        self.jobs.run(task, move || {
            let found = find();
            Box::new(move |window: &mut Window| window.found_problems(look, found))
        });
    }

    /// Begins a look that breaks off, for tests.
    #[cfg(test)]
    pub(super) fn break_off_problems(&mut self) {
        let revision = self.opened.as_ref().map(|opened| opened.open.revision());
        if let Some(opened) = &mut self.opened {
            opened.problems.looked_at = revision;
        }
        self.begin_look(|| panic!("on purpose"));
    }

    /// A look broke off: what the one before found stands, and the next change is looked at again.
    fn gave_up_problems(&mut self, look: u64) {
        if let Some(opened) = self.opened.as_mut().filter(|opened| opened.problems.looking == Some(look)) {
            opened.problems.looking = None;
        }
    }

    fn found_problems(&mut self, look: u64, found: Found) {
        // Another project may have taken the place of the one that was looked at.
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.problems.looking == Some(look)) else { return };
        let problems = &mut opened.problems;
        problems.looking = None;
        problems.look = look;
        problems.gone = std::mem::replace(&mut problems.found, Arc::new(found));
        let is_there = |told: &Problem| problems.found.checked.iter().any(|(_, problem)| problem == told);
        if let Some((_, sentence)) = problems.told.take_if(|(told, _)| !is_there(told)) {
            self.notices.retain(|notice| notice.sentence != sentence);
        }
    }

    /// Goes to the next problem, or the one before, and tells it.
    pub(super) fn go_to_problem(&mut self, onwards: bool) {
        let Some(opened) = &mut self.opened else { return };
        let Some(index) = opened.problems.beside(&opened.open, onwards) else {
            let notice = match opened.problems.count(Severity::Note) {
                0 => Notice::note("No problems found"),
                _ => Notice::note("No errors or warnings, only notes").action("Show them", Command::ToggleProblems),
            };
            return self.say(notice);
        };
        let grave = opened.problems.grave();
        let (n, n_all) = (index + 1, grave.len());
        let problem = grave[index].1.clone();
        let sentence = format!("Problem {n} of {n_all}: {}", problem.why);
        if let Some((_, before)) = opened.problems.told.replace((problem.clone(), sentence.clone())) {
            self.notices.retain(|notice| notice.sentence != before);
        }
        self.select_problem(&problem);
        let notice = Notice::new(tone(problem.severity), sentence);
        let notice = if n_all > 1 { notice.action("Next problem", Command::NextProblem) } else { notice };
        let settle = Command::Compare(CompareCommand::Conflicts);
        self.say(if problem.is_of_merge() { notice.action("Settle conflicts", settle) } else { notice });
    }

    /// Goes to the words of the problem at a place of the list, and to its field.
    pub(super) fn show_problem(&mut self, place: usize) {
        let problem =
            self.opened.as_ref().and_then(|opened| opened.problems.row(place)).map(|(problem, _)| problem.clone());
        let Some(problem) = problem else { return };
        if problem.is_of_merge() {
            return self.settle_problem(&problem);
        }
        if self.mode == Mode::Compare {
            self.set_mode(Mode::Annotate);
        }
        self.select_problem(&problem);
        if let Some(path) = problem.field
            && problem.annotation.is_some()
        {
            self.inspector.focus(path);
            self.show_right();
        }
    }

    fn select_problem(&mut self, problem: &Problem) {
        let project = self.opened.as_ref().map(|opened| opened.open.project());
        let placed = problem.annotation.filter(|id| project.is_some_and(|project| project.annotation(*id).is_some()));
        if let Some(id) = placed {
            self.select(id);
        }
    }

    /// Does what a problem offers against itself, in one step.
    pub(super) fn fix(&mut self, problem: &Problem) {
        if let (Some(id), Some(fix)) = (problem.annotation, &problem.fix) {
            self.edit(|open, now| open.fix(id, fix, now));
        }
    }

    /// Takes back that a warning is none.
    pub(super) fn restore_warning(&mut self, problem: &Problem) {
        if let Some(id) = problem.annotation {
            self.edit(|open, now| open.restore_warning(id, problem.kind, &problem.why, now));
        }
    }

    /// Asks why a warning is none, and before that who says so.
    pub(super) fn ask_to_dismiss(&mut self, problem: Problem) {
        self.cover(match Person::new(&self.settings.person) {
            Some(_) => Dialog::dismiss(problem),
            None => Dialog::name(Command::Dismiss(Box::new(problem))),
        });
    }
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
