//! Newsmark: annotation of news.

pub mod check;
pub mod cli;
pub mod edit;
pub mod interchange;
pub mod model;
pub mod store;

#[cfg(feature = "gui")]
pub mod app;
