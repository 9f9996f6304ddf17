use std::path::{Path, PathBuf};

use super::arguments::{Export, Format};
use super::report::{FAILED, Report};
use crate::report::{Reported, Unread, csv, html};
use crate::store::{Expected, SaveError, digest_of, load, save_bytes};

/// Makes one report of all projects. One that cannot be read does not keep the
/// others from it; nothing is written where none can.
pub(super) fn run(arguments: &Export) -> Report {
    let mut report = Report::default();
    let (mut reported, mut unread, mut digests) = (Vec::new(), Vec::new(), Vec::new());
    for path in &arguments.projects {
        let name = name(path, &arguments.projects);
        match load(path) {
            Ok(loaded) => {
                let path = path.display();
                report.messages.extend(loaded.warnings.iter().map(|warning| format!("{warning}: {path}")));
                digests.push(loaded.digest);
                reported.push(Reported::new(name, loaded.project, &loaded.warnings));
            }
            Err(error) => {
                digests.extend(digest_of(path));
                report.messages.push(error.to_string());
                report.code = FAILED;
                // The path stands last, and a report does not tell of this machine's folders.
                let why = error.to_string().replace(&format!(": {}", path.display()), "");
                unread.push(Unread { name, why });
            }
        }
    }
    if reported.is_empty() {
        return report;
    }
    let written = match arguments.to {
        Format::Html => html(&reported, &unread),
        Format::Csv => csv(&reported),
    };
    let Some(output) = &arguments.output else {
        report.output = written;
        return report;
    };
    // A report never takes the place of a project, whatever was asked.
    let is_project = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
        || digest_of(output).is_some_and(|there| digests.contains(&there));
    if is_project {
        let sentence = "The report was not written: it would take the place of a project. Name another file";
        report.messages.push(format!("{sentence}: {}", output.display()));
        report.code = FAILED;
        return report;
    }
    let expected = if arguments.force { Expected::Anything } else { Expected::Nothing };
    match save_bytes(written.as_bytes(), output, expected) {
        Ok(()) => report.messages.push(format!("The report was written: {}", output.display())),
        Err(error) => {
            report.messages.push(sentence(&error, output));
            report.code = FAILED;
        }
    }
    report
}

/// What the report calls a file: its name, or the path as given where two have that name.
fn name(path: &Path, all: &[PathBuf]) -> String {
    let is_alone = all.iter().filter(|other| other.file_name() == path.file_name()).count() == 1;
    let name = path.file_name().filter(|_| is_alone).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}

fn sentence(error: &SaveError, output: &Path) -> String {
    let why = match error {
        SaveError::Exists(_) => "there is a file of that name already. Name another, or replace it with --force",
        SaveError::Folder(_) => "the path is a folder. Name a file in it",
        SaveError::NoFolder(_) => "its folder is not there. Name another",
        SaveError::NotAllowed(_) => "you may not write there. Name another folder",
        SaveError::DiskFull(_) => "the disk is full. Free some space, then try again",
        SaveError::ChangedOnDisk(_) | SaveError::Vanished(_) => "another program changed the file. Try again",
        SaveError::Other(error, _) => return format!("The report was not written: {error}: {}", output.display()),
    };
    format!("The report was not written: {why}: {}", output.display())
}
