use crate::app::panels::{FormRow, item_rows, name_of_item, sections};
use crate::app::reading::reading_of;
use crate::model::{Annotation, Details, FieldValue, Figure, ItemId, Part, Project, RecordList, grouped};

/// A line of a record that is read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordRow {
    /// What it is of.
    pub label: String,
    /// What is known.
    pub value: String,
    /// More of it, in the third rank.
    pub more: String,
    /// Whether these are words of the article.
    pub is_quoted: bool,
}

/// The fields of a record of which something is known, in the order of its form.
pub fn record_rows(project: &Project, annotation: &Annotation) -> Vec<RecordRow> {
    let mut rows = Vec::new();
    for section in sections(annotation) {
        rows.extend(section.rows.iter().filter_map(|row| of_row(project, annotation, *row)));
        let list = section.list.into_iter();
        let items = list.flat_map(|list| annotation.details.items(list).into_iter().map(move |item| (list, item)));
        rows.extend(items.filter_map(|(list, item)| of_item(project, annotation, list, item)));
    }
    rows
}

fn of_row(project: &Project, annotation: &Annotation, row: FormRow) -> Option<RecordRow> {
    let category = annotation.category();
    match row {
        FormRow::One(path) => {
            let is_quoted = matches!(annotation.field(path), Some(FieldValue::Words(_)));
            let value = project.written(annotation, Part::Field(path));
            some(RecordRow { label: path.label(category).to_owned(), value, is_quoted, ..RecordRow::default() })
        }
        FormRow::Two(first, second) => {
            let written = |path| project.written(annotation, Part::Field(path));
            let is_term = matches!(annotation.field(second), Some(FieldValue::Choice(..)));
            let value = match (written(first), written(second)) {
                (one, other) if one.is_empty() || other.is_empty() => one + &other,
                (one, other) if is_term => format!("{one}, {}", other.to_lowercase()),
                (one, other) => format!("{one}, {other}"),
            };
            some(RecordRow { label: first.label(category).to_owned(), value, ..RecordRow::default() })
        }
        FormRow::Figure(item) => {
            let figure = figure_of(annotation, item)?;
            let value = reading_of(figure);
            some(RecordRow { label: "Figure".to_owned(), value, more: bounds(figure), is_quoted: false })
        }
    }
}

fn of_item(project: &Project, annotation: &Annotation, list: RecordList, item: ItemId) -> Option<RecordRow> {
    let rows = item_rows(annotation, list, item);
    let parts: Vec<RecordRow> = rows.into_iter().filter_map(|row| of_row(project, annotation, row)).collect();
    let values: Vec<&str> = parts.iter().map(|part| part.value.as_str()).collect();
    let label = name_of_item(annotation, item);
    some(RecordRow { label, value: values.join(", "), ..RecordRow::default() })
}

fn some(row: RecordRow) -> Option<RecordRow> {
    (!row.value.is_empty()).then_some(row)
}

/// The record's figure, or that of a group.
fn figure_of(annotation: &Annotation, item: Option<ItemId>) -> Option<&Figure> {
    match (&annotation.details, item) {
        (details, None) => details.figure(),
        (Details::Casualties(record), Some(item)) => {
            record.groups.iter().find(|group| group.id == item).map(|group| &group.figure)
        }
        _ => None,
    }
}

/// The bounds of a figure as far as its reading does not say them: "low 12, high open".
fn bounds(figure: &Figure) -> String {
    if figure.low == figure.high && figure.low == figure.best {
        return String::new();
    }
    let bound = |name: &str, value: Option<u64>, is_open: bool| match value {
        Some(value) => Some(format!("{name} {}", grouped(value))),
        None => is_open.then(|| format!("{name} open")),
    };
    let bounds = [
        bound("low", figure.low, figure.is_open_below()),
        bound("best", figure.best, false),
        bound("high", figure.high, figure.is_open_above()),
    ];
    bounds.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::project;
    use crate::model::{AnnotationId, FieldPath, Harm, Qualifier, Unit};

    #[test]
    fn only_what_is_known_is_read_and_a_figure_with_its_bounds() {
        let project = project("At least 12 died.\n^^^^^^^^^^^^^^^^ Casualties");
        let mut annotation = Annotation::clone(project.annotation(AnnotationId::from_u64(1)).unwrap());
        assert_eq!(record_rows(&project, &annotation), []);
        let Details::Casualties(record) = &mut annotation.details else { panic!("it is of casualties") };
        record.harm = Harm::Killed;
        let known = Figure { low: Some(12), best: Some(12), unit: Unit::Person, ..Figure::default() };
        record.figure = Figure { qualifier: Qualifier::AtLeast, ..known };
        annotation.set_field(FieldPath::Note, FieldValue::Text("Ask the ministry".to_owned())).unwrap();
        let told: Vec<_> = record_rows(&project, &annotation)
            .into_iter()
            .map(|row| format!("{}: {} ({})", row.label, row.value, row.more))
            .collect();
        let expected =
            ["Harm: Killed ()", "Figure: ≥ 12 persons (low 12, best 12, high open)", "Note: Ask the ministry ()"];
        assert_eq!(told, expected);
    }
}
