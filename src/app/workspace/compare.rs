//! What commands mean while projects are compared: nothing edits the open project.

use crate::app::command::{Command, CompareCommand, Effect};

use super::Meaning;

/// What a command comes to: keys of the article go through differences, and decide.
pub fn interpret(command: Command) -> Meaning {
    let act = match command {
        Command::Undo => CompareCommand::Undo,
        Command::Redo => CompareCommand::Redo,
        Command::EditDetails => CompareCommand::Settle,
        Command::NextMark | Command::NextProblem => CompareCommand::Next,
        Command::PreviousMark | Command::PreviousProblem => CompareCommand::Previous,
        Command::Select(id) => CompareCommand::Mark(id),
        Command::SelectAt(byte) => CompareCommand::At(byte),
        Command::SelectUnder(byte) => CompareCommand::At(byte.unwrap_or(usize::MAX)),
        Command::WordsSelected | Command::Seal | Command::FilterList | Command::ClearFilter => return Meaning::Nothing,
        command if command.info().effect == Effect::Edits => {
            return Meaning::Refused(
                "Marks are changed in Annotate. Here you decide between those that the projects have",
            );
        }
        command => return Meaning::Run(command),
    };
    Meaning::Run(Command::Compare(act))
}
