use newsmark_core::model::{AnnotationId, Category, Details};

use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Count, Day, Text};
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static GROUPS: [Column; 12] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("group_id", Text, "The group, by its id within the project"),
    Column::open("who", Text, "Who they are"),
    Column::open("other", Text, "Who they are in words, for another group"),
    Column::open("figure_qualifier", Text, "How the words limit their number"),
    Column::open("figure_low", Count, "The least they can be"),
    Column::open("figure_best", Count, "How many they most likely are"),
    Column::open("figure_high", Count, "The most they can be"),
    Column::open("figure_unit", Text, "What is counted"),
];

pub(super) static VICTIMS: [Column; 9] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("victim_id", Text, "The victim, by an id within the project"),
    Column::desk("name", Text, "The person’s name"),
    Column::open("age", Text, "The age as reported, as 34 or 8 months"),
    Column::open("sex", Text, "The sex, as the article says it"),
    Column::open("role", Text, "What the person was or did"),
];

pub(super) static EVIDENCE: [Column; 10] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("evidence_id", Text, "The piece, by its id within the project"),
    Column::open("citation", Text, "Where it stands: a citation or an address"),
    Column::desk("excerpt", Text, "Its own words"),
    Column::open("stance", Text, "What it says of the claim"),
    Column::open("seen", Text, "The day on which it was seen, as it was typed"),
    Column::open("seen_day", Day, "The same, where it is a day of the calendar"),
];

/// The rows of the lists that records have, but for their links.
pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    let placed = project.annotations().iter().map(|annotation| (annotation.id, &annotation.details));
    let unplaced = project.unplaced().iter().map(|annotation| (annotation.id, &annotation.details));
    for (id, details) in placed.chain(unplaced) {
        of_one(rows, details.category(), id, details);
    }
}

fn of_one(rows: &mut ProjectRows<'_>, category: Category, id: AnnotationId, details: &Details) {
    match details {
        Details::Casualties(record) => {
            for group in &record.groups {
                let figure = &group.figure;
                let mut row = rows.row_of(Table::Groups, category, id);
                row.text(&group.id.to_string()).term(group.who.name()).text(&group.other);
                row.term(figure.qualifier.name()).count(figure.low).count(figure.best).count(figure.high);
                row.term(figure.unit.name()).end();
            }
            for victim in &record.named_victims {
                let mut row = rows.row_of(Table::Victims, category, id);
                row.text(&victim.id.to_string()).text(victim.name.as_ref().map_or("", |name| &name.value));
                row.text(&victim.age).term(victim.sex.name()).text(&victim.role).end();
            }
        }
        Details::Claims(record) => {
            for piece in &record.evidence {
                let mut row = rows.row_of(Table::Evidence, category, id);
                row.text(&piece.id.to_string()).text(&piece.citation).text(&piece.excerpt).term(piece.stance.name());
                row.text(&piece.seen).day(piece.day_seen()).end();
            }
        }
        Details::Displacement(_) | Details::Quotes(_) => {}
    }
}
