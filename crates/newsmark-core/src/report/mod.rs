//! Reports: what a project says, for people and programs that have no Newsmark.
//!
//! [`html`] is one page without a script that needs nothing else: the article
//! with its marks, every record, facts, sources, problems and decisions.
//! [`csv`] is a table with a row a record. Both are pure functions over projects
//! that were read: no clock, no files, the same projects give the same bytes.
//! The numbers are the ledger's and the sentences those of the checks and the
//! histories; nothing is reckoned here.

mod conflicts;
mod context;
mod csv;
mod decisions;
mod facts;
mod fields;
mod html;
mod index;
mod lanes;
mod marked_article;
mod page;
mod problems;
mod project;
mod records;
mod sources;
mod style;
mod table;
#[cfg(test)]
mod tests;

pub use csv::csv;
pub use page::html;

use crate::check::{Findings, findings};
use crate::model::{Project, grouped};
use crate::store::Warning;

/// A project to report on.
#[derive(Clone, Debug)]
pub struct Reported {
    /// What the report calls its file.
    pub name: String,
    /// The project.
    pub project: Project,
    /// What was found in it, and what its records add up to.
    pub findings: Findings,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What the report calls it.
    pub name: String,
    /// Why, in a sentence without a full stop.
    pub why: String,
}

impl Reported {
    /// A project with what is found in it, also by the reading of its file.
    pub fn new(name: impl Into<String>, project: Project, warnings: &[Warning]) -> Reported {
        Reported { name: name.into(), findings: findings(&project, warnings), project }
    }
}

/// So many of a thing: "1 mark", "2 marks".
fn counted(number: usize, one: &str, more: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {more}", grouped(number as u64)) }
}
