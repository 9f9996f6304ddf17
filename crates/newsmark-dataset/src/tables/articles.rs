use newsmark_core::model::Direction;

use super::key_columns::{PROJECT, PUBLISHED};
use crate::column::Column;
use crate::column::ColumnKind::{Count, Text};
use crate::project_rows::ProjectRows;
use crate::table::Table;

pub(super) static COLUMNS: [Column; 16] = [
    PROJECT,
    PUBLISHED,
    Column::key("article_sha256", Text, "The SHA-256 of the text in UTF-8"),
    Column::open("title", Text, "The headline"),
    Column::open("outlet", Text, "Who published it"),
    Column::open("byline", Text, "Who wrote it, as the outlet says"),
    Column::open("url", Text, "Where it was found"),
    Column::open("language", Text, "A BCP 47 tag as en or ar"),
    Column::open("direction", Text, "Which way its paragraphs run: Auto, LeftToRight or RightToLeft"),
    Column::open("original_name", Text, "The name of the file that it was read from, without its folder"),
    Column::open("original_encoding", Text, "That file’s encoding, by its name in the WHATWG Encoding Standard"),
    Column::open("original_sha256", Text, "The SHA-256 of that file"),
    Column::open("length_cp", Count, "The length of the text in code points"),
    Column::open("length_utf16", Count, "The same in UTF-16 units"),
    Column::open("length_bytes", Count, "The same in bytes of UTF-8"),
    // "text" is a type in most engines, and a name in all.
    Column::desk("text", Text, "The text, byte for byte as it was imported"),
];

pub(super) fn add(rows: &mut ProjectRows<'_>) {
    let article = rows.project.article();
    let (card, text) = (&article.card, &article.text);
    let (length_cp, length_utf16) = (rows.points.at_byte(text.len()), rows.utf16.at_byte(text.len()));
    let mut row = rows.row(Table::Articles);
    row.text(&text.sha256().to_string()).text(&card.title.value).text(&card.outlet).text(&card.byline);
    row.text(&card.url).text(&card.language).term(direction(card.direction));
    row.text(&card.original.name).text(&card.original.encoding);
    row.text(&card.original.sha256.map(|digest| digest.to_string()).unwrap_or_default());
    row.size(length_cp).size(length_utf16).size(text.len());
    row.text(text);
    row.end();
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Auto => "Auto",
        Direction::LeftToRight => "LeftToRight",
        Direction::RightToLeft => "RightToLeft",
    }
}
