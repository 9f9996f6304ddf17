use std::path::{Path, PathBuf};

use crate::model::Digest;
use crate::report::{Reported, Unread, csv, html};
use crate::store::{Disk, Expected, NotKept, SaveError, digest_of, load, save_report};

/// Projects that were read for a report, with what could not be read.
#[derive(Debug, Default)]
pub struct Collected {
    /// The projects.
    pub reported: Vec<Reported>,
    /// The files that could not be read.
    pub unread: Vec<Unread>,
    /// What reading warned of, and why a file could not be read, each with its path.
    pub messages: Vec<String>,
    digests: Vec<Digest>,
}

/// What a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportFormat {
    /// A page that needs nothing else.
    Html,
    /// A table with a row a record.
    Csv,
}

/// Why a report was not written; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum NotWritten {
    /// Its file is a project.
    #[error("The report was not written: it would take the place of a project. Name another file: {}", .0.display())]
    IsProject(PathBuf),
    /// Saving failed.
    #[error(transparent)]
    NotSaved(SaveError),
}

impl ReportFormat {
    /// What a file of that name is to hold: a table where it ends in `.csv`, else a page.
    pub fn of(path: &Path) -> ReportFormat {
        let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_table { ReportFormat::Csv } else { ReportFormat::Html }
    }
}

impl Collected {
    /// Reads the projects. One that cannot be read does not keep the others from it.
    pub fn read(paths: &[PathBuf]) -> Collected {
        let mut collected = Collected::default();
        for path in paths {
            let name = name(path, paths);
            match load(path) {
                Ok(loaded) => {
                    let path = path.display();
                    collected.messages.extend(loaded.warnings.iter().map(|warning| format!("{warning}: {path}")));
                    collected.digests.push(loaded.digest);
                    collected.reported.push(Reported::new(name, loaded.project, &loaded.warnings));
                }
                Err(error) => {
                    // A report must not replace it either, for all that is wrong with it.
                    collected.digests.extend(digest_of(path));
                    collected.messages.push(error.to_string());
                    // The path stands last, and a report does not tell of this machine's folders.
                    let why = error.to_string().replace(&format!(": {}", path.display()), "");
                    collected.unread.push(Unread { name, why });
                }
            }
        }
        collected
    }

    /// A project alone, as it is and not as its file has it.
    pub fn of(reported: Reported) -> Collected {
        Collected { reported: vec![reported], ..Collected::default() }
    }

    /// The report.
    pub fn report(&self, format: ReportFormat) -> String {
        match format {
            ReportFormat::Html => html(&self.reported, &self.unread),
            ReportFormat::Csv => csv(&self.reported),
        }
    }

    /// Writes the report. It never takes the place of a project, whatever is expected there. Returns what the file
    /// that it replaced had and it has not.
    ///
    /// # Errors
    /// [`NotWritten`]; the file is as it was then.
    pub fn save(
        &self,
        disk: &dyn Disk,
        format: ReportFormat,
        output: &Path,
        expected: Expected,
    ) -> Result<NotKept, NotWritten> {
        // By its name and by its bytes: a project may be called anything, and one that could not be read is one all the
        // same.
        let is_project = output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
            || digest_of(output).is_some_and(|there| self.digests.contains(&there));
        if is_project {
            return Err(NotWritten::IsProject(output.to_owned()));
        }
        let report = self.report(format);
        save_report(disk, report.as_bytes(), output, expected).map_err(NotWritten::NotSaved)
    }
}

/// What the report calls a file: its name, or the path as given where two have that name.
fn name(path: &Path, all: &[PathBuf]) -> String {
    let is_alone = all.iter().filter(|other| other.file_name() == path.file_name()).count() == 1;
    let name = path.file_name().filter(|_| is_alone).map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}
