use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Count, Text};
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COLUMNS: [Column; 12] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("span", Count, "Which of the mark’s stretches it is, from 0"),
    Column::open("start_cp", Count, "Where it begins, in code points from 0"),
    Column::open("end_cp", Count, "Where it ends, likewise; what stands there is not in it any more"),
    Column::open("start_utf16", Count, "Where it begins, in UTF-16 units"),
    Column::open("end_utf16", Count, "Where it ends, likewise"),
    Column::open("start_byte", Count, "Where it begins, in bytes of UTF-8"),
    Column::open("end_byte", Count, "Where it ends, likewise"),
    Column::desk("words", Text, "Its words"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let (project, text) = (rows.project, &rows.project.article().text);
    for annotation in project.annotations() {
        for (n, span) in annotation.spans.iter().enumerate() {
            let (start, end) = rows.points.range(span);
            let [start_utf16, end_utf16] = [span.start(), span.end()].map(|byte| rows.utf16.at_byte(byte));
            let mut row = rows.row_of(Table::Spans, annotation.category(), annotation.id);
            row.size(n).size(start).size(end);
            row.size(start_utf16).size(end_utf16);
            row.size(span.start()).size(span.end()).text(text.words(span));
            row.end();
        }
    }
}
