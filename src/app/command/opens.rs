use super::Command;
use crate::app::compare::Act;
use crate::app::review::ReviewAct;

impl Command {
    /// Whether what is typed after its key is for what it opens. Those that leave the focus where it is open nothing;
    /// `has_name` tells whether the person is known, who else is asked for a name.
    pub fn opens(&self, has_name: bool) -> bool {
        match self {
            Command::Mark(_) | Command::MarkExactly(_) => !has_name,
            Command::Review(ReviewAct::AskForChanges) => true,
            Command::Review(_) => !has_name,
            Command::Compare(act) => *act == Act::Finish,
            Command::Move(..)
            | Command::NextMark
            | Command::PreviousMark
            | Command::NextHeading
            | Command::PreviousHeading
            | Command::NextProblem
            | Command::PreviousProblem
            | Command::FindNext
            | Command::FindPrevious
            | Command::Grow
            | Command::Shrink
            | Command::Undo
            | Command::Redo
            | Command::AddWords
            | Command::RemoveWords
            | Command::MoveBounds
            | Command::Nudge(_)
            | Command::Duplicate
            | Command::Delete
            | Command::Copy
            | Command::CopyWithCitation
            | Command::SelectAll
            | Command::LargerText
            | Command::SmallerText
            | Command::OrdinaryText => false,
            _ => true,
        }
    }
}
