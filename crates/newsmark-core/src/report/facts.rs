use super::context::ReportContext;
use super::counted;
use super::html::Html;
use super::table::{cell, number, row, table};
use crate::figures::{Account, Amount, ByGroup, Parts, Row, Why};
use crate::model::{AnnotationId, Victims};

/// What the records add up to, as `newsmark facts` has it.
pub(super) fn facts(html: &mut Html, context: &ReportContext<'_>) {
    let ledger = &context.findings.ledger;
    context.section(html, "facts", "Facts", |html| {
        if ledger.rows.is_empty() {
            html.line("p", &[("class", "unknown")], "No figure counts yet");
        } else {
            totals(html, context);
            html.line(context.heading(2), &[], "What the totals are made of");
            html.block("dl", &[("class", "fields made")], |html| {
                for row in &ledger.rows {
                    html.words("dt", &[], &row.label());
                    made_of(html, context, row);
                }
            });
        }
        tolls(html, context);
        conflicts(html, context);
        if ledger.n_errors > 0 {
            let bears = if ledger.n_errors == 1 { "bears" } else { "bear" };
            let sentence = format!("{} {bears} on the totals", counted(ledger.n_errors, "error", "errors"));
            html.line("p", &[("class", "error")], &sentence);
        }
    });
}

fn totals(html: &mut Html, context: &ReportContext<'_>) {
    let titles = ["Total", "#Low", "#Best", "#High", "#Records", "Largest source"];
    table(html, "What the records add up to; a bound that is not stated is –", &titles, |html| {
        for ledger_row in &context.findings.ledger.rows {
            let total = ledger_row.total.unwrap_or_default();
            let head = |html: &mut Html| {
                html.text(&ledger_row.title());
                if ledger_row.n_errors > 0 {
                    let errors = format!(" ({})", counted(ledger_row.n_errors, "error", "errors"));
                    html.words("span", &[("class", "error")], &errors);
                }
            };
            row(html, "total", head, |html| {
                amount(html, total);
                number(html, &records(ledger_row));
                cell(html, |html| largest(html, context, ledger_row));
            });
            // A line "of them unknown" says nothing beside the total.
            for victims in ledger_row.victims.iter().filter(|victims| victims.who != Victims::Unknown) {
                let label = format!("of them {}", victims.who.label().to_lowercase());
                some(html, context, &label, victims.amount, victims.ids.len(), None);
            }
            for group in &ledger_row.groups {
                let label = format!("of them {}", who(group));
                some(html, context, &label, group.amount, group.ids.len(), group.account.as_ref());
            }
            for parts in ledger_row.parts.iter().filter(|parts| parts.is_counted) {
                // Only of a whole that counts: what is left of another is in no total.
                if let Some(rest) = parts.residual.filter(|rest| !rest.is_unstated()) {
                    let head = |html: &mut Html| {
                        html.text("the rest of ");
                        context.link(html, parts.of, false);
                        html.text(parts.by.phrase());
                    };
                    row(html, "some", head, |html| {
                        amount(html, rest);
                        number(html, &parts.parts.len().to_string());
                        cell(html, |_| {});
                    });
                }
            }
        }
    });
}

/// How many records count, of how many.
pub(super) fn records(row: &Row) -> String {
    let n_counted = row.counted.len();
    if row.not_counted.is_empty() { n_counted.to_string() } else { format!("{n_counted} of {}", row.ids().count()) }
}

/// The three bounds.
pub(super) fn amount(html: &mut Html, amount: Amount) {
    [amount.low_cell(), amount.best_cell(), amount.high_cell()].iter().for_each(|cell| number(html, cell));
}

/// The source that most of a total rests on.
pub(super) fn largest(html: &mut Html, context: &ReportContext<'_>, row: &Row) {
    if let Some(share) = row.largest() {
        html.apart(share.account.name(context.project));
        html.text(&format!(", {}%", share.percent()));
    }
}

/// What the three bounds do not tell, as it follows a label.
pub(super) fn note(how_many: Option<Amount>) -> String {
    how_many.and_then(|amount| amount.note()).map_or_else(String::new, |note| format!(", {note}"))
}

fn who(group: &ByGroup) -> String {
    if group.other.is_empty() { group.who.label().to_lowercase() } else { group.other.to_lowercase() }
}

