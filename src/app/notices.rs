use eframe::egui::{Context, Id, Response};

use crate::store::{Warning, WarningKind};

use super::command::Command;
use super::widgets::Tone;

/// Something the window says at its foot. What went well, or is only to know, goes after a while.
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
    /// The number of the project's edits when it was said: an Undo that it offers belongs to that one.
    pub step: Option<u64>,
    /// The window's clock since it has been seen without being looked at.
    pub shown_since: Option<f64>,
    /// How many were said before it: a screen reader hears the same sentence again where it is said again.
    pub number: u64,
}

/// Seconds for which a sentence that asks for nothing is shown: twice what a slow reader takes for two lines.
const SECONDS: f64 = 10.0;
/// The same where something can be done about it, which takes a decision.
const SECONDS_TO_ACT: f64 = 20.0;

impl Notice {
    /// Something of that gravity.
    pub fn new(tone: Tone, sentence: String) -> Notice {
        Notice { sentence, tone, actions: Vec::new(), is_of_program: false, number: 0, step: None, shown_since: None }
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

    /// How long it is shown; `None` for what stays until it is closed, as something is wrong.
    pub fn seconds(&self) -> Option<f64> {
        match self.tone {
            Tone::Error | Tone::Warning => None,
            _ if self.actions.is_empty() => Some(SECONDS),
            _ => Some(SECONDS_TO_ACT),
        }
    }

    /// The same, said after so many others, and when the project had been edited so often.
    pub fn said(self, number: u64, step: Option<u64>) -> Notice {
        Notice { number, step, ..self }
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

pub fn toast() -> Id {
    Id::unique("notice")
}

/// Whether the pointer is over the notice, or the focus in it.
pub fn is_held(ctx: &Context) -> bool {
    // Of the frame before, as the notice is shown after this is asked.
    let Some(room) = ctx.memory(|memory| memory.area_rect(toast())) else { return false };
    let is_hovered = ctx.pointer_hover_pos().is_some_and(|at| room.contains(at));
    let focused = ctx.memory(|memory| memory.focused()).and_then(|id| ctx.read_response(id));
    let is_in_front = |response: &Response| response.layer_id.id == toast();
    is_hovered || focused.is_some_and(|response| is_in_front(&response))
}
