//! What egui's own parts (menus, tooltips, scroll bars, text fields, check boxes) take from a theme.

use egui::{
    CornerRadius, Margin, Shadow, Spacing, Stroke, Style, TextStyle, Vec2, Visuals,
    style::{
        Interaction, ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, TextCursorStyle, WidgetVisuals, Widgets,
    },
};

use super::{Face, Theme, space};

/// Seconds for which the caret shows, and then does not: what Windows has where nobody changed it, so that a field
/// blinks as those of other programs do.
pub(crate) const BLINK: f32 = 0.53;
/// Seconds for which the pointer rests before a tooltip comes: a pointer that passes by raises none, and who waits for
/// one is not kept long.
const TOOLTIP_DELAY: f32 = 0.4;

pub(super) fn style(theme: &Theme) -> Style {
    Style {
        text_styles: [
            (TextStyle::Small, Face::Regular.at(Face::SMALL)),
            (TextStyle::Body, Face::Regular.at(Face::BODY)),
            (TextStyle::Button, Face::Medium.at(Face::BODY)),
            (TextStyle::Heading, Face::Semibold.at(Face::BODY)),
            (TextStyle::Monospace, Face::Regular.at(Face::BODY)),
        ]
        .into(),
        spacing: spacing(theme),
        interaction: Interaction {
            tooltip_delay: TOOLTIP_DELAY,
            // Words of the interface are not for copying, and a label under the pointer must not swallow a click.
            selectable_labels: false,
            ..Interaction::default()
        },
        visuals: visuals(theme),
        // Nothing moves that need not.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        compact_menu_style: false,
        ..Style::default()
    }
}

fn spacing(theme: &Theme) -> Spacing {
    Spacing {
        item_spacing: Vec2::new(8.0, 4.0),
        window_margin: Margin::same(16),
        button_padding: Vec2::new(12.0, 4.0),
        menu_margin: Margin::symmetric(8, 6),
        indent: 16.0,
        // A check box is as tall as every other control, so that its row is.
        interact_size: Vec2::splat(space::CONTROL),
        icon_width: 16.0,
        icon_width_inner: 10.0,
        icon_spacing: space::ICON_GAP,
        // Some 50 letters: a tooltip of one sentence has two lines, not one across the window.
        tooltip_width: 320.0,
        menu_spacing: 0.0,
        scroll: scroll(theme),
        ..Spacing::default()
    }
}

/// A bar of 12 with a thumb of 7, beside what it scrolls and gone when all fits.
fn scroll(theme: &Theme) -> ScrollStyle {
    // The thumb is ink at this strength, which gives `border_strong` on every surface. egui would else take the
    // fill of a check box for it.
    let ink = if theme.line_width > 1.0 { 1.0 } else { 0.24 };
    ScrollStyle {
        // Only a bar that egui calls floating has a ground that can be left out; it gets the room of a solid one.
        floating: true,
        floating_allocated_width: 12.0,
        floating_width: 7.0,
        bar_width: 7.0,
        bar_inner_margin: 2.0,
        bar_outer_margin: 3.0,
        // What can be pressed is nowhere smaller, however long the list.
        handle_min_length: space::HIT,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: ink,
        active_handle_opacity: ink,
        interact_handle_opacity: (2.0 * ink).min(1.0),
        fade: ScrollFadeStyle { strength: 0.0, size: 0.0 },
        ..ScrollStyle::floating()
    }
}

fn visuals(theme: &Theme) -> Visuals {
    let edge = Stroke::new(theme.line_width, theme.border_strong);
    let shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: theme.shadow };
    Visuals {
        dark_mode: theme.dark,
        weak_text_color: Some(theme.text2),
        widgets: widgets(theme),
        selection: Selection { bg_fill: theme.selection, stroke: Stroke::new(1.0, theme.text) },
        hyperlink_color: theme.text,
        faint_bg_color: theme.hover,
        extreme_bg_color: theme.field,
        text_edit_bg_color: Some(theme.field),
        code_bg_color: theme.hover,
        warn_fg_color: theme.warning,
        error_fg_color: theme.error,
        window_corner_radius: CornerRadius::same(space::RADIUS_CARD),
        window_shadow: shadow,
        window_fill: theme.raised,
        window_stroke: edge,
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(space::RADIUS_CARD),
        panel_fill: theme.panel,
        popup_shadow: shadow,
        text_cursor: TextCursorStyle {
            // As wide as the caret of the text engine's own fields.
            stroke: Stroke::new(2.0, theme.text),
            on_duration: BLINK,
            off_duration: BLINK,
            ..TextCursorStyle::default()
        },
        ..if theme.dark { Visuals::dark() } else { Visuals::light() }
    }
}

fn widgets(theme: &Theme) -> Widgets {
    let look = |fill, edge| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(theme.line_width, edge),
        corner_radius: CornerRadius::same(space::RADIUS_CHIP),
        // As thick as the lines of icons.
        fg_stroke: Stroke::new(1.4, theme.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: look(theme.panel, theme.border),
        inactive: look(theme.raised, theme.border_strong),
        hovered: look(theme.hover, theme.border_strong),
        active: look(theme.selected, theme.border_strong),
        open: look(theme.selected, theme.border_strong),
    }
}
