//! Problems are looked for, gone to, fixed and dismissed.

use crate::app::command::{Command, CompareCommand, Mode};
use crate::app::dialogs::Dialog;
use crate::app::document::{CheckFindings, tone};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::check::{Problem, Severity};
use crate::edit::Selection;
use crate::model::Person;

use super::Window;

impl Window {
    /// Runs the checks where the project changed since they last began, unless a run is under way.
    pub(super) fn check(&mut self) {
        let Some(document) = &mut self.document else { return };
        let number = self.n_check_runs + 1;
        if let Some(work) = document.problems.begin(number, &document.session, &document.warnings) {
            self.run_checks(number, work);
        }
    }

    fn run_checks(&mut self, number: u64, work: impl FnOnce() -> CheckFindings + Send + 'static) {
        self.n_check_runs = number;
        let task = Task::quiet("Looking for problems").or_else(move |window| {
            if let Some(document) = &mut window.document {
                document.problems.give_up(number);
            }
        });
        self.jobs.run(task, move || {
            let found = work();
            Box::new(move |window: &mut Window| window.found_problems(number, found))
        });
    }

    /// Begins a check run that breaks off, for tests.
    #[cfg(test)]
    pub(in crate::app) fn break_off_problems(&mut self) {
        let number = self.n_check_runs + 1;
        let Some(document) = &mut self.document else { return };
        drop(document.problems.begin(number, &document.session, &document.warnings));
        self.run_checks(number, || panic!("on purpose"));
    }

    fn found_problems(&mut self, number: u64, found: CheckFindings) {
        // Another project may have taken the place of the one that was checked.
        let gone = self.document.as_mut().and_then(|document| document.problems.end(number, found));
        self.notices.retain(|notice| gone.as_ref() != Some(&notice.sentence));
    }

    /// Goes to the next problem, or the one before, and tells it.
    pub(in crate::app) fn go_to_problem(&mut self, onwards: bool) {
        let Some(document) = &mut self.document else { return };
        let Some(reached) = document.problems.go(&document.session, onwards) else {
            let notice = match document.problems.count(Severity::Note) {
                0 => Notice::note("No problems found"),
                _ => Notice::note("No errors or warnings, only notes").action("Show them", Command::ToggleProblems),
            };
            return self.say(notice);
        };
        // Going from problem to problem would pile up one notice for each.
        self.notices.retain(|notice| reached.before.as_ref() != Some(&notice.sentence));
        let problem = reached.problem;
        self.select_problem(&problem);
        let notice = Notice::new(tone(problem.severity), reached.sentence);
        let notice = if reached.is_only { notice } else { notice.action("Next problem", Command::NextProblem) };
        let conflicts = Command::Compare(CompareCommand::Conflicts);
        self.say(if problem.is_of_merge() { notice.action("Settle conflicts", conflicts) } else { notice });
    }

    /// Goes to the words of the problem at a place of the list, and to its field.
    pub(in crate::app) fn show_problem(&mut self, place: usize) {
        let problem = self
            .document
            .as_ref()
            .and_then(|document| document.problems.row(place))
            .map(|(problem, _)| problem.clone());
        let Some(problem) = problem else { return };
        if problem.is_of_merge() {
            return self.resolve_problem(&problem);
        }
        if self.workspaces.mode == Mode::Compare {
            self.set_mode(Mode::Annotate);
        }
        self.select_problem(&problem);
        if let Some(path) = problem.field
            && problem.annotation.is_some()
        {
            self.workspaces.inspector.focus(path);
            self.show_right();
        }
    }

    pub(super) fn select_problem(&mut self, problem: &Problem) {
        let project = self.document.as_ref().map(|document| document.session.project());
        let placed = problem.annotation.filter(|id| project.is_some_and(|project| project.annotation(*id).is_some()));
        if let Some(id) = placed {
            self.select(id);
        } else if let Some(at) = problem.at.as_ref().filter(|_| problem.annotation.is_none()) {
            self.article.show_byte(at.start());
            if let Some(document) = &mut self.document {
                document.session.selection = Selection::caret(at.start());
            }
        }
    }

    /// Does what a problem offers against itself, in one step.
    pub(in crate::app) fn fix(&mut self, problem: &Problem) {
        if let (Some(id), Some(fix)) = (problem.annotation, &problem.fix) {
            self.edit(|open, now| open.fix(id, fix, now));
        }
    }

    /// Takes back that a warning is none.
    pub(in crate::app) fn restore_warning(&mut self, problem: &Problem) {
        if let Some(id) = problem.annotation {
            self.edit(|open, now| open.restore_warning(id, problem.kind, &problem.why, now));
        }
    }

    /// Asks why a warning is none, and before that who says so.
    pub(in crate::app) fn ask_to_dismiss(&mut self, problem: Problem) {
        self.cover(match Person::new(&self.settings.person) {
            Some(_) => Dialog::dismiss(problem),
            None => Dialog::name(Command::Dismiss(Box::new(problem))),
        });
    }
}
