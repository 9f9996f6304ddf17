use eframe::egui::{Id, Ui};

use crate::store::{Warning, WarningKind};

use super::command::Command;
use super::widgets::{self, NoticeAnswer, Tone};

/// Something the window says at its foot until it is closed.
#[derive(Clone, Debug)]
pub struct Notice {
    /// What happened, what was kept, what to do.
    pub sentence: String,
    /// How grave it is.
    pub tone: Tone,
    /// What can be done, by label.
    pub actions: Vec<(&'static str, Command)>,
    /// Whether it is about the program itself, and stays when another project is shown.
    pub is_of_program: bool,
    /// How many were said before it: a screen reader hears the same sentence again where it is said again.
    pub number: u64,
}

impl Notice {
    /// Something of that gravity.
    pub fn new(tone: Tone, sentence: String) -> Notice {
        Notice { sentence, tone, actions: Vec::new(), is_of_program: false, number: 0 }
    }

    /// Something was not done.
    pub fn error(sentence: impl Into<String>) -> Notice {
        Notice::new(Tone::Error, sentence.into())
    }

    /// Something was done otherwise than one may think.
    pub fn warning(sentence: impl Into<String>) -> Notice {
        Notice::new(Tone::Warning, sentence.into())
    }

    /// Something to know.
    pub fn note(sentence: impl Into<String>) -> Notice {
        Notice::new(Tone::Note, sentence.into())
    }

    /// Something went well and needs saying, as it cannot all be seen.
    pub fn done(sentence: impl Into<String>) -> Notice {
        Notice::new(Tone::Done, sentence.into())
    }

    /// What was not as it should be in a project's file.
    pub fn of_warnings(warnings: &[Warning]) -> Notice {
        let count = |kind| warnings.iter().filter(|warning| warning.kind == kind).count();
        let (n_moved, n_unplaced) = (count(WarningKind::Moved), count(WarningKind::Unplaced));
        let first = warnings.first().map(ToString::to_string).unwrap_or_default();
        let sentence = if count(WarningKind::TextChanged) > 0 {
            format!(
                "The article’s text was changed outside Newsmark. Every mark was looked for again by its words: \
                 {n_moved} moved, {n_unplaced} could not be placed and are listed. Save to keep it so"
            )
        } else if warnings.len() == 1 {
            first
        } else {
            format!(
                "{} things in the file were not as they should be, and were kept. The first: {first}",
                warnings.len()
            )
        };
        Notice::warning(sentence)
    }

    /// Whether it stays after the next edit: what is grave or can be acted on does.
    pub fn lasts(&self) -> bool {
        self.tone == Tone::Error || !self.actions.is_empty()
    }

    /// Whether it offers to do that.
    pub fn offers(&self, command: &Command) -> bool {
        self.actions.iter().any(|(_, offered)| offered == command)
    }

    /// The same, about the program itself.
    pub fn of_program(self) -> Notice {
        Notice { is_of_program: true, ..self }
    }

    /// With something to do about it.
    pub fn action(mut self, label: &'static str, command: Command) -> Notice {
        self.actions.push((label, command));
        self
    }
}

/// Shows the last notice; closing it shows the one before.
pub fn show(ui: &Ui, notices: &mut Vec<Notice>, commands: &mut Vec<Command>) {
    let Some(notice) = notices.last() else { return };
    let labels: Vec<&str> = notice.actions.iter().map(|(label, _)| *label).collect();
    let shown = widgets::Notice::new(notice.tone, &notice.sentence).actions(&labels).closable().nth(notice.number);
    match shown.show_toast(ui.ctx(), Id::unique("notice"), 40.0) {
        Some(NoticeAnswer::Action(index)) => {
            commands.push(notice.actions[index].1.clone());
            notices.pop();
        }
        Some(NoticeAnswer::Closed) => {
            notices.pop();
        }
        None => {}
    }
}
