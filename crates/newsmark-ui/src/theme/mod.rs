//! Colours, type and lengths. The colours are data, read from `assets/themes`, and no other file names one.
//!
//! [`install`] sets the window up; [`Theme::of`] is how a widget gets at its colours afterwards.

mod choice;

#[cfg(test)]
mod contrast;
mod dots;
mod face;
mod field_frame;
mod focus_ring;
mod hex;
mod mark_colours;
mod mark_look;
pub mod space;
mod style;
mod tone;
mod underline;

use std::sync::{Arc, LazyLock};

use egui::{Color32, Context};
use serde::Deserialize;

pub use choice::{ThemeChoice, install};
pub use dots::Dots;
pub use face::{Face, install_fonts};
pub use field_frame::FieldFrame;
pub use focus_ring::FocusRing;
pub use mark_colours::{CategoryColours, MarkColours};
pub use mark_look::MarkLook;
pub(crate) use style::BLINK;
pub use tone::Tone;
pub use underline::Underline;

/// Every colour of one look of the window, with the two line widths that differ between looks.
///
/// A theme file states all of them and nothing else, so that a slip in one is found when it is read:
///
/// ```
/// use newsmark_ui::theme::Theme;
///
/// let file = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/themes/dark.ron"));
/// let dark: Theme = ron::from_str(file).unwrap();
/// assert_eq!(dark, *Theme::dark());
/// assert!(ron::from_str::<Theme>("(dark: true, page: \"#1A1917\")").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Light words on dark ground.
    pub dark: bool,

    /// The article's ground.
    #[serde(with = "hex")]
    pub page: Color32,
    /// Panels, the ledger, the suggestion bar.
    #[serde(with = "hex")]
    pub panel: Color32,
    /// Top bar, status bar, decision bar.
    #[serde(with = "hex")]
    pub chrome: Color32,
    /// Cards, buttons, the box with a figure's reading.
    #[serde(with = "hex")]
    pub raised: Color32,
    /// Text and choice fields.
    #[serde(with = "hex")]
    pub field: Color32,
    /// A row or button under the pointer.
    #[serde(with = "hex")]
    pub hover: Color32,
    /// A selected row, a pressed button, the trough of a segmented control.
    #[serde(with = "hex")]
    pub selected: Color32,
    /// Selected words and search hits.
    #[serde(with = "hex")]
    pub selection: Color32,

    /// First rank: the article, values, titles.
    #[serde(with = "hex")]
    pub text: Color32,
    /// Second rank: labels, readings, metadata; third rank on a selected row.
    #[serde(with = "hex")]
    pub text2: Color32,
    /// Third rank: counts, placeholders, unknown values.
    #[serde(with = "hex")]
    pub text3: Color32,
    /// A disabled label or icon; exempt from contrast.
    #[serde(with = "hex")]
    pub disabled: Color32,

    /// Hairlines between panels and rows.
    #[serde(with = "hex")]
    pub border: Color32,
    /// Outer edge of fields, buttons, splitters.
    #[serde(with = "hex")]
    pub border_strong: Color32,
    /// Lower edge of a field.
    #[serde(with = "hex")]
    pub border_field: Color32,

    /// The one primary button of a panel.
    #[serde(with = "hex")]
    pub primary: Color32,
    /// The primary button under the pointer.
    #[serde(with = "hex")]
    pub primary_hover: Color32,
    /// The primary button's label.
    #[serde(with = "hex")]
    pub on_primary: Color32,
    /// The focus ring.
    #[serde(with = "hex")]
    pub focus: Color32,

    /// Icon and words of an error.
    #[serde(with = "hex")]
    pub error: Color32,
    /// Icon and words of a warning.
    #[serde(with = "hex")]
    pub warning: Color32,
    /// Sound, done.
    #[serde(with = "hex")]
    pub ok: Color32,

    /// Shadow of menus, tooltips and dialogs.
    #[serde(with = "hex")]
    pub shadow: Color32,
    /// Shadow of the chosen half of a segmented control.
    #[serde(with = "hex")]
    pub shadow_small: Color32,
    /// What dims the window behind a dialog.
    #[serde(with = "hex")]
    pub backdrop: Color32,

    /// Width of hairlines and edges, in points.
    pub line_width: f32,
    /// Thickness of a mark's underline at reading size 18, in points.
    pub underline_width: f32,

    /// The colours of marks.
    pub categories: CategoryColours,
}

static LIGHT: LazyLock<Arc<Theme>> = LazyLock::new(|| parse(include_str!("../../assets/themes/light.ron")));
static DARK: LazyLock<Arc<Theme>> = LazyLock::new(|| parse(include_str!("../../assets/themes/dark.ron")));
static HIGH_CONTRAST: LazyLock<Arc<Theme>> =
    LazyLock::new(|| parse(include_str!("../../assets/themes/high-contrast.ron")));
static HIGH_CONTRAST_DARK: LazyLock<Arc<Theme>> =
    LazyLock::new(|| parse(include_str!("../../assets/themes/high-contrast-dark.ron")));

// The four files are part of the program, and the tests of `contrast` read each of them.
#[expect(clippy::expect_used)]
fn parse(file: &str) -> Arc<Theme> {
    Arc::new(ron::from_str(file).expect("a theme that the program brings along is sound"))
}

impl Theme {
    /// Dark ink on warm paper.
    pub fn light() -> Arc<Theme> {
        LIGHT.clone()
    }

    /// Light ink on a warm dark ground.
    pub fn dark() -> Arc<Theme> {
        DARK.clone()
    }

    /// Black on white, with full borders.
    pub fn high_contrast() -> Arc<Theme> {
        HIGH_CONTRAST.clone()
    }

    /// White on black, with full borders.
    pub fn high_contrast_dark() -> Arc<Theme> {
        HIGH_CONTRAST_DARK.clone()
    }

    /// All four, for tests and for a menu.
    pub fn all() -> [Arc<Theme>; 4] {
        [Theme::light(), Theme::dark(), Theme::high_contrast(), Theme::high_contrast_dark()]
    }

    /// The theme that the window shows; the light one in a context without [`install`].
    pub fn of(ctx: &Context) -> Arc<Theme> {
        choice::shown(ctx)
    }

    /// The four colours of a kind of mark.
    pub fn mark(&self, look: MarkLook) -> &MarkColours {
        (look.colours)(&self.categories)
    }
}
