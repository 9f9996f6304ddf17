//! What the window keeps by itself: settings, decisions, the index of a library, the file of keys.

use std::path::PathBuf;

use super::Window;
use crate::app::kept_file::KeptFile;
use crate::app::notices::Notice;
use crate::app::widgets::Tone;
use crate::app::window::JobOutcome;
use crate::app::writer::{Fate, Weight, Write};

impl Window {
    /// Writes a kept file in the background, again and again until it is written.
    pub(in crate::app) fn keep(
        &mut self,
        kept: KeptFile,
        path: PathBuf,
        work: impl Fn() -> Result<JobOutcome, String> + Send + Sync + 'static,
    ) {
        let fate = move |fate| Box::new(move |window: &mut Window| window.kept_is(kept, fate)) as JobOutcome;
        self.writer.put(Write::kept(kept.weight, path, kept.name, work, fate));
    }

    /// Says once that a kept file is not written, and again when it is.
    fn kept_is(&mut self, kept: KeptFile, fate: Fate) {
        // The sentences that were told begin with these; once it is written they are no longer true.
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
