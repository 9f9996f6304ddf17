use super::arguments::{Export, Format};
use super::report::{FAILED, Report};
use crate::library::{self, Collected, NotWritten};
use crate::store::{Expected, RealDisk, SaveError};

/// Makes one report of all projects. One that cannot be read does not keep the
/// others from it; nothing is written where none can.
pub(super) fn run(arguments: &Export) -> Report {
    let mut collected = Collected::read(&arguments.projects);
    let mut report = Report { messages: std::mem::take(&mut collected.messages), ..Report::default() };
    if !collected.unread.is_empty() {
        report.code = FAILED;
    }
    if collected.reported.is_empty() {
        return report;
    }
    let format = match arguments.to {
        Format::Html => library::Format::Html,
        Format::Csv => library::Format::Csv,
    };
    let Some(output) = &arguments.output else {
        let made = collected.report(format);
        report.document = Some(Box::new(move |out| out.write_all(made.as_bytes())));
        return report;
    };
    let expected = if arguments.force { Expected::Anything } else { Expected::Nothing };
    match collected.save(&RealDisk, format, output, expected) {
        Ok(()) => report.messages.push(format!("The report was written: {}", output.display())),
        Err(error) => {
            let told = error.to_string();
            report.messages.push(match error {
                NotWritten::NotSaved(SaveError::Exists(_), _) => {
                    told.replace("Name another", "Name another, or replace it with --force")
                }
                _ => told,
            });
            report.code = FAILED;
        }
    }
    report
}
