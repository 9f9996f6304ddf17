//! What commands mean while conflicts of a merge are resolved: marks are only answered about.

use crate::app::command::{Command, CompareCommand, Effect};

use super::Meaning;

/// What a command comes to: keys of the article go through the questions, and answer them.
pub fn interpret(command: Command) -> Meaning {
    let act = match command {
        Command::EditDetails => CompareCommand::Settle,
        Command::NextMark | Command::NextProblem => CompareCommand::Next,
        Command::PreviousMark | Command::PreviousProblem => CompareCommand::Previous,
        Command::Select(id) => CompareCommand::Mark(id),
        Command::SelectAt(byte) => CompareCommand::At(byte),
        Command::SelectUnder(byte) => CompareCommand::At(byte.unwrap_or(usize::MAX)),
        Command::WordsSelected | Command::Seal | Command::FilterList | Command::ClearFilter => return Meaning::Nothing,
        Command::GoToProblem(_) => return Meaning::Run(command),
        command if command.info().effect == Effect::Edits => {
            return Meaning::Refused("Marks are changed in Annotate. Here you settle what a merge left open");
        }
        // Undo and redo among them: an answer is a step of the project's own history.
        command => return Meaning::Run(command),
    };
    Meaning::Run(Command::Compare(act))
}
