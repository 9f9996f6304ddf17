use newsmark_core::model::{AnnotationId, Category, Details, Figure};

use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Bool, Count, Decimal, Text};
use crate::project_rows::{ProjectRows, RowBuilder};
use crate::table::Table;

pub(super) static COLUMNS: [Column; 17] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("group_id", Text, "The group whose figure it is; absent where it is the mark’s own"),
    Column::open("figure_text", Text, "Its words"),
    Column::open("figure_qualifier", Text, "How the words limit the number"),
    Column::open("figure_low", Count, "The least it can be"),
    Column::open("figure_best", Count, "What it most likely is"),
    Column::open("figure_high", Count, "The most it can be"),
    Column::open("figure_unit", Text, "What is counted"),
    Column::open("figure_household_size", Decimal, "Persons a household"),
    Column::open("figure_convention", Text, "Who turned the words into a number"),
    Column::open("figure_of_text", Text, "The words of the whole that a share is of"),
    Column::open("figure_of_best", Count, "How many that whole has"),
    Column::open("open_above", Bool, "Whether it can be more than what is stated"),
    Column::open("open_below", Bool, "Whether it can be less than what is stated"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    let placed = project.annotations().iter().map(|annotation| (annotation.id, &annotation.details));
    let unplaced = project.unplaced().iter().map(|annotation| (annotation.id, &annotation.details));
    for (id, details) in placed.chain(unplaced) {
        let category = details.category();
        // A mark of which no number is known yet has no figure.
        if let Some(figure) = details.figure().filter(|figure| !figure.is_unknown()) {
            one(rows, category, id, "", figure);
        }
        if let Details::Casualties(record) = details {
            for group in &record.groups {
                one(rows, category, id, &group.id.to_string(), &group.figure);
            }
        }
    }
}

fn one(rows: &mut ProjectRows<'_>, category: Category, id: AnnotationId, group: &str, figure: &Figure) {
    let mut row = rows.row_of(Table::Figures, category, id);
    row.text(group);
    cells(&mut row, figure);
    row.end();
}

/// The cells of the columns of a figure.
pub(super) fn cells(row: &mut RowBuilder<'_, '_>, figure: &Figure) {
    row.text(figure.text.as_ref().map_or("", |text| &text.value)).term(figure.qualifier.name());
    row.count(figure.low).count(figure.best).count(figure.high).term(figure.unit.name());
    row.decimal(figure.household_size.map(|size| f64::from(size.hundredths()) / 100.0));
    row.term(figure.convention.name()).text(figure.of.text.as_ref().map_or("", |text| &text.value));
    row.count(figure.of.best).bool(figure.is_open_above()).bool(figure.is_open_below());
}
