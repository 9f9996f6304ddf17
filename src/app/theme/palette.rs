use eframe::egui::Color32;
use serde::Deserialize;

use super::hex;
use crate::model::Category;

/// The four colours of a category.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// Behind marked words. Opaque: tints never mix, so contrast is the same however many marks overlap.
    #[serde(with = "hex")]
    pub band: Color32,
    /// Behind the words of the hovered or selected mark.
    #[serde(with = "hex")]
    pub band_strong: Color32,
    /// Underline, bracket, handle, ruler tick, chart bar.
    #[serde(with = "hex")]
    pub line: Color32,
    /// The category's letter.
    #[serde(with = "hex")]
    pub ink: Color32,
}

/// A palette for each category.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Categories {
    casualties: Palette,
    displacement: Palette,
    quotes: Palette,
    claims: Palette,
}

impl Categories {
    pub(super) fn of(&self, category: Category) -> &Palette {
        match category {
            Category::Casualties => &self.casualties,
            Category::Displacement => &self.displacement,
            Category::Quotes => &self.quotes,
            Category::Claims => &self.claims,
        }
    }
}
