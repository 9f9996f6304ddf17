use std::io::{IsTerminal, Write};

use super::arguments::{ExportArguments, Format};
use super::report::{FAILED, Report};
use super::words::for_terminal;
use super::{json, project_lines, tell, version_1};
use crate::library::{self, Collected, NotWritten};
use crate::store::{Expected, RealDisk, SaveError};

/// Makes one report of all projects, or a copy of one. One that cannot be read does not keep the
/// others from it; nothing is written where none can.
pub(super) fn run(arguments: &ExportArguments) -> Report {
    let format = match arguments.to {
        Format::Html => library::ReportFormat::Html,
        Format::Csv => library::ReportFormat::Csv,
        Format::Ron1 => return version_1::run(arguments),
        Format::Jsonl => return Report::failed("JSON Lines are written as they are made"),
    };
    if arguments.jobs.is_some() {
        return Report::failed("--jobs goes with --to jsonl alone: a report is made of all projects at once");
    }
    let mut collected = Collected::read(&arguments.projects);
    let mut report = Report { messages: std::mem::take(&mut collected.messages), ..Report::default() };
    if !collected.unread.is_empty() {
        report.code = FAILED;
    }
    // Written all the same, an empty report would look as if there were nothing to report.
    if collected.reported.is_empty() {
        return report;
    }
    let Some(output) = &arguments.output else {
        let made = collected.report(format);
        // A table keeps every character for the program that reads it; a terminal would obey some.
        let made = if std::io::stdout().is_terminal() { for_terminal(&made) } else { made };
        report.document = Some(Box::new(move |out| out.write_all(made.as_bytes())));
        return report;
    };
    // A file that is there was made by somebody, perhaps by hand since.
    let expected = if arguments.force { Expected::Anything } else { Expected::Nothing };
    match collected.save(&RealDisk, format, output, expected) {
        Ok(not_kept) => {
            report.messages.push(format!("The report was written: {}", output.display()));
            report.messages.extend(not_kept.describe());
        }
        Err(error) => {
            report.messages.push(message(error));
            report.code = FAILED;
        }
    }
    report
}

/// Writes each project as a line. Returns the exit code.
pub(super) fn stream(arguments: &ExportArguments, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    if arguments.output.is_some() {
        // What is written as it is made would stand in the file's place by halves where the making ends early.
        tell(err, "JSON Lines go to standard output, line by line as they are made. Leave -o out");
        return FAILED;
    }
    let n_jobs = arguments.jobs.unwrap_or(1);
    project_lines::run(&arguments.projects, n_jobs, json::project_line, out, err)
}

/// What is said of a failure, with the options that help.
fn message(error: NotWritten) -> String {
    match error {
        NotWritten::NotSaved(SaveError::Exists(attempt)) => format!(
            "The report was not written: there is a file of that name already. \
             Name another with -o, or replace it with --force: {}",
            attempt.path.display()
        ),
        NotWritten::NotSaved(SaveError::NoPlainFile(attempt, special)) => format!(
            "The report was not written: the path is {}, not a file. \
             Leave -o out to have the report printed: {}",
            special.name(),
            attempt.path.display()
        ),
        error => error.to_string(),
    }
}
