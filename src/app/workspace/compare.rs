//! What commands mean while projects are compared: nothing edits the open project.

use crate::app::command::{Command, CompareCommand, Effect};

use super::Meaning;
use super::meaning::going_through;

/// What a command comes to: keys of the article go through differences, and decide.
pub fn interpret(command: Command) -> Meaning {
    if let Some(act) = going_through(&command) {
        return Meaning::Run(Command::Compare(act));
    }
    match command {
        // Decisions have steps of their own, as they are kept outside the project.
        Command::Undo => Meaning::Run(Command::Compare(CompareCommand::Undo)),
        Command::Redo => Meaning::Run(Command::Compare(CompareCommand::Redo)),
        Command::WordsSelected | Command::Seal | Command::FilterList | Command::ClearFilter => Meaning::Nothing,
        command if command.info().effect == Effect::Edits => {
            Meaning::Refused("Marks are changed in Annotate. Here you decide between those that the projects have")
        }
        command => Meaning::Run(command),
    }
}
