//! The tables: of each its columns, and the rows that a project adds to it, cell by cell in their order.

mod annotations;
mod articles;
mod figures;
mod items;
mod links;
mod problems;
mod projects;
mod remarks;
mod sources;
mod spans;

use newsmark_core::store::Loaded;

use crate::column::Column;
use crate::column::ColumnKind::{Day, Text};
use crate::project_rows::ProjectRows;
use crate::row::Rows;
use crate::table::{N_TABLES, Table};

pub(crate) use problems::unread;

/// What the data set calls the project: by it all tables are joined.
const PROJECT: Column = Column::key("project", Text, "The project: its path within the folder that was given");
/// When the article was published.
const PUBLISHED: Column = Column::key("published", Day, "The day of publication; absent where it is not known");
/// What the mark is about.
const CATEGORY: Column = Column::key("category", Text, "Casualties, Displacement, Quotes or Claims");
/// Which mark of the project it is.
const ANNOTATION: Column = Column::key("annotation", Text, "The mark, by its id within the project");

/// The columns of a table, in their order.
pub(crate) fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Projects => &projects::COLUMNS,
        Table::Articles => &articles::COLUMNS,
        Table::Annotations => annotations::columns(),
        Table::Spans => &spans::COLUMNS,
        Table::Figures => &figures::COLUMNS,
        Table::Groups => &items::GROUPS,
        Table::Victims => &items::VICTIMS,
        Table::Sources => &sources::COLUMNS,
        Table::Links => &links::COLUMNS,
        Table::Evidence => &items::EVIDENCE,
        Table::Comments => &remarks::COMMENTS,
        Table::History => &remarks::HISTORY,
        Table::Problems => &problems::COLUMNS,
    }
}

/// The rows that a project adds to each table.
pub(crate) fn rows_of(name: &str, loaded: &Loaded, is_locked: bool, is_public: bool) -> [Rows; N_TABLES] {
    let checked = newsmark_core::check::Checked::of(&loaded.project, &loaded.warnings);
    let mut rows = ProjectRows::new(name, loaded, &checked, is_public);
    projects::add(&mut rows);
    articles::add(&mut rows);
    annotations::add(&mut rows);
    spans::add(&mut rows);
    figures::add(&mut rows);
    items::add(&mut rows);
    sources::add(&mut rows);
    links::add(&mut rows);
    if !is_public {
        remarks::add_comments(&mut rows);
    }
    remarks::add_history(&mut rows);
    // Last, as what no cell of the others could hold is a problem.
    problems::add(&mut rows, is_locked);
    rows.into_rows()
}
