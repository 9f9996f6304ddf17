//! The files that the window keeps by itself, and how they are spoken of.

use super::widgets::Tone;
use super::writer::Weight;

/// How a kept file is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct KeptFile {
    /// What it is: "What you decided".
    pub name: &'static str,
    /// What is said where it cannot be written; why stands behind it.
    pub failed: &'static str,
    /// What is said where it is written after all.
    pub mended: &'static str,
    /// How grave that is.
    pub tone: Tone,
    /// What would be lost with it.
    pub weight: Weight,
}

/// A person's settings.
pub const SETTINGS: KeptFile = KeptFile {
    name: "Your settings",
    failed: "Keeping your settings is tried again",
    mended: "Your settings are kept",
    tone: Tone::Warning,
    weight: Weight::Wish,
};

/// What was decided over a comparison.
pub const DECISIONS: KeptFile = KeptFile {
    name: "What you decided in Compare",
    failed: "Keeping what you decided is tried again",
    mended: "What you decided is kept",
    tone: Tone::Error,
    weight: Weight::Work,
};

/// What is known of a library.
pub const INDEX: KeptFile =
    KeptFile { name: "What is known of the library", failed: "", mended: "", tone: Tone::Note, weight: Weight::Cache };
