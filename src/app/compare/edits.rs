use crate::app::command::Command;

impl Command {
    /// Whether it changes the open project, or looks at it as only the modes do that work on it.
    pub fn edits(&self) -> bool {
        matches!(
            self,
            Command::Mark(_)
                | Command::MarkExactly(_)
                | Command::AddWords
                | Command::RemoveWords
                | Command::MoveBounds
                | Command::Nudge(_)
                | Command::SetSpans(..)
                | Command::Duplicate
                | Command::Delete
                | Command::DeleteMark(_)
                | Command::Place(_)
                | Command::SetField(..)
                | Command::SetFields(..)
                | Command::AddItem(..)
                | Command::RemoveItem(..)
                | Command::AddSource(..)
                | Command::PickFor(..)
                | Command::PickWords
                | Command::TakeWords
                | Command::MarkAll
                | Command::ArticleCard
                | Command::Sources
                | Command::ChangeEncoding
                | Command::GoToProblem(_)
                | Command::Fix(_)
                | Command::Dismiss(_)
                | Command::Restore(_)
                | Command::Review(_)
        )
    }
}
