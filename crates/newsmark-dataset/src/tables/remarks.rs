use newsmark_core::model::{AnnotationId, Category, Comment, Event};

use super::key_columns::{ANNOTATION, CATEGORY, PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Count, Text, Time};
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COMMENTS: [Column; 8] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("comment_id", Text, "The comment, by its id within the project"),
    Column::open("author", Text, "Who wrote it"),
    Column::open("written_at", Time, "When; order is that of the rows, never that of clocks"),
    Column::desk("text", Text, "The words"),
];

pub(super) static HISTORY: [Column; 10] = [
    PROJECT,
    PUBLISHED,
    CATEGORY,
    ANNOTATION,
    Column::key("event", Count, "Which save of the mark’s story it is, from 0"),
    Column::open("saved_at", Time, "When that was"),
    Column::open("person", Text, "Who saved, or at the head of a story who marked the words"),
    Column::open("part", Text, "What differs; absent where the words were marked"),
    Column::desk("was", Text, "What a person read there before"),
    Column::desk("became", Text, "What a person reads there since"),
];

pub(super) fn add_comments(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    let placed = project.annotations().iter().map(|one| (one.id, one.category(), one.comments.as_slice()));
    let unplaced = project.unplaced().iter().map(|one| (one.id, one.category(), one.comments.as_slice()));
    for (id, category, comments) in placed.chain(unplaced) {
        comments.iter().for_each(|comment| said(rows, category, id, comment));
    }
}

fn said(rows: &mut ProjectRows<'_>, category: Category, id: AnnotationId, comment: &Comment) {
    let mut row = rows.row_of(Table::Comments, category, id);
    row.text(&comment.id.to_string()).text(comment.author.name()).time(comment.time).text(&comment.text).end();
}

pub(super) fn add_history(rows: &mut ProjectRows<'_>) {
    let project = rows.project;
    let placed = project.annotations().iter().map(|one| (one.id, one.category()));
    let unplaced = project.unplaced().iter().map(|one| (one.id, one.category()));
    for (id, category) in placed.chain(unplaced) {
        for (n, event) in project.history(id).iter().enumerate() {
            saved(rows, category, id, n, event);
        }
    }
}

fn saved(rows: &mut ProjectRows<'_>, category: Category, id: AnnotationId, n: usize, event: &Event) {
    let mut add = |part: &str, was: &str, became: &str| {
        let mut row = rows.row_of(Table::History, category, id);
        row.size(n).time(event.time).text(event.person.name()).text(part).text(was).text(became).end();
    };
    if event.changes.is_empty() {
        add("", "", "");
    }
    for change in &event.changes {
        add(&change.part.to_string(), &change.before, &change.after);
    }
}
