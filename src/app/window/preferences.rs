//! What a person sets and the window remembers.

use std::sync::Arc;

use crate::store::{KeyFile, Settings};

use super::Window;
use crate::app::command::Command;
use crate::app::jobs::Task;
use crate::app::kept_file::SETTINGS;
use crate::app::keymap::Keymap;
use crate::app::notices::Notice;
use crate::app::theme::{self, ThemeChoice};
use crate::app::theme_choice::{kept_theme, theme_choice};
use crate::app::window::JobOutcome;
use crate::app::writer::{Fate, Write};

impl Window {
    /// Puts the settings as they were read into force.
    pub(in crate::app) fn apply_settings(&mut self) {
        theme::install(&self.ctx, theme_choice(self.settings.theme));
        // Egui applies it from the next frame on, so that one frame is never laid out in two scales.
        self.ctx.set_zoom_factor(self.settings.ui_scale / 100.0);
    }

    /// Sets the colours.
    pub(super) fn set_theme(&mut self, choice: ThemeChoice) {
        self.settings.theme = kept_theme(choice);
        self.apply_settings();
    }

    /// Sets the size of the article's text in points, kept within what is legible.
    pub(in crate::app) fn set_reading_size(&mut self, points: f32) {
        let sizes = Settings::READING_SIZES;
        self.settings.reading_size = points.clamp(*sizes.start(), *sizes.end());
    }

    /// Sets the scale of the window in per cent.
    pub(in crate::app) fn set_ui_scale(&mut self, percent: f32) {
        let scales = Settings::UI_SCALES;
        self.settings.ui_scale = percent.clamp(*scales.start(), *scales.end());
        self.apply_settings();
    }

    /// Shows a panel that was hidden, or hides it.
    pub(in crate::app) fn toggle(&mut self, panel: &str) {
        let is_shown = self.settings.is_shown(panel);
        self.settings.set_shown(panel, !is_shown);
    }

    /// Puts keys into force, and says what of a person's wishes could not be had.
    pub(in crate::app) fn set_keys(&mut self, keymap: Keymap) {
        self.keymap = Arc::new(keymap);
        // The context has it too, since tooltips and menus show keys and know no window.
        self.keymap.clone().install(&self.ctx);
        match self.keymap.troubles.as_slice() {
            [] => {}
            [trouble] => self.say(Notice::warning(trouble).of_program().action("Show the keys", Command::Keys)),
            [first, rest @ ..] => {
                let sentence = format!(
                    "{} keys in the file of keys could not be taken, and the usual ones stay. The first: {first}",
                    rest.len() + 1
                );
                self.say(Notice::warning(sentence).of_program().action("Show the keys", Command::Keys));
            }
        }
    }

    /// Begins the file of keys where there is none, and tells where it is.
    pub(in crate::app) fn edit_keys(&mut self) {
        let (path, text) = (self.platform.keys_file(), self.keymap.print());
        let disk = Arc::clone(&self.platform.disk);
        let at = path.clone();
        let work = move || {
            let was_there = KeyFile::begin(&*disk, &at, &text).map_err(|error| error.to_string())?;
            let what = if was_there { "Your keys are in this file" } else { "A file with all keys was written" };
            let path = at.display();
            let sentence = format!("{what}. Change it in any text editor, save it, then read the keys again: {path}");
            let notice = Notice::note(sentence).action("Read the keys again", Command::ReadKeys);
            Ok(Box::new(move |window: &mut Window| window.say(notice)) as JobOutcome)
        };
        let shown = path.clone();
        let fate = move |fate| {
            let path = shown.display();
            let notice = match fate {
                Fate::Hung => Notice::warning(format!("The file of keys is still being written: {path}")),
                Fate::Mended => Notice::note("The file of keys is written"),
                Fate::Failed(_) | Fate::Panicked => Notice::error(format!(
                    "The file of keys could not be written, and the keys stay as they are: {path}"
                )),
            };
            Box::new(move |window: &mut Window| window.say(notice)) as JobOutcome
        };
        // Once and not again and again: a person waits for it, and is told how it went.
        self.writer.put(Write::once(path, "The file of keys", work, fate));
    }

    /// Reads the file of keys again, and says that it was done.
    pub(in crate::app) fn read_key_file(&mut self) {
        let path = self.platform.keys_file();
        self.jobs.run(Task::quiet("Reading the file of keys"), move || {
            let (file, told) = KeyFile::load(&path);
            Box::new(move |window: &mut Window| {
                window.set_keys(Keymap::wanted(&file, told));
                if window.keymap.troubles.is_empty() {
                    window.say(Notice::note("The keys are as in your file"));
                }
            })
        });
    }

    /// Writes the settings where they changed, once the mouse rests.
    pub(in crate::app) fn keep_settings(&mut self) {
        if self.settings == self.kept_settings || self.ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.write_settings();
    }

    /// Writes what was changed in the settings; what another window changed in them stays.
    pub(in crate::app) fn write_settings(&mut self) {
        if self.settings == self.kept_settings {
            return;
        }
        // Only what differs from this base is written over the file, in which another window may have set
        // something else.
        let base = std::mem::replace(&mut self.kept_settings, self.settings.clone());
        // Where the write before is not done, what that one changed is to be written with this one.
        let base = Arc::clone(self.written_settings.get_or_insert_with(|| Arc::new(base)));
        let (settings, path) = (self.settings.clone(), self.platform.settings.clone());
        let (disk, at) = (Arc::clone(&self.platform.disk), path.clone());
        self.keep(SETTINGS, path, move || {
            settings.save_changes(&base, &*disk, &at).map_err(|error| error.to_string())?;
            let written = settings.clone();
            Ok(Box::new(move |window: &mut Window| window.settings_are_written(written)) as JobOutcome)
        });
    }

    fn settings_are_written(&mut self, written: Settings) {
        let is_all = written == self.kept_settings;
        self.written_settings = (!is_all).then(|| Arc::new(written));
    }
}