fn some(
    html: &mut Html,
    context: &ReportContext<'_>,
    label: &str,
    how_many: Option<Amount>,
    n_records: usize,
    account: Option<&Account>,
) {
    row(
        html,
        "some",
        |html| {
            html.apart(label);
            html.text(&note(how_many));
        },
        |html| {
            amount(html, how_many.unwrap_or_default());
            number(html, &n_records.to_string());
            cell(html, |html| html.apart(account.map_or("", |account| account.name(context.project))));
        },
    );
}

/// The records of a total, those that do not count with why, the parts, and the share of each source.
fn made_of(html: &mut Html, context: &ReportContext<'_>, row: &Row) {
    html.block("dd", &[], |html| {
        line(html, "Counted", |html| match row.counted.is_empty() {
            true => html.words("span", &[("class", "unknown")], "none"),
            false => context.links(html, row.counted.iter().copied()),
        });
        for (why, ids) in by_why(row) {
            line(html, "Not counted", |html| {
                context.links(html, ids);
                html.text(": ");
                html.words("span", &[("class", if why.is_error() { "error" } else { "why" })], why.sentence());
            });
        }
        row.parts.iter().for_each(|parts| line(html, "Parts of", |html| part(html, context, parts)));
        for share in &row.shares {
            line(html, "Rests on", |html| {
                html.apart(share.account.name(context.project));
                html.text(&format!(", {}%: ", share.percent()));
                context.links(html, share.ids.iter().copied());
            });
        }
    });
}

fn line(html: &mut Html, label: &str, inner: impl FnOnce(&mut Html)) {
    html.block("div", &[], |html| {
        html.words("span", &[("class", "label")], label);
        html.text(" ");
        inner(html);
    });
}

/// The records that do not count, those of one reason together, the first to occur first.
fn by_why(row: &Row) -> Vec<(Why, Vec<AnnotationId>)> {
    let mut reasons: Vec<(Why, Vec<AnnotationId>)> = Vec::new();
    for record in &row.not_counted {
        // By the sentence: two records that were replaced by different figures are told in one line.
        match reasons.iter_mut().find(|(why, _)| why.sentence() == record.why.sentence()) {
            Some((_, ids)) => ids.push(record.id),
            None => reasons.push((record.why, vec![record.id])),
        }
    }
    reasons
}

fn part(html: &mut Html, context: &ReportContext<'_>, parts: &Parts) {
    context.link(html, parts.of, false);
    html.text(parts.by.phrase());
    html.text(": ");
    for (n, part) in parts.parts.iter().enumerate() {
        html.text(if n == 0 { "" } else { ", " });
        context.link(html, part.id, false);
        html.text(&format!(" ({})", part.amount.words()));
    }
    match parts.residual {
        Some(rest) if rest.is_unstated() => html.text("; what is left is not stated"),
        Some(rest) => html.text(&format!("; what is left: {}", rest.words())),
        None => html.text("; together more than the whole"),
    }
}

fn tolls(html: &mut Html, context: &ReportContext<'_>) {
    let tolls = &context.findings.ledger.cumulative;
    if tolls.is_empty() {
        return;
    }
    let titles = ["Running toll", "#Low", "#Best", "#High", "Unit", "Mark"];
    table(html, "Running tolls, not in the totals", &titles, |html| {
        for toll in tolls {
            row(
                html,
                "",
                |html| html.text(&format!("{}{}", toll.of.label(), note(Some(toll.amount)))),
                |html| {
                    amount(html, toll.amount);
                    cell(html, |html| html.text(toll.unit.label()));
                    cell(html, |html| context.link(html, toll.id, true));
                },
            );
        }
    });
}

fn conflicts(html: &mut Html, context: &ReportContext<'_>) {
    let conflicts = &context.findings.ledger.conflicts;
    if conflicts.is_empty() {
        return;
    }
    table(html, "Accounts that cannot both hold", &["One", "Other", "What stands against what"], |html| {
        for conflict in conflicts {
            let [one, other] = conflict.ids;
            row(
                html,
                "",
                |html| context.link(html, one, true),
                |html| {
                    cell(html, |html| context.link(html, other, true));
                    cell(html, |html| html.words("bdi", &[("class", "typed")], &conflict.why));
                },
            );
        }
    });
}
