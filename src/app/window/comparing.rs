//! Projects are compared with the open one.

use crate::app::command::{Command, CompareCommand, Mode};
use crate::app::compare::{Compare, ComparisonState, NamedProject, Other, open_still};
use crate::app::dialogs::Dialog;
use crate::app::document::PendingDocument;
use crate::app::document::{Document, file_name};
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::kept_file::DECISIONS;
use crate::app::notices::Notice;
use crate::app::paths::absolute;
use crate::app::platform::chance;
use crate::app::window::JobOutcome;
use crate::edit::OpenProject;
use crate::model::Person;
use crate::store::{self, Decisions};
use std::path::PathBuf;
use std::sync::Arc;

use super::Window;

impl Window {
    /// Asks for the projects that the open one is to be compared with.
    pub(in crate::app) fn choose_to_compare(&mut self) {
        if self.document.is_none() {
            return;
        }
        let folder = self.folder();
        let dialog = FileDialog::files("Compare with other projects of this article")
            .within(&folder)
            .filter("Newsmark projects", &["ron"]);
        self.ask_for_files(dialog, move |window, chosen| match chosen {
            Chosen::Path(paths) => window.compare_with(paths),
            Chosen::NoDialog => window.ask_for_path(Dialog::compare_path(folder)),
            Chosen::Cancelled => {}
        });
    }

    /// Compares the open project with those at these paths, and with those that it is compared with already.
    pub(in crate::app) fn compare_with(&mut self, paths: Vec<PathBuf>) {
        let Some(document) = &self.document else { return };
        let mut wanted: Vec<PathBuf> = Vec::new();
        for path in paths.into_iter().map(absolute) {
            if document.is_at(&path) {
                let name = file_name(&path);
                let why = format!("The projects were not compared: {name} is the one that is open. Choose another");
                return self.say(Notice::warning(why));
            }
            if !wanted.contains(&path) && self.workspaces.compare.others.iter().all(|other| other.path != path) {
                wanted.push(path);
            }
        }
        if !wanted.is_empty() {
            self.begin_comparison(wanted);
        } else if !self.workspaces.compare.others.is_empty() {
            self.set_mode(Mode::Compare);
        }
    }

    /// Reads what is at these paths and compares, away from the window's thread.
    pub(super) fn begin_comparison(&mut self, paths: Vec<PathBuf>) {
        let Some(document) = &self.document else { return };
        self.workspaces.compare.n_asked += 1;
        // The answer is compared with this number: what was asked for later, or given up, makes an earlier
        // answer void.
        let asked = self.workspaces.compare.n_asked;
        let own = NamedProject { file: document.name(), project: document.session.project().clone() };
        let revision = document.session.revision();
        let before =
            // The comparison lies behind an Arc, and decisions are a few words for each mark; the job carries them
            // over to what it makes anew.
            self.workspaces.compare.work.as_ref().map(|work| (work.comparison.clone(), work.adjudication.clone()));
        let mut others = self.workspaces.compare.others.clone();
        let folder = self.platform.comparisons();
        self.jobs.run(Task::new("Comparing projects").cancellable(), move || {
            let not_compared = |why: String| -> JobOutcome {
                let sentence = format!("The projects were not compared. {why}");
                Box::new(move |window: &mut Window| window.say(Notice::error(sentence)))
            };
            for path in paths {
                match store::load(&path) {
                    Ok(loaded) => {
                        let given = NamedProject { file: file_name(&path), project: loaded.project };
                        others.push(Other { path, given });
                    }
                    Err(error) => return not_compared(error.to_string()),
                }
            }
            let given = std::iter::once(own).chain(others.iter().map(|other| other.given.clone())).collect();
            match ComparisonState::of(given, revision, before, &folder) {
                Ok(work) => Box::new(move |window: &mut Window| window.compared(asked, others, work)),
                Err(error) => not_compared(error.to_string()),
            }
        });
    }

    pub(super) fn compared(&mut self, asked: u64, others: Vec<Other>, mut work: ComparisonState) {
        if self.workspaces.compare.n_asked != asked || self.document.is_none() {
            return;
        }
        for sentence in std::mem::take(&mut work.told) {
            self.say(Notice::warning(sentence));
        }
        // The same others mean a newer revision of the open project, whose decisions go to another file than
        // before.
        let is_made_anew = others.len() == self.workspaces.compare.others.len();
        let before = self.workspaces.compare.work.take().map(|work| work.kept.clone());
        // The old file of decisions is removed only after the next one is written, so that a crash finds one
        // of them.
        self.workspaces.compare.stale.extend(before.filter(|before| is_made_anew && *before != work.kept));
        self.workspaces.compare.others = others;
        self.workspaces.compare.work = Some(Box::new(work));
        if self.workspaces.mode == Mode::Compare {
            self.show_comparison();
        } else {
            self.set_mode(Mode::Compare);
        }
    }

