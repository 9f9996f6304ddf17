use std::io::Write;

use super::arguments::FactsArguments;
use super::report::{FAILED, Report};
use super::table::TextTable;
use super::words::{escaped_line, one_line, shortened};
use super::{json, project_lines};
use crate::figures::{Amount, Ledger, Row};
use crate::model::{AnnotationId, Project};
use crate::store::load;

/// Widest an annotation's words and a source are shown, in columns.
const WORDS_WIDTH: usize = 40;

/// Shows what each project's records add up to. One that cannot be read does not keep the others from it.
pub(super) fn run(arguments: &FactsArguments) -> Report {
    let mut report = Report::default();
    let mut all = Vec::new();
    for path in &arguments.projects {
        match load(path) {
            Ok(loaded) => {
                let path = path.display().to_string();
                report.messages.extend(loaded.warnings.iter().map(|warning| format!("{warning}: {path}")));
                // Of each project for itself: two articles may tell of one event, and a sum would count it twice.
                let ledger = Ledger::of(&loaded.project);
                if !arguments.json {
                    let gap = if report.output.is_empty() { "" } else { "\n" };
                    report.output.push_str(&format!(
                        "{gap}{}\n\n{}",
                        escaped_line(&path),
                        printed(&loaded.project, &ledger)
                    ));
                }
                all.push((path, loaded.project, ledger));
            }
            Err(error) => {
                report.messages.push(error.to_string());
                report.code = FAILED;
            }
        }
    }
    if arguments.json {
        report.document = Some(Box::new(move |out| json::facts(out, &all)));
    }
    report
}

/// Answers each project with a line of what its records add up to. Returns the exit code.
pub(super) fn stream(arguments: &FactsArguments, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    project_lines::run(&arguments.projects, arguments.jobs, json::facts_line, out, err)
}

fn printed(project: &Project, ledger: &Ledger) -> String {
    if ledger.rows.is_empty() {
        return "No figure counts yet\n".to_owned();
    }
    let mut printed = totals(project, ledger).print();
    if !ledger.cumulative.is_empty() {
        printed.push_str("\nRunning tolls, not in the totals:\n");
    }
    for toll in &ledger.cumulative {
        let figure = project.annotation(toll.id).and_then(|annotation| annotation.details.figure());
        let reading = figure.map(|figure| figure.reading()).unwrap_or_default();
        printed.push_str(&format!("{}: {reading}, {}\n", toll.of.label(), name(project, toll.id)));
    }
    if !ledger.conflicts.is_empty() {
        printed.push_str("\nConflicts:\n");
    }
    for conflict in &ledger.conflicts {
        let [one, other] = conflict.ids.map(|id| name(project, id));
        printed.push_str(&format!("{one} and {other}: {}\n", one_line(&conflict.why)));
    }
    // Only what takes a record out of the totals by mistake; the rest was left out by the editors’ own words.
    let errors: Vec<_> = ledger.rows.iter().flat_map(|row| &row.not_counted).filter(|row| row.why.is_error()).collect();
    if ledger.n_errors > 0 {
        let sentence = if ledger.n_errors == 1 { "1 error bears" } else { &format!("{} errors bear", ledger.n_errors) };
        printed.push_str(&format!("\n{sentence} on the totals{}\n", if errors.is_empty() { "" } else { ":" }));
    }
    for error in errors {
        printed.push_str(&format!("{}: {}\n", name(project, error.id), error.why.sentence()));
    }
    printed
}

fn totals(project: &Project, ledger: &Ledger) -> TextTable<6> {
    let mut table = TextTable::new(["Total", "Low", "Best", "High", "Records", "Largest source"]);
    for row in &ledger.rows {
        let total = row.total.unwrap_or_default();
        let records = if row.not_counted.is_empty() {
            row.counted.len().to_string()
        } else {
            format!("{} of {}", row.counted.len(), row.ids().count())
        };
        let error = match row.n_errors {
            0 => String::new(),
            1 => " (1 error)".to_owned(),
            n_errors => format!(" ({n_errors} errors)"),
        };
        let label = format!("{}{error}", row.title());
        table.push([label, total.low_cell(), total.best_cell(), total.high_cell(), records, largest(project, row)]);
        for group in &row.groups {
            let who = if group.other.is_empty() { group.who.label() } else { &group.other };
            let account = group.account.as_ref().map_or("", |account| account.name(project));
            let amount = group.amount.unwrap_or_default();
            let [low, best, high] = [amount.low_cell(), amount.best_cell(), amount.high_cell()];
            let who = shortened(&one_line(&who.to_lowercase()), WORDS_WIDTH);
            let label = format!("  of them {who}{}", noted(amount));
            let account = shortened(&one_line(account), WORDS_WIDTH);
            table.push([label, low, best, high, group.ids.len().to_string(), account]);
        }
        for parts in row.parts.iter().filter(|parts| parts.is_counted) {
            // A rest that says nothing would be a row of dashes.
            let Some(rest) = parts.residual.filter(|rest| !rest.is_unstated()) else { continue };
            let of = format!(" of {}{}", name(project, parts.of), parts.by.phrase());
            let [low, best, high] = [rest.low_cell(), rest.best_cell(), rest.high_cell()];
            table.push([format!("  the rest{of}"), low, best, high, parts.parts.len().to_string(), String::new()]);
        }
    }
    table
}

/// What the three bounds of an amount do not tell, as it follows a label.
fn noted(amount: Amount) -> String {
    amount.note().map_or_else(String::new, |note| format!(", {note}"))
}

fn largest(project: &Project, row: &Row) -> String {
    let named = |share: &crate::figures::Share| {
        let name = shortened(&one_line(share.account.name(project)), WORDS_WIDTH);
        format!("{name}, {}%", share.percent())
    };
    row.largest().map(named).unwrap_or_default()
}

/// What the annotation is called, or its id where it is not there.
fn name(project: &Project, id: AnnotationId) -> String {
    project.called(id).map_or_else(|| id.to_string(), |name| one_line(&name))
}
