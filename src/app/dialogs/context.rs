use crate::app::document::Document;
use crate::app::keymap::Keymap;
use crate::app::platform::Platform;
use crate::store::Settings;

use super::Answer;

/// What a question is lent for a frame, and where it puts what came of it.
pub struct DialogCtx<'a> {
    /// The open document, where there is one.
    pub document: Option<&'a Document>,
    /// The settings; those that show at once are written as they are chosen.
    pub settings: &'a mut Settings,
    /// Where things lie on this machine.
    pub platform: &'a Platform,
    /// The keys.
    pub keymap: &'a Keymap,
    /// How many articles that were given are still to be asked about.
    pub n_waiting: usize,
    /// What is not written yet, by the name of its file.
    pub unwritten: Vec<String>,
    /// What came of the question.
    pub answers: Vec<Answer>,
}

impl DialogCtx<'_> {
    /// Has something done once the question was shown.
    pub fn answer(&mut self, answer: Answer) {
        self.answers.push(answer);
    }
}
