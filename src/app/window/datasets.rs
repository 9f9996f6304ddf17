use std::path::Path;
use std::sync::Arc;

use super::Window;
use crate::app::command::{Command, Mode};
use crate::app::dataset::{DatasetRequest, MadeDataset, WHY_NONE, make};
use crate::app::dialogs::{DatasetForm, Dialog};
use crate::app::document::file_name;
use crate::app::file_dialog::{Chosen, FileDialog};
use crate::app::jobs::{JobWatch, Task};
use crate::app::notices::Notice;

/// What the job is called, by which a second one is known.
const MAKING: &str = "Making the data set";

impl Window {
    /// Asks where a data set of the library's folder is to be written.
    pub(in crate::app) fn ask_for_dataset(&mut self) {
        if let Some(why) = WHY_NONE {
            return self.say(Notice::note(why));
        }
        if self.workspaces.mode != Mode::Library {
            return self.say(Notice::note("Show the library first: a data set is made of its folder"));
        }
        let library = &self.workspaces.library;
        let folder = library.folder.path.clone().filter(|_| !library.shows_given());
        let n_projects = library.folder.entries.len();
        let Some(folder) = folder.filter(|_| n_projects > 0) else {
            return self.say(Notice::note("A data set is made of a folder: show one that has projects"));
        };
        let output = self.platform.documents.join(format!("{} data set", file_name(&folder)));
        self.cover(Dialog::Dataset(DatasetForm::new(folder, n_projects, output)));
    }

    /// Asks for the folder in the platform's dialog, and goes back to the question with it.
    pub(in crate::app) fn choose_dataset_folder(&mut self, form: DatasetForm) {
        let typed = self.platform.path_typed(form.output());
        let within = typed.ancestors().find(|folder| folder.is_dir()).unwrap_or(&self.platform.documents);
        let dialog = FileDialog::folder("Choose the folder of the data set").within(within);
        self.ask_for_file(dialog, move |window, chosen| match chosen {
            Chosen::Path(path) => window.cover(Dialog::Dataset(form.into(path))),
            Chosen::Cancelled => window.cover(Dialog::Dataset(form)),
            Chosen::NoDialog => {
                window.cover(Dialog::Dataset(form));
                window.say(Notice::warning("The system’s file dialog did not work. Type the folder’s path instead"));
            }
        });
    }

    /// Makes the data set beside all else.
    pub(in crate::app) fn make_dataset(&mut self, request: DatasetRequest) {
        if self.jobs.is_under_way(MAKING) {
            let told = "A data set is being made already. Wait until it is done, or stop it, and try again";
            return self.say(Notice::note(told).of_program());
        }
        let (watch, disk, now) = (Arc::new(JobWatch::default()), Arc::clone(&self.platform.disk), self.platform.now());
        // A fault between two steps leaves the set that stood, or the new one: they change places in one step.
        let task = Task::new(MAKING).watched(&watch).leaves("A data set that stood there stands, or the new one");
        self.jobs.run(task, move || {
            let made = make(&*disk, &request, now, &watch);
            let is_stopped = watch.is_cancelled();
            Box::new(move |window: &mut Window| window.dataset_made(&request.output, made, is_stopped))
        });
    }

    fn dataset_made(&mut self, output: &Path, made: Result<MadeDataset, String>, is_stopped: bool) {
        let notice = match made {
            Ok(made) => {
                let sentence = format!("{}: {}", made.sentence, output.display());
                match made.messages.as_slice() {
                    [] => Notice::done(sentence),
                    [only] => Notice::warning(format!("{sentence}. {only}")),
                    [first, rest @ ..] => {
                        Notice::warning(format!("{sentence}. {first}. And {} more like it", rest.len()))
                    }
                }
            }
            // They wanted it so.
            Err(told) if is_stopped => Notice::note(told),
            Err(told) => Notice::error(told).action("Try again…", Command::MakeDataset),
        };
        // Minutes may have passed, and another project is open by now.
        self.say(notice.of_program());
    }
}