    /// Shows the comparison as the mode is come to; makes it anew where the project was worked on in between.
    pub(in crate::app) fn enter_compare(&mut self) {
        let revision = self.document.as_ref().map(|document| document.session.revision());
        match &self.workspaces.compare.work {
            Some(work) if Some(work.revision) == revision => self.show_comparison(),
            // The others were read already; only the open project has changed since.
            Some(_) => self.begin_comparison(Vec::new()),
            None => self.show_conflicts(),
        }
    }

    /// What is being compared is not shown any more, and what a job still works out neither.
    pub(in crate::app) fn set_comparison_aside(&mut self) {
        self.workspaces.compare.n_asked += 1;
        self.leave_compare();
    }

    /// Shows the article again as the other modes do.
    pub(in crate::app) fn leave_compare(&mut self) {
        self.workspaces.compare.conflicts = None;
        if let Some(article) = self.workspaces.compare.aside.take() {
            self.article = article;
        }
    }

    /// Gives the comparison up with the project. What was decided is kept in its file.
    pub(in crate::app) fn forget_comparison(&mut self) {
        self.keep_decisions();
        self.leave_compare();
        let n_asked = self.workspaces.compare.n_asked + 1;
        self.workspaces.compare = Compare { n_asked, ..Compare::default() };
        if self.workspaces.mode == Mode::Compare {
            self.workspaces.mode = Mode::Annotate;
        }
    }

    pub(super) fn show_comparison(&mut self) {
        let Some(work) = &self.workspaces.compare.work else { return };
        self.workspaces.compare.conflicts = None;
        let article = std::mem::take(&mut self.article);
        // The article of before is kept once: a comparison shown again must not take its own view for it.
        self.workspaces.compare.aside.get_or_insert(article);
        self.article.reset(work.project());
        self.overlay_panels.right = !self.layout().has_right;
        self.show_difference();
    }

    /// Brings the current difference on the screen.
    pub(super) fn show_difference(&mut self) {
        if let Some(start) = self.workspaces.compare.work.as_ref().and_then(|work| work.start()) {
            self.article.show_byte(start);
        }
    }

    fn step_decision(&mut self, is_back: bool) {
        let Some(work) = self.workspaces.comparison_mut() else { return };
        let before = work.adjudication.clone();
        let is_done = if is_back { work.undo() } else { work.redo() };
        let rows = work.comparison.rows().len();
        // The history of decisions does not say what a step was about, so the first row that differs tells it.
        let changed = (0..rows).find(|row| before.decision(*row) != work.adjudication.decision(*row));
        if is_done && changed.is_some_and(|row| work.act(CompareCommand::Go(row))) {
            self.show_difference();
        }
    }

    /// Does something with the comparison, or with what a merge left open; from another mode it leads here first.
    pub(super) fn act(&mut self, act: CompareCommand) {
        match act {
            CompareCommand::Conflicts => return self.resolve_conflicts(),
            _ if self.workspaces.mode != Mode::Compare => return self.set_mode(Mode::Compare),
            _ if self.workspaces.compare.conflicts.is_some() => return self.act_on_conflict(act),
            CompareCommand::Finish => return self.leave_for_result(),
            CompareCommand::Undo | CompareCommand::Redo => return self.step_decision(act == CompareCommand::Undo),
            _ => {}
        }
        let Some(work) = self.workspaces.comparison_mut() else {
            if act == CompareCommand::Settle && !self.jobs.is_busy() {
                // Where nothing is compared yet, there is one thing to do.
                self.run(Command::CompareWith);
            }
            return;
        };
        let row = work.entry().map(|entry| entry.row);
        if !work.act(act) {
            if matches!(act, CompareCommand::TakeLeft | CompareCommand::TakeRight | CompareCommand::Take(_)) {
                self.say(Notice::note("That project has no such mark. Go to the level “Mark” to leave it out"));
            }
            return;
        }
        let place = if let CompareCommand::Place(n) = act { work.texts.get(n).cloned() } else { None };
        let is_elsewhere = work.entry().map(|entry| entry.row) != row;
        if matches!(act, CompareCommand::View(_)) {
            self.article.reset(work.project());
        }
        if is_elsewhere || matches!(act, CompareCommand::View(_)) {
            self.show_difference();
        }
        if let (Some(place), Some(document)) = (place, &mut self.document) {
            document.session.selection = place.selection();
            self.article.show_byte(place.at.start);
        }
        if !matches!(act, CompareCommand::View(_) | CompareCommand::Only(_) | CompareCommand::Sort(_)) {
            // So that the keys of the article decide on, whatever was pressed.
            self.article.focus();
        }
    }

