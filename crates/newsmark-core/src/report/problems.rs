use super::context::ReportContext;
use super::html::Html;
use super::table::{cell, row, table};
use crate::check::{Problem, Severity};
use crate::model::{AnnotationId, FieldPath, Project};

/// What is to be looked at, and what an editor decided is no problem.
pub(super) fn problems(html: &mut Html, context: &ReportContext<'_>) {
    let found = context.findings;
    context.section(html, "problems", "Problems", |html| {
        if found.problems.is_empty() {
            html.line("p", &[("class", "ok")], "No problems found");
        } else {
            table(html, "What is to be looked at", &["Severity", "Mark", "Field", "What is wrong"], |html| {
                for problem in &found.problems {
                    row(html, "", |html| severity(html, problem.severity), |html| told(html, context, problem, None));
                }
            });
        }
        if !found.dismissed.is_empty() {
            let titles = ["Severity", "Mark", "Field", "What was found", "Why it is none", "Who decided"];
            table(html, "What an editor decided is no problem", &titles, |html| {
                for dismissed in &found.dismissed {
                    let decided = Some((dismissed.dismissal.reason.as_str(), dismissed.dismissal.by.name()));
                    let severity = |html: &mut Html| severity(html, dismissed.problem.severity);
                    row(html, "", severity, |html| told(html, context, &dismissed.problem, decided));
                }
            });
        }
    });
}

fn severity(html: &mut Html, severity: Severity) {
    let (class, sign) = match severity {
        Severity::Error => ("error", "✕ "),
        Severity::Warning => ("warning", "▲ "),
        Severity::Note => ("note", "○ "),
    };
    html.inline("span", &[("class", class)], |html| {
        // Never by colour alone: the sign is for the eye, the word behind it for everybody.
        html.words("span", &[("aria-hidden", "true")], sign);
        html.text(severity.name());
    });
}

fn told(html: &mut Html, context: &ReportContext<'_>, problem: &Problem, decided: Option<(&str, &str)>) {
    cell(html, |html| match problem.annotation {
        // Without its words: the sentence beside it quotes what it is about.
        Some(id) => context.link(html, id, false),
        None => html.text("The article"),
    });
    let label = problem.field.zip(problem.annotation).map(|(field, id)| label(context.project, id, field));
    cell(html, |html| html.text(label.unwrap_or_default()));
    cell(html, |html| html.words("bdi", &[("class", "typed")], &problem.why));
    if let Some((reason, by)) = decided {
        cell(html, |html| html.words("bdi", &[("class", "typed")], reason));
        cell(html, |html| html.apart(by));
    }
}

fn label(project: &Project, id: AnnotationId, field: FieldPath) -> &'static str {
    // A field has another label in the form of each category, as the source of a quote is its speaker.
    let placed = project.annotation(id).map(|annotation| annotation.category());
    let category = placed.or_else(|| project.unplaced_one(id).map(|kept| kept.category()));
    category.map_or("", |category| field.label(category))
}
