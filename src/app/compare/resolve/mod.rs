//! What a merge left open in the project in the window, settled one question at a time.
//!
//! Compare shows it where no second project is compared, or when it is asked for. Each answer is one step of the
//! project's own history.

mod answers;
mod list;
mod strip;

use crate::edit::OpenProject;
use crate::model::{AnnotationId, Part};
use crate::review::merge::{About, MergeSide, Question, questions};

pub use answers::answers;
pub use list::conflicts;
pub use strip::strip;

/// The sides in the order in which they are shown and have their keys.
const SIDES: [(MergeSide, &str); 3] =
    [(MergeSide::Ours, "Here"), (MergeSide::Theirs, "In the other file"), (MergeSide::Base, "Before both")];

/// The questions and the current one.
#[derive(Debug, Default)]
pub struct ConflictState {
    pub questions: Vec<Question>,
    pub place: usize,
    /// The project's revision for which they were asked.
    revision: Option<u64>,
    /// Whether the list is to bring the current one on the screen.
    pub wants_current: bool,
}

impl ConflictState {
    /// The current question.
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(self.place)
    }

    /// How many there are.
    pub fn n_questions(&self) -> usize {
        self.questions.len()
    }

    /// The current question as it is heard, with what each side has and which of them stands.
    pub fn heard(&self) -> String {
        let Some(question) = self.question() else { return "Nothing is left to settle".to_owned() };
        let place = format!("{} of {}", self.place + 1, self.questions.len());
        let answers = SIDES.into_iter().filter_map(|(side, name)| {
            let stands = if side == question.standing { ", which stands" } else { "" };
            question.answer(side).map(|value| format!("{name}: {}{stands}", said(value)))
        });
        let answers = answers.collect::<Vec<_>>().join(". ");
        format!("{place}: {}, {}, {}. {answers}", kind(question), question.title, question.label)
    }

    /// Asks anew where the project changed since; answers whether it did. What undo opened again is the current one then.
    pub fn sync(&mut self, open: &OpenProject) -> bool {
        if self.revision == Some(open.revision()) {
            return false;
        }
        let is_begun = self.revision.replace(open.revision()).is_some();
        let before = std::mem::replace(&mut self.questions, questions(open.project()));
        // An undo brought a question back: it is gone to, as one sees what was undone.
        if is_begun && self.questions.len() > before.len() {
            let is_same = |(one, other): (&Question, &Question)| (one.about, one.part) == (other.about, other.part);
            self.place = self.questions.iter().zip(&before).take_while(|pair| is_same(*pair)).count();
        }
        // An answer takes its question away, and the next one has moved into its place.
        self.place = self.place.min(self.questions.len().saturating_sub(1));
        true
    }

    /// Goes to the first question about that mark, and that part of it where there is one; with no mark to the first
    /// that is about none in the article.
    pub fn go_to(&mut self, mark: Option<AnnotationId>, part: Option<Part>, open: &OpenProject) -> bool {
        let placed = |question: &Question| question.mark().filter(|id| open.project().annotation(*id).is_some());
        let fits = |question: &&Question| placed(question) == mark;
        let exact = self.questions.iter().position(|question| fits(&question) && question.part == part);
        let place = exact.or(self.questions.iter().position(|question| fits(&question)));
        self.place = place.unwrap_or(self.place);
        place.is_some()
    }
}

/// What a question is called for short: “Casualties”, “Source”.
fn kind(question: &Question) -> &'static str {
    match question.about {
        About::Mark(_, category) => category.map_or("Mark", |category| category.name()),
        About::Source => "Source",
        About::Card => "Article",
    }
}

/// What a side has, as it is read: words where nothing is stated.
fn said(value: &str) -> &str {
    if value.is_empty() { "Not stated" } else { value }
}
