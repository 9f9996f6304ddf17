//! Folders of projects as Parquet, for every engine that reads it.

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests make the files that they read"))]

mod column;
mod error;
mod files;
mod hidden_names;
mod hub;
mod inventory;
mod library;
mod manifest;
mod merge;
mod parquet_reader;
mod parquet_writer;
mod project_rows;
mod projects;
mod publish;
mod request;
mod row;
mod staging;
mod table;
mod tables;
mod utf16;
mod write;

pub use column::{Audience, Column, ColumnKind};
pub use error::DatasetError;
pub use request::{DatasetObserver, DatasetProgress, Request, Written};
pub use table::Table;
pub use write::write_dataset;
