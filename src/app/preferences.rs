//! What a person sets and the window remembers.

use crate::store::{self, Settings};

use super::notices::Notice;
use super::theme::{self, ThemeChoice};
use super::window::Window;

impl Window {
    /// Puts the settings as they were read into force.
    pub(super) fn apply_settings(&mut self) {
        theme::install(&self.ctx, self.theme_choice());
        self.ctx.set_zoom_factor(self.settings.ui_scale / 100.0);
    }

    /// The colours that were chosen.
    pub(super) fn theme_choice(&self) -> ThemeChoice {
        match self.settings.theme {
            store::Theme::System => ThemeChoice::System,
            store::Theme::Light => ThemeChoice::Light,
            store::Theme::Dark => ThemeChoice::Dark,
            store::Theme::HighContrast => ThemeChoice::HighContrast,
            store::Theme::HighContrastDark => ThemeChoice::HighContrastDark,
        }
    }

    /// Sets the colours.
    pub(super) fn set_theme(&mut self, choice: ThemeChoice) {
        self.settings.theme = match choice {
            ThemeChoice::System => store::Theme::System,
            ThemeChoice::Light => store::Theme::Light,
            ThemeChoice::Dark => store::Theme::Dark,
            ThemeChoice::HighContrast => store::Theme::HighContrast,
            ThemeChoice::HighContrastDark => store::Theme::HighContrastDark,
        };
        self.apply_settings();
    }

    /// Sets the size of the article's text in points, kept within what is legible.
    pub(super) fn set_reading_size(&mut self, points: f32) {
        let sizes = Settings::READING_SIZES;
        self.settings.reading_size = points.clamp(*sizes.start(), *sizes.end());
    }

    /// Sets the scale of the window in per cent.
    pub(super) fn set_ui_scale(&mut self, percent: f32) {
        let scales = Settings::UI_SCALES;
        self.settings.ui_scale = percent.clamp(*scales.start(), *scales.end());
        self.apply_settings();
    }

    /// Shows a panel that was hidden, or hides it.
    pub(super) fn toggle(&mut self, panel: &str) {
        let is_shown = self.settings.is_shown(panel);
        self.settings.set_shown(panel, !is_shown);
    }

    /// Writes the settings where they changed, once the mouse rests.
    pub(super) fn keep_settings(&mut self) {
        if self.settings == self.kept_settings || self.ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        self.kept_settings = self.settings.clone();
        let (settings, path) = (self.settings.clone(), self.platform.settings.clone());
        self.jobs.start(move || {
            let saved = settings.save(&path);
            Box::new(move |window: &mut Window| {
                if let Err(error) = saved {
                    window.say(Notice::warning(format!("Your settings were not kept. {error}")));
                }
            })
        });
    }
}
