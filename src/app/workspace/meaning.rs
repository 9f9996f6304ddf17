use crate::app::command::Command;

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
