use super::{CategoryColours, MarkColours, Underline};

/// How a kind of mark looks: what controls show of it, as they know of no marks themselves.
#[derive(Clone, Copy, Debug)]
pub struct MarkLook {
    /// What it is called: "Quotes".
    pub name: &'static str,
    /// The letter of its chip.
    pub letter: char,
    /// Which of a theme's colours are its own.
    pub colours: fn(&CategoryColours) -> &MarkColours,
    /// The line under its words, so that colour is never all that tells kinds apart.
    pub underline: Underline,
}
