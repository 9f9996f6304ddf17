use newsmark_core::check::Severity;

use super::key_columns::{PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Bool, Count, Text, Time};
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COLUMNS: [Column; 19] = [
    PROJECT,
    PUBLISHED,
    Column::open("title", Text, "The article’s headline"),
    Column::key("article_sha256", Text, "The SHA-256 of the article’s text: projects of one article have the same"),
    Column::key("file_sha256", Text, "The SHA-256 of the project file: copies of one file have the same"),
    Column::open("four_eyes", Bool, "Whether nobody approves what they changed last"),
    Column::open("made_with_proposals", Bool, "Whether the program proposed marks; absent where that is not known"),
    Column::open("is_signed_off", Bool, "Whether somebody signed it off as it stands"),
    Column::open("signed_by", Text, "Who signed off last, whatever changed since"),
    Column::open("signed_at", Time, "When that was"),
    Column::open("n_annotations", Count, "How many marks there are"),
    Column::open("n_unplaced", Count, "How many more have lost their words"),
    Column::open("n_sources", Count, "How many sources there are"),
    Column::open("n_merge_conflicts", Count, "How many conflicts a merge left open"),
    Column::open("n_dismissed_proposals", Count, "How many proposals nobody wanted"),
    Column::open("n_ledger_errors", Count, "How many errors bear on the totals"),
    Column::open("n_errors", Count, "How many problems are errors"),
    Column::open("n_warnings", Count, "How many are warnings"),
    Column::open("n_notes", Count, "How many are notes"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let (project, checked, file) = (rows.project, rows.checked, rows.file.clone());
    let n_ledger_errors = rows.ledger().n_errors;
    let signed = project.sign_offs().last();
    let mut row = rows.row(Table::Projects);
    row.text(&project.article().card.title.value);
    row.text(&project.article().text.sha256().to_string()).text(&file);
    row.bool(project.settings().four_eyes).bool(project.made_with_proposals()).bool(project.is_signed_off());
    match signed {
        Some(signed) => row.text(signed.person.name()).time(signed.time),
        None => row.text("").count(None),
    };
    row.size(project.annotations().len()).size(project.unplaced().len()).size(project.sources().len());
    row.size(project.conflicts().len()).size(project.dismissed_proposals().len()).size(n_ledger_errors);
    for severity in Severity::ALL {
        row.size(checked.n(severity));
    }
    row.end();
}
