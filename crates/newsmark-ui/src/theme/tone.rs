use egui::Color32;

use super::Theme;

/// What kind of thing a message or a field's problem is. Told by icon and colour, never by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Note,
    /// Something to look at.
    Warning,
    /// Something that must be put right, or data at risk.
    Error,
    /// Something that went well and needs saying.
    Done,
}

impl Tone {
    /// All of them.
    pub const ALL: [Tone; 4] = [Tone::Note, Tone::Warning, Tone::Error, Tone::Done];

    /// The colour of its icon, and of words that stand under a field.
    pub fn ink(self, theme: &Theme) -> Color32 {
        match self {
            Tone::Note => theme.text2,
            Tone::Warning => theme.warning,
            Tone::Error => theme.error,
            Tone::Done => theme.ok,
        }
    }
}
