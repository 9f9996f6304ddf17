use super::context::ReportContext;
use super::facts::{amount, largest, note, records};
use super::html::Html;
use super::project::{byline, called, found, n_marks};
use super::table::{cell, number, row, table};
use super::{Unread, counted};
use crate::figures::{Counted, Row};
use crate::model::{Category, Status, Unit, grouped};

/// All projects at a glance: how many marks, how far they have come, and their totals beside each other.
pub(super) fn index(html: &mut Html, contexts: &[ReportContext<'_>], unread: &[Unread]) {
    html.block("header", &[("class", "title index")], |html| {
        html.line("h1", &[("class", "headline")], &counted(contexts.len(), "project", "projects"));
        let n_marks: usize = contexts.iter().map(|context| all(context).sum::<usize>()).sum();
        html.line("p", &[("class", "byline")], &format!("{} in all", counted(n_marks, "mark", "marks")));
    });
    projects(html, contexts);
    if !unread.is_empty() {
        table(html, "Files that could not be read", &["File", "Why"], |html| {
            for file in unread {
                row(
                    html,
                    "",
                    |html| html.apart(&file.name),
                    |html| {
                        cell(html, |html| html.words("bdi", &[("class", "error typed")], &file.why));
                    },
                );
            }
        });
    }
    totals(html, contexts);
}

fn all<'a>(context: &'a ReportContext<'_>) -> impl Iterator<Item = usize> + 'a {
    Category::ALL.into_iter().map(|category| n_marks(context.project, category))
}

fn projects(html: &mut Html, contexts: &[ReportContext<'_>]) {
    let titles = ["Project", "#Casualties", "#Displacement", "#Quotes", "#Claims", "#Done", "Problems"];
    table(html, "Marks of each project; done is approved or rejected", &titles, |html| {
        // Counts of marks add up over projects; totals of people do not, see `totals`.
        let (mut sums, mut n_done) = ([0; 4], 0);
        for context in contexts {
            let counts: Vec<usize> = all(context).collect();
            sums.iter_mut().zip(&counts).for_each(|(sum, count)| *sum += count);
            let done = done(context);
            n_done += done;
            let head = |html: &mut Html| {
                title(html, context);
                html.inline("span", &[("class", "from")], |html| byline(html, context));
            };
            row(html, "", head, |html| {
                counts.iter().for_each(|count| number(html, &grouped(*count as u64)));
                number(html, &format!("{done} of {}", counts.iter().sum::<usize>()));
                cell(html, |html| html.text(&found(context)));
            });
        }
        row(
            html,
            "total",
            |html| html.text("All"),
            |html| {
                sums.iter().for_each(|sum| number(html, &grouped(*sum as u64)));
                number(html, &format!("{n_done} of {}", sums.iter().sum::<usize>()));
                cell(html, |_| {});
            },
        );
    });
}

fn done(context: &ReportContext<'_>) -> usize {
    let placed = context.project.annotations().iter().map(|mark| mark.status);
    // A mark without a place is work all the same, and the window counts it, too.
    let all = placed.chain(context.project.unplaced().iter().map(|kept| kept.status));
    all.filter(|status| matches!(status, Status::Approved | Status::Rejected)).count()
}

fn title(html: &mut Html, context: &ReportContext<'_>) {
    let (title, href) = (called(context.project, context.name), format!("#{}", context.anchor("top")));
    html.inline("a", &[("href", &href)], |html| context.article_words(html, "bdi", "serif", title));
}

/// The totals of all projects, those of one kind beside each other and never added up:
/// two articles may tell of the same people.
fn totals(html: &mut Html, contexts: &[ReportContext<'_>]) {
    let mut rows: Vec<(Counted, Unit, &ReportContext<'_>, &Row)> = Vec::new();
    for context in contexts {
        rows.extend(context.findings.ledger.rows.iter().map(|row| (row.of, row.unit, context, row)));
    }
    // Stable, so that the projects stay in their order.
    rows.sort_by_key(|(of, unit, ..)| (*of, *unit));
    let titles = ["Project", "#Low", "#Best", "#High", "#Records", "Largest source"];
    html.line("h2", &[], "Totals beside each other");
    html.line("p", &[("class", "aside")], "They are not added up: two articles may tell of the same people.");
    table(html, "What the records of each project add up to", &titles, |html| {
        // Neighbours after sorting: one heading for all projects that count the same.
        for group in rows.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            html.block("tr", &[("class", "group")], |html| {
                html.words("th", &[("scope", "rowgroup"), ("colspan", "6")], &group[0].3.label());
            });
            for (_, _, context, ledger_row) in group {
                row(
                    html,
                    "",
                    |html| {
                        title(html, context);
                        html.text(&note(ledger_row.total));
                    },
                    |html| {
                        amount(html, ledger_row.total.unwrap_or_default());
                        number(html, &records(ledger_row));
                        cell(html, |html| largest(html, context, ledger_row));
                    },
                );
            }
        }
    });
}
