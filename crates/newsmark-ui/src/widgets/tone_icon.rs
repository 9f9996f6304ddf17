use super::{Icon, Tone};

impl Tone {
    /// The icon that tells it where colours are not told apart.
    pub fn icon(self) -> Icon {
        match self {
            Tone::Note => Icon::Note,
            Tone::Warning => Icon::Warning,
            Tone::Error => Icon::Error,
            Tone::Done => Icon::Check,
        }
    }
}