    /// Writes what was decided, so that a crash takes none of it.
    pub(in crate::app) fn keep_decisions(&mut self) {
        let Some(work) = self.workspaces.compare.work.as_mut().filter(|work| !work.is_kept) else { return };
        work.is_kept = true;
        let decided = work.adjudication.decided(&work.comparison);
        let (kept, stale) = (work.kept.clone(), self.workspaces.compare.stale.clone());
        let (disk, path) = (Arc::clone(&self.platform.disk), kept.path().to_owned());
        self.keep(DECISIONS, path, move || {
            kept.save(&*disk, &decided).map_err(|error| error.to_string())?;
            // Only after the save: where that fails, the old file is all that a crash could bring back.
            stale.iter().for_each(|stale| stale.discard(&*disk));
            // The work may run again after a failure, and may not give its list away.
            let gone = stale.clone();
            Ok(Box::new(move |window: &mut Window| {
                window.workspaces.compare.stale.retain(|stale| !gone.contains(stale))
            }) as JobOutcome)
        });
    }

    /// Removes decisions that stand in a project, after what is still being written of them.
    pub(super) fn forget_decisions(&mut self, kept: Decisions) {
        let (disk, path) = (Arc::clone(&self.platform.disk), kept.path().to_owned());
        self.keep(DECISIONS, path, move || {
            // Through the writer, and not at once: a write of the same file that is under way would bring it back.
            kept.discard(&*disk);
            Ok(Box::new(|_: &mut Window| {}) as JobOutcome)
        });
    }

    /// Opens what was decided in the place of the open project, after asking where something would be lost.
    pub(super) fn leave_for_result(&mut self) {
        let Some(work) = self.workspaces.comparison() else { return };
        let (n_open, n_agreed) = (work.n_differences() - work.n_settled(), work.n_agreed_open());
        if let Some(why) = open_still(n_open, n_agreed) {
            return self.say(Notice::warning(why));
        }
        match Person::new(&self.settings.person) {
            None => self.cover(Dialog::name(Command::Compare(CompareCommand::Finish))),
            Some(_) => self.leave_for(Command::OpenResult),
        }
    }

    /// Makes a project of what was decided and opens it, unsaved and with a journal of its own.
    pub(in crate::app) fn open_result(&mut self) {
        let (Some(work), Some(document)) = (&self.workspaces.compare.work, &self.document) else { return };
        let Some(person) = Person::new(&self.settings.person) else { return };
        let stem = document.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let proposed = document.path().with_file_name(format!("{stem} adjudicated.ron"));
        let (comparison, adjudication) = (Arc::clone(&work.comparison), work.adjudication.clone());
        let (kept, guard) = (work.kept.clone(), self.guard());
        let task = Task::new("Bringing the marks together").cancellable().leaves("What you decided is kept");
        self.jobs.run(task, move || {
            let project = match adjudication.result(&comparison, &person, &mut chance) {
                Ok(project) => project,
                Err(error) => {
                    let sentence = format!("The result was not opened. {error}");
                    return Box::new(move |window: &mut Window| window.say(Notice::error(sentence)));
                }
            };
            let mut document = Document::new(OpenProject::new(project, false), proposed.clone());
            let told = guard.begin(&mut document, None);
            let is_safe = document.journaling.is_some();
            let fresh = PendingDocument::new(document);
            Box::new(move |window: &mut Window| {
                window.arrived(fresh, told);
                let is_open = window.document.as_ref().is_some_and(|document| document.proposed == proposed);
                // Until the result has a journal the decisions are the only copy of the work on the disk.
                if is_open && is_safe {
                    window.forget_decisions(kept);
                }
            })
        });
    }
}
