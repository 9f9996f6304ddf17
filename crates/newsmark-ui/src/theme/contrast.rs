//! The sound pairs: which colours must tell apart, and by how much (WCAG 2.2, contrast ratio).

use egui::{Color32, Rgba};

use super::{MarkColours, Theme};

/// The ratio of two opaque colours, 1 to 21.
fn ratio(one: Color32, other: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let linear = Rgba::from(colour);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b() + 0.05
    };
    let (one, other) = (luminance(one), luminance(other));
    one.max(other) / one.min(other)
}

/// The colours of each kind of mark, with its name.
fn kinds(theme: &Theme) -> [(&'static str, &MarkColours); 4] {
    let kinds = &theme.categories;
    [
        ("casualties", &kinds.casualties),
        ("displacement", &kinds.displacement),
        ("quotes", &kinds.quotes),
        ("claims", &kinds.claims),
    ]
}

/// Runs `pairs` over the four themes with a check that takes what, foreground, ground and least ratio.
fn in_all_themes(pairs: impl Fn(&Theme, f32, &dyn Fn(&str, Color32, Color32, f32))) {
    for theme in Theme::all() {
        let high = theme.line_width > 1.0;
        pairs(&theme, if high { 7.0 } else { 4.5 }, &|what, ink, ground, least| {
            let got = ratio(ink, ground);
            let name =
                format!("{}{}", if high { "high contrast " } else { "" }, if theme.dark { "dark" } else { "light" });
            assert!(got >= least, "{what} in {name}: {got:.2} where {least} is asked for");
        });
    }
}

#[test]
fn the_ratio_is_that_of_the_standard() {
    assert!((ratio(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    // WCAG's own example of a grey that just holds on white.
    assert!((ratio(Color32::from_gray(0x76), Color32::WHITE) - 4.54).abs() < 0.01);
}

#[test]
fn words_hold_on_every_surface() {
    in_all_themes(|theme, least, check| {
        let surfaces = [theme.page, theme.panel, theme.chrome, theme.raised, theme.field, theme.hover, theme.selected];
        for ground in surfaces {
            check("text", theme.text, ground, least);
            check("text2", theme.text2, ground, 4.5);
        }
        for ground in [theme.page, theme.panel, theme.chrome, theme.raised, theme.field, theme.hover] {
            check("text3", theme.text3, ground, 4.5);
        }
        check("text on selected words", theme.text, theme.selection, least);
        check("hairline on selected words", theme.text2, theme.selection, 3.0);
        check("label of the primary button", theme.on_primary, theme.primary, least);
        check("label of the primary button, hovered", theme.on_primary, theme.primary_hover, least);
        for (name, ink) in [("error", theme.error), ("warning", theme.warning), ("ok", theme.ok)] {
            for ground in [theme.page, theme.panel, theme.chrome, theme.raised] {
                check(name, ink, ground, 4.5);
            }
            check(name, ink, theme.selected, 3.0);
        }
    });
}

#[test]
fn the_focus_ring_and_the_edge_of_a_field_are_seen() {
    in_all_themes(|theme, _, check| {
        let surfaces = [theme.page, theme.panel, theme.chrome, theme.raised, theme.field, theme.hover, theme.selected];
        for ground in surfaces {
            check("focus ring", theme.focus, ground, 3.0);
        }
        for ground in [theme.page, theme.selection] {
            check("caret", theme.text, ground, 3.0);
        }
        check("edge of a field", theme.border_field, theme.panel, 3.0);
        check("edge of a field", theme.border_field, theme.field, 3.0);
    });
}

#[test]
fn words_hold_on_both_bands_of_every_kind_and_its_line_on_all_bands() {
    in_all_themes(|theme, least, check| {
        for (name, colours) in kinds(theme) {
            for ground in [colours.band, colours.band_strong] {
                check(name, theme.text, ground, least);
            }
            for ground in [theme.page, theme.panel] {
                check(name, colours.line, ground, 3.0);
            }
            for (_, other) in kinds(theme) {
                check(name, colours.line, other.band, 3.0);
                check(name, colours.line, other.band_strong, 3.0);
            }
            check(name, colours.line, theme.selection, 3.0);
            let surfaces = [theme.page, theme.panel, theme.chrome, theme.raised, theme.hover, theme.selected];
            for ground in surfaces.into_iter().chain([colours.band]) {
                check(name, colours.ink, ground, 4.5);
            }
        }
    });
}

#[test]
fn lines_between_panels_are_seen_in_high_contrast() {
    in_all_themes(|theme, _, check| {
        if theme.line_width > 1.0 {
            for (name, line) in [("border", theme.border), ("outer edge", theme.border_strong)] {
                for ground in [theme.page, theme.panel, theme.chrome, theme.raised, theme.hover, theme.selected] {
                    check(name, line, ground, 3.0);
                }
            }
            assert!(theme.line_width >= 1.5 && theme.underline_width >= 2.5);
        }
    });
}

#[test]
fn bands_are_opaque() {
    for theme in Theme::all() {
        for (_, colours) in kinds(&theme) {
            assert!(colours.band.is_opaque());
            assert!(colours.band_strong.is_opaque());
        }
    }
}
