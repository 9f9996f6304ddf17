use std::path::Path;

use super::arguments::CheckArguments;
use super::json;
use super::report::{FAILED, PROBLEMS, Report};
use super::words::{escaped_line, one_line};
use crate::check::{Findings, Problem, Severity, findings};
use crate::model::{AnnotationId, Project};
use crate::store::load;
use crate::suggest::ArticleProposals;

/// Lists the problems of each project. One that cannot be read is itself a
/// problem and does not keep the others from being checked.
pub(super) fn run(arguments: &CheckArguments) -> Report {
    let mut report = Report::default();
    let mut all = Vec::new();
    for path in &arguments.projects {
        let found = match load(path) {
            Ok(loaded) => {
                let mut found = findings(&loaded.project, &loaded.warnings);
                found.add_figures_not_marked(&loaded.project, &ArticleProposals::of(loaded.project.article()));
                report.output.push_str(&lines(path, &loaded.project, &found.problems));
                // The worst of all projects, whatever their order.
                report.code = report.code.max(code(&found.problems, arguments.strict));
                found
            }
            Err(error) => {
                report.messages.push(error.to_string());
                // Higher than that of problems, so that no later project takes it back.
                report.code = FAILED;
                // For readers of the JSON, who would otherwise miss a project without a word.
                Findings { problems: vec![unreadable(&error.to_string())], ..Findings::default() }
            }
        };
        all.push((path.display().to_string(), found));
    }
    if arguments.json {
        report.document = Some(Box::new(move |out| json::check(out, &all)));
    // On standard error: standard output has a line a problem, and here there is none.
    } else if report.code == 0 && report.output.is_empty() {
        report.messages.push("No problems were found".to_owned());
    }
    report
}

fn code(problems: &[Problem], strict: bool) -> u8 {
    let counts = |problem: &Problem| match problem.severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Note => false,
    };
    if problems.iter().any(counts) { PROBLEMS } else { 0 }
}

fn unreadable(why: &str) -> Problem {
    let (kind, why) = ("Unreadable", why.to_owned());
    Problem { severity: Severity::Error, kind, annotation: None, field: None, why, at: None, fix: None }
}

/// A line for each problem: `path: Error: “words …”, ¶ 3, figure.text: sentence`.
fn lines(path: &Path, project: &Project, problems: &[Problem]) -> String {
    let path = escaped_line(&path.display().to_string());
    let mut lines = String::new();
    for problem in problems {
        let about = problem.annotation.map(|id| name(project, id));
        let field = problem.field.map(|field| field.to_string());
        let about = about.into_iter().chain(field).collect::<Vec<_>>().join(", ");
        let colon = if about.is_empty() { "" } else { ": " };
        let severity = problem.severity.name();
        lines.push_str(&format!("{}: {severity}: {about}{colon}{}\n", path, one_line(&problem.why)));
    }
    lines
}

/// What the annotation is called, or its id where it has no words.
fn name(project: &Project, id: AnnotationId) -> String {
    project.called(id).map_or_else(|| id.to_string(), |name| one_line(&name))
}
