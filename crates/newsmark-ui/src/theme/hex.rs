//! Colours as the theme files write them: `#RRGGBB` or `#RRGGBBAA`.

use egui::Color32;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Color32, D::Error> {
    let written = String::deserialize(deserializer)?;
    Color32::from_hex(&written).map_err(|_| D::Error::custom(format!("not a colour: {written}")))
}
