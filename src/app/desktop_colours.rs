//! Whether the desktop is dark, which decides the colours where they are chosen to be as the system's.

use std::pin::pin;
use std::thread;

use ashpd::desktop::settings::{ColorScheme, Settings};
use eframe::egui::{Context, SystemTheme, Theme, ThemePreference, ViewportCommand};
use futures_lite::StreamExt;

/// Follows whether the desktop is dark, which winit does not tell on Linux, from a thread of its own.
pub fn follow_system(ctx: &Context) {
    let ctx = ctx.clone();
    // Without a thread or a portal nobody tells, and the window stays light.
    let _ = thread::Builder::new().spawn(move || pollster::block_on(follow(&ctx)));
}

async fn follow(ctx: &Context) -> ashpd::Result<()> {
    let settings = Settings::new().await?;
    // Listening comes before asking, so that no change falls between them.
    let mut changes = pin!(settings.receive_color_scheme_changed().await?);
    if let Ok(scheme) = settings.color_scheme().await {
        show(ctx, scheme);
    }
    while let Some(scheme) = changes.next().await {
        show(ctx, scheme);
    }
    Ok(())
}

/// Gives the window the colours of the desktop where they are chosen to be as the system's, with the title bar that
/// the program draws itself on some desktops.
fn show(ctx: &Context, scheme: ColorScheme) {
    let (theme, frame) = match scheme {
        ColorScheme::PreferDark => (Theme::Dark, SystemTheme::Dark),
        ColorScheme::PreferLight | ColorScheme::NoPreference => (Theme::Light, SystemTheme::Light),
    };
    ctx.options_mut(|options| options.fallback_theme = theme);
    // The frame of the window follows the colours that were chosen, and the desktop's only where those
    // are.
    if ctx.options(|options| options.theme_preference) == ThemePreference::System {
        ctx.send_viewport_cmd(ViewportCommand::SetTheme(frame));
    }
    ctx.request_repaint();
}

#[cfg(test)]
mod tests {
    use eframe::egui::RawInput;

    use super::*;
    use crate::app::theme::{self, ThemeChoice, install};

    fn shown(ctx: &Context) -> bool {
        ctx.run_ui(RawInput::default(), |_| {}).drop_without_applying_deltas();
        theme::Theme::of(ctx).dark
    }

    #[test]
    fn a_dark_desktop_makes_the_window_dark_and_a_light_one_light_again() {
        let ctx = Context::default();
        install(&ctx, ThemeChoice::System);
        assert!(!shown(&ctx));
        show(&ctx, ColorScheme::PreferDark);
        assert!(shown(&ctx));
        // Whatever else of the settings changes, what the desktop said stays known.
        install(&ctx, ThemeChoice::System);
        assert!(shown(&ctx));
        show(&ctx, ColorScheme::NoPreference);
        assert!(!shown(&ctx));
    }

    #[test]
    fn colours_that_were_chosen_stay_on_any_desktop() {
        let ctx = Context::default();
        install(&ctx, ThemeChoice::Light);
        show(&ctx, ColorScheme::PreferDark);
        assert!(!shown(&ctx));
        install(&ctx, ThemeChoice::System);
        assert!(shown(&ctx), "and the system's are there when they are asked for");
    }
}
