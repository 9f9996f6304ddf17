use std::sync::Arc;

use egui::{self, Context, Id, ThemePreference};

use super::{FocusRing, Theme, install_fonts, style};

/// Which look the user asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Light or dark as the system is, changing with it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
    /// Always black on white.
    HighContrast,
    /// Always white on black.
    HighContrastDark,
}

impl ThemeChoice {
    /// All of them, in the order of a menu.
    pub const ALL: [ThemeChoice; 5] = [
        ThemeChoice::System,
        ThemeChoice::Light,
        ThemeChoice::Dark,
        ThemeChoice::HighContrast,
        ThemeChoice::HighContrastDark,
    ];

    /// How the window writes it.
    pub fn name(self) -> &'static str {
        match self {
            ThemeChoice::System => "As the system",
            ThemeChoice::Light => "Light",
            ThemeChoice::Dark => "Dark",
            ThemeChoice::HighContrast => "High contrast",
            ThemeChoice::HighContrastDark => "High contrast, dark",
        }
    }
}

/// The themes behind egui's light and dark style; both are the same one where the choice is fixed.
#[derive(Clone)]
struct Installed {
    light: Arc<Theme>,
    dark: Arc<Theme>,
}

/// Gives the context the fonts and the look of `choice`. Call it at the start and whenever the choice changes;
/// [`ThemeChoice::System`] follows the system by itself from then on.
///
/// # Limitations
///
/// No toolkit below tells whether the system asks for high contrast, so that has to be chosen by hand.
pub fn install(ctx: &Context, choice: ThemeChoice) {
    let fixed = |theme: Arc<Theme>| {
        let preference = if theme.dark { ThemePreference::Dark } else { ThemePreference::Light };
        (theme.clone(), theme, preference)
    };
    let (light, dark, preference) = match choice {
        ThemeChoice::System => (Theme::light(), Theme::dark(), ThemePreference::System),
        ThemeChoice::Light => fixed(Theme::light()),
        ThemeChoice::Dark => fixed(Theme::dark()),
        ThemeChoice::HighContrast => fixed(Theme::high_contrast()),
        ThemeChoice::HighContrastDark => fixed(Theme::high_contrast_dark()),
    };
    let before = ctx.data(|data| data.get_temp::<Installed>(Id::NULL));
    if before.is_none() {
        // Replacing the fonts empties the glyph atlas, so a change of theme leaves them alone.
        install_fonts(ctx);
        FocusRing::install(ctx);
    }
    ctx.set_style_of(egui::Theme::Light, style::style(&light));
    ctx.set_style_of(egui::Theme::Dark, style::style(&dark));
    ctx.options_mut(|options| {
        options.theme_preference = preference;
        if before.is_none() {
            // Until the desktop says otherwise, and where nobody tells.
            options.fallback_theme = egui::Theme::Light;
        }
        options.zoom_with_keyboard = false;
    });
    ctx.data_mut(|data| data.insert_temp(Id::NULL, Installed { light, dark }));
}

pub(super) fn shown(ctx: &Context) -> Arc<Theme> {
    match (ctx.data(|data| data.get_temp::<Installed>(Id::NULL)), ctx.theme()) {
        (Some(installed), egui::Theme::Light) => installed.light,
        (Some(installed), egui::Theme::Dark) => installed.dark,
        (None, _) => Theme::light(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(ctx: &Context, system: Option<egui::Theme>) {
        let input = egui::RawInput { system_theme: system, ..Default::default() };
        ctx.run_ui(input, |_| {}).drop_without_applying_deltas();
    }

    #[test]
    fn the_system_choice_follows_the_system_without_a_second_call() {
        let ctx = Context::default();
        install(&ctx, ThemeChoice::System);
        run(&ctx, Some(egui::Theme::Light));
        assert_eq!(Theme::of(&ctx), Theme::light());
        run(&ctx, Some(egui::Theme::Dark));
        assert_eq!(Theme::of(&ctx), Theme::dark());
        assert!(ctx.global_style().visuals.dark_mode);
    }

    #[test]
    fn a_fixed_choice_does_not_follow_the_system() {
        let ctx = Context::default();
        for (choice, theme) in [
            (ThemeChoice::Light, Theme::light()),
            (ThemeChoice::Dark, Theme::dark()),
            (ThemeChoice::HighContrast, Theme::high_contrast()),
            (ThemeChoice::HighContrastDark, Theme::high_contrast_dark()),
        ] {
            install(&ctx, choice);
            for system in [egui::Theme::Light, egui::Theme::Dark] {
                run(&ctx, Some(system));
                assert_eq!(Theme::of(&ctx), theme);
                assert_eq!(ctx.global_style().visuals.panel_fill, theme.panel);
            }
        }
    }

    #[test]
    fn a_system_that_does_not_tell_gets_the_light_theme() {
        let ctx = Context::default();
        install(&ctx, ThemeChoice::System);
        run(&ctx, None);
        assert_eq!(Theme::of(&ctx), Theme::light());
    }
}
