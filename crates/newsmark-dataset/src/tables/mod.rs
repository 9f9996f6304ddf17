//! The tables: of each its columns, and the rows that a project adds to it, cell by cell in their order.

mod annotations;
mod articles;
mod figures;
mod items;
mod key_columns;
mod links;
mod problems;
mod projects;
mod remarks;
mod sources;
mod spans;

use newsmark_core::store::Loaded;

use crate::column::{Audience, Column};
use crate::project_rows::ProjectRows;
use crate::row::Rows;
use crate::table::{N_TABLES, Table};

pub(crate) use problems::unread;

impl Table {
    /// Its columns, in their order, as a desk is given them.
    pub fn columns(self) -> &'static [Column] {
        match self {
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

    /// The columns that a set has: all, or those of a public one.
    pub fn columns_of(self, is_public: bool) -> Vec<&'static Column> {
        self.columns().iter().filter(|column| !is_public || column.audience != Audience::Desk).collect()
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
