//! What commands mean while conflicts of a merge are resolved: marks are only answered about.

use crate::app::command::{Command, Effect};

use super::Meaning;
use super::meaning::going_through;

/// What a command comes to: keys of the article go through the questions, and answer them.
pub fn interpret(command: Command) -> Meaning {
    if let Some(act) = going_through(&command) {
        return Meaning::Run(Command::Compare(act));
    }
    match command {
        Command::WordsSelected | Command::Seal | Command::FilterList | Command::ClearFilter => Meaning::Nothing,
        Command::GoToProblem(_) => Meaning::Run(command),
        command if command.info().effect == Effect::Edits => {
            Meaning::Refused("Marks are changed in Annotate. Here you settle what a merge left open")
        }
        // Undo and redo among them: an answer is a step of the project's own history.
        command => Meaning::Run(command),
    }
}
