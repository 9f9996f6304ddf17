//! Copies of the project for programs that know version 1 of the format alone.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Replaced};
use crate::app::document::file_name;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use crate::app::paths::{absolute, with_ending};
use crate::store::{Expected, LeftOut, Printed, SaveError, Saved, Subject, version_1_copy};

use super::Window;

impl Window {
    /// Says once of a project that its file is of version 2 now, and how those get one who cannot read it.
    pub(super) fn say_version_2(&mut self) {
        let Some(document) = self.document.as_mut().filter(|document| !document.is_version_2) else { return };
        document.is_version_2 = true;
        let told = "The file is of version 2 of the format now, which earlier programs do not read. It keeps where marks came \
                    from and what was dismissed";
        self.say(Notice::note(told).action(Command::SaveVersion1.name(), Command::SaveVersion1));
    }

    /// Asks for the file of a copy in version 1.
    pub(in crate::app) fn ask_for_version_1(&mut self) {
        let Some(document) = &self.document else { return };
        let path = document.path();
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let proposed = path.with_file_name(format!("{stem}, version 1.ron"));
        let dialog = FileDialog::save("Save a copy as version 1", &proposed).filter("Newsmark projects", &["ron"]);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.version_1_named(path),
            Chosen::NoDialog => window.ask_for_path(Dialog::version_1_path(proposed)),
            Chosen::Cancelled => {}
        });
    }

    /// Writes the copy as a file that somebody named; asks before it replaces one that is there.
    pub(in crate::app) fn version_1_named(&mut self, named: PathBuf) {
        self.version_1_to(with_ending(absolute(named)), Expected::Nothing);
    }

    /// Writes the copy away from the window's thread.
    pub(in crate::app) fn version_1_to(&mut self, path: PathBuf, expected: Expected) {
        /// Seconds that a disk is waited for, as for a report.
        const LIMIT: f64 = 120.0;
        let Some(document) = &self.document else { return };
        if document.is_at(&path) {
            let told = "The copy was not written: it would take the place of its own project. Name another file";
            return self.say(Notice::error(told).action("Name another…", Command::SaveVersion1));
        }
        let (project, disk) = (document.session.project().clone(), Arc::clone(&self.platform.disk));
        let task = Task::new(format!("Writing {}", file_name(&path))).limit(LIMIT).late_counts();
        let task = task.leaves("The project is as it was, and so is a file that stood there, or the copy is whole");
        self.jobs.run(task, move || {
            let (copy, left_out) = version_1_copy(&project);
            let answer = Printed::of(&copy).save_on(&*disk, &path, expected);
            Box::new(move |window: &mut Window| window.version_1_written(&path, answer, &left_out))
        });
    }

    fn version_1_written(&mut self, path: &Path, answer: Result<Saved, SaveError>, left_out: &LeftOut) {
        match answer {
            Ok(saved) => {
                let sentences = left_out.sentences();
                let lacks = match sentences.len() {
                    0 => "It lacks nothing".to_owned(),
                    _ => sentences.join(". "),
                };
                let told = format!("The copy was written as version 1: {}. {lacks}", path.display());
                self.say(Notice::note(told));
                saved.messages().into_iter().for_each(|message| self.say(Notice::warning(message)));
            }
            Err(SaveError::Exists(_)) => self.ask(Dialog::Replace(Replaced::Version1(path.to_owned()))),
            Err(error) => {
                let told = error.about(Subject::Outcome).to_string();
                self.say(Notice::error(told).action("Name another…", Command::SaveVersion1));
            }
        }
    }
}
