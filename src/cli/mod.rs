//! The command line: prints; has no logic of its own.
//!
//! [`run`] reads the arguments and either answers what to exit with or hands
//! back the files that the window is to open. Each command is a file and makes
//! a report: what goes to standard output, what to standard error,
//! and the exit code. 0 is all well, 1 problems found, 2 it could not run.

mod arguments;
mod check;
mod compare;
#[cfg(feature = "dataset")]
mod dataset;
#[cfg(not(feature = "dataset"))]
#[path = "no_dataset.rs"]
mod dataset;
mod export;
mod facts;
mod json;
mod merge;
mod new;
mod project_lines;
mod read;
mod read_line;
mod report;
mod show;
mod stream;
mod suggest;
mod table;
mod text_lines;
mod version_1;
mod words;

use std::ffi::OsString;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;

use arguments::{Arguments, CliCommand, Format};
use report::{FAILED, Report};

/// What the arguments ask of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The command is done; exit with this code.
    Exit(u8),
    /// Open the window with these files, none for its welcome.
    Window(Vec<PathBuf>),
}

/// Runs the command that `args` name, the program's own name first.
///
/// A reader that closes `out` early is no error.
pub fn run<A>(args: A, out: &mut dyn Write, err: &mut dyn Write) -> Outcome
where
    A: IntoIterator,
    A::Item: Into<OsString> + Clone,
{
    let report = match Arguments::try_parse_from(args) {
        Ok(Arguments { command: None, files }) => return Outcome::Window(files),
        Ok(Arguments { command: Some(CliCommand::New(arguments)), .. }) => new::run(&arguments),
        Ok(Arguments { command: Some(CliCommand::Show(arguments)), .. }) => show::run(&arguments),
        Ok(Arguments { command: Some(CliCommand::Check(arguments)), .. }) => check::run(&arguments),
        // A line for each as it comes, and no report.
        Ok(Arguments { command: Some(CliCommand::Facts(arguments)), .. }) if arguments.jsonl => {
            return Outcome::Exit(facts::stream(&arguments, out, err));
        }
        Ok(Arguments { command: Some(CliCommand::Facts(arguments)), .. }) => facts::run(&arguments),
        Ok(Arguments { command: Some(CliCommand::Compare(arguments)), .. }) => compare::run(&arguments),
        // It answers each article as it comes and makes no report.
        Ok(Arguments { command: Some(CliCommand::Suggest(arguments)), .. }) if arguments.jsonl => {
            return Outcome::Exit(suggest::stream(BufReader::new(io::stdin()), arguments.jobs, out, err));
        }
        Ok(Arguments { command: Some(CliCommand::Suggest(arguments)), .. }) => suggest::run(&arguments),
        Ok(Arguments { command: Some(CliCommand::Export(arguments)), .. }) if arguments.to == Format::Jsonl => {
            return Outcome::Exit(export::stream(&arguments, out, err));
        }
        Ok(Arguments { command: Some(CliCommand::Export(arguments)), .. }) => export::run(&arguments),
        // It tells how far it is while it runs.
        Ok(Arguments { command: Some(CliCommand::Dataset(arguments)), .. }) => dataset::run(&arguments),
        Ok(Arguments { command: Some(CliCommand::Merge(arguments)), .. }) => merge::run(&arguments),
        // It answers each line as it comes and makes no report.
        Ok(Arguments { command: Some(CliCommand::Read(arguments)), .. }) => {
            return Outcome::Exit(read::run(&arguments, out, err));
        }
        Err(asked) if asked.use_stderr() => {
            // The library's own text, which ends its lines itself.
            let _ = write!(err, "{}", words::escaped(&asked.render().to_string()));
            return Outcome::Exit(FAILED);
        }
        Err(asked) => Report { output: asked.render().to_string(), ..Report::default() },
    };
    Outcome::Exit(print(report, out, err))
}

/// Writes the report and answers its exit code, or that it could not be written.
fn print(report: Report, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    for message in &report.messages {
        tell(err, message);
    }
    let mut out = BufWriter::new(out);
    let written = match report.document {
        Some(document) => document(&mut out),
        None => out.write_all(words::escaped(&report.output).as_bytes()),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) => {
            // What is left to be written would be tried again, and fail without a word.
            let _ = out.into_parts();
            unwritten(&error, report.code, err)
        }
        Ok(()) => report.code,
    }
}

/// Tells a sentence on standard error.
fn tell(err: &mut dyn Write, message: &str) {
    // Where messages cannot be shown, there is nowhere left to say so.
    let _ = writeln!(err, "newsmark: {}", words::escaped_line(message));
}

/// The exit code where output could not be written: `code` where its reader had enough, else a failure, which is told.
fn unwritten(error: &io::Error, code: u8, err: &mut dyn Write) -> u8 {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return code;
    }
    tell(err, &format!("The output could not be written: {error}"));
    FAILED
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Closed(io::ErrorKind);

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_has_enough_is_no_error_but_a_full_disk_is() {
        let mut err = Vec::new();
        let help = ["newsmark", "--help"];
        assert_eq!(run(help, &mut Closed(io::ErrorKind::BrokenPipe), &mut err), Outcome::Exit(0));
        assert_eq!(String::from_utf8_lossy(&err), "");
        assert_eq!(run(help, &mut Closed(io::ErrorKind::StorageFull), &mut err), Outcome::Exit(2));
        assert!(String::from_utf8_lossy(&err).starts_with("newsmark: The output could not be written: "));
    }
}
