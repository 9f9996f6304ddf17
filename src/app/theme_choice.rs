//! The colours of the settings file and those of the theme: each of the one is one of the other.

use crate::store;

use super::theme::ThemeChoice;

/// The colours that the settings name.
pub fn theme_choice(kept: store::Theme) -> ThemeChoice {
    match kept {
        store::Theme::System => ThemeChoice::System,
        store::Theme::Light => ThemeChoice::Light,
        store::Theme::Dark => ThemeChoice::Dark,
        store::Theme::HighContrast => ThemeChoice::HighContrast,
        store::Theme::HighContrastDark => ThemeChoice::HighContrastDark,
    }
}

/// What the settings call the colours.
pub fn kept_theme(choice: ThemeChoice) -> store::Theme {
    match choice {
        ThemeChoice::System => store::Theme::System,
        ThemeChoice::Light => store::Theme::Light,
        ThemeChoice::Dark => store::Theme::Dark,
        ThemeChoice::HighContrast => store::Theme::HighContrast,
        ThemeChoice::HighContrastDark => store::Theme::HighContrastDark,
    }
}
