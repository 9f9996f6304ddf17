/// Exit code of a command that found problems.
pub(super) const PROBLEMS: u8 = 1;

/// Exit code of a command that could not run.
pub(super) const FAILED: u8 = 2;

/// What a command has to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Report {
    /// For standard output; ends in a line end unless empty.
    pub output: String,
    /// For standard error, a sentence each.
    pub messages: Vec<String>,
    /// The exit code.
    pub code: u8,
}

impl Report {
    /// A command that could not run, and why.
    pub fn failed(message: impl ToString) -> Report {
        Report { output: String::new(), messages: vec![message.to_string()], code: FAILED }
    }
}
