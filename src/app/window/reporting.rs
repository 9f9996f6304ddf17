use std::path::PathBuf;
use std::sync::Arc;

use crate::library::{Collected, NotWritten, ReportFormat};
use crate::report::Reported;
use crate::store::{Expected, NotKept, SaveError};

use super::Window;
use crate::app::command::{Command, Mode};
use crate::app::dialogs::{Dialog, Replaced};
use crate::app::document::file_name;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::paths::absolute;

impl Window {
    /// Asks for the file of a report: of the projects that the library shows, else of the open one.
    pub(in crate::app) fn ask_for_report(&mut self) {
        let Some(proposed) = self.proposed_report() else {
            return self.say(Notice::note("Open a project first, or the library for a report of many"));
        };
        let dialog = FileDialog::save("Make a report", &proposed).filter("Page", &["html"]).filter("Table", &["csv"]);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.report_named(path),
            Chosen::NoDialog => window.ask_for_path(Dialog::report_path(proposed)),
            Chosen::Cancelled => {}
        });
    }

    /// Where a report would stand; `None` where there is nothing to report on.
    fn proposed_report(&self) -> Option<PathBuf> {
        let documents = &self.platform.documents;
        if self.workspaces.mode == Mode::Library {
            let (folder, _) = self.workspaces.library.shown_files()?;
            return Some(documents.join(format!("{} report.html", file_name(folder))));
        }
        let document = self.document.as_ref()?;
        let path = document.file.as_ref().map_or(&document.proposed, |file| &file.path);
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        Some(path.with_file_name(format!("{name} report.html")))
    }

    /// Writes the report as a file that somebody named, in whichever dialog; asks before it replaces one that is there.
    pub(in crate::app) fn report_named(&mut self, named: PathBuf) {
        self.report_to(with_ending(absolute(named)), Expected::Nothing);
    }

    /// Writes the report away from the window's thread: a table where the name ends in `.csv`, else a page.
    pub(in crate::app) fn report_to(&mut self, path: PathBuf, expected: Expected) {
        /// Seconds, longer than the projects of a large library take to be read.
        const LIMIT: f64 = 120.0;
        let task = Task::new(format!("Writing {}", file_name(&path))).limit(LIMIT).late_counts();
        let task = task.leaves("The projects are as they were, and so is a report that stood there, or it is whole");
        let disk = Arc::clone(&self.platform.disk);
        let written = move |collected: Collected, path: PathBuf| {
            let result = collected.save(&*disk, ReportFormat::of(&path), &path, expected);
            let n_unread = collected.unread.len();
            move |window: &mut Window| window.report_written(&path, result, n_unread)
        };
        if self.workspaces.mode == Mode::Library {
            let paths = self.workspaces.library.shown_files().map(|(_, paths)| paths).unwrap_or_default();
            self.jobs.run(task, move || Box::new(written(Collected::read(&paths), path)));
        } else if let Some(document) = &self.document {
            let (name, project, warnings) =
                (document.name(), document.session.project().clone(), document.warnings.clone());
            self.jobs
                .run(task, move || Box::new(written(Collected::of(Reported::new(name, project, &warnings)), path)));
        }
    }

    fn report_written(&mut self, path: &std::path::Path, result: Result<NotKept, NotWritten>, n_unread: usize) {
        if let Err(NotWritten::NotSaved(SaveError::Exists(_))) = result {
            // Asked here as well as by the system's dialog: the ending may have been added after that, and not
            // every one asks.
            self.ask(Dialog::Replace(Replaced::Report(path.to_owned())));
            return;
        }
        self.say(match (result, n_unread) {
            (Ok(not_kept), 0) if let Some(told) = not_kept.describe() => Notice::warning(told),
            (Ok(_), 0) => Notice::note(format!("The report was written: {}", path.display())),
            (Ok(_), n) => {
                Notice::warning(format!("The report was written and names {n} that cannot be read: {}", path.display()))
            }
            (Err(error), _) => Notice::error(error.to_string()).action("Name another…", Command::Report),
        });
    }
}

/// The path with an ending that tells what the file is; a page where it has none of its own.
fn with_ending(path: PathBuf) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    path.with_extension("html")
}
