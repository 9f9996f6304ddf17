use newsmark_core::model::{AnnotationId, Category, Details, ScopeKind};

use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::Text;
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COLUMNS: [Column; 9] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("link_id", Text, "The link of a claim, by its id within the project; absent of other relations"),
    Column::open("via", Text, "Where it is said: scope, inside or links by a person, conflict by the ledger"),
    Column::open("kind", Text, "How the marks stand to each other"),
    Column::key("to_annotation", Text, "The other mark"),
    Column::desk("why", Text, "What stands against what, of a conflict"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    let placed = project.annotations().iter().map(|annotation| (annotation.id, &annotation.details));
    let unplaced = project.unplaced().iter().map(|annotation| (annotation.id, &annotation.details));
    for (id, details) in placed.chain(unplaced) {
        of_one(rows, details.category(), id, details);
    }
    for conflict in &rows.ledger().conflicts {
        let [one, other] = conflict.ids;
        let placed = project.annotation(one).map(|annotation| annotation.category());
        let category = placed.or_else(|| project.unplaced_one(one).map(|annotation| annotation.category()));
        if let Some(category) = category {
            let mut row = rows.row_of(Table::Links, category, one);
            row.text("").term("conflict").term(conflict.kind.name()).text(&other.to_string()).text(&conflict.why);
            row.end();
        }
    }
}

fn of_one(rows: &mut ProjectRows<'_>, category: Category, id: AnnotationId, details: &Details) {
    let mut add = |link: &str, via: &'static str, kind: &'static str, to: Option<AnnotationId>| {
        let mut row = rows.row_of(Table::Links, category, id);
        row.text(link).term(via).term(kind);
        row.text(&to.map(|to| to.to_string()).unwrap_or_default()).text("").end();
    };
    if let Some(scope) = details.scope().filter(|scope| scope.of.is_some() && scope.kind != ScopeKind::Unspecified) {
        add("", "scope", scope.kind.name(), scope.of);
    }
    match details {
        Details::Quotes(record) if record.inside.is_some() => add("", "inside", "Inside", record.inside),
        Details::Claims(record) => {
            for link in &record.links {
                add(&link.id.to_string(), "links", link.kind.name(), link.to);
            }
        }
        _ => {}
    }
}
