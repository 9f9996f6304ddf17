//! Files and folders are asked for in the platform's dialogs, and by path where there is none.

use crate::app::dialogs::Dialog;
use crate::app::file_dialog::{ASKING, Chosen, FileDialog};
use crate::app::jobs::Task;
use crate::app::notices::Notice;
use std::path::PathBuf;

use super::Window;

/// What is done with the files that were chosen.
pub type FilesChosen = Box<dyn FnOnce(&mut Window, Chosen<Vec<PathBuf>>) + Send>;

impl Window {
    /// Asks for one file or folder; `answer` gets it when the person has answered, in a later frame.
    pub(in crate::app) fn ask_for_file(
        &mut self,
        dialog: FileDialog,
        answer: impl FnOnce(&mut Window, Chosen) + Send + 'static,
    ) {
        // No dialog answers without a file.
        let first = |paths: Vec<PathBuf>| paths.into_iter().next().unwrap_or_default();
        self.ask_for_files(dialog, move |window, chosen| answer(window, chosen.map(first)));
    }

    /// Asks for files; `answer` gets them when the person has answered, in a later frame.
    pub(in crate::app) fn ask_for_files(
        &mut self,
        dialog: FileDialog,
        answer: impl FnOnce(&mut Window, Chosen<Vec<PathBuf>>) + Send + 'static,
    ) {
        if self.platform.has_dialogs {
            let now = self.time();
            // Opened at the end of the frame only, when the frame's handle is there: the dialog must know its
            // parent window.
            self.file_dialogs.ask(dialog, Box::new(answer), now);
        } else {
            answer(self, Chosen::NoDialog);
        }
    }

    /// Asks for a path to be typed, where there is no dialog of the system, or where it failed.
    pub(in crate::app) fn ask_for_path(&mut self, dialog: Dialog) {
        if !self.platform.has_dialogs {
            self.cover(dialog);
        } else if self.dialog.is_none() {
            self.cover(dialog.instead());
        } else {
            // A desktop may take half a minute to say that it has no dialog; what is answered by then stays open.
            self.give_up_saving();
            self.say(Notice::warning("The system’s file dialog did not work. Close this question, then try again"));
        }
    }

    /// Opens over `frame` the dialogs that were asked for.
    pub(in crate::app) fn open_file_dialogs(&mut self, frame: &eframe::Frame) {
        for (ask, answer) in self.file_dialogs.begin(frame) {
            // Compared with the count afterwards: a dialog during which this window never lost the focus was not
            // shown at all.
            let n_left = self.file_dialogs.n_left;
            // Where the asking breaks off, nothing that was to follow it does.
            self.jobs.run(Task::quiet(ASKING).or_else(Window::give_up_saving), move || {
                let ended = ask();
                Box::new(move |window: &mut Window| {
                    let chosen = window.file_dialogs.chosen(ended, n_left);
                    answer(window, chosen);
                })
            });
        }
    }
}
