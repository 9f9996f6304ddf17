use egui::Color32;
use serde::Deserialize;

use super::hex;

/// The four colours of a kind of mark.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkColours {
    /// Behind marked words. Opaque: tints never mix, so contrast is the same however many marks overlap.
    #[serde(with = "hex")]
    pub band: Color32,
    /// Behind the words of the hovered or selected mark.
    #[serde(with = "hex")]
    pub band_strong: Color32,
    /// Underline, bracket, handle, ruler tick, chart bar.
    #[serde(with = "hex")]
    pub line: Color32,
    /// The letter of the kind.
    #[serde(with = "hex")]
    pub ink: Color32,
}

/// The colours of each kind of mark, by the names that the theme files give them.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryColours {
    /// Orange in the light theme.
    pub casualties: MarkColours,
    /// Blue in the light theme.
    pub displacement: MarkColours,
    /// Green in the light theme.
    pub quotes: MarkColours,
    /// Rose in the light theme.
    pub claims: MarkColours,
}
