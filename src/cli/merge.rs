use std::path::Path;

use super::arguments::MergeArguments;
use super::report::{PROBLEMS, Report};
use super::words::{one_line, shortened};
use crate::model::Project;
use crate::review::merge::{Merged, conflict_sentence, merge};
use crate::store::{Expected, LoadError, Loaded, ReadErrorKind, SaveError, Subject, load, save};

/// Longest that a conflict is told, in columns.
const CONFLICT_WIDTH: usize = 300;

/// Merges two projects into the file of the outcome, which is replaced as a
/// whole or left as it was.
pub(super) fn run(arguments: &MergeArguments) -> Report {
    merged(arguments).unwrap_or_else(Report::failed)
}

fn merged(arguments: &MergeArguments) -> Result<Report, String> {
    let MergeArguments { base, ours, theirs, output } = arguments;
    let told = |error: LoadError| error.to_string();
    let mut messages = Vec::new();
    // A base that is damaged is an error: taken for an unknown one, it would make a conflict of every difference.
    let before = known(base, &mut messages)?;
    let here = load(ours).map_err(told)?;
    let there = load(theirs).map_err(told)?;
    for (path, loaded) in [(ours, &here), (theirs, &there)] {
        messages.extend(loaded.warnings.iter().map(|warning| format!("{warning}: {}", path.display())));
    }
    let merged = merge(before.as_ref().map(|before| &before.project), &here.project, &there.project)
        .map_err(|error| format!("{error}: {} and {}", ours.display(), theirs.display()))?;
    // With that of another article everything would look changed by both.
    if before.is_some() && !merged.has_base {
        messages.push(format!("What both began with is of another article, so it was left out: {}", base.display()));
    }
    let saved = save(&merged.project, output, expected(arguments, &here, &there)).map_err(|error| match error {
        SaveError::ChangedOnDisk(attempt) => {
            format!(
                "The outcome was not saved: another program has changed the file since it was read. \
                 It was left as it is. Merge again: {}",
                attempt.path.display()
            )
        }
        error => error.about(Subject::Outcome).to_string(),
    })?;
    messages.extend(saved.messages());
    messages.extend(open(&merged));
    Ok(Report { messages, code: if merged.n_open() > 0 { PROBLEMS } else { 0 }, ..Report::default() })
}

/// What both began with; `None` where there is nothing, as git has it for a file that both added.
fn known(base: &Path, messages: &mut Vec<String>) -> Result<Option<Loaded>, String> {
    let is_nothing = |error: &LoadError| match error {
        LoadError::Missing(_) => true,
        LoadError::Read(error, _) => error.kind == ReadErrorKind::Empty,
        _ => false,
    };
    match load(base) {
        Ok(loaded) => Ok(Some(loaded)),
        Err(error) if is_nothing(&error) => {
            messages.push(format!(
                "It is not known what both began with, so whatever differs is a conflict: {}",
                base.display()
            ));
            Ok(None)
        }
        Err(error) => Err(error.to_string()),
    }
}

/// Where the outcome goes to the place of what was read, nobody may have written there since.
fn expected(arguments: &MergeArguments, here: &Loaded, there: &Loaded) -> Expected {
    // As they are written: git names the outcome by the very path that it gave for ours.
    if arguments.output == arguments.ours {
        Expected::Digest(here.digest)
    } else if arguments.output == arguments.theirs {
        Expected::Digest(there.digest)
    } else {
        Expected::Anything
    }
}

/// A line for each thing that is left to decide.
fn open(merged: &Merged) -> Vec<String> {
    let project: &Project = &merged.project;
    let conflicts = project.conflicts().iter().map(|conflict| conflict_sentence(project, conflict));
    let apart = merged.apart.iter().map(|id| {
        format!("An annotation without a place was changed here and there, and both were kept; theirs has the id {id}")
    });
    let told = |sentence: String| format!("Conflict: {}", shortened(&one_line(&sentence), CONFLICT_WIDTH));
    conflicts.chain(apart).map(told).collect()
}
