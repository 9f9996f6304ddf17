use crate::app::command::{Command, CompareCommand};

/// What a command comes to in a workspace.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    /// That is done: the command itself, or what it stands for here.
    Run(Command),
    /// Nothing, and nothing is said of it.
    Nothing,
    /// Nothing, and the sentence says where it is done instead.
    Refused(&'static str),
}

/// What the keys and the mouse of the article ask for where it is gone through difference by difference, or question by
/// question: the same in both. `None` where the command is no such.
pub fn going_through(command: &Command) -> Option<CompareCommand> {
    Some(match command {
        Command::EditDetails => CompareCommand::Settle,
        Command::NextMark | Command::NextProblem => CompareCommand::Next,
        Command::PreviousMark | Command::PreviousProblem => CompareCommand::Previous,
        Command::Select(id) => CompareCommand::Mark(*id),
        Command::SelectAt(byte) => CompareCommand::At(*byte),
        Command::SelectUnder(byte) => CompareCommand::At(byte.unwrap_or(usize::MAX)),
        _ => return None,
    })
}
