use std::io::{self, Write};

/// Exit code of a command that found problems.
pub(super) const PROBLEMS: u8 = 1;

/// Exit code of a command that could not run.
pub(super) const FAILED: u8 = 2;

/// Writes a document piece by piece: a project's JSON has many times the size of what it is made of.
pub(super) type DocumentWriter = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()>>;

/// What a command has to say.
#[derive(Default)]
pub(super) struct Report {
    /// For people, on standard output; ends in a line end unless empty.
    pub output: String,
    /// For other programs, on standard output in the place of that, byte by byte as it is.
    pub document: Option<DocumentWriter>,
    /// For standard error, a sentence each.
    pub messages: Vec<String>,
    /// The exit code.
    pub code: u8,
}

impl Report {
    /// A command that could not run, and why.
    pub fn failed(message: impl ToString) -> Report {
        Report { messages: vec![message.to_string()], code: FAILED, ..Report::default() }
    }
}
