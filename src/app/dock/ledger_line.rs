use std::collections::BTreeSet;

use crate::figures::{Account, Amount, Counted, FigureConflict, Ledger, NotCounted, Parts, Row, Toll};
use crate::model::{AnnotationId, Dimension, GroupKind, Project, Unit, Victims};

/// One line of the ledger as it is shown.
pub enum Line<'a> {
    /// What the rows that follow are.
    Heading(&'static str),
    /// A total, and whether its records are shown.
    Total(&'a Row, bool),
    /// Some of the total above: "of them children".
    Some(String, Option<Amount>, &'a [AnnotationId], Option<&'a Account>),
    /// What a record has besides its parts by one dimension.
    Rest(AnnotationId, Dimension, Amount),
    /// A record of the total above, and why it does not count, where it does not.
    Record(AnnotationId, Option<&'a NotCounted>),
    /// A running toll.
    Toll(&'a Toll),
    /// The records that enter no total as nothing says what they count.
    Unitless(Vec<AnnotationId>),
    /// Two accounts that cannot both hold; it is two rows high.
    Conflict(&'a FigureConflict),
}

/// What a row counts, by which it is remembered as open.
pub type RowKey = (Counted, Unit);

/// The lines of a ledger, in the order of a table; `open` are the rows whose records are shown.
pub fn lines<'a>(project: &Project, ledger: &'a Ledger, open: &BTreeSet<RowKey>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    // Counts without a unit add up to nothing; they are told together at the end instead of as empty rows.
    let is_unitless = |row: &&Row| row.unit == Unit::Unspecified && row.total.is_none();
    let main = ledger.casualties().chain(ledger.displacement());
    main.filter(|row| !is_unitless(row)).for_each(|row| push_row(&mut lines, row, open));
    let apart = ledger.at_risk().chain(ledger.visits());
    let apart: Vec<&Row> = apart.filter(|row| !is_unitless(row)).collect();
    if !apart.is_empty() || !ledger.cumulative.is_empty() {
        lines.push(Line::Heading("Apart from the totals"));
        apart.into_iter().for_each(|row| push_row(&mut lines, row, open));
        lines.extend(ledger.cumulative.iter().map(Line::Toll));
    }
    if !ledger.conflicts.is_empty() {
        lines.push(Line::Heading("In conflict"));
        lines.extend(ledger.conflicts.iter().map(Line::Conflict));
    }
    let mut unitless: Vec<AnnotationId> = ledger.rows.iter().filter(is_unitless).flat_map(Row::ids).collect();
    if !unitless.is_empty() {
        // The ledger lists them by what is counted; one goes through them in the order of the text.
        unitless.sort_by_key(|id| project.place(*id));
        lines.push(Line::Unitless(unitless));
    }
    lines
}

fn push_row<'a>(lines: &mut Vec<Line<'a>>, row: &'a Row, open: &BTreeSet<RowKey>) {
    let is_open = open.contains(&(row.of, row.unit));
    lines.push(Line::Total(row, is_open));
    let known = row.victims.iter().filter(|victims| victims.who != Victims::Unknown && row.total.is_some());
    lines.extend(known.map(|victims| {
        Line::Some(format!("of them {}", victims.who.label().to_lowercase()), victims.amount, &victims.ids, None)
    }));
    for group in &row.groups {
        let label = match group.who {
            GroupKind::Other if !group.other.is_empty() => group.other.clone(),
            who => who.label().to_lowercase(),
        };
        lines.push(Line::Some(format!("of them {label}"), group.amount, &group.ids, group.account.as_ref()));
    }
    let rest = |parts: &Parts| Some(Line::Rest(parts.of, parts.by, parts.residual.filter(|rest| !rest.is_unstated())?));
    lines.extend(row.parts.iter().filter(|parts| parts.is_counted).filter_map(rest));
    if is_open {
        lines.extend(row.counted.iter().map(|id| Line::Record(*id, None)));
        lines.extend(row.not_counted.iter().map(|record| Line::Record(record.id, Some(record))));
    }
}

impl Line<'_> {
    /// The records that the line is of, in the order of the text.
    pub fn ids(&self) -> Vec<AnnotationId> {
        match self {
            Line::Heading(_) => Vec::new(),
            Line::Total(row, _) => row.ids().collect(),
            Line::Some(_, _, ids, _) => ids.to_vec(),
            Line::Unitless(ids) => ids.clone(),
            Line::Record(id, _) | Line::Rest(id, ..) => vec![*id],
            Line::Toll(toll) => vec![toll.id],
            Line::Conflict(conflict) => conflict.ids.to_vec(),
        }
    }

    /// How many rows of the table it takes.
    pub fn n_rows(&self) -> usize {
        if matches!(self, Line::Conflict(_)) { 2 } else { 1 }
    }

    /// All that a screen reader says of it.
    pub fn spoken(&self, project: &Project) -> String {
        let numbers = |amount: &Option<Amount>| amount.map_or_else(|| "no total".to_owned(), |amount| spoken(&amount));
        match self {
            Line::Heading(words) => (*words).to_owned(),
            Line::Total(row, _) => {
                let n_records = row.counted.len() + row.not_counted.len();
                let source = row
                    .largest()
                    .map(|share| format!(", {} percent from {}", share.percent(), share.account.name(project)));
                let errors = if row.n_errors > 0 { ", with unresolved errors" } else { "" };
                let source = source.unwrap_or_default();
                format!("{}: {}, records {n_records}{source}{errors}", row.label(), numbers(&row.total))
            }
            Line::Some(label, amount, ..) => format!("{label}: {}", numbers(amount)),
            Line::Rest(id, by, amount) => format!("{}: {}", rest(project, *id, *by), spoken(amount)),
            Line::Record(id, not_counted) => {
                let why = not_counted.map(|record| format!(", {}", record.why.sentence())).unwrap_or_default();
                format!("{}{why}", record(project, *id))
            }
            Line::Toll(toll) => format!("{}, running toll: {}", toll.of.label(), spoken(&toll.amount)),
            Line::Unitless(ids) => unitless(project, ids),
            Line::Conflict(conflict) => conflict.why.clone(),
        }
    }
}

fn spoken(amount: &Amount) -> String {
    let note = noted(amount);
    format!("low {}, best {}, high {}{note}", amount.low_cell(), amount.best_cell(), amount.high_cell())
}

/// What the three bounds of an amount do not tell, as it follows them or a label.
pub fn noted(amount: &Amount) -> String {
    amount.note().map_or_else(String::new, |note| format!(", {note}"))
}

/// What a record has besides its parts, in a line: "the rest of “12 died”, ¶ 1, by place".
pub fn rest(project: &Project, id: AnnotationId, by: Dimension) -> String {
    format!("the rest of {}{}", record(project, id), by.phrase())
}

/// The records without a unit, in a line: "2 records have no unit: “dozens”, ¶ 1; “three more”, ¶ 4".
pub fn unitless(project: &Project, ids: &[AnnotationId]) -> String {
    /// More than a line has room for.
    const NAMED: usize = 6;
    let records: Vec<String> = ids.iter().take(NAMED).map(|id| record(project, *id)).collect();
    let told =
        if ids.len() == 1 { "1 record has no unit".to_owned() } else { format!("{} records have no unit", ids.len()) };
    format!("{told}: {}", records.join("; "))
}

/// A record in a line: "“killing at least 12 people”, ¶ 2".
pub fn record(project: &Project, id: AnnotationId) -> String {
    project.called(id).unwrap_or_else(|| "a mark that is not there".to_owned())
}
