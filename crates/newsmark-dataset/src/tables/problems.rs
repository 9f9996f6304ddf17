use super::key_columns::{ANNOTATION, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::Text;
use crate::project_rows::ProjectRows;
use crate::row::{Cell, Rows, key, push_cell, push_text};
use crate::table::{N_TABLES, Table};

pub(super) static COLUMNS: [Column; 7] = [
    PROJECT,
    PUBLISHED,
    ANNOTATION,
    Column::open("severity", Text, "Error, Warning or Note"),
    Column::open("kind", Text, "What is the matter: Unread of a file that could not be read"),
    Column::open("field", Text, "The field that it is about"),
    Column::desk("why", Text, "What is the matter, in a sentence"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>, is_locked: bool) {
    let checked = rows.checked;
    for (_, problem) in checked.iter() {
        let id = problem.annotation.map(|id| id.to_string()).unwrap_or_default();
        let field = problem.field.map(|field| field.to_string()).unwrap_or_default();
        let mut row = rows.row(Table::Problems);
        row.text(&id).term(problem.severity.name()).term(problem.kind).text(&field).text(&problem.why).end();
    }
    if is_locked {
        let why = "Somebody had it open, as its lock file says; what was saved last was read";
        rows.row(Table::Problems).text("").term("Note").term("Locked").text("").text(why).end();
    }
    for (id, column) in rows.take_beyond() {
        let id = id.map(|id| id.to_string()).unwrap_or_default();
        let why = "The number or day is beyond what every engine reads, and is absent from the tables";
        rows.row(Table::Problems).text(&id).term("Warning").term("BeyondTables").text(&column).text(why).end();
    }
}

/// The row of a file that could not be read.
pub(crate) fn unread(project: &str, why: &str, is_public: bool) -> [Rows; N_TABLES] {
    let mut body = Vec::new();
    push_text(&mut body, project.as_bytes());
    for cell in [Cell::Absent, Cell::Absent, Cell::Text("Error"), Cell::Text("Unread"), Cell::Absent] {
        push_cell(&mut body, &cell);
    }
    if !is_public {
        push_text(&mut body, why.as_bytes());
    }
    let mut rows: [Rows; N_TABLES] = Default::default();
    rows[Table::Problems as usize].push(&key(None, None, project), &body);
    rows
}
