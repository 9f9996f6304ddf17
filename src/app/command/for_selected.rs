use super::Command;

impl Command {
    /// Whether it is done to the selected mark, or goes on from there.
    pub fn is_for_selected(&self) -> bool {
        matches!(
            self,
            Command::Mark(_)
                | Command::MarkExactly(_)
                | Command::MoveBounds
                | Command::Duplicate
                | Command::Delete
                | Command::NextMark
                | Command::PreviousMark
                | Command::EditDetails
                | Command::PickWords
                | Command::Review(_)
        )
    }
}
