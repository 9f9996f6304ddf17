use std::path::Path;

use super::arguments::ExportArguments;
use super::report::Report;
use crate::model::Project;
use crate::store::{Expected, Printed, SaveError, Subject, load_bytes, read_project_file, save, version_1_copy};

/// Makes the copy of one project in version 1 of the format, and tells what it lacks.
pub(super) fn run(arguments: &ExportArguments) -> Report {
    made(arguments).unwrap_or_else(Report::failed)
}

fn made(arguments: &ExportArguments) -> Result<Report, String> {
    let [path] = arguments.projects.as_slice() else {
        return Err("ron-1 makes a project of one project, and several were named. Export them one by one".to_owned());
    };
    let (loaded, bytes) = load_bytes(path).map_err(|error| error.to_string())?;
    let mut messages: Vec<String> =
        loaded.warnings.iter().map(|warning| format!("{warning}: {}", path.display())).collect();
    let (copy, left_out) = version_1_copy(&loaded.project);
    let printed = Printed::of(&copy);
    let told = left_out.sentences().into_iter().map(|sentence| format!("{sentence}: {}", path.display()));
    let Some(output) = &arguments.output else {
        messages.extend(told);
        let document = Box::new(move |out: &mut dyn std::io::Write| out.write_all(printed.as_bytes()));
        return Ok(Report { messages, document: Some(document), ..Report::default() });
    };
    // Compared by bytes, as two paths can lead to one file. Where the copy lacks nothing there is nothing to lose.
    let is_own = |there: &[u8]| there == bytes.as_bytes() && there != printed.as_bytes();
    if read_project_file(output).is_ok_and(|there| is_own(&there)) {
        return Err(format!(
            "The copy would take the place of its own project. Name another with -o: {}",
            output.display()
        ));
    }
    messages.extend(saved(&copy, output, arguments.force)?);
    messages.extend(told);
    Ok(Report { messages, ..Report::default() })
}

/// Saves the copy where nothing stands, or where replacing is asked for.
fn saved(copy: &Project, output: &Path, replaces: bool) -> Result<Vec<String>, String> {
    let expected = if replaces { Expected::Anything } else { Expected::Nothing };
    let saved = save(copy, output, expected).map_err(|error| match error {
        SaveError::Exists(attempt) => format!(
            "The copy was not written: there is a file of that name already. \
             Name another with -o, or replace it with --force: {}",
            attempt.path.display()
        ),
        error => error.about(Subject::Outcome).to_string(),
    })?;
    let mut messages = vec![format!("The copy was written as version 1: {}", output.display())];
    messages.extend(saved.messages());
    Ok(messages)
}
