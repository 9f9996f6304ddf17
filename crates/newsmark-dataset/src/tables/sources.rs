use newsmark_core::model::SourceField;

use super::key_columns::{PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::Text;
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COLUMNS: [Column; 10] = [
    PROJECT,
    PUBLISHED,
    Column::key("source_id", Text, "The source, by its id within the project"),
    Column::open("name", Text, "What it is called"),
    Column::open("other_names", Text, "What else it is called, a name a line"),
    Column::open("role", Text, "What it is or does"),
    Column::open("affiliation", Text, "Whom it belongs to"),
    Column::open("kind", Text, "What it is"),
    Column::open("interest", Text, "What stake it has"),
    Column::open("anonymity", Text, "How it is named"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    for source in project.sources().iter() {
        let mut row = rows.row(Table::Sources);
        row.text(&source.id.to_string());
        // In the order of the form, which is that of the columns.
        for field in SourceField::ALL {
            row.field(Some(source.field(field)));
        }
        row.end();
    }
}
