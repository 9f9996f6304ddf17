//! What the window keeps by itself: settings, decisions, the index of a library, the file of keys.

use std::path::PathBuf;

use super::jobs::Outcome;
use super::notices::Notice;
use super::widgets::Tone;
use super::window::Window;
use super::writer::{Fate, Weight, Write};

/// How a kept file is spoken of.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
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
pub const SETTINGS: Kept = Kept {
    name: "Your settings",
    failed: "Keeping your settings is tried again",
    mended: "Your settings are kept",
    tone: Tone::Warning,
    weight: Weight::Wish,
};

/// What was decided over a comparison.
pub const DECISIONS: Kept = Kept {
    name: "What you decided in Compare",
    failed: "Keeping what you decided is tried again",
    mended: "What you decided is kept",
    tone: Tone::Error,
    weight: Weight::Work,
};

/// What is known of a library.
pub const INDEX: Kept =
    Kept { name: "What is known of the library", failed: "", mended: "", tone: Tone::Note, weight: Weight::Cache };

impl Window {
    /// Writes a kept file in the background, again and again until it is written.
    pub(super) fn keep(
        &mut self,
        kept: Kept,
        path: PathBuf,
        work: impl Fn() -> Result<Outcome, String> + Send + Sync + 'static,
    ) {
        let fate = move |fate| Box::new(move |window: &mut Window| window.kept_is(kept, fate)) as Outcome;
        self.writer.put(Write::kept(kept.weight, path, kept.name, work, fate));
    }

    /// Says once that a kept file is not written, and again when it is.
    fn kept_is(&mut self, kept: Kept, fate: Fate) {
        let before = [kept.failed, kept.name];
        if kept.weight == Weight::Cache {
            // It is made again at the next start, and nothing is lost.
            return;
        }
        let notice = match fate {
            Fate::Failed(why) => Notice::new(kept.tone, format!("{}. {why}", kept.failed)),
            Fate::Panicked => {
                Notice::new(kept.tone, format!("{}. Newsmark broke off through a fault of its own", kept.failed))
            }
            Fate::Hung => Notice::new(
                Tone::Warning,
                format!("{}: still being written, as the disk or share does not answer", kept.name),
            ),
            Fate::Mended => {
                self.notices.retain(|notice| before.iter().all(|told| !notice.sentence.starts_with(told)));
                Notice::note(kept.mended)
            }
        };
        self.say(notice.of_program());
    }
}
