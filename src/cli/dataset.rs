use std::io::{IsTerminal, Write, stderr};
use std::sync::Mutex;

use jiff::Timestamp;
use newsmark_dataset::{DatasetObserver, DatasetProgress, Request, write_dataset};

use super::arguments::DatasetArguments;
use super::report::{PROBLEMS, Report};
use crate::model::Time;
use crate::store::RealDisk;

/// Makes a data set of the folders. What could not be read does not keep the rest from it.
pub(super) fn run(arguments: &DatasetArguments) -> Report {
    let now = Time(Timestamp::now().as_second());
    let request = Request { folders: &arguments.folders, output: &arguments.output, is_public: arguments.public, now };
    let progress = ProgressLine::default();
    let observer = DatasetObserver { is_cancelled: &|| false, on_progress: &|step| progress.tell(step) };
    let written = write_dataset(&RealDisk, request, observer);
    progress.end();
    let written = match written {
        Ok(written) => written,
        Err(error) => return Report::failed(error),
    };
    let what = written.describe();
    let mut report = Report { messages: written.messages, ..Report::default() };
    report.messages.push(format!("{what}: {}", arguments.output.display()));
    if written.n_unread > 0 {
        report.code = PROBLEMS;
    }
    report
}

/// A line on a terminal that says how far it is.
#[derive(Default)]
struct ProgressLine(Mutex<Option<(bool, usize)>>);

impl ProgressLine {
    fn tell(&self, step: DatasetProgress) {
        let (is_reading, n_done, n_all) = match step {
            DatasetProgress::Reading { n_read, n_to_read } => (true, n_read, n_to_read),
            DatasetProgress::Writing { n_written, n_to_write } => (false, n_written, n_to_write),
        };
        // Whole hundredths: a line for each of a million projects would take longer than they do.
        let hundredths = n_done * 100 / n_all.max(1);
        let Ok(mut last) = self.0.lock() else { return };
        if *last == Some((is_reading, hundredths)) || !stderr().is_terminal() {
            return;
        }
        *last = Some((is_reading, hundredths));
        // A terminal that takes no words has nowhere to tell that. The line's end makes room for a shorter one.
        let _ = write!(stderr(), "\r{}    ", step.describe());
    }

    fn end(&self) {
        if self.0.lock().is_ok_and(|last| last.is_some()) {
            let _ = writeln!(stderr());
        }
    }
}
